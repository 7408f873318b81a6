import type { CheckedFeature, CheckedPlan } from "../../features/checks.js";
import type { Demand } from "../../model/requiredPrice.js";
import type { Steps } from "../../model/steps.js";
import type { PricePart } from "./analysis.js";
import { byText, type Day } from "./readDays.js";

type Costs = Readonly<Record<string, number>>;

/** One thing that a plan does or leaves undone. */
interface Step {
  readonly part: Omit<PricePart, "amount">;
  readonly kind: "left" | "leftTransport" | "stop";
  /** Of a stop: the route that it is in, and its place there. */
  readonly day: number;
  readonly stop: number;
}

function stepsOf({ left, leftTransports }: CheckedPlan, days: readonly Day[]): Step[] {
  const nowhere = { day: 0, stop: 0 };
  return [
    ...left.map(({ id }): Step => ({ part: { visit: id }, kind: "left", ...nowhere })),
    ...leftTransports.map(({ id }): Step => ({ part: { transport: id }, kind: "leftTransport", ...nowhere })),
    ...days.flatMap(({ route }, day) =>
      route.stops.map(({ visit, transport, id }, stop): Step => {
        const named = { ...(visit === undefined ? {} : { visit: id }), ...(transport === undefined ? {} : { transport: id }) };
        return { part: { caregiver: route.caregiver.id, date: route.date, ...named }, kind: "stop", day, stop };
      }),
    ),
  ];
}

/** A plan that has done, and left undone, the first so many of the steps. */
function firstOf(checked: CheckedPlan, days: readonly Day[], steps: readonly Step[], count: number): CheckedPlan {
  const { left, leftTransports, unserved } = checked;
  const transports = left.length + leftTransports.length;
  const last = count > transports ? steps[count - 1] : undefined;
  const leftSoFar = left.slice(0, count);
  const leftTransportsSoFar = leftTransports.slice(0, Math.max(0, count - left.length));
  const known = new Set<Demand>([...leftSoFar, ...leftTransportsSoFar]);
  return {
    ...checked,
    left: leftSoFar,
    leftTransports: leftTransportsSoFar,
    unserved: unserved.filter((demand) => known.has(demand)),
    routes:
      last === undefined
        ? []
        : days.slice(0, last.day + 1).map(({ route }, day) => (day < last.day ? route : { ...route, stops: route.stops.slice(0, last.stop + 1) })),
  };
}

/**
 * What stands behind the cost that a feature asks for, by component: each step is charged what the plan costs more with it than
 * with those before it. So whatever a feature counts, the parts add up to it. Where two ends of a stretch cost the same,
 * nothing in between is taken to cost anything. Resumable.
 */
export function* featurePartsOf(whole: CheckedPlan, days: readonly Day[], { check }: CheckedFeature): Steps<Map<string, PricePart[]>> {
  const parts = new Map<string, PricePart[]>();
  const { cost } = check;
  if (cost === undefined) return parts;
  const checked = {
    ...whole,
    left: [...whole.left].sort(byText(({ id }) => id)),
    leftTransports: [...whole.leftTransports].sort(byText(({ id }) => id)),
  };
  const steps = stepsOf(checked, days);
  const costAfter = (count: number): Costs => cost(firstOf(checked, days, steps, count));
  const add = (part: Omit<PricePart, "amount">, before: Costs, after: Costs): void => {
    for (const [component, amount] of Object.entries(after)) {
      const added = amount - (before[component] ?? 0);
      if (added === 0) continue;
      const known = parts.get(component);
      if (known === undefined) parts.set(component, [{ ...part, amount: added }]);
      else known.push({ ...part, amount: added });
    }
  };
  const isSame = (a: Costs, b: Costs): boolean => Object.entries(a).every(([component, amount]) => amount === b[component]);
  const nothing = costAfter(0);
  add({}, {}, nothing);
  const stretches = [{ from: 0, to: steps.length, before: nothing, after: costAfter(steps.length) }];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const { from, to, before, after } = stretch;
    if (to === from || isSame(before, after)) continue;
    const step = steps[from];
    if (to - from === 1 && step !== undefined) add(step.part, before, after);
    else {
      const middle = (from + to) >> 1;
      const between = costAfter(middle);
      stretches.push({ from: middle, to, before: between, after }, { from, to: middle, before, after: between });
      yield;
    }
  }
  return parts;
}
