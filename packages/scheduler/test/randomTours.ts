import { Random } from "../src/improve/random.js";
import type { Beds } from "../src/model/bed.js";
import type { Caregiver } from "../src/model/caregiver.js";
import { knownSecondsOfDay, printClock } from "../src/model/clock.js";
import type { Problem } from "../src/model/problem.js";
import type { Tour } from "../src/model/tour.js";
import type { Transport } from "../src/model/transport.js";
import { randomProblem, type Wanted } from "./randomProblem.js";

const datesOf = ({ from, to }: Problem["horizon"]): string[] =>
  Array.from({ length: Number(to.slice(-2)) - Number(from.slice(-2)) + 1 }, (_, day) => `${from.slice(0, 8)}${Number(from.slice(-2)) + day}`);

/** A synthetic problem in which every other caregiver goes out with the one after her, for one day or for several, and there are beds. */
export function randomTours(seed: number, wanted: Wanted): Problem {
  const problem = randomProblem(seed, wanted);
  const random = new Random(seed + 2_000_000);
  const chance = (share: number): boolean => random.unit() < share;
  const days = datesOf(problem.horizon);
  const anywhere = (): string => problem.places[random.below(problem.places.length)]?.id ?? "";
  const caregivers: Caregiver[] = [...problem.caregivers];
  const tours: Tour[] = [];
  for (let row = 0; row + 1 < caregivers.length; row += 2) {
    const [leader, second] = [caregivers[row], caregivers[row + 1]] as [Caregiver, Caregiver];
    if (chance(0.2)) continue;
    const first = chance(0.6) ? 0 : random.below(days.length);
    const dates = days.slice(first, chance(0.6) ? days.length : first + 1 + random.below(days.length - first));
    // hours of tours leave room for the way to a lodging and end in time for a night's rest
    const hours = dates.map((date) => {
      const known = leader.shifts.find((shift) => shift.date === date);
      const from = known?.from ?? "08:00";
      const { vehicle, end, ...shift } = known ?? { date, to: "16:00", start: "station-1", end: "station-1", breaks: [] };
      const latest = knownSecondsOfDay(shift.to) + (chance(0.5) ? 7200 : 0);
      return { ...shift, from, to: printClock(Math.min(latest, 79_200)), ...(end === undefined ? {} : { end }) };
    });
    const withHours = (caregiver: Caregiver): Caregiver => ({
      ...caregiver,
      shifts: [...hours, ...caregiver.shifts.filter(({ date }) => !dates.includes(date))].sort((a, b) => (a.date < b.date ? -1 : 1)),
    });
    caregivers[row] = withHours(leader);
    caregivers[row + 1] = withHours(second);
    tours.push({
      id: `tour-${row}`,
      vehicle: `van of tour-${row}`,
      crew: chance(0.2) ? [leader.id] : [leader.id, second.id],
      dates,
      ...(chance(0.2) ? { profile: "walk" } : {}),
      ...(dates.length > 1 ? { lodgings: [...new Set([anywhere(), anywhere(), ...(chance(0.5) ? ["station-1"] : [])])] } : {}),
      ...(chance(0.7) ? { restMinutes: 480 } : {}),
    });
  }
  const vans = tours.map(({ vehicle }) => ({
    id: vehicle,
    seats: 1 + random.below(4),
    ...(chance(0.5) ? { wheelchairs: 1 } : {}),
    ...(chance(0.5) ? { holds: { meals: 1 + random.below(3) } } : {}),
    ...(chance(0.5) ? { equipment: ["bathUnit"] } : {}),
    ...(chance(0.5) ? { stock: { meals: 1 + random.below(4) } } : {}),
  }));
  return withBeds({ ...problem, caregivers, vehicles: [...(problem.vehicles ?? []), ...vans], tours }, random);
}

/** The same with beds at the stations: some of those who are carried come to stay, some leave, some are brought back. */
function withBeds(problem: Problem, random: Random): Problem {
  const chance = (share: number): boolean => random.unit() < share;
  const { transports = [], horizon } = problem;
  if (transports.length === 0) return problem;
  const station = (): string => `station-${1 + random.below(2)}`;
  const beds: Beds[] = ["station-1", "station-2"].map((place) => ({
    place,
    free: chance(0.5) ? random.below(2) : datesOf(horizon).map((date) => ({ date, count: random.below(3) })),
  }));
  const homes = problem.places.map(({ id }) => id).filter((id) => id.startsWith("home"));
  const staying = transports.map((transport): Transport => {
    const [place, home] = [station(), homes[random.below(homes.length)] ?? ""];
    if (chance(0.2)) return { ...transport, seats: 0, goods: { meals: 1 + random.below(3) } };
    if (chance(0.5)) return { ...transport, from: home, to: place, bed: place };
    return chance(0.4) ? { ...transport, from: place, to: home, bed: place } : transport;
  });
  const returns = staying
    .filter(({ from, to }) => from !== to && chance(0.4))
    .map(
      ({ from, to, id, bed, longestRideMinutes, ...transport }): Transport => ({ ...transport, id: `back ${id}`, from: to, to: from, returnOf: id }),
    );
  return { ...problem, beds, transports: [...staying, ...returns] };
}
