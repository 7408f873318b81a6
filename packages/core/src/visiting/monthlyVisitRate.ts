import { checkRows } from "../counting/checkRows.js";
import { type KnownShare, knownShare, shareStep } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { type CivilDate, deadlineDay, isCivilDate } from "../time/civilDate.js";
import { type VisitChannel, type VisitRecord, visitRecordSchema } from "./visitRecord.js";

/** A person on the list of those to be visited, from when and until when: who died or moved away left the list that day. */
export interface VisitTarget {
  readonly person: string;
  /** First day on the list; absent where it lies before everything asked about. */
  readonly from?: CivilDate;
  /** Last day on the list; absent while the person is on it. */
  readonly until?: CivilDate;
}

/** Who of those who came or left within the month is counted. */
export type MonthCounting = "wholeMonth" | "anyDay" | "lastDay";

/** A month's list and log. */
export interface VisitRateQuestion {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly targets: readonly VisitTarget[];
  readonly visits: readonly VisitRecord[];
  /** Channels that count as a visit, as the pack says. */
  readonly accepts: readonly VisitChannel[];
  /** Whether those count who were on the list all month, on any day of it, or on its last day. */
  readonly counting: MonthCounting;
  readonly clauses: readonly string[];
}

/** The visit rate of a month: `no` holds those not visited, `unknown` those whose visits name no channel. */
export interface VisitRate extends KnownShare {
  /** Visits of the month by channel, `unknown` where none is named. */
  readonly byChannel: Readonly<Partial<Record<VisitChannel | "unknown", number>>>;
  /** People who came or left within the month and are not counted by the convention. */
  readonly notCounted: readonly string[];
  /** People visited in the month who stand on no list. */
  readonly notListed: readonly string[];
}

/**
 * The share of a month's target persons who were visited in it, with the names of those who were not.
 *
 * @returns the exact share, with bounds where a log entry does not say by which channel
 * @throws EldercareError where the month does not exist, an entry of the log is malformed, or ids occur twice
 * @example
 * const visits = [{ id: "x-1", person: "p-1", on: "2026-10-08", channel: "phone" }];
 * const question = { month: "2026-10", targets: [{ person: "p-1" }, { person: "p-2" }], visits, accepts: ["homeVisit", "phone"], counting: "anyDay", clauses: ["IM-1-k"] };
 * monthlyVisitRate(question).value.no //=> ["p-2"]
 * Source: IM-1-k (月探访率达到100%).
 */
export function monthlyVisitRate(question: VisitRateQuestion): Counted<VisitRate> {
  checkQuestion(question);
  const { month, targets, visits, accepts, counting, clauses } = question;
  const from = `${month}-01`;
  const to = deadlineDay(month);
  const onList = (target: VisitTarget, day: CivilDate): boolean => (target.from ?? day) <= day && day <= (target.until ?? day);
  const touched = targets.filter((target) => (target.from ?? from) <= to && (target.until ?? to) >= from);
  const counts = (target: VisitTarget): boolean => counting === "anyDay" || (onList(target, to) && (counting === "lastDay" || onList(target, from)));
  const ofMonth = visits.filter((visit) => visit.on >= from && visit.on <= to);
  const visitsOf = new Map<string, VisitRecord[]>();
  for (const visit of ofMonth) visitsOf.set(visit.person, [...(visitsOf.get(visit.person) ?? []), visit]);
  const visited = (target: VisitTarget): boolean | undefined => {
    const channels = (visitsOf.get(target.person) ?? []).filter((visit) => onList(target, visit.on)).map(({ channel }) => channel);
    if (channels.some((channel) => channel !== undefined && accepts.includes(channel))) return true;
    return channels.includes(undefined) ? undefined : false;
  };
  const counted = touched.filter(counts);
  const rate = knownShare(counted.map((target) => [target.person, visited(target)]));
  const listed = new Set(targets.map(({ person }) => person));
  const byChannel: Partial<Record<VisitChannel | "unknown", number>> = {};
  for (const { channel = "unknown" } of ofMonth) byChannel[channel] = (byChannel[channel] ?? 0) + 1;
  const value: VisitRate = {
    ...rate,
    byChannel,
    notCounted: touched.flatMap((target) => (counts(target) ? [] : [target.person])).sort(),
    notListed: [...visitsOf.keys()].filter((person) => !listed.has(person)).sort(),
  };
  return { value, unit: "share", steps: [shareStep(`${month} 月探访`, `visited in ${month}`, rate)], clauses };
}

function checkQuestion({ month, targets, visits }: VisitRateQuestion): void {
  const check = new QuestionCheck();
  if (!/^\d{4}-\d{2}$/.test(month) || !isCivilDate(`${month}-01`)) check.add(reportIssue("NOT_A_DATE", "/month", { seen: month }));
  for (const [index, { from, until }] of targets.entries()) {
    if (from !== undefined) check.date(`/targets/${index}/from`, from);
    if (until !== undefined) check.date(`/targets/${index}/until`, until);
    if (from !== undefined && until !== undefined && until < from)
      check.add(reportIssue("PERIOD_REVERSED", `/targets/${index}`, { seen: `${from} – ${until}` }));
  }
  check.unique(
    (index) => `/targets/${index}/person`,
    targets.map(({ person }) => person),
  );
  checkRows(check, "/visits", visitRecordSchema, visits);
  check.done();
}
