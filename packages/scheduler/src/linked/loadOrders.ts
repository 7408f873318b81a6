import { EldercareError } from "@eldercare/core";
import { numberRoutes } from "../construct/loadRoutes.js";
import { printedSeconds } from "../model/clock.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { PlanStop, RouteOrder } from "../model/plan.js";
import { freeBreakModes } from "./freeBreakModes.js";
import { afterLast, type LinkedState, whenDue } from "./linkedState.js";
import { placeFreeBreaks } from "./placeFreeBreaks.js";
import { restoreRegular } from "./restoreRegular.js";

type Stop = RouteOrder["stops"][number] & Partial<Pick<PlanStop, "start">>;

/** Keys that put every route's visits in its order; the appointments that orders lead back to in a circle are left without one. */
function keysFor(state: LinkedState, routes: readonly (readonly number[])[]): { readonly key: Float64Array; readonly circle: number[] } {
  const { appointmentOf, appointmentCount } = state.model;
  const following = Array.from({ length: appointmentCount }, (): number[] => []);
  const waitingFor = new Int32Array(appointmentCount);
  for (const visits of routes)
    for (const [index, visit] of visits.entries()) {
      const [before, own] = [appointmentOf[visits[index - 1] ?? visit] as number, appointmentOf[visit] as number];
      if (before === own) continue;
      following[before]?.push(own);
      waitingFor[own] = (waitingFor[own] as number) + 1;
    }
  const { sequences } = state.model;
  for (let visit = 0; visit < state.visitCount; visit++)
    for (let index = sequences.followFirst[visit] as number; index < (sequences.followFirst[visit + 1] as number); index++) {
      const own = appointmentOf[sequences.follower[index] as number] as number;
      following[appointmentOf[visit] as number]?.push(own);
      waitingFor[own] = (waitingFor[own] as number) + 1;
    }
  const key = new Float64Array(appointmentCount).fill(-1);
  const ready = Array.from(waitingFor.keys()).filter((appointment) => waitingFor[appointment] === 0);
  for (let index = 0; index < ready.length; index++) {
    const appointment = ready[index] as number;
    key[appointment] = index * 1000;
    for (const next of following[appointment] ?? []) {
      waitingFor[next] = (waitingFor[next] as number) - 1;
      if (waitingFor[next] === 0) ready.push(next);
    }
  }
  return { key, circle: Array.from(key.keys()).filter((appointment) => key[appointment] === -1) };
}

/** Whether a visit of a plan begins between two of its hours. */
function isBetweenHours({ model: { compiled } }: LinkedState, visit: number, start: string | undefined): boolean {
  const seconds = start === undefined ? undefined : printedSeconds(start);
  if (seconds === undefined) return false;
  const { windowFirst, windowFrom, windowTo } = compiled;
  for (let window = windowFirst[visit] as number; window + 1 < (windowFirst[visit + 1] as number); window++)
    if (seconds > (windowTo[window] as number) && seconds < (windowFrom[window + 1] as number)) return true;
  return false;
}

/**
 * Puts the visits of orders, or of a plan, into routes as they stand.
 *
 * @throws EldercareError `UNKNOWN_IN_ROUTE`, `TWICE_IN_ROUTES`; `LINK_IN_PART`; `ORDERS_IN_CIRCLE` where visits linked across
 * routes would wait for one another; `ORDERS_NOT_KEPT`
 */
export function loadOrders(state: LinkedState, orders: readonly (Omit<RouteOrder, "stops"> & { readonly stops: readonly Stop[] })[]): void {
  const { model, visitCount } = state;
  const { compiled, appointmentOf, memberFirst, member, bundleOf, bundleFirst, bundled } = model;
  const { routes, issues } = numberRoutes(compiled, orders);
  if (issues.length > 0) throw new EldercareError(issues);
  const nameOf = (visit: number): string => compiled.problem.visits[visit]?.id ?? "";
  const routeOf = new Int32Array(visitCount).fill(-1);
  const breakMode = new Int32Array(compiled.nodeCount).fill(whenDue);
  // a plan says when everything is: a break that it does not name is missed
  const isPlan = orders.some(({ stops }) => stops.some(({ start }) => start !== undefined));
  const namingNone: number[] = [];
  for (const { route, nodes, namesBreaks } of routes) {
    for (const node of nodes) if (node < visitCount) routeOf[node] = route;
    if (!namesBreaks && !isPlan) {
      namingNone.push(route);
      continue;
    }
    for (let pause = compiled.routeBreak[route] as number; pause < (compiled.routeBreak[route + 1] as number); pause++) {
      const at = nodes.indexOf(pause);
      breakMode[pause] = at < 0 ? afterLast : (nodes.slice(at).find((node) => node < visitCount) ?? afterLast);
    }
  }
  const parts = Array.from(routeOf.keys()).filter((visit) => {
    const bundle = bundleOf[appointmentOf[visit] as number] as number;
    const members = Array.from(bundled.subarray(bundleFirst[bundle], bundleFirst[bundle + 1])).flatMap((appointment) =>
      Array.from(member.subarray(memberFirst[appointment], memberFirst[appointment + 1])),
    );
    return (routeOf[visit] as number) < 0 && members.some((other) => (routeOf[other] as number) >= 0);
  });
  if (parts.length > 0) throw new EldercareError(parts.map((visit) => reportSchedulerIssue("LINK_IN_PART", "/routes", { seen: nameOf(visit) })));
  const { key, circle } = keysFor(
    state,
    routes.map(({ nodes }) => nodes.filter((node) => node < visitCount)),
  );
  if (circle.length > 0) {
    const names = circle.flatMap((appointment) => Array.from(member.subarray(memberFirst[appointment], memberFirst[appointment + 1]), nameOf));
    throw new EldercareError([reportSchedulerIssue("ORDERS_IN_CIRCLE", "/routes", { seen: names.join(", ") })]);
  }
  const lateBetween = new Uint8Array(model.appointmentCount);
  const starts = new Int32Array(visitCount).fill(-1);
  const indexOf = new Map(compiled.problem.visits.map(({ id }, index) => [id, index]));
  for (const { stops } of orders)
    for (const { kind, id, start } of stops) {
      const visit = kind === "visit" ? indexOf.get(id) : undefined;
      if (visit !== undefined && isBetweenHours(state, visit, start)) lateBetween[appointmentOf[visit] as number] = 1;
      const seconds = start === undefined ? undefined : printedSeconds(start);
      if (visit !== undefined && seconds !== undefined) starts[visit] = seconds;
    }
  for (const modes of freeBreakModes(state, namingNone, { breakMode, routeOf }))
    if (restoreRegular(state, { key, lateBetween, breakMode: modes, routeOf }, starts)) {
      placeFreeBreaks(state, namingNone);
      return;
    }
  throw new EldercareError([reportSchedulerIssue("ORDERS_NOT_KEPT", "/routes")]);
}
