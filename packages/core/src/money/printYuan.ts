/**
 * Fen as yuan with two decimals.
 *
 * @example
 * printYuan(13200005) //=> "132000.05"
 */
export function printYuan(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
