import { type Issue, jsonPointer, reportIssue, reportMissing } from "@eldercare/core";
import { breaksFit, breaksOf } from "./breaksOf.js";
import type { Caregiver, Shift } from "./caregiver.js";
import { knownSecondsOfDay } from "./clock.js";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";

function checkShift(shift: Shift, problem: Problem, places: ReadonlySet<string>, pointer: string): Issue[] {
  const issues: Issue[] = [];
  const missing = (field: "start" | "end") => {
    const place = shift[field];
    if (place !== undefined && !places.has(place)) issues.push(reportMissing("place", `${pointer}/${field}`, place));
  };
  missing("start");
  missing("end");
  if (shift.date < problem.horizon.from || shift.date > problem.horizon.to)
    issues.push(reportSchedulerIssue("SHIFT_OUTSIDE_HORIZON", `${pointer}/date`, { seen: shift.date }));
  const from = knownSecondsOfDay(shift.from);
  const to = knownSecondsOfDay(shift.to);
  if (to <= from) return [...issues, reportIssue("SHIFT_ENDS_BEFORE_IT_BEGINS", `${pointer}/to`, { seen: shift.to })];
  const impossible = breaksOf(shift).filter(
    (pause) =>
      !pause.isTaken && (pause.toSeconds < pause.fromSeconds || Math.max(pause.fromSeconds, from) > Math.min(pause.toSeconds, to - pause.seconds)),
  );
  if (impossible.length > 0)
    return [
      ...issues,
      ...impossible.map((pause) => {
        const index = Number(pause.id.slice("break-".length)) - 1;
        const written = shift.breaks?.[index];
        return reportIssue("BREAK_OUTSIDE_SHIFT", `${pointer}/breaks/${index}`, { seen: `${written?.from}–${written?.to}` });
      }),
    ];
  if (!breaksFit(shift))
    issues.push(
      reportSchedulerIssue("BREAKS_DO_NOT_FIT", `${pointer}/breaks`, {
        seen: (shift.breaks ?? []).map((pause) => `${pause.from}–${pause.to}`).join(", "),
      }),
    );
  return issues;
}

function checkMentors({ id, mentoredBy = [] }: Caregiver, { caregivers }: Problem, pointer: string): Issue[] {
  if (mentoredBy.length === 0) return [];
  const known = caregivers.map((caregiver) => caregiver.id);
  return mentoredBy.flatMap((mentor, index) => {
    const at = `${pointer}/mentoredBy/${index}`;
    if (mentor === id) return [reportSchedulerIssue("MENTOR_OF_HERSELF", at, { seen: id })];
    return known.includes(mentor) ? [] : [reportMissing("caregiver", at, mentor, known)];
  });
}

function checkArea({ serviceArea }: Caregiver, places: ReadonlySet<string>, pointer: string): Issue[] {
  if (serviceArea === undefined) return [];
  const { places: named = [], circles = [] } = serviceArea;
  const known = (place: string, at: string): Issue[] => (places.has(place) ? [] : [reportMissing("place", `${pointer}/${at}`, place, [...places])]);
  return [
    ...(named.length + circles.length === 0 ? [reportSchedulerIssue("AREA_OF_NOTHING", pointer)] : []),
    ...named.flatMap((place, index) => known(place, `places/${index}`)),
    ...circles.flatMap(({ centre }, index) => known(centre, `circles/${index}/centre`)),
  ];
}

/** What is wrong with one caregiver of a problem of the right shape. */
export function validateCaregiver(caregiver: Caregiver, row: number, problem: Problem, places: ReadonlySet<string>): Issue[] {
  const pointer = jsonPointer(["caregivers", row]);
  const dates = new Set<string>();
  const issues: Issue[] = [];
  if (!Object.hasOwn(problem.travel.profiles, caregiver.profile))
    issues.push(reportMissing("travel profile", `${pointer}/profile`, caregiver.profile));
  issues.push(...checkMentors(caregiver, problem, pointer), ...checkArea(caregiver, places, `${pointer}/serviceArea`));
  for (const [index, shift] of caregiver.shifts.entries()) {
    if (dates.has(shift.date)) issues.push(reportSchedulerIssue("TWO_SHIFTS_ON_A_DATE", `${pointer}/shifts/${index}/date`, { seen: shift.date }));
    dates.add(shift.date);
    issues.push(...checkShift(shift, problem, places, `${pointer}/shifts/${index}`));
  }
  if (![...dates].some((date) => problem.horizon.from <= date && date <= problem.horizon.to))
    issues.push(reportSchedulerIssue("CAREGIVER_HAS_NO_SHIFT", `${pointer}/shifts`, { seen: caregiver.id }));
  return issues;
}
