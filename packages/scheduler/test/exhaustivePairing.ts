import { greatCircleMetres } from "../src/index.js";
import type { Place } from "../src/model/problem.js";
import type { PairedPerson, PairingMode, PairingProblem, PairingVolunteer } from "../src/pairing/model/problem.js";
import { ruleBetween } from "../src/pairing/verify/ruleBetween.js";

/** What trying everything finds in one mode: the weight of unpaired persons by priority (1 … 5), and the cost in units. */
export interface Best {
  /** Unpaired persons, those of priority 1 first. */
  readonly left: readonly number[];
  readonly weight: number;
  readonly cost: number;
}

/** Persons whom each volunteer has one to one already. */
export type Before = ReadonlyMap<string, number>;

/**
 * Tries every way of pairing the persons of a mode: for one to one the fewest left out by priority, then the least cost; for
 * grids the least weight left out, then the least cost. Distances are straight lines unless `distance` is given.
 */
export function tryAllPairings(
  problem: PairingProblem,
  mode: PairingMode,
  before: Before = new Map(),
  distance?: (from: string, to: string) => number,
): Best {
  const places = new Map(problem.places.map((place) => [place.id, place]));
  const circuity = problem.travel.kind === "straightLine" ? problem.travel.circuity : 1;
  const straight = (from: string, to: string): number =>
    from === to ? 0 : Math.ceil(greatCircleMetres(places.get(from) as Place, places.get(to) as Place) * circuity);
  const far = distance ?? straight;
  const persons = problem.persons.filter((person) => person.mode === mode);
  const one = problem.requirements?.oneToOne ?? {};
  const many = problem.requirements?.grid ?? {};
  const objective = { kilometre: 1, change: 5, notPreferred: 2, furtherPerson: 0, ...problem.objective };
  const allowed = persons.map((person) => problem.volunteers.filter((volunteer) => ruleBetween(problem, person, volunteer, far) === undefined));
  const groups = new Map<PairingVolunteer, PairedPerson[]>(problem.volunteers.map((volunteer) => [volunteer, []]));

  const mayHave = (volunteer: PairingVolunteer, size: number): boolean => {
    const has = before.get(volunteer.id) ?? 0;
    const asked = mode === "grid" ? many : one;
    if (size > (asked.mostPersons ?? size) || size + has > (volunteer.capacity ?? size + has)) return false;
    if (mode === "grid" && one.exclusive === true && has > 0) return size === 0;
    if (asked.hoursPerPerson === undefined || volunteer.hoursPerWeek === undefined) return true;
    return size * asked.hoursPerPerson + has * (one.hoursPerPerson ?? 0) <= volunteer.hoursPerWeek;
  };
  const complete = (): boolean =>
    [...groups.values()].every(
      (members) =>
        mode === "oneToOne" ||
        members.length === 0 ||
        (members.length >= (many.leastPersons ?? 1) &&
          members.every((a) =>
            members.every((b) => Math.max(far(a.place, b.place), far(b.place, a.place)) <= (many.widestMetres ?? Number.POSITIVE_INFINITY)),
          )),
    );
  const costNow = (): number => {
    let cost = 0;
    for (const [volunteer, members] of groups) {
      const has = before.get(volunteer.id) ?? 0;
      for (const [nth, person] of members.entries()) {
        cost += (objective.kilometre * far(volunteer.place, person.place)) / 1000 + objective.furtherPerson * (has + nth);
        if (person.partner !== undefined && person.partner !== null && person.partner !== volunteer.id) cost += objective.change;
        if (person.prefers !== undefined && !person.prefers.includes(volunteer.id)) cost += objective.notPreferred;
      }
    }
    return cost;
  };

  let best: Best | undefined;
  const out = [0, 0, 0, 0, 0];
  const better = (cost: number): boolean => {
    if (best === undefined) return true;
    const weight = out.reduce((sum, count, index) => sum + count * (5 - index), 0);
    if (mode === "grid") return weight < best.weight || (weight === best.weight && cost < best.cost);
    const index = out.findIndex((count, at) => count !== best?.left[at]);
    return index < 0 ? cost < best.cost : (out[index] as number) < (best.left[index] as number);
  };
  const place = (index: number): void => {
    const person = persons[index];
    if (person === undefined) {
      const cost = costNow();
      if (complete() && better(cost)) best = { left: [...out], weight: out.reduce((sum, count, at) => sum + count * (5 - at), 0), cost };
      return;
    }
    for (const volunteer of allowed[index] ?? []) {
      const members = groups.get(volunteer) ?? [];
      if (!mayHave(volunteer, members.length + 1)) continue;
      members.push(person);
      place(index + 1);
      members.pop();
    }
    const rank = (person.priority ?? 3) - 1;
    out[rank] = (out[rank] ?? 0) + 1;
    place(index + 1);
    out[rank] = (out[rank] ?? 0) - 1;
  };
  place(0);
  if (best === undefined) throw new Error("nobody paired is always a way");
  return best;
}
