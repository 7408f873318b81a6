/**
 * A citizen ID number for people to recognise: all but the first 6 and the last 2 characters as stars; what is shorter than a
 * number, all as stars.
 *
 * @example
 * maskCitizenId("999999194206010025") //=> "999999**********25"
 * maskCitizenId("9999991942") //=> "**********"
 */
export function maskCitizenId(text: string): string {
  if (text.length < 15) return "*".repeat(text.length);
  return text.slice(0, 6) + "*".repeat(text.length - 8) + text.slice(-2);
}
