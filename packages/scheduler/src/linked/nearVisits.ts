import { Neighbours } from "../improve/ruin/neighbours.js";
import type { LinkedModel } from "./linkedModel.js";

const nearest = 20;

/** The visits nearest to each that are not of its appointment. */
export class NearVisits {
  private readonly model: LinkedModel;
  private readonly neighbours: Neighbours;
  private readonly known: (Int32Array | undefined)[];

  constructor(model: LinkedModel) {
    this.model = model;
    this.neighbours = new Neighbours(model.compiled);
    this.known = new Array(model.compiled.visitCount);
  }

  of(visit: number): Int32Array {
    return this.known[visit] ?? this.find(visit);
  }

  private find(visit: number): Int32Array {
    const { appointmentOf } = this.model;
    const near = this.neighbours
      .of(visit)
      .filter((other) => appointmentOf[other] !== appointmentOf[visit])
      .slice(0, nearest);
    this.known[visit] = near;
    return near;
  }
}
