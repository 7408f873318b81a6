import { checkRows } from "../counting/checkRows.js";
import { mostDays, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { jsonPointer } from "../errors/issue.js";
import { addDays, addMonths, type CivilDate } from "../time/civilDate.js";
import { type VisitChannel, type VisitRecord, visitRecordSchema } from "./visitRecord.js";

/** The longest time between two visits. */
export interface VisitInterval {
  readonly every: number;
  readonly unit: "day" | "week" | "month";
}

/** Whom to visit, how often, and what has been. */
export interface VisitsDueQuestion {
  /** People to be visited with their group of risk; a group that is absent is unknown. */
  readonly targets: readonly { readonly person: string; readonly group?: string }[];
  readonly visits: readonly VisitRecord[];
  readonly accepts: readonly VisitChannel[];
  /** Interval by group of risk. */
  readonly intervals: Readonly<Record<string, VisitInterval>>;
  readonly on: CivilDate;
  /** Last day of the list: visits due later are left out. */
  readonly through: CivilDate;
  readonly clauses: readonly string[];
}

/** One visit that is due. */
export interface DueVisit {
  readonly person: string;
  readonly due: CivilDate;
  readonly state: "due" | "overdue";
  /** Last visit that counts; absent where none is known, which makes the visit due on the day asked about. */
  readonly last?: CivilDate;
}

/** Visits due by a day, and of whom it is not known. */
export interface VisitsDue {
  /** By day, then by person. */
  readonly due: readonly DueVisit[];
  /** People whose group is unknown or has no interval. */
  readonly undetermined: readonly string[];
}

const later = (last: CivilDate, { every, unit }: VisitInterval): CivilDate =>
  unit === "month" ? addMonths(last, every) : addDays(last, unit === "week" ? 7 * every : every);

/**
 * Who is to be visited by a day, and who should have been already: each person's last visit plus the interval of their group.
 * Who has no known visit is due at once; who has no known interval is named.
 *
 * @throws EldercareError where dates or intervals mean nothing, an entry of the log is malformed, or ids occur twice
 * @example
 * const visits = [{ id: "x-1", person: "p-1", on: "2026-10-01", channel: "homeVisit" }];
 * const intervals = { key: { every: 1, unit: "month" } };
 * const question = { targets: [{ person: "p-1", group: "key" }, { person: "p-2", group: "key" }], visits, accepts: ["homeVisit"], intervals, on: "2026-11-02", through: "2026-11-30", clauses: [] };
 * visitsDue(question).value.due.map(({ person, due, state }) => `${person} ${due} ${state}`) //=> ["p-1 2026-11-01 overdue", "p-2 2026-11-02 due"]
 * Source: CL-2.1.2-a, CK-1.2-g, CK-2.7-e.
 */
export function visitsDue({ targets, visits, accepts, intervals, on, through, clauses }: VisitsDueQuestion): Counted<VisitsDue> {
  const check = new QuestionCheck();
  check.days("/on", on, "/through", through);
  check.unique(
    (index) => `/targets/${index}/person`,
    targets.map(({ person }) => person),
  );
  for (const [group, { every }] of Object.entries(intervals))
    check.whole(jsonPointer(["intervals", group, "every"]), every, { least: 1, most: mostDays });
  checkRows(check, "/visits", visitRecordSchema, visits);
  check.done();
  const lastOf = new Map<string, CivilDate>();
  for (const visit of visits) {
    // an entry that does not say its channel is not known to count, and does not put a visit off
    if (visit.on > on || visit.channel === undefined || !accepts.includes(visit.channel)) continue;
    if (visit.on > (lastOf.get(visit.person) ?? "")) lastOf.set(visit.person, visit.on);
  }
  const due: DueVisit[] = [];
  const undetermined: string[] = [];
  for (const { person, group } of targets) {
    const interval = group !== undefined && Object.hasOwn(intervals, group) ? intervals[group] : undefined;
    const last = lastOf.get(person);
    if (interval === undefined) undetermined.push(person);
    else if (last === undefined) due.push({ person, due: on, state: "due" });
    else {
      const day = later(last, interval);
      if (day <= through) due.push({ person, due: day, state: day < on ? "overdue" : "due", last });
    }
  }
  due.sort((a, b) => (a.due === b.due ? (a.person < b.person ? -1 : 1) : a.due < b.due ? -1 : 1));
  const overdue = due.filter(({ state }) => state === "overdue").length;
  const steps = [
    { zh: `${through} 前应探访`, en: `due by ${through}`, value: String(due.length) },
    { zh: `其中 ${on} 前已逾期`, en: `of these overdue before ${on}`, value: String(overdue) },
    { zh: "其中无探访记录", en: "of these without a known visit", value: String(due.filter(({ last }) => last === undefined).length) },
    { zh: "间隔不明", en: "interval unknown", value: String(undetermined.length) },
  ];
  return { value: { due, undetermined: undetermined.sort() }, unit: "visit", steps, clauses };
}
