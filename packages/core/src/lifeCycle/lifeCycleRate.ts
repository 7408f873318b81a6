import { surelySatisfies } from "../counting/comparison.js";
import { printShare, shareStep } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import type { Facility } from "../facility/facility.js";
import { type Rational, rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";
import { tick, type Verdict, verdictOf } from "../progress/verdict.js";
import type { CivilDate } from "../time/civilDate.js";
import { checkLifeCycle, type FacilityState, operatesOn, reachedOn } from "./reachedOn.js";
import { type ShareWithin, shareWithin } from "./shareWithin.js";

/** A rate of facilities on a date: 开工率, 建成率, 合格率, 运营率. */
export interface LifeCycleRateQuestion {
  readonly facilities: readonly Facility[];
  readonly kind: Facility["kind"];
  /** Name of the rate, as it is printed in the steps. */
  readonly title: Wording;
  /** What counts: a state reached by the date; `operating` counts only who has not closed. */
  readonly state: FacilityState;
  /** What it is a share of: all facilities of the kind, or those that had reached a state. */
  readonly of: "all" | FacilityState;
  /** How many facilities of the kind there should be, where the plan counts more than are recorded. Only with `of: "all"`. */
  readonly planned?: number;
  /** The least share asked for, exact: 50 % is 1/2. */
  readonly atLeast?: Rational;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** A rate with the facilities behind it. */
export interface LifeCycleRate extends ShareWithin {
  /** Facilities that must have reached it, part of one counting as one; absent without `atLeast`, or while it is unknown of how many. */
  readonly needed?: number;
  /** Present where a least share was asked for. */
  readonly outcome?: Verdict;
}

/**
 * The share of facilities that have reached a state by a date. Facilities whose record does not tell, and planned ones
 * without any record, open the bounds.
 *
 * @param question.planned whole, at least the facilities of the kind that are given
 * @returns the exact share with its bounds, the facilities by name, and the number needed for the share asked for
 * @throws EldercareError `EVENT_OUT_OF_ORDER`, `EVENT_REPEATED`, `DUPLICATE_ID`, `NOT_A_DATE`, `OUT_OF_RANGE`
 * @example
 * const centre = { id: "f", kind: "streetCareCentre", area: "411302001", events: [{ on: "2021-06-01", state: "started" }] };
 * const question = { facilities: [centre], kind: "streetCareCentre", title: { zh: "建成率", en: "completion rate" }, state: "built", of: "all", planned: 45, atLeast: rational(1n, 2n), on: "2021-12-31", clauses: ["NY-4.1-2"] };
 * lifeCycleRate(question).value.needed //=> 23
 * Source: NY-4.1-2, NY-4.1-3, NY-4.2-2.
 */
export function lifeCycleRate(question: LifeCycleRateQuestion): Counted<LifeCycleRate> {
  const { kind, title, state, of, planned, atLeast, on, clauses } = question;
  const counted = question.facilities.filter((facility) => facility.kind === kind);
  const check = new QuestionCheck();
  check.date("/on", on);
  check.unique(
    (index) => `/facilities/${index}/id`,
    question.facilities.map(({ id }) => id),
  );
  for (const [index, facility] of question.facilities.entries())
    for (const issue of checkLifeCycle(facility, `/facilities/${index}`)) check.add(issue);
  if (planned !== undefined)
    check.whole("/planned", planned, of === "all" ? { least: counted.length } : { least: counted.length, most: counted.length });
  if (atLeast !== undefined) check.rational("/atLeast", atLeast, { least: 0, most: 1 });
  check.done();
  const reached = (facility: Facility, asked: FacilityState): boolean | undefined =>
    asked === "operating" ? operatesOn(facility, on) : reachedOn(facility, asked, on);
  const unrecorded = planned === undefined ? 0 : planned - counted.length;
  const known = shareWithin(
    counted.map((facility) => ({ id: facility.id, answer: reached(facility, state), within: of === "all" ? true : reached(facility, of) })),
    unrecorded,
  );
  const isWhole = of === "all" || counted.every((facility) => reached(facility, of) !== undefined);
  const steps: Step[] = [shareStep(title.zh, title.en, { ...known, unknown: [...known.unknown, ...new Array<string>(unrecorded).fill("?")] })];
  if (unrecorded > 0) steps.push({ zh: "其中无记录", en: "of them without record", value: String(unrecorded) });
  if (atLeast === undefined) return { value: known, unit: "share", steps, clauses };
  const met = known.share === undefined ? undefined : surelySatisfies(known.share, ">=", atLeast);
  const percent = printShare(atLeast);
  const needed = isWhole ? roundRational(rational(BigInt(known.of) * atLeast.numerator, atLeast.denominator), "up") : undefined;
  if (needed !== undefined)
    steps.push({ zh: `${known.of} × ${percent}，进一取整`, en: `${known.of} × ${percent}, rounded up`, value: String(needed) });
  steps.push({ zh: `不低于 ${percent}`, en: `at least ${percent}`, value: tick(met) });
  return { value: { ...known, ...(needed === undefined ? {} : { needed }), outcome: verdictOf(met) }, unit: "share", steps, clauses };
}
