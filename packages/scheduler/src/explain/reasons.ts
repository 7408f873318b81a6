import type { Wording } from "@eldercare/core";
import { builtInReasons } from "../features/builtInReasons.js";
import { timeReasons } from "../model/timeReasons.js";

/**
 * Words for the code of a reason, of the built-in features and of hours and roads; undefined for a vendor's code (its
 * feature carries its own words).
 *
 * @example
 * reasonWording("NO_TIME_LEFT")?.en //=> "no time is left beside the visits planned"
 */
export function reasonWording(code: string): Wording | undefined {
  const all: Readonly<Record<string, Wording>> = Object.assign({}, timeReasons, ...Object.values(builtInReasons));
  return all[code];
}
