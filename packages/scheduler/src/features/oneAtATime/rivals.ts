import type { Compiled } from "../../model/compiled.js";
import { fixedSo, mayOverlap } from "./mayOverlap.js";
import { meantAtOnce } from "./meantAtOnce.js";

/** For each visit, those of the same person that could be under way at once: entries `first[v]` … `first[v + 1] − 1`. */
export interface Rivals {
  readonly first: Int32Array;
  readonly rivals: Int32Array;
}

/** Rivals by the hours, lengths and links of visits, whatever the routes. */
export function rivalsOf({ problem }: Compiled): Rivals {
  const { visits, caregivers } = problem;
  const factor = caregivers.reduce((most, { serviceTimeFactor = 1 }) => Math.max(most, serviceTimeFactor), 0);
  const ofPerson = new Map<string, number[]>();
  for (const [index, { person }] of visits.entries()) {
    if (person === undefined) continue;
    const known = ofPerson.get(person);
    if (known === undefined) ofPerson.set(person, [index]);
    else known.push(index);
  }
  const isMeant = meantAtOnce(problem);
  const first = new Int32Array(visits.length + 1);
  const rivals: number[] = [];
  for (const [index, visit] of visits.entries()) {
    for (const other of visit.person === undefined ? [] : (ofPerson.get(visit.person) ?? [])) {
      const rival = visits[other];
      if (other === index || rival === undefined || fixedSo(visit, rival) || isMeant(visit, rival)) continue;
      if (mayOverlap(visit, rival, factor)) rivals.push(other);
    }
    first[index + 1] = rivals.length;
  }
  return { first, rivals: Int32Array.from(rivals) };
}
