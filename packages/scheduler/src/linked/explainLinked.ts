import { newState } from "../evaluate/newState.js";
import { dayOf, type Explained } from "../evaluate/toPlan.js";
import { askAll, type Question, type Why } from "../explain/explainUnassigned.js";
import { whyNotAlone } from "../explain/whyNotAlone.js";
import { Random } from "../improve/random.js";
import type { Compiled } from "../model/compiled.js";
import { mayBeOn } from "../model/mayBeOn.js";
import type { Steps } from "../model/steps.js";
import { Changes } from "./changes.js";
import { LinkedInsertion } from "./insertion.js";
import type { LinkedState } from "./linkedState.js";
import { NearVisits } from "./nearVisits.js";
import { newLinkedState } from "./newLinkedState.js";

const places = 40;

/** Each visit by itself, whatever it is linked to. */
export const withoutLinks = (compiled: Compiled): Compiled => ({ ...compiled, problem: { ...compiled.problem, links: [], patterns: [] } });

/** Whether a visit by itself can be kept in a route that is otherwise empty. */
export function fitsAlone(empty: LinkedState, visit: number, route: number): boolean {
  empty.begin();
  empty.put(visit, route);
  const fits = empty.settle() !== Number.POSITIVE_INFINITY;
  empty.rollBack();
  return fits;
}

/** Which of the two keeps a visit from a route: a pattern, or a link. */
export const notKept = ({ problem }: Compiled, visit: number): string => {
  const id = problem.visits[visit]?.id ?? "";
  const isLinked = (problem.links ?? []).some(({ visits }) => visits.includes(id));
  return isLinked ? "LINK_NOT_KEPT" : "PATTERN_NOT_KEPT";
};

/** Why visits that are linked are not beside those planned: whoever would make one of them, all are tried. */
function whyNotLinked({ state, order }: Changes, insertion: LinkedInsertion, bundle: number): Why {
  order.makeRoom();
  state.begin();
  const isPossible = insertion.insert(bundle);
  state.rollBack();
  return { code: isPossible ? "INSERTION_POSSIBLE" : "LINK_NOT_KEPT" };
}

/** Why a visit by itself is not beside those already in a route. */
function whyNotBeside(changes: Changes, visit: number, route: number): Why {
  const { state, order } = changes;
  const { appointmentOf, leaveOutCost, compiled } = state.model;
  const appointment = appointmentOf[visit] as number;
  if (!state.mayBe(visit, route)) return { code: notKept(compiled, visit) };
  order.makeRoom();
  const before = state.totalCost;
  let least = Number.POSITIVE_INFINITY;
  let limited: string | undefined;
  const end = compiled.routeEnd[route] as number;
  for (let at = compiled.routeStart[route] as number; at !== end; at = state.next[at] as number) {
    const key = order.between(at, state.next[at] as number);
    if (Number.isNaN(key)) continue;
    state.begin();
    if (!changes.putIn(appointment, key, visit, route)) {
      state.rollBack();
      continue;
    }
    const cost = state.settle();
    if (cost === Number.POSITIVE_INFINITY) limited ??= state.brokenLimit;
    least = Math.min(least, cost);
    state.rollBack();
  }
  if (least < before) return { code: "INSERTION_POSSIBLE" };
  if (least === Number.POSITIVE_INFINITY) return { code: limited ?? (state.model.rhythms.has(visit) ? "PATTERN_NOT_KEPT" : "NO_TIME_LEFT") };
  const added = (least - before + (leaveOutCost[changes.bundleOf(visit)] as number)) / compiled.costScale;
  return { code: "COSTS_MORE_THAN_LEAVING", relax: { addedCost: Math.round(added * 1000) / 1000 } };
}

/** Why each visit that is in no route is in none. Resumable. */
export function* explainLinked(state: LinkedState, left: readonly number[]): Steps<Explained> {
  const { compiled } = state.model;
  const { problem, features } = compiled;
  if (left.length === 0) return { visits: [] };
  const alone = newLinkedState(withoutLinks(compiled));
  const plain = newState(compiled);
  const changes = new Changes(state, new Random(1), new NearVisits(state.model));
  const insertion = new LinkedInsertion(changes, places);
  const bars = features.flatMap(({ search }) => (search.bar === undefined ? [] : [search.bar(problem)]));
  const questionOf = (visit: number): Question => {
    const demand = problem.visits[visit];
    if (demand === undefined) throw new RangeError(`no visit ${visit}`);
    const { appointmentOf, memberFirst } = state.model;
    const appointment = appointmentOf[visit] as number;
    const bundle = changes.bundleOf(visit);
    const isLinked = !changes.isSingle(bundle) || (memberFirst[appointment + 1] as number) - (memberFirst[appointment] as number) > 1;
    let linked: Why | undefined;
    return {
      mayBeOn: (date) => mayBeOn(demand, date),
      barred: (route) => bars.flatMap((bar) => bar(demand, dayOf(state.model, route)) ?? []),
      alone: (route) => (fitsAlone(alone, visit, route) ? undefined : (whyNotAlone(plain, route, visit) ?? { code: "DAY_TOO_SHORT" })),
      beside: (route) => {
        if (!isLinked) return whyNotBeside(changes, visit, route);
        linked ??= whyNotLinked(changes, insertion, bundle);
        return linked;
      },
    };
  };
  return yield* askAll(compiled, left, questionOf);
}
