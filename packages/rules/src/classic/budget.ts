import { EldercareError } from "@eldercare/core";
import { reportClassic } from "./codes.js";

/** How much may still be done for one evaluation; whatever grows with the data is paid for. */
export class Budget {
  private left: number;
  private readonly steps: number;

  constructor(steps: number) {
    this.left = steps;
    this.steps = steps;
  }

  /** @throws EldercareError CLASSIC_TOO_COSTLY where nothing is left */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) this.refuse();
  }

  refuse(): never {
    throw new EldercareError([reportClassic("CLASSIC_TOO_COSTLY", "", { values: { steps: String(this.steps) } })]);
  }
}
