import type { Compiled } from "../model/compiled.js";
import { hasSeen } from "../model/history.js";
import { fullObjective } from "../model/objective.js";
import type { Problem } from "../model/problem.js";
import { type FaceGroup, Faces } from "./faces.js";
import { Loads } from "./loads.js";
import type { Tally } from "./tally.js";

/** People, each with the caregivers seen before. */
function peopleOf({ visits, caregivers, history }: Problem): FaceGroup[] {
  const byPerson = new Map<string, number[]>();
  for (const [index, { person }] of visits.entries()) {
    if (person === undefined) continue;
    const list = byPerson.get(person);
    if (list === undefined) byPerson.set(person, [index]);
    else list.push(index);
  }
  return [...byPerson].map(([person, own]) => ({
    visits: own,
    freeFaces: 0,
    known: Uint8Array.from(caregivers, ({ id }) => (hasSeen(history, person, id) ? 1 : 0)),
  }));
}

/** Patterns that would rather have one caregiver, whoever she is. */
function patternsOf({ visits, caregivers, patterns = [] }: Problem): FaceGroup[] {
  const indexOf = new Map(visits.map(({ id }, index) => [id, index]));
  return patterns
    .filter(({ sameCaregiver }) => sameCaregiver === "prefer")
    .map((pattern) => ({
      visits: pattern.visits.map((id) => indexOf.get(id) ?? 0),
      freeFaces: 1,
      known: new Uint8Array(caregivers.length),
    }));
}

/** What a problem asks to be counted, by those of its features that do. */
export function talliesOf(compiled: Compiled): Tally[] {
  const { problem, costScale, features } = compiled;
  const { newFace, unfairMinute } = fullObjective(problem.objective);
  const holds = (name: string): boolean => features.some((feature) => feature.name === name);
  const groups = [...(holds("continuity") ? peopleOf(problem) : []), ...(holds("patterns") ? patternsOf(problem) : [])];
  return [
    ...(newFace > 0 && (holds("continuity") || holds("patterns")) ? [new Faces(compiled, Math.round(newFace * costScale), groups)] : []),
    ...(unfairMinute > 0 && holds("fairLoad") ? [new Loads(compiled, Math.round((unfairMinute * costScale) / 60))] : []),
  ];
}
