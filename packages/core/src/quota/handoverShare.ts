import { surelySatisfies } from "../counting/comparison.js";
import { type KnownShare, knownShare, printShare, shareStep } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Rational } from "../money/rational.js";
import { tick, type Verdict, verdictOf } from "../progress/verdict.js";
import type { CivilDate } from "../time/civilDate.js";

/** A care facility built with a residential area. */
export interface BuiltFacility {
  readonly id: string;
  /** The day on which it was handed over to the government; null where known not to be, absent where unknown. */
  readonly handedOverOn?: CivilDate | null;
}

/** Facilities built with residential areas, and the share that must be handed over. */
export interface HandoverQuestion {
  readonly facilities: readonly BuiltFacility[];
  /** Least share, exact: 全部 is 1. */
  readonly atLeast: Rational;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** The share handed over, by name, and whether it is enough. */
export interface HandoverShare extends KnownShare {
  readonly outcome: Verdict;
}

/**
 * The share of facilities built with residential areas that have been handed over by a date.
 *
 * @returns the exact share with its bounds, the facilities by name; undetermined where what is not recorded could turn it
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_DATE`, `NOT_A_NUMBER`, `OUT_OF_RANGE`
 * @example
 * const facilities = [{ id: "a", handedOverOn: "2022-03-01" }, { id: "b", handedOverOn: null }];
 * handoverShare({ facilities, atLeast: rational(1n, 1n), on: "2022-12-31", clauses: ["NY-3.2.3-a"] }).value.no //=> ["b"]
 * Source: NY-3.2.3-a (将新建住宅小区配建的养老服务设施全部予以收回).
 */
export function handoverShare({ facilities, atLeast, on, clauses }: HandoverQuestion): Counted<HandoverShare> {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.rational("/atLeast", atLeast, { least: 0, most: 1 });
  check.unique(
    (index) => `/facilities/${index}/id`,
    facilities.map(({ id }) => id),
  );
  for (const [index, { handedOverOn }] of facilities.entries())
    if (typeof handedOverOn === "string") check.date(`/facilities/${index}/handedOverOn`, handedOverOn);
  check.done();
  const isHandedOver = ({ handedOverOn }: BuiltFacility): boolean | undefined =>
    handedOverOn === undefined ? undefined : handedOverOn !== null && handedOverOn <= on;
  const known = knownShare(facilities.map((facility) => [facility.id, isHandedOver(facility)]));
  const met = known.share === undefined ? undefined : surelySatisfies(known.share, ">=", atLeast);
  return {
    value: { ...known, outcome: verdictOf(met) },
    unit: "share",
    steps: [
      shareStep("已移交", "handed over", known),
      { zh: `不低于 ${printShare(atLeast)}`, en: `at least ${printShare(atLeast)}`, value: tick(met) },
    ],
    clauses,
  };
}
