import { civilDateOf, dayNumberOf } from "../columns/dayNumber.js";
import { dateNumber } from "./slot.js";

const first = dayNumberOf("0000-01-01");
const last = dayNumberOf("9999-12-31");

/**
 * The number that parts the dates for which something holds from those for which it does not, where it holds up to some
 * day or from some day on: found by bisection over the calendar, so that how ages are counted is written in one place.
 *
 * @param holds asked of civil dates; changes its answer at most once from the first date to the last
 * @returns `until`: it holds at dates of at most this number (as `dateNumber` gives them); or `after`: at those above it
 * @example
 * dateCutoff((date) => date <= "1946-11-21") //=> { until: 19461121 }
 */
export function dateCutoff(holds: (date: string) => boolean): { readonly until: number } | { readonly after: number } {
  const holdsOn = (day: number): boolean => holds(civilDateOf(day));
  const atFirst = holdsOn(first);
  if (atFirst === holdsOn(last)) return atFirst ? { until: Number.POSITIVE_INFINITY } : { until: Number.NEGATIVE_INFINITY };
  let [like, unlike] = [first, last];
  while (unlike - like > 1) {
    const middle = Math.floor((like + unlike) / 2);
    if (holdsOn(middle) === atFirst) like = middle;
    else unlike = middle;
  }
  const number = dateNumber(civilDateOf(like)) as number;
  return atFirst ? { until: number } : { after: number };
}
