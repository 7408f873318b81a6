import type { Steps } from "../model/steps.js";
import type { Changes } from "./changes.js";
import { LinkedInsertion } from "./insertion.js";

const places = 12;

/** Puts appointments into routes one by one, those that cost most to leave out first, then by when they can begin. Resumable. */
export function* firstPlan(changes: Changes): Steps<void> {
  const { state } = changes;
  const { appointmentCount, memberFirst, member, leaveOutCost, compiled } = state.model;
  const opens = Float64Array.from({ length: appointmentCount }, (_, appointment) => {
    const visit = member[memberFirst[appointment] as number] as number;
    return Math.max(compiled.openFrom[visit] as number, 0) + (compiled.windowFrom[compiled.windowFirst[visit] as number] as number);
  });
  const order = Array.from({ length: appointmentCount }, (_, appointment) => appointment).filter((appointment) => !state.isMade(appointment));
  order.sort((a, b) => (leaveOutCost[b] as number) - (leaveOutCost[a] as number) || (opens[a] as number) - (opens[b] as number) || a - b);
  const insertion = new LinkedInsertion(changes, places);
  for (const appointment of order) {
    changes.order.makeRoom();
    state.begin();
    insertion.insert(appointment);
    yield;
  }
}
