import type { Random } from "./random.js";

const never = 0x3fff_ffff;

/** Draws lots of which a share wins: as good as a random number for each, for a fraction of the time. */
export class Lottery {
  private readonly random: Random | undefined;
  private readonly logLosing: number;
  private toNext = never;

  /** @param share of the lots that win, above 0 and below 1; without `random` none does */
  constructor(share: number, random: Random | undefined) {
    this.random = random;
    this.logLosing = Math.log(1 - share);
    this.countOn();
  }

  private countOn(): void {
    if (this.random !== undefined) this.toNext = Math.floor(Math.log(1 - this.random.unit()) / this.logLosing);
  }

  /** Whether the next lot wins. */
  wins(): boolean {
    if (this.toNext-- > 0) return false;
    if (this.random === undefined) {
      this.toNext = never;
      return false;
    }
    this.countOn();
    return true;
  }
}
