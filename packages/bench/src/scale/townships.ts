import type { Problem } from "@eldercare/scheduler";

const date = "2026-11-23";
/** The same at every size, so that only the number of visits grows. */
const visitsEachDay = 12;
const homesEachSquareDegree = 30_000;

/** A repeatable stream of whole numbers from 0 up to, not including, a bound (linear congruences, upper bits). */
function drawing(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/**
 * A synthetic day of home care: so many visits of half an hour, half of them with hours to begin in, spread as densely at every
 * size, and one caregiver for every twelve, a tenth more to spare. Stations lie among the homes.
 */
export function townships(visits: number, seed: number): Problem {
  const draw = drawing(seed);
  const side = Math.sqrt(visits / homesEachSquareDegree);
  const somewhere = (id: string) => ({ id, lng: 108.5 + (draw(1_000_000) / 1_000_000) * side, lat: 31.9 + (draw(1_000_000) / 1_000_000) * side });
  const caregivers = Math.ceil((visits / visitsEachDay) * 1.1);
  const hour = (value: number): string => `${String(value).padStart(2, "0")}:00`;
  const stations = Array.from({ length: Math.ceil(caregivers / 5) }, (_, index) => somewhere(`station-${index + 1}`));
  return {
    horizon: { from: date, to: date },
    timeZone: "Asia/Shanghai",
    places: [...stations, ...Array.from({ length: visits }, (_, index) => somewhere(`home-${index + 1}`))],
    travel: { profiles: { car: { kind: "straightLine", circuity: 1.4, metresPerSecond: 8 } } },
    caregivers: Array.from({ length: caregivers }, (_, index) => {
      const start = `station-${1 + (index % stations.length)}`;
      return { id: `c-${index + 1}`, profile: "car", shifts: [{ date, from: "08:00", to: "17:00", start, end: start }] };
    }),
    visits: Array.from({ length: visits }, (_, index) => {
      const from = 8 + draw(6);
      return {
        id: `x-${index + 1}`,
        place: `home-${index + 1}`,
        serviceMinutes: 30,
        ...(index % 2 === 0 ? { when: { daily: [{ from: hour(from), to: hour(from + 3) }] } } : {}),
      };
    }),
  };
}
