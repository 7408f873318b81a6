import { EldercareError } from "../errors/issue.js";
import { parseCitizenId } from "./parseCitizenId.js";

/**
 * A citizen ID number with 18 characters: one of 15 digits gains its century and its check character, one of 18 stays as it is.
 *
 * @returns the number, its last character a digit or `X`
 * @throws EldercareError with every issue of `parseCitizenId`
 * Source: GB 11643-1999.
 * @example
 * upgradeCitizenId("999999420601002") //=> "999999194206010025"
 */
export function upgradeCitizenId(text: string): string {
  const { value, issues } = parseCitizenId(text);
  if (value === undefined) throw new EldercareError(issues);
  return value.number18;
}
