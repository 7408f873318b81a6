import type { ShiftBreak } from "./caregiver.js";
import { fullObjective } from "./objective.js";
import type { Problem } from "./problem.js";
import type { Visit } from "./visit.js";

/** Whether a visit may begin after its hours. */
export const isSoft = ({ when }: Pick<Visit, "when">): boolean => when?.soft === true;

/** Whether a break may be missed. */
export const isOptionalBreak = ({ required }: ShiftBreak): boolean => required === false;

/** Which costs beside travel, waiting and days a problem can incur: those that its plans list. */
export function softTermsOf(problem: Problem) {
  const { latestMinute, idlestMinute, newFace, unfairMinute } = fullObjective(problem.objective);
  const soft = problem.visits.some(isSoft);
  const shifts = problem.caregivers.flatMap((caregiver) => caregiver.shifts);
  return {
    lateness: soft,
    latest: soft && latestMinute > 0,
    overtime: shifts.some(({ overtimeMinutes = 0 }) => overtimeMinutes > 0),
    idlest: idlestMinute > 0,
    missedBreak: shifts.some(({ breaks = [] }) => breaks.some(isOptionalBreak)),
    newFaces: newFace > 0,
    unfair: unfairMinute > 0,
  };
}

/** Whether routes bear on one another in what a thread of its own could not know: crews, and beds that others take. */
export const bindsAcrossRoutes = ({ tours = [], beds = [], transports = [] }: Pick<Problem, "tours" | "beds" | "transports">): boolean =>
  tours.length + beds.length > 0 || transports.some(({ returnOf }) => typeof returnOf === "string");

/**
 * Where a problem asks for more than routes that each stand alone within their hours: links, patterns, hours that may be exceeded,
 * breaks that may be missed, a price on the idlest shift, on new faces, on unfair load. Pointers into the problem, one for each kind.
 */
export function beyondSingleRoutes(problem: Problem): string[] {
  const soft = problem.visits.findIndex(isSoft);
  const terms = softTermsOf(problem);
  const shiftWith = (field: string, wanted: (shift: Problem["caregivers"][number]["shifts"][number]) => boolean): string[] => {
    const row = problem.caregivers.findIndex(({ shifts }) => shifts.some(wanted));
    const shift = problem.caregivers[row]?.shifts.findIndex(wanted);
    return shift === undefined ? [] : [`/caregivers/${row}/shifts/${shift}/${field}`];
  };
  return [
    ...((problem.links ?? []).length > 0 ? ["/links"] : []),
    ...((problem.patterns ?? []).length > 0 ? ["/patterns"] : []),
    ...(soft < 0 ? [] : [`/visits/${soft}/when/soft`]),
    ...shiftWith("overtimeMinutes", ({ overtimeMinutes = 0 }) => overtimeMinutes > 0),
    ...shiftWith("breaks", ({ breaks = [] }) => breaks.some(isOptionalBreak)),
    ...(terms.idlest ? ["/objective/idlestMinute"] : []),
    ...(terms.newFaces ? ["/objective/newFace"] : []),
    ...(terms.unfair ? ["/objective/unfairMinute"] : []),
  ];
}
