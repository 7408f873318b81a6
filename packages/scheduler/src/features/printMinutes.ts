/** Seconds as minutes, for a message: to the tenth where they are not whole. */
export function printMinutes(seconds: number): string {
  return String(Math.round(seconds / 6) / 10);
}
