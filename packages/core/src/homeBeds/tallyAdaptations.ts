import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds, type WholeBounds } from "../counting/wholeBounds.js";
import { byText } from "../progress/verdict.js";
import type { CivilDate } from "../time/civilDate.js";

/** A household whose home was, or was not, adapted to age. */
export interface AdaptedHousehold {
  readonly id: string;
  /** The day on which the works were done; null where known not to be, absent where unknown. */
  readonly adaptedOn?: CivilDate | null;
  /** Who bore the cost; absent where unknown. */
  readonly cost?: "public" | "market";
}

/** Households and the period in which their adaptation counts. */
export interface AdaptationQuestion {
  readonly households: readonly AdaptedHousehold[];
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  /** Whose works count towards the target: those at public cost alone, or all. */
  readonly counts: "public" | "all";
  readonly target: number;
  readonly clauses: readonly string[];
}

/** Households adapted in the period, by who bore the cost, and what is left to do. */
export interface AdaptationTally {
  readonly public: readonly string[];
  readonly market: readonly string[];
  /** Ids of households of which the day, or the cost, is unknown. */
  readonly undetermined: readonly string[];
  /** Households that count, for sure and at most. */
  readonly counted: WholeBounds;
  readonly remaining: WholeBounds;
}

/**
 * Counts the households whose homes were adapted in a period, against a target (完成适老化改造1000户以上).
 *
 * @param question.target households, whole, at least 0
 * @returns ids in their order; how many count and remain, between bounds where a day or a cost is unknown
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_DATE`, `PERIOD_REVERSED`, `NOT_A_WHOLE_NUMBER`
 * @example
 * const households = [{ id: "h-1", adaptedOn: "2023-04-02", cost: "public" }, { id: "h-2" }];
 * tallyAdaptations({ households, period: { from: "2021-01-01", to: "2025-12-31" }, counts: "all", target: 1000, clauses: ["CL-2.4.12-d"] }).value.remaining //=> { least: 998, most: 999 }
 * Source: CL-1.2-b, CL-2.4.12-b, CL-2.4.12-c, CL-2.4.12-d.
 */
export function tallyAdaptations({ households, period, counts, target, clauses }: AdaptationQuestion): Counted<AdaptationTally> {
  const check = new QuestionCheck();
  check.period("/period", period);
  check.whole("/target", target);
  check.unique(
    (index) => `/households/${index}/id`,
    households.map(({ id }) => id),
  );
  for (const [index, { adaptedOn }] of households.entries())
    if (typeof adaptedOn === "string") check.date(`/households/${index}/adaptedOn`, adaptedOn);
  check.done();
  const within = ({ adaptedOn }: AdaptedHousehold): boolean | undefined =>
    adaptedOn === undefined ? undefined : adaptedOn !== null && period.from <= adaptedOn && adaptedOn <= period.to;
  const adapted = households.filter((household) => within(household) === true);
  const idsOf = (some: readonly AdaptedHousehold[]): string[] => some.map(({ id }) => id).sort(byText);
  const byPublic = idsOf(adapted.filter(({ cost }) => cost === "public"));
  const byMarket = idsOf(adapted.filter(({ cost }) => cost === "market"));
  const undetermined = households.filter(
    (household) => within(household) === undefined || (within(household) === true && household.cost === undefined),
  );
  const least = counts === "all" ? adapted.length : byPublic.length;
  const may = undetermined.filter((household) => (counts === "all" ? within(household) === undefined : household.cost !== "market")).length;
  const counted = { least, most: least + may };
  const remaining = { least: Math.max(0, target - counted.most), most: Math.max(0, target - counted.least) };

  return {
    value: { public: byPublic, market: byMarket, undetermined: idsOf(undetermined), counted, remaining },
    unit: "household",
    steps: [
      { zh: `${period.from} 至 ${period.to} 完成改造`, en: `adapted from ${period.from} to ${period.to}`, value: printBounds(counted) },
      { zh: `目标 ${target} 户，尚缺`, en: `target ${target}, still to do`, value: printBounds(remaining) },
    ],
    clauses,
  };
}
