/** A whole number of which only the bounds may be known. */
export interface WholeBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Bounds as people read them: one number where they meet.
 *
 * @example
 * printBounds({ least: 3, most: 3 }) //=> "3"
 * printBounds({ least: 3, most: 5 }) //=> "3–5"
 */
export function printBounds({ least, most }: WholeBounds): string {
  return least === most ? String(least) : `${least}–${most}`;
}
