import { type Issue, jsonPointer } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";
import { checkListed } from "./validateLinks.js";

/** What is wrong with the patterns of a problem of the right shape. */
export function validatePatterns({ patterns = [], visits }: Problem): Issue[] {
  const personOf = new Map(visits.map(({ id, person }) => [id, person]));
  const known = new Set(personOf.keys());
  const rhythmic = new Set<string>();
  return patterns.flatMap((pattern, row) => {
    const pointer = jsonPointer(["patterns", row]);
    const { person, sameWeekday, sameCaregiver, startToleranceMinutes } = pattern;
    const saysNothing = sameWeekday !== true && sameCaregiver === undefined && startToleranceMinutes === undefined;
    const of = pattern.visits.flatMap((id, index) => {
      const at = `${pointer}/visits/${index}`;
      const isAnothers = person !== undefined && known.has(id) && personOf.get(id) !== person;
      const isTwice = startToleranceMinutes !== undefined && rhythmic.has(id);
      return [
        ...(isAnothers ? [reportSchedulerIssue("PATTERN_OF_ANOTHER", at, { seen: id, values: { person } })] : []),
        ...(isTwice ? [reportSchedulerIssue("RHYTHM_TWICE", at, { seen: id })] : []),
      ];
    });
    if (startToleranceMinutes !== undefined) for (const id of pattern.visits) rhythmic.add(id);
    return [
      ...(pattern.visits.length < 2 ? [reportSchedulerIssue("PATTERN_OF_ONE", `${pointer}/visits`, { seen: pattern.visits.length })] : []),
      ...(saysNothing ? [reportSchedulerIssue("PATTERN_SAYS_NOTHING", pointer)] : []),
      ...checkListed(pattern.visits, pointer, known),
      ...of,
    ];
  });
}
