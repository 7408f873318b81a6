/** What is counted across routes, whatever the times. */
export interface Tally {
  /** Name under which plans list it. */
  readonly component: string;
  /** In units of the compiled problem. */
  readonly cost: number;
  /** Counts a visit that comes into a route (1) or leaves it (−1): what that adds to the cost. */
  count(visit: number, route: number, sign: 1 | -1): number;
}
