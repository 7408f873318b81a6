/**
 * A small change between two routes of which it shows at once, and without making it, what it costs at least and whether it can be
 * in time.
 */
export interface NearMove {
  /** Whether the move that stops of two routes stand for may cost less than is allowed; it is then the one to be made. */
  looksWorth(stop: number, other: number, allowance: number): boolean;
  /** Makes it; false where a route cannot be kept. */
  make(): boolean;
}
