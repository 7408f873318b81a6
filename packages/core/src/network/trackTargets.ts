import { type Interval, printInterval, satisfies, surelySatisfies } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Modality } from "../decision/decision.js";
import type { Wording } from "../errors/issue.js";
import { compareRational, type Rational, rational, subtractRational } from "../money/rational.js";
import { lastDayOf } from "../progress/deadline.js";
import type { CivilDate } from "../time/civilDate.js";
import { cumulate, type Milestone } from "./milestones.js";
import { checkObserved, checkRequirement, type Requirement, reportOperator } from "./requirement.js";
import { type TargetState, trackTarget } from "./trackTarget.js";

/** What was observed of a target on a day; equal bounds where it is known exactly. */
export interface Observation {
  readonly on: CivilDate;
  readonly value: Interval;
}

/** A target of a plan with what has been observed of it. */
export interface DatedTarget extends Requirement {
  readonly id: string;
  readonly title: Wording;
  readonly unit: string;
  /** Year, month or day by the end of which it is to be reached; absent where the document gives none. */
  readonly by?: string;
  /** How strongly it binds: a 力争 that is overdue is no breach. */
  readonly modality: Modality;
  readonly observations: readonly Observation[];
  /** What each year or month adds on the way; only with `>=`. */
  readonly milestones?: readonly Milestone[];
  readonly clauses: readonly string[];
}

/** Targets and the date asked about. */
export interface TargetsQuestion {
  readonly targets: readonly DatedTarget[];
  readonly on: CivilDate;
}

/** As `TargetState`; `onTrack` where it is due and every milestone so far has been reached. */
export type TrackedState = TargetState | "onTrack";

/** Where one target stands. */
export interface TrackedTarget {
  readonly id: string;
  readonly state: TrackedState;
  readonly modality: Modality;
  /** The latest observation up to the date; absent where there is none. */
  readonly observed?: Observation;
  /** How far observed and required lie apart, none where it is met; absent where nothing is observed. */
  readonly gap?: Interval;
  /** Days of milestones that are past and surely not reached. */
  readonly missed: readonly CivilDate[];
  readonly clauses: readonly string[];
}

const zero = rational(0n, 1n);
const larger = (a: Rational, b: Rational): Rational => (compareRational(a, b) < 0 ? b : a);

function gapOf({ least, most }: Interval, { op, required, requiredMost }: Requirement): Interval {
  const over = (a: Rational, b: Rational): Rational => larger(zero, subtractRational(a, b));
  const below = { least: over(required, most), most: over(required, least) };
  const upper = requiredMost ?? required;
  const above = { least: over(least, upper), most: over(most, upper) };
  if (op === ">=" && requiredMost === undefined) return below;
  return op === "<=" ? above : { least: larger(below.least, above.least), most: larger(below.most, above.most) };
}

/** The latest observation up to a date; two of one day that differ leave open what lies between them. */
function latest(observations: readonly Observation[], on: CivilDate): Observation | undefined {
  const past = observations.filter((observation) => observation.on <= on);
  const day = past
    .map((observation) => observation.on)
    .sort()
    .at(-1);
  if (day === undefined) return undefined;
  return past
    .filter((observation) => observation.on === day)
    .reduce<Observation | undefined>(
      (joined, { value }) =>
        joined === undefined
          ? { on: day, value }
          : {
              on: day,
              value: {
                least: satisfies(value.least, "<=", joined.value.least) ? value.least : joined.value.least,
                most: larger(value.most, joined.value.most),
              },
            },
      undefined,
    );
}

function checkTargets({ targets, on }: TargetsQuestion) {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.unique(
    (index) => `/targets/${index}/id`,
    targets.map(({ id }) => id),
  );
  const dated = targets.map((target, index) => {
    const pointer = `/targets/${index}`;
    checkRequirement(check, pointer, target);
    for (const [nth, { on: day, value }] of target.observations.entries()) {
      check.date(`${pointer}/observations/${nth}/on`, day);
      checkObserved(check, `${pointer}/observations/${nth}/value`, value);
    }
    if (target.milestones !== undefined && target.op !== ">=") reportOperator(check, pointer, target.op);
    const parts = (target.milestones ?? []).flatMap(({ by, adds }, nth) => {
      if (adds !== undefined) check.rational(`${pointer}/milestones/${nth}/adds`, adds);
      return by === undefined ? [] : [{ by: lastDayOf(check, `${pointer}/milestones/${nth}/by`, by), adds }];
    });
    return { target, parts, by: target.by === undefined ? undefined : lastDayOf(check, `${pointer}/by`, target.by) };
  });
  check.done();
  return dated;
}

/**
 * Where each target of a plan stands on a date: met, on track, due, overdue, without a date, or not known. On track means
 * that all milestones whose day is past have been reached; without milestones nobody can say, and it is due. A target is
 * judged by its latest observation, whose day is told: what has changed since, nobody has said.
 *
 * @returns for each target its state, the gap in its unit, the milestones missed, how strongly it binds
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_DATE`, `NOT_A_NUMBER`, `OUT_OF_RANGE`, `NOT_IN_LIST` (milestones or a range of a target that is not `>=`)
 * @example
 * const exactly = (count) => ({ least: rational(count, 1n), most: rational(count, 1n) });
 * const points = { id: "points", title: { zh: "村级互助养老点", en: "village points" }, op: ">=", required: rational(113n, 1n), unit: "facility", by: "2022", modality: "required", milestones: [{ by: "2021", adds: rational(51n, 1n), clauses: ["CK-2.4-e"] }], clauses: ["CK-1.1-j"] };
 * trackTargets({ targets: [{ ...points, observations: [{ on: "2022-03-31", value: exactly(60n) }] }], on: "2022-06-30" }).value[0].state //=> "onTrack"
 * trackTargets({ targets: [{ ...points, observations: [] }], on: "2022-06-30" }).value[0].state //=> "undetermined"
 * Source: CK-1.1-g, CK-1.1-j, CL-1.2-b, NY-2-d, NY-4.3-5, IM-1-g.
 */
export function trackTargets(question: TargetsQuestion): Counted<readonly TrackedTarget[]> {
  const { on } = question;
  const tracked = checkTargets(question).map(({ target, parts, by }) => {
    const { op, required, requiredMost, modality, clauses } = target;
    const observed = latest(target.observations, on);
    const seen = observed === undefined ? {} : { observed: observed.value };
    const range = requiredMost === undefined ? {} : { requiredMost };
    const counted = trackTarget({ op, required, ...range, ...seen, ...(by === undefined ? {} : { by }), on, clauses });
    const past = cumulate(parts).filter((milestone) => milestone.by < on);
    const reached = past.map((milestone) =>
      observed === undefined || milestone.required === undefined ? undefined : surelySatisfies(observed.value, op, milestone.required),
    );
    const isOnTrack = counted.value === "due" && parts.length > 0 && reached.every((answer) => answer === true);
    const value: TrackedTarget = {
      id: target.id,
      state: isOnTrack ? "onTrack" : counted.value,
      modality,
      ...(observed === undefined ? {} : { observed, gap: gapOf(observed.value, target) }),
      missed: past.filter((_, index) => reached[index] === false).map((milestone) => milestone.by),
      clauses,
    };
    const gap = value.gap === undefined ? "?" : printInterval(value.gap);
    const steps = counted.steps.map((step) => ({
      zh: `${target.title.zh}：${step.zh}，差距 ${gap}`,
      en: `${target.title.en}: ${step.en}, gap ${gap}`,
      value: value.state,
    }));
    return { value, steps };
  });
  return {
    value: tracked.map(({ value }) => value),
    unit: "state",
    steps: tracked.flatMap(({ steps }) => steps),
    clauses: [...new Set(question.targets.flatMap(({ clauses }) => clauses))],
  };
}
