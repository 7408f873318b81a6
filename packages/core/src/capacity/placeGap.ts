import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds, type WholeBounds } from "../counting/wholeBounds.js";

/** Persons who take up a place and the places there are. */
export interface PlaceGapQuestion {
  /** Persons; whole, at least 0, `least` no more than `most`. */
  readonly demand: WholeBounds;
  /** Places there are, such as beds; absent where unknown. */
  readonly places?: number;
  readonly clauses: readonly string[];
}

/** Persons without a place and places without a person; absent where the places are unknown. */
export interface PlaceGap {
  readonly short?: WholeBounds;
  readonly spare?: WholeBounds;
}

const over = (a: number, b: number): number => Math.max(0, a - b);

/**
 * How many places are short, and how many to spare, between the bounds that unknown wishes leave.
 *
 * @returns persons short and places spare, each with its bounds
 * @throws EldercareError `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`
 * @example
 * placeGap({ demand: { least: 3000, most: 3000 }, places: 2600, clauses: ["NY-1-a"] }).value.short //=> { least: 400, most: 400 }
 * placeGap({ demand: { least: 40, most: 65 }, places: 60, clauses: ["CK-2.1-d"] }).value //=> { short: { least: 0, most: 5 }, spare: { least: 0, most: 20 } }
 * Source: CK-2.1-d, CK-2.2-i, NY-3.1.2-f, IM-1-m.
 */
export function placeGap({ demand, places, clauses }: PlaceGapQuestion): Counted<PlaceGap> {
  const check = new QuestionCheck();
  check.whole("/demand/least", demand.least);
  check.whole("/demand/most", demand.most, { least: demand.least });
  if (places !== undefined) check.whole("/places", places);
  check.done();
  const short = places === undefined ? undefined : { least: over(demand.least, places), most: over(demand.most, places) };
  const spare = places === undefined ? undefined : { least: over(places, demand.most), most: over(places, demand.least) };
  return {
    value: { ...(short === undefined ? {} : { short }), ...(spare === undefined ? {} : { spare }) },
    unit: "place",
    steps: [
      {
        zh: `需求 ${printBounds(demand)} − 现有 ${places ?? "?"}，缺口`,
        en: `${printBounds(demand)} needed − ${places ?? "?"} there, short`,
        value: short === undefined ? "?" : printBounds(short),
      },
      { zh: "空余", en: "spare", value: spare === undefined ? "?" : printBounds(spare) },
    ],
    clauses,
  };
}
