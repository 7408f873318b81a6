import type { Steps } from "../model/steps.js";
import type { Changes } from "./changes.js";
import { LinkedInsertion } from "./insertion.js";

const places = 12;

/** Lets a rhythm none of whose visits is made begin once all of them may. */
function settleRhythms({ state }: Changes): void {
  const { rhythms, compiled } = state.model;
  for (let rhythm = 0; rhythm < rhythms.count; rhythm++) {
    const members = rhythms.member.subarray(rhythms.first[rhythm], rhythms.first[rhythm + 1]);
    if (members.some((visit) => (state.routeOf[visit] as number) >= 0)) continue;
    const opens = Array.from(members, (visit) => compiled.windowFrom[compiled.windowFirst[visit] as number] as number);
    state.setRhythm(rhythm, Math.max(...opens));
  }
}

/** Puts bundles into routes one by one, those that cost most to leave out first, then by when they are due and when they can begin. Resumable. */
export function* firstPlan(changes: Changes): Steps<void> {
  const { state } = changes;
  const { bundleCount, bundleFirst, bundled, memberFirst, member, leaveOutCost, compiled } = state.model;
  const firstVisit = Int32Array.from({ length: bundleCount }, (_, bundle) => {
    const appointment = bundled[bundleFirst[bundle] as number] as number;
    return member[memberFirst[appointment] as number] as number;
  });
  const due = Float64Array.from(firstVisit, (visit) => compiled.openTo[visit] as number);
  const opens = Float64Array.from(firstVisit, (visit) => {
    return Math.max(compiled.openFrom[visit] as number, 0) + (compiled.windowFrom[compiled.windowFirst[visit] as number] as number);
  });
  const order = Array.from({ length: bundleCount }, (_, bundle) => bundle).filter((bundle) => !state.isMade(bundle));
  order.sort(
    (a, b) =>
      (leaveOutCost[b] as number) - (leaveOutCost[a] as number) ||
      (due[a] as number) - (due[b] as number) ||
      (opens[a] as number) - (opens[b] as number) ||
      a - b,
  );
  const insertion = new LinkedInsertion(changes, places);
  state.begin();
  settleRhythms(changes);
  for (const bundle of order) {
    changes.order.makeRoom();
    state.begin();
    insertion.insert(bundle);
    yield;
  }
}
