import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Lets an appointment between two of its hours begin late, or again wait for the next. */
export const lateOrWait =
  (changes: Changes): Move =>
  () => {
    const { state, random } = changes;
    const { appointmentCount, memberFirst, member, compiled } = state.model;
    const appointment = random.below(appointmentCount);
    const visit = member[memberFirst[appointment] as number] as number;
    const windows = (compiled.windowFirst[visit + 1] as number) - (compiled.windowFirst[visit] as number);
    if (!state.isMade(appointment) || windows < 2 || compiled.soft[visit] === 0) return false;
    state.setLateBetween(appointment, 1 - (state.lateBetween[appointment] as number));
    return true;
  };
