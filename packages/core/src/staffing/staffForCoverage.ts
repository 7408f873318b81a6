import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { compareRational, printRational, type Rational, rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";
import { isClockTime, minuteOfDay } from "../time/clockTime.js";
import { reportStaffing } from "./codes.js";

/** Posts that must be filled at the same hours. */
export interface CoveredPost {
  /** People at work at once, whole. */
  readonly people: number;
  /** Hours of the day `HH:MM`, `24:00` at most; a post that passes midnight is two. */
  readonly from: string;
  readonly to: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
}

/** What must be covered, and how long a person works by law and contract. */
export interface ShiftCoverageQuestion {
  readonly posts: readonly CoveredPost[];
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  readonly restDaysPerWeek: number;
  /** Working days that a person is on leave in a year, and public holidays on which they do not work. */
  readonly leaveDaysPerYear: number;
  readonly holidaysPerYear: number;
  /** Days of the year counted for, 365 or 366. */
  readonly daysOfYear: number;
  readonly clauses: readonly string[];
}

/** People to be employed for the hours to be covered. */
export interface ShiftCoverageStaff {
  /** Persons to employ. */
  readonly required: number;
  /** Exact number by hours of the year, before rounding. */
  readonly byHours: Rational;
  /** Most people at work at one moment, and most persons that one day's hours take. */
  readonly atOnce: number;
  readonly onOneDay: number;
}

const week = [1, 2, 3, 4, 5, 6, 7];

function checkQuestion(question: ShiftCoverageQuestion): void {
  const check = new QuestionCheck();
  for (const [index, { people, from, to, weekdays }] of question.posts.entries()) {
    check.whole(`/posts/${index}/people`, people);
    for (const [name, time] of Object.entries({ from, to }))
      if (!isClockTime(time)) check.add(reportIssue("NOT_A_CLOCK_TIME", `/posts/${index}/${name}`, { seen: time }));
    if (isClockTime(from) && isClockTime(to) && to <= from)
      check.add(reportStaffing("POST_ENDS_BEFORE_IT_BEGINS", `/posts/${index}/to`, { seen: to }));
    for (const [nth, day] of weekdays.entries()) check.whole(`/posts/${index}/weekdays/${nth}`, day, { least: 1, most: 7 });
    check.unique((nth) => `/posts/${index}/weekdays/${nth}`, weekdays.map(String));
  }
  check.whole("/minutesPerDay", question.minutesPerDay, { least: 1, most: 24 * 60 });
  check.whole("/minutesPerWeek", question.minutesPerWeek, { least: 1, most: 7 * 24 * 60 });
  check.whole("/restDaysPerWeek", question.restDaysPerWeek, { least: 0, most: 6 });
  check.whole("/leaveDaysPerYear", question.leaveDaysPerYear, { least: 0, most: 366 });
  check.whole("/holidaysPerYear", question.holidaysPerYear, { least: 0, most: 366 });
  check.whole("/daysOfYear", question.daysOfYear, { least: 365, most: 366 });
  check.done();
}

/** Days that a person works in a year: the working days of its weeks, less leave and holidays. */
function workingDays({
  minutesPerDay,
  minutesPerWeek,
  restDaysPerWeek,
  leaveDaysPerYear,
  holidaysPerYear,
  daysOfYear,
}: ShiftCoverageQuestion): Rational {
  const byRest = rational(BigInt(7 - restDaysPerWeek), 1n);
  const byHours = rational(BigInt(minutesPerWeek), BigInt(minutesPerDay));
  const perWeek = compareRational(byHours, byRest) < 0 ? byHours : byRest;
  const away = 7n * perWeek.denominator * BigInt(leaveDaysPerYear + holidaysPerYear);
  return rational(perWeek.numerator * BigInt(daysOfYear) - away, 7n * perWeek.denominator);
}

function mostAtOnce(posts: readonly CoveredPost[]): number {
  // the most people work when some post begins
  const atOnce = (day: number, minute: number): number =>
    posts
      .filter((post) => post.weekdays.includes(day) && minuteOfDay(post.from) <= minute && minute < minuteOfDay(post.to))
      .reduce((sum, post) => sum + post.people, 0);
  return Math.max(0, ...posts.flatMap((post) => post.weekdays.map((day) => atOnce(day, minuteOfDay(post.from)))));
}

/**
 * How many people must be employed for posts to be filled at their hours, all year, when nobody works longer than law and
 * contract allow. It is the least number: hand-over, sickness and travel are not in it unless they are given as leave or posts.
 *
 * @returns persons to employ, the exact number by hours, and the least by one moment and by one day
 * @throws EldercareError where an argument means nothing; `NO_WORKING_TIME` where leave and holidays leave no day to work
 * @example
 * const roundTheClock = { people: 2, from: "00:00", to: "24:00", weekdays: [1, 2, 3, 4, 5, 6, 7] };
 * const year = { daysOfYear: 365, leaveDaysPerYear: 5, holidaysPerYear: 13 };
 * staffForCoverage({ posts: [roundTheClock], minutesPerDay: 480, minutesPerWeek: 2400, restDaysPerWeek: 1, ...year, clauses: [] }).value.required //=> 10
 * Source: 劳动法 arts 36, 38, 45; 国务院关于职工工作时间的规定 art. 3 (whose numbers are arguments here).
 */
export function staffForCoverage(question: ShiftCoverageQuestion): Counted<ShiftCoverageStaff> {
  checkQuestion(question);
  const { posts, minutesPerDay, daysOfYear, clauses } = question;
  const days = workingDays(question);
  if (days.numerator <= 0n) {
    const check = new QuestionCheck();
    check.add(reportStaffing("NO_WORKING_TIME", "/leaveDaysPerYear", { seen: printRational(days) }));
    check.done();
  }
  const minutesOn = (day: number): number =>
    posts.filter((post) => post.weekdays.includes(day)).reduce((sum, post) => sum + post.people * (minuteOfDay(post.to) - minuteOfDay(post.from)), 0);
  const perWeek = week.reduce((sum, day) => sum + minutesOn(day), 0);
  const byHours = rational(BigInt(perWeek) * BigInt(daysOfYear) * days.denominator, 7n * days.numerator * BigInt(minutesPerDay));
  const atOnce = mostAtOnce(posts);
  const onOneDay = Math.max(...week.map((day) => Math.ceil(minutesOn(day) / minutesPerDay)));
  const required = Math.max(roundRational(byHours, "up"), atOnce, onOneDay);
  const steps = [
    { zh: "每周在岗分钟数", en: "minutes at work a week", value: String(perWeek) },
    { zh: `每人全年工作日（${daysOfYear} 天）`, en: `days that a person works, of ${daysOfYear}`, value: printRational(days) },
    {
      zh: `每周 × ${daysOfYear}/7 ÷（工作日 × ${minutesPerDay}）`,
      en: `a week × ${daysOfYear}/7 ÷ (days × ${minutesPerDay})`,
      value: printRational(byHours),
    },
    { zh: "同一时刻至多在岗", en: "most at work at once", value: String(atOnce) },
    { zh: "单日工时至少需要", en: "least by the hours of one day", value: String(onOneDay) },
    { zh: "取最大，进一取整", en: "the largest, rounded up", value: String(required) },
  ];
  return { value: { required, byHours, atOnce, onOneDay }, unit: "person", steps, clauses };
}
