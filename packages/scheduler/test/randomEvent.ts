import type { DispatchEvent } from "../src/dispatch/event.js";
import { Random } from "../src/improve/random.js";
import { knownSecondsOfDay, printClock } from "../src/model/clock.js";
import type { Plan } from "../src/model/plan.js";
import type { Problem } from "../src/model/problem.js";

/** Something that happens at a moment of a plan's days, drawn from a seed: the same seed, the same event. */
export function randomEvent(seed: number, problem: Problem, plan: Plan, kind: DispatchEvent["kind"]): DispatchEvent {
  const random = new Random(seed + 3_000_000);
  const pick = <Value>(values: readonly Value[]): Value => values[random.below(values.length)] as Value;
  const route = plan.routes.length === 0 ? undefined : pick(plan.routes);
  const [from, to] = route === undefined ? [8 * 3600, 9 * 3600] : [knownSecondsOfDay(route.departs), knownSecondsOfDay(route.returns)];
  const seconds = from + 60 * random.below(Math.max(1, Math.floor((to - from) / 60)));
  const at = `${route?.date ?? problem.horizon.from}T${printClock(seconds - (seconds % 60))}`;
  const anywhere = (): string => pick(problem.places).id;
  const planned = (route?.stops ?? []).filter(({ kind: each }) => each === "visit");
  const visit = planned.length > 0 && random.unit() < 0.9 ? pick(planned).id : pick(problem.visits).id;
  const caregiver = route?.caregiver ?? pick(problem.caregivers).id;
  switch (kind) {
    case "emergency":
      return {
        kind,
        at,
        visit: { id: "call", place: anywhere(), serviceMinutes: pick([20, 40]), priority: 1 },
        respondWithinMinutes: pick([10, 30, 60]),
      };
    case "caregiverOut":
      return { kind, at, caregiver, finishesVisit: random.unit() < 0.5, ...(random.unit() < 0.5 ? { until: at.slice(0, 10) } : {}) };
    case "vehicleDown":
      return { kind, at, vehicle: pick(problem.vehicles ?? []).id };
    case "cancelled":
      return { kind, at, visit };
    case "noShow": {
      // whoever is at a door by now
      const begun = planned.filter(({ start }) => knownSecondsOfDay(start) <= seconds).at(-1)?.id;
      return {
        kind: begun === undefined ? "cancelled" : kind,
        at,
        visit: begun ?? visit,
        ...(begun === undefined ? {} : { again: { id: "again" } }),
      } as DispatchEvent;
    }
    case "overrun":
      return { kind, at, visit, minutes: pick([-10, 15, 40, 120]) };
    case "roadClosed":
      return {
        kind,
        at,
        roads: Array.from({ length: 3 }, () => ({ from: anywhere(), to: anywhere(), oneWay: random.unit() < 0.5 })),
        ...(random.unit() < 0.5 ? { slowdown: 3 } : {}),
      };
  }
}
