import type { Wording } from "@eldercare/core";
import type { Plan, Problem, ProblemCaregiver, Shift, Visit } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";

/** One stop as it is drawn. */
export interface LaneStop {
  readonly kind: string;
  readonly id: string;
  readonly arrive: number;
  readonly start: number;
  readonly end: number;
}

/** Something that stands above a lane: hours, a ride, lateness, a break missed. */
export interface Mark {
  readonly kind: "window" | "late" | "missed" | "ride";
  readonly from: number;
  readonly to: number;
  /** Id of what it is about. */
  readonly id: string;
}

/** A caregiver's day as it is drawn; times are seconds since midnight. */
export interface Lane {
  readonly caregiver: number;
  readonly id: string;
  readonly date: string;
  readonly from: number;
  readonly to: number;
  readonly overtime: number;
  readonly departs: number | undefined;
  readonly returns: number | undefined;
  readonly stops: readonly LaneStop[];
  readonly marks: readonly Mark[];
}

/** Names by id, the id itself where there is none. */
export type Names = (id: string) => Wording;

/** The hours of a visit that are drawn: a fixed start alone where there is one, nothing where all day is open. */
export function drawnWindows({ when, fixed }: Pick<Visit, "when" | "fixed">): { readonly from: number; readonly to: number }[] {
  if (fixed?.start !== undefined) return [{ from: clockSeconds(fixed.start), to: clockSeconds(fixed.start) }];
  return (when?.daily ?? []).map(({ from, to }) => ({ from: clockSeconds(from), to: clockSeconds(to) }));
}

function marksOfVisit(visit: Visit, { start }: LaneStop): Mark[] {
  const windows = drawnWindows(visit);
  const marks: Mark[] = windows.map(({ from, to }) => ({ kind: "window", from, to, id: visit.id }));
  const last = Math.max(...windows.flatMap(({ from, to }) => (from <= start ? [to] : [])));
  return start > last && windows.length > 0 ? [...marks, { kind: "late", from: last, to: start, id: visit.id }] : marks;
}

function marksOfBreaks(shift: Shift, stops: readonly LaneStop[], worked: boolean): Mark[] {
  return (shift.breaks ?? []).flatMap((pause, index): Mark[] => {
    const id = `break-${index + 1}`;
    const hours = { from: clockSeconds(pause.from), to: clockSeconds(pause.to), id };
    const taken = stops.some((stop) => stop.kind === "break" && stop.id === id);
    return worked && !taken ? [{ kind: "missed", ...hours }] : taken ? [{ kind: "window", ...hours }] : [];
  });
}

function laneOf(problem: Problem, plan: Plan, caregiver: ProblemCaregiver, row: number, shift: Shift): Lane {
  const route = plan.routes.find((each) => each.caregiver === caregiver.id && each.date === shift.date);
  const stops = (route?.stops ?? []).map(({ kind, id, arrive, start, end }) => ({
    kind,
    id,
    arrive: clockSeconds(arrive),
    start: clockSeconds(start),
    end: clockSeconds(end),
  }));
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const rides = stops.flatMap((stop): Mark[] => {
    const alights = stops.find(({ kind, id }) => kind === "alight" && id === stop.id);
    return stop.kind === "board" && alights !== undefined ? [{ kind: "ride", from: stop.end, to: alights.start, id: stop.id }] : [];
  });
  const own = stops.flatMap((stop) => {
    const visit = stop.kind === "visit" ? visits.get(stop.id) : undefined;
    return visit === undefined ? [] : marksOfVisit(visit, stop);
  });
  return {
    caregiver: row,
    id: caregiver.id,
    date: shift.date,
    from: clockSeconds(shift.from),
    to: clockSeconds(shift.to),
    overtime: 60 * (shift.overtimeMinutes ?? 0),
    departs: route === undefined ? undefined : clockSeconds(route.departs),
    returns: route === undefined ? undefined : clockSeconds(route.returns),
    stops,
    marks: [...own, ...marksOfBreaks(shift, stops, route !== undefined), ...rides],
  };
}

/** A lane for each shift of the horizon, caregiver by caregiver and day by day. */
export function lanesOf(problem: Problem, plan: Plan): Lane[] {
  const { from, to } = problem.horizon;
  return problem.caregivers.flatMap((caregiver, row) =>
    caregiver.shifts.filter(({ date }) => from <= date && date <= to).map((shift) => laneOf(problem, plan, caregiver, row, shift)),
  );
}
