import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Issue } from "../errors/issue.js";
import { byText, tick } from "../progress/verdict.js";
import { addDays, addMonths, type CivilDate } from "../time/civilDate.js";
import { reportQuotaIssue } from "./codes.js";

/** A lease of a site; both days included, `to` absent where unknown, null where it has no end. */
export interface Lease {
  readonly id: string;
  readonly from: CivilDate;
  readonly to?: CivilDate | null;
}

/** Leases and how many years they should run. */
export interface LeaseQuestion {
  readonly leases: readonly Lease[];
  /** Whole, at least 1. */
  readonly years: number;
  readonly clauses: readonly string[];
}

/** Which leases are long enough. */
export interface LeaseStanding {
  readonly longEnough: readonly string[];
  readonly tooShort: readonly string[];
  readonly undetermined: readonly string[];
  /** A warning for each that is too short, with the day until which it should run. */
  readonly warnings: readonly Issue[];
}

/** The last day of so many years from a day that itself counts. */
function lastDayOfYears(from: CivilDate, years: number): CivilDate {
  const anniversary = addMonths(from, 12 * years);
  // where the year has no 29 February, the last day of the month is the last of the term, not the day before it
  return anniversary.slice(8) < from.slice(8) ? anniversary : addDays(anniversary, -1);
}

/**
 * Which leases run for the years asked for (租赁期一般不低于10年). Ten years from 1 January are over on 31 December.
 *
 * @returns ids in their order, and a warning `LEASE_TOO_SHORT` for each short one: it is a warning since the text says 一般
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_DATE`, `PERIOD_REVERSED`, `OUT_OF_RANGE`
 * @example
 * checkLeases({ leases: [{ id: "l-1", from: "2022-01-01", to: "2031-12-31" }], years: 10, clauses: ["NY-3.2.3-b"] }).value.longEnough //=> ["l-1"]
 * Source: NY-3.2.3-b; 民法典 art. 202.
 */
export function checkLeases({ leases, years, clauses }: LeaseQuestion): Counted<LeaseStanding> {
  const check = new QuestionCheck();
  check.whole("/years", years, { least: 1, most: 100 });
  check.unique(
    (index) => `/leases/${index}/id`,
    leases.map(({ id }) => id),
  );
  for (const [index, { from, to }] of leases.entries()) check.period(`/leases/${index}`, to === undefined || to === null ? { from } : { from, to });
  check.done();
  const judged = leases.map(({ id, from, to }, index) => {
    const until = lastDayOfYears(from, years);
    return { id, index, to, until, isLong: to === undefined ? undefined : to === null || to >= until };
  });
  judged.sort((a, b) => byText(a.id, b.id));
  const those = (isLong: boolean | undefined): string[] => judged.filter((each) => each.isLong === isLong).map(({ id }) => id);
  const warnings = judged
    .filter(({ isLong }) => isLong === false)
    .map(({ index, to, until }) => reportQuotaIssue("LEASE_TOO_SHORT", `/leases/${index}/to`, { seen: to, values: { years: String(years), until } }));
  return {
    value: { longEnough: those(true), tooShort: those(false), undetermined: those(undefined), warnings },
    unit: "lease",
    steps: judged.map(({ id, to, until, isLong }) => ({
      zh: `${id} 租至 ${to === null ? "无期限" : (to ?? "?")}，${years} 年应至 ${until}`,
      en: `${id} runs to ${to === null ? "no end" : (to ?? "?")}, ${years} years end on ${until}`,
      value: tick(isLong),
    })),
    clauses,
  };
}
