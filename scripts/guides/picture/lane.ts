import type { Wording } from "@eldercare/core";
import type { Plan, Problem, ProblemCaregiver, Shift, Transport, Visit } from "@eldercare/scheduler";
import { horizonDates, mayBeOn } from "../../../packages/scheduler/src/model/mayBeOn.js";
import { tourDays } from "../../../packages/scheduler/src/model/tour.js";
import { clockSeconds } from "../clockSeconds.js";
import { leavingsOf } from "./leavings.js";

/** One stop as it is drawn. */
export interface LaneStop {
  readonly kind: string;
  readonly id: string;
  /** When the caregiver sets out for it, where that is later than the stop before ends. */
  readonly leaves?: number;
  readonly arrive: number;
  readonly start: number;
  readonly end: number;
}

/** Something that stands above a lane: hours, a ride, lateness, a break missed. */
export interface Mark {
  readonly kind: "window" | "missed" | "ride" | "overtime";
  readonly from: number;
  readonly to: number;
  /** Ids of what it is about. */
  readonly ids: readonly string[];
  /** The dates that it is for, where not for every day of the picture. */
  readonly dates?: readonly string[];
  /** When the visit begins, where that is after the hours that it is counted from. */
  readonly lateUntil?: number;
  /** Hours of boarding or alighting. */
  readonly of?: "board" | "alight";
}

/** A day of a caregiver, or of the crew that she leads, as it is drawn; times are seconds since midnight. */
export interface Lane {
  readonly caregiver: number;
  readonly id: string;
  /** Everybody who goes, the leader first. */
  readonly crew: readonly string[];
  readonly date: string;
  readonly from: number;
  readonly to: number;
  readonly overtime: number;
  readonly departs: number | undefined;
  readonly returns: number | undefined;
  readonly stops: readonly LaneStop[];
  /** Where the night after it is spent, when not at home. */
  readonly night: string | undefined;
  readonly marks: readonly Mark[];
  /** One of several days on which nothing is done: drawn thin. */
  readonly isThin: boolean;
}

/** Names by id, the id itself where there is none. */
export type Names = (id: string) => Wording;

/** Hours in which something may begin, in seconds since midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

const day = 24 * 3600;

/** The hours of a date that `when` allows: nothing where the whole day is open. */
function hoursOn(date: string, when: Visit["when"], daily = when?.daily): Hours[] {
  const moment = (text: string | undefined, otherwise: number): number =>
    text !== undefined && text.length > 10 && text.startsWith(date) ? clockSeconds(text.slice(11)) : otherwise;
  const [first, last] = [moment(when?.notBefore, 0), moment(when?.dueBy, day)];
  if (daily === undefined && first === 0 && last === day) return [];
  const all = (daily ?? [{ from: "00:00", to: "24:00" }]).map(({ from, to }) => ({ from: clockSeconds(from), to: clockSeconds(to) }));
  return all.map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, last) })).filter(({ from, to }) => from <= to);
}

/** The hours of a visit that are drawn: a fixed start alone where there is one, nothing where all day is open. */
export function drawnWindows({ when, fixed }: Pick<Visit, "when" | "fixed">, date: string): Hours[] {
  if (fixed?.start !== undefined) return [{ from: clockSeconds(fixed.start), to: clockSeconds(fixed.start) }];
  return hoursOn(date, when);
}

/**
 * The hours of a visit that is left out, with the dates that they are for where not for every date of the horizon. A visit that
 * may be made on some dates only, all day, has them drawn as a whole day.
 */
export function marksOfLeftOut(problem: Pick<Problem, "horizon">, visit: Visit): Mark[] {
  const dates = horizonDates(problem);
  const own = visit.fixed?.date === undefined ? dates.filter((date) => mayBeOn(visit, date)) : [visit.fixed.date];
  const marks = new Map<string, Mark & { dates: string[] }>();
  for (const date of own) {
    const windows = drawnWindows(visit, date);
    for (const { from, to } of windows.length === 0 && own.length < dates.length ? [{ from: 0, to: day }] : windows) {
      const mark = marks.get(`${from} ${to}`);
      if (mark === undefined) marks.set(`${from} ${to}`, { kind: "window", from, to, ids: [visit.id], dates: [date] });
      else mark.dates.push(date);
    }
  }
  return [...marks.values()].map(({ dates: on, ...mark }) => (on.length === dates.length ? mark : { ...mark, dates: on }));
}

function marksOfTransport({ id, when }: Transport, date: string): Mark[] {
  const { alight, ...board } = when ?? {};
  return [
    ...hoursOn(date, board).map((each): Mark => ({ kind: "window", ...each, ids: [id], of: "board" })),
    ...(alight === undefined ? [] : hoursOn(date, {}, alight).map((each): Mark => ({ kind: "window", ...each, ids: [id], of: "alight" }))),
  ];
}

function marksOfVisit(visit: Visit, { start }: LaneStop, date: string): Mark[] {
  const windows = drawnWindows(visit, date);
  const last = Math.max(...windows.flatMap(({ from, to }) => (from <= start ? [to] : [])));
  return windows.map(({ from, to }) => ({ kind: "window", from, to, ids: [visit.id], ...(to === last && start > last ? { lateUntil: start } : {}) }));
}

function marksOfBreaks(shift: Shift, stops: readonly LaneStop[], worked: boolean): Mark[] {
  return (shift.breaks ?? []).flatMap((pause, index): Mark[] => {
    const id = `break-${index + 1}`;
    const hours = { from: clockSeconds(pause.from), to: clockSeconds(pause.to), ids: [id] };
    const taken = stops.some((stop) => stop.kind === "break" && stop.id === id);
    return worked && !taken ? [{ kind: "missed", ...hours }] : taken ? [{ kind: "window", ...hours }] : [];
  });
}

const sameHours = (a: Mark, b: Mark): boolean =>
  a.kind === "window" &&
  b.kind === "window" &&
  a.from === b.from &&
  a.to === b.to &&
  a.of === b.of &&
  a.lateUntil === undefined &&
  b.lateUntil === undefined;

/** One mark for all whose hours are the same. */
function joined(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = [];
  for (const mark of marks) {
    const twin = all.findIndex((each) => sameHours(each, mark));
    const earlier = all[twin];
    if (earlier === undefined) all.push(mark);
    else all[twin] = { ...earlier, ids: [...earlier.ids, ...mark.ids] };
  }
  return all;
}

function laneOf(problem: Problem, plan: Plan, caregiver: ProblemCaregiver, row: number, shift: Shift, crew: readonly string[]): Lane {
  const route = plan.routes.find((each) => each.caregiver === caregiver.id && each.date === shift.date);
  const night = route?.stops.find(({ kind }) => kind === "lodging")?.place;
  const made = (route?.stops ?? []).filter(({ kind }) => kind !== "lodging");
  const leavings = route === undefined ? undefined : leavingsOf(problem, route);
  const stops = made.map(
    ({ kind, id, arrive, start, end }, index): LaneStop => ({
      kind,
      id,
      ...(leavings?.[index] === undefined ? {} : { leaves: leavings[index] }),
      arrive: clockSeconds(arrive),
      start: clockSeconds(start),
      end: clockSeconds(end),
    }),
  );
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const rides = stops.flatMap((stop): Mark[] => {
    const alights = stops.find(({ kind, id }) => kind === "alight" && id === stop.id);
    return stop.kind === "board" && alights !== undefined ? [{ kind: "ride", from: stop.end, to: alights.start, ids: [stop.id] }] : [];
  });
  const carried = new Map((problem.transports ?? []).map((transport) => [transport.id, transport]));
  const boarding = stops.flatMap((stop) => {
    const transport = stop.kind === "board" ? carried.get(stop.id) : undefined;
    return transport === undefined ? [] : marksOfTransport(transport, shift.date);
  });
  const own = stops.flatMap((stop) => {
    const visit = stop.kind === "visit" ? visits.get(stop.id) : undefined;
    return visit === undefined ? [] : marksOfVisit(visit, stop, shift.date);
  });
  const [end, returns] = [clockSeconds(shift.to), route === undefined ? 0 : clockSeconds(route.returns)];
  const over: Mark[] = returns > end ? [{ kind: "overtime", from: end, to: returns, ids: [] }] : [];
  return {
    caregiver: row,
    id: caregiver.id,
    crew,
    date: shift.date,
    from: clockSeconds(shift.from),
    to: clockSeconds(shift.to),
    overtime: 60 * (shift.overtimeMinutes ?? 0),
    departs: route === undefined ? undefined : clockSeconds(route.departs),
    returns: route === undefined ? undefined : clockSeconds(route.returns),
    stops,
    night,
    isThin: false,
    marks: joined([...over, ...rides, ...own, ...boarding, ...marksOfBreaks(shift, stops, route !== undefined)]),
  };
}

/** A lane for each shift of the horizon, day by day and caregiver by caregiver; one for a crew, its leader's. */
export function lanesOf(problem: Problem, plan: Plan): Lane[] {
  const { from, to } = problem.horizon;
  const onTour = tourDays(problem);
  const lanes = problem.caregivers.flatMap((caregiver, row) =>
    caregiver.shifts.flatMap((shift): Lane[] => {
      const { crew } = onTour(caregiver.id, shift.date)?.tour ?? { crew: [caregiver.id] };
      const isDrawn = from <= shift.date && shift.date <= to && crew[0] === caregiver.id;
      return isDrawn ? [laneOf(problem, plan, caregiver, row, shift, crew)] : [];
    }),
  );
  const hasDays = new Set(lanes.map(({ date }) => date)).size > 1;
  // a stable sort: within a day caregivers stay in their order
  return lanes
    .map((lane) => ({ ...lane, isThin: hasDays && lane.stops.length === 0 }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
