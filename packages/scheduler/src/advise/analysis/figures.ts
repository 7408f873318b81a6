import type { CheckedPlan } from "../../features/checks.js";
import { type CoverageFigures, coverageOf, type TransportFigures, transportsOf } from "./coverageFigures.js";
import { type FacesFigures, facesOf, type WishFigures, wishesOf } from "./facesFigures.js";
import { type LoadFigures, loadOf, type ShiftFigures, shiftsOf } from "./loadFigures.js";
import type { Day } from "./readDays.js";
import { type LatenessFigures, latenessOf, type TimeFigures, type TravelFigures, timeOf, travelOf } from "./timeFigures.js";

/** What a plan comes to. Minutes are to the hundredth, means and shares to the ten-thousandth; `null` where nothing is there to count. */
export interface Figures {
  readonly visits: CoverageFigures;
  /** Null where the problem has no transports. */
  readonly transports: TransportFigures | null;
  readonly travel: TravelFigures;
  readonly time: TimeFigures;
  readonly lateness: LatenessFigures;
  readonly faces: FacesFigures;
  readonly wishes: WishFigures;
  readonly load: LoadFigures;
  readonly shifts: ShiftFigures;
}

/** The figures of a plan, by its routes as they stand. */
export function figuresOf(checked: CheckedPlan, days: readonly Day[]): Figures {
  return {
    visits: coverageOf(checked),
    transports: transportsOf(checked),
    travel: travelOf(days),
    time: timeOf(days),
    lateness: latenessOf(days),
    faces: facesOf(checked),
    wishes: wishesOf(checked),
    load: loadOf(checked, days),
    shifts: shiftsOf(checked, days),
  };
}
