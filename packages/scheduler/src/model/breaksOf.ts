import type { Shift } from "./caregiver.js";
import { knownSecondsOfDay } from "./clock.js";
import { isOptionalBreak } from "./softTerms.js";

/** A break in whole seconds since midnight, with the id that plans give it. */
export interface TimedBreak {
  readonly id: string;
  readonly seconds: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly paid: boolean;
  readonly required: boolean;
  /** It has begun: both bounds are the moment at which it did. */
  readonly isTaken: boolean;
}

/** The breaks of a shift in the order in which they fall due, without those known to have been missed; ids count them as the shift lists them. */
export function breaksOf(shift: Shift): TimedBreak[] {
  return (shift.breaks ?? [])
    .map((pause, index) => ({
      id: `break-${index + 1}`,
      seconds: Math.round(pause.minutes * 60),
      fromSeconds: knownSecondsOfDay(pause.taken ?? pause.from),
      toSeconds: knownSecondsOfDay(pause.taken ?? pause.to),
      paid: pause.paid ?? false,
      required: !isOptionalBreak(pause) || typeof pause.taken === "string",
      isTaken: typeof pause.taken === "string",
      isMissed: pause.taken === null,
    }))
    .filter(({ isMissed }) => !isMissed)
    .sort((a, b) => a.toSeconds - b.toSeconds || a.fromSeconds - b.fromSeconds);
}

/** Whether all breaks of a shift that must be taken can be, on a day without visits. */
export function breaksFit(shift: Shift): boolean {
  let now = knownSecondsOfDay(shift.from);
  for (const pause of breaksOf(shift)) {
    if (!pause.required || pause.isTaken) continue;
    const start = Math.max(now, pause.fromSeconds);
    if (start > pause.toSeconds) return false;
    now = start + pause.seconds;
  }
  return now <= knownSecondsOfDay(shift.to);
}
