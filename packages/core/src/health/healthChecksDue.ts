import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { addMonths, ageOn, type CivilDate } from "../time/civilDate.js";

/** What is known of a person's checks: `lastCheck` is `null` where there was none, absent where that is unknown. */
export interface CheckedPerson {
  readonly id: string;
  readonly birthDate?: CivilDate;
  readonly lastCheck?: CivilDate | null;
}

/** Who is owed a yearly check. */
export interface HealthCheckQuestion {
  readonly people: readonly CheckedPerson[];
  readonly on: CivilDate;
  /** Age from which a check is owed every year; the birthday counts. */
  readonly fromAge: number;
  /** Once in each calendar year, or within twelve months of the last check or of the birthday. */
  readonly year: "calendar" | "rolling";
  readonly clauses: readonly string[];
}

/** One check that is owed. */
export interface DueHealthCheck {
  readonly id: string;
  /** Last day on which it is in time. */
  readonly due: CivilDate;
  readonly state: "due" | "overdue";
  /** False where it is unknown whether the person was checked by the date asked about. */
  readonly lastCheckKnown: boolean;
}

/** Checks owed on a date. */
export interface HealthChecksDue {
  /** By day, then by person. */
  readonly due: readonly DueHealthCheck[];
  /** People of age who had this calendar year's check; none where the year rolls, since each check begins the next year. */
  readonly done: readonly string[];
  readonly notOfAge: readonly string[];
  /** People whose birth date is unknown. */
  readonly undetermined: readonly string[];
}

/**
 * Who is owed the yearly health check on a date, and until when. A person who reaches the age today is owed it within the year.
 *
 * @returns checks by their last day; who was born on 29 February reaches an age on the last day of February in a common year
 * @throws EldercareError where a date does not exist, the age is not whole or an id occurs twice
 * @example
 * const turning65 = { id: "p-1", birthDate: "1961-11-21", lastCheck: null };
 * healthChecksDue({ people: [turning65], on: "2026-11-21", fromAge: 65, year: "rolling", clauses: ["CL-2.4.12-a"] }).value.due //=> [{ id: "p-1", due: "2027-11-21", state: "due", lastCheckKnown: true }]
 * Source: CL-2.4.12-a (每年为65周岁以上老年人提供健康管理和健康体检服务).
 */
export function healthChecksDue({ people, on, fromAge, year, clauses }: HealthCheckQuestion): Counted<HealthChecksDue> {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.whole("/fromAge", fromAge, { least: 0, most: 150 });
  check.unique(
    (index) => `/people/${index}/id`,
    people.map(({ id }) => id),
  );
  for (const [index, { birthDate, lastCheck }] of people.entries()) {
    if (birthDate !== undefined) check.date(`/people/${index}/birthDate`, birthDate);
    if (typeof lastCheck === "string") check.date(`/people/${index}/lastCheck`, lastCheck);
  }
  check.done();
  const due: DueHealthCheck[] = [];
  const [done, notOfAge, undetermined]: [string[], string[], string[]] = [[], [], []];
  for (const { id, birthDate, lastCheck } of people) {
    const last = typeof lastCheck === "string" && lastCheck <= on ? lastCheck : undefined;
    // a check after the date asked about says nothing of those before it
    const lastCheckKnown = lastCheck === null || last !== undefined;
    if (birthDate === undefined) undetermined.push(id);
    else if (ageOn(birthDate, on) < fromAge) notOfAge.push(id);
    else if (year === "calendar") {
      if (last !== undefined && last.slice(0, 4) === on.slice(0, 4)) done.push(id);
      else due.push({ id, due: `${on.slice(0, 4)}-12-31`, state: "due", lastCheckKnown });
    } else {
      const ofAgeOn = addMonths(birthDate, 12 * fromAge);
      const begins = last !== undefined && last > ofAgeOn ? last : ofAgeOn;
      // who may have been checked at any time is owed a check now, and said to be unknown
      const day = lastCheckKnown ? addMonths(begins, 12) : on;
      due.push({ id, due: day, state: day < on ? "overdue" : "due", lastCheckKnown });
    }
  }
  due.sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
  const steps = [
    { zh: `满 ${fromAge} 周岁、应体检`, en: `aged ${fromAge} or over, check owed`, value: String(due.length) },
    { zh: "其中已逾期", en: "of these overdue", value: String(due.filter(({ state }) => state === "overdue").length) },
    { zh: "其中上次体检不明", en: "of these last check unknown", value: String(due.filter(({ lastCheckKnown }) => !lastCheckKnown).length) },
    { zh: "出生日期不明", en: "birth date unknown", value: String(undetermined.length) },
  ];
  const value = { due, done: done.sort(), notOfAge: notOfAge.sort(), undetermined: undetermined.sort() };
  return { value, unit: "check", steps, clauses };
}
