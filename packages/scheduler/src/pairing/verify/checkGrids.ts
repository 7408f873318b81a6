import type { DistanceBetween } from "../model/distance.js";
import type { Pairing } from "../model/pairing.js";
import type { PairingProblem } from "../model/problem.js";
import { type PairingViolation, violationOf } from "./pairingBreach.js";

/** Checks the grids of a pairing: one a leader, as many persons as asked, no wider than allowed, measured rightly. */
export function checkGrids(problem: PairingProblem, { grids }: Pairing, distance: DistanceBetween): PairingViolation[] {
  const { leastPersons = 1, widestMetres = Number.POSITIVE_INFINITY } = problem.requirements?.grid ?? {};
  const places = new Map(problem.persons.map(({ id, place }) => [id, place]));
  const leaders = new Set<string>();
  return grids.flatMap(({ leader: volunteer, members, totalMetres, widthMetres }) => {
    const about = { volunteer };
    const violations: PairingViolation[] = [];
    if (leaders.has(volunteer)) violations.push(violationOf("GRID_LEADER_TWICE", about));
    leaders.add(volunteer);
    const values = { seen: String(members.length), least: String(leastPersons) };
    if (members.length < leastPersons) violations.push(violationOf("GRID_BELOW_LEAST", about, values));
    const at = members.flatMap(({ person }) => places.get(person) ?? []);
    let width = 0;
    for (const from of at) for (const to of at) if (from !== to) width = Math.max(width, distance(from, to));
    if (width > widestMetres) violations.push(violationOf("GRID_WIDER_THAN_ALLOWED", about, { seen: String(width), most: String(widestMetres) }));
    if (width !== widthMetres)
      violations.push(violationOf("GRID_WRONG_MEASURE", about, { name: "widthMetres", seen: String(widthMetres), expected: String(width) }));
    const total = members.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0);
    if (total !== totalMetres)
      violations.push(violationOf("GRID_WRONG_MEASURE", about, { name: "totalMetres", seen: String(totalMetres), expected: String(total) }));
    return violations;
  });
}
