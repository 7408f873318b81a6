import { isFact } from "../model/facts.js";
import type { Problem } from "../model/problem.js";
import { momentsOf } from "../model/when.js";
import { lasting, released, withoutVisit, withVisit } from "./amend.js";
import { closeRoads } from "./closeRoads.js";
import type { DispatchEvent, EventOf } from "./event.js";
import { goOut } from "./out.js";

/** Minutes from when a fixed visit begins until now. */
function minutesSince({ now = "" }: Problem, { date, start }: { readonly date: string; readonly start?: string }): number {
  return (momentsOf({ notBefore: now }, date).from - momentsOf({ notBefore: `${date}T${start ?? "00:00"}` }, date).from) / 60;
}

function cancel(problem: Problem, { visit: id }: EventOf<"cancelled">): Problem {
  const visit = problem.visits.find((each) => each.id === id);
  if (visit === undefined || !isFact(visit)) return withoutVisit(problem, id);
  // one under way ends now; to one that is being travelled to she still goes, and sets out from there
  const fixed = visit.fixed;
  return withVisit(problem, id, (each) => lasting(problem, each, Math.min(each.serviceMinutes, fixed ? minutesSince(problem, fixed) : 0)));
}

function missOut(problem: Problem, { visit: id, waitedMinutes, again }: EventOf<"noShow">): Problem {
  const visit = problem.visits.find((each) => each.id === id);
  if (visit === undefined) return problem;
  const missed = withVisit(problem, id, (each) => lasting(problem, each, waitedMinutes ?? (each.fixed ? minutesSince(problem, each.fixed) : 0)));
  if (again === undefined) return missed;
  const { when, ...rest } = released(visit);
  const hours = again.when ?? when;
  return { ...missed, visits: [...missed.visits, { ...rest, id: again.id, ...(hours === undefined ? {} : { when: hours }) }] };
}

/** The problem once an event has happened, what had happened before being recorded; an emergency is for `respond`, an overrun for `prolong`. */
export function happen(problem: Problem, event: DispatchEvent): Problem {
  const { from: first, to: last } = problem.horizon;
  if (event.kind === "cancelled") return cancel(problem, event);
  if (event.kind === "noShow") return missOut(problem, event);
  if (event.kind === "roadClosed") return closeRoads(problem, event);
  if (event.kind === "caregiverOut") {
    const { caregiver, from = problem.now ?? first, until = last, finishesVisit = true } = event;
    return goOut(problem, { is: ({ id }) => id === caregiver, from, until, finishesVisit });
  }
  if (event.kind === "vehicleDown") {
    const { vehicle, from = problem.now ?? first, until = last } = event;
    return goOut(problem, { is: (_, shift) => shift.vehicle === vehicle, from, until, finishesVisit: true });
  }
  return problem;
}

/** Makes a visit longer before what has happened is told: what follows begins later. */
export function prolong(problem: Problem, event: DispatchEvent, caregiver: string | undefined): Problem {
  if (event.kind !== "overrun") return problem;
  const factor = problem.caregivers.find(({ id }) => id === caregiver)?.serviceTimeFactor ?? 1;
  return withVisit(problem, event.visit, (visit) => ({
    ...visit,
    serviceMinutes: Math.min(24 * 60, Math.max(1 / 60, visit.serviceMinutes + event.minutes / factor)),
  }));
}
