import { Neighbours } from "../improve/ruin/neighbours.js";
import { secondsPerDay } from "../model/clock.js";
import type { LinkedModel } from "./linkedModel.js";

const nearest = 20;

const daysOfAMask = 32;

/** The days on which each visit can be made, a bit each; those of long horizons share bits. */
function dayMasks({ visitCount, allowed, allowedFirst, allowedTo, routeMidnight }: LinkedModel["compiled"]): Int32Array {
  return Int32Array.from({ length: visitCount }, (_, visit) => {
    let mask = 0;
    for (let entry = allowedFirst[visit] as number; entry < (allowedTo[visit] as number); entry++)
      mask |= 1 << (((routeMidnight[allowed[entry] as number] as number) / secondsPerDay) % daysOfAMask);
    return mask;
  });
}

/** The visits nearest to each that are not of its appointment and can be made on a day on which it can. */
export class NearVisits {
  private readonly model: LinkedModel;
  private readonly neighbours: Neighbours;
  private readonly days: Int32Array;
  private readonly known: (Int32Array | undefined)[];

  constructor(model: LinkedModel) {
    this.model = model;
    this.neighbours = new Neighbours(model.compiled);
    this.days = dayMasks(model.compiled);
    this.known = new Array(model.compiled.visitCount);
  }

  of(visit: number): Int32Array {
    return this.known[visit] ?? this.find(visit);
  }

  private find(visit: number): Int32Array {
    const { days } = this;
    const { appointmentOf } = this.model;
    const near = this.neighbours
      .of(visit)
      .filter((other) => appointmentOf[other] !== appointmentOf[visit] && ((days[other] as number) & (days[visit] as number)) !== 0)
      .slice(0, nearest);
    this.known[visit] = near;
    return near;
  }
}
