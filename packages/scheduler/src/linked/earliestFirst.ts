/** Things that wait for their turn, the earliest first, of equals that of the least number: a binary heap. */
export class EarliestFirst {
  private readonly things: Int32Array;
  private readonly moments: Float64Array;
  count = 0;

  /** @param most how many wait at once at most */
  constructor(most: number) {
    this.things = new Int32Array(most);
    this.moments = new Float64Array(most);
  }

  private comesBefore(thing: number, moment: number, at: number): boolean {
    const other = this.moments[at] as number;
    return moment < other || (moment === other && thing < (this.things[at] as number));
  }

  add(thing: number, moment: number): void {
    const { things, moments } = this;
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.comesBefore(thing, moment, parent)) break;
      things[at] = things[parent] as number;
      moments[at] = moments[parent] as number;
      at = parent;
    }
    things[at] = thing;
    moments[at] = moment;
  }

  /** The first, which then waits no longer; there must be one. */
  take(): number {
    const { things, moments } = this;
    const first = things[0] as number;
    const last = --this.count;
    const [thing, moment] = [things[last] as number, moments[last] as number];
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && this.comesBefore(things[child + 1] as number, moments[child + 1] as number, child)) child++;
      if (this.comesBefore(thing, moment, child)) break;
      things[at] = things[child] as number;
      moments[at] = moments[child] as number;
      at = child;
    }
    things[at] = thing;
    moments[at] = moment;
    return first;
  }
}
