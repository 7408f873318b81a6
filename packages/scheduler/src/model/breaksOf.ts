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
}

/** The breaks of a shift in the order in which they fall due; ids count them as the shift lists them. */
export function breaksOf(shift: Shift): TimedBreak[] {
  return (shift.breaks ?? [])
    .map((pause, index) => ({
      id: `break-${index + 1}`,
      seconds: Math.round(pause.minutes * 60),
      fromSeconds: knownSecondsOfDay(pause.from),
      toSeconds: knownSecondsOfDay(pause.to),
      paid: pause.paid ?? false,
      required: !isOptionalBreak(pause),
    }))
    .sort((a, b) => a.toSeconds - b.toSeconds || a.fromSeconds - b.fromSeconds);
}

/** Whether all breaks of a shift that must be taken can be, on a day without visits. */
export function breaksFit(shift: Shift): boolean {
  let now = knownSecondsOfDay(shift.from);
  for (const pause of breaksOf(shift)) {
    if (!pause.required) continue;
    const start = Math.max(now, pause.fromSeconds);
    if (start > pause.toSeconds) return false;
    now = start + pause.seconds;
  }
  return now <= knownSecondsOfDay(shift.to);
}
