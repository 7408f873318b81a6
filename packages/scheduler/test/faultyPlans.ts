import { evaluate } from "../src/evaluate/evaluate.js";
import type { Plan, PlanRoute, PlanStop, Reason, Unassigned, Violation } from "../src/model/plan.js";
import type { Problem } from "../src/model/problem.js";
import type { Visit } from "../src/model/visit.js";
import type { VerifyCode } from "../src/verify/codes.js";
import { verify } from "../src/verify/verify.js";
import { oneTransport } from "./oneTransport.js";
import { twoVisits } from "./twoVisits.js";

/** Two visits, and a plan of them that holds. */
export const problem = twoVisits();
export const good = evaluate(problem, [
  {
    caregiver: "c-1",
    date: "2026-11-23",
    stops: [
      { kind: "visit", id: "x-1" },
      { kind: "break", id: "break-1" },
      { kind: "visit", id: "x-2" },
    ],
  },
]);
export const [route] = good.routes as [PlanRoute];

export const withRoute = (amend: Partial<PlanRoute>): Plan => ({ ...good, routes: [{ ...route, ...amend }] });
export const withStop = (index: number, amend: Partial<PlanStop>): Plan =>
  withRoute({ stops: route.stops.map((stop, at) => (at === index ? { ...stop, ...amend } : stop)) });
const found = (plan: Plan, of: Problem = problem): Violation[] => verify(of, plan);

const carrying = oneTransport();
export const riding = (amend: Parameters<typeof oneTransport>[0] = {}): Problem => ({ ...oneTransport(amend), visits: [] });
/** The same of one ride. */
export const ride = evaluate(riding(), [
  {
    caregiver: "c-1",
    date: "2026-11-23",
    stops: [
      { kind: "board", id: "t-1" },
      { kind: "alight", id: "t-1" },
    ],
  },
]);
export const [way] = ride.routes as [PlanRoute];
export const [board, alight] = way.stops as [PlanStop, PlanStop];
export const withStops = (stops: PlanStop[]): Plan => ({ ...ride, routes: [{ ...way, stops }] });
const otherDay = { date: "2026-11-24", from: "08:00", to: "16:00", start: "station", end: "station" };

export const leftOut = (reasons: readonly Reason[]): Unassigned[] => problem.visits.map(({ id }) => ({ visit: id, kind: "crowdedOut", reasons }));

/** A problem with its second visit fixed as it is in the plan, and how far that has come. */
export const withFixed = (amend: Partial<Visit["fixed"]>, of = problem): Problem => ({
  ...of,
  visits: of.visits.map((visit) =>
    visit.id === "x-2" ? { ...visit, fixed: { caregiver: "c-1", date: "2026-11-23", start: "13:00", ...amend } } : visit,
  ),
});

/** A good plan with one thing wrong in it, for each code of the checker. */
export const planted: Readonly<Record<VerifyCode, () => readonly Violation[]>> = {
  UNKNOWN_ROUTE: () => found(withRoute({ caregiver: "c-9" })),
  ROUTE_TWICE: () => found({ ...good, routes: [route, route] }),
  ROUTE_WITHOUT_VISITS: () => found(withRoute({ stops: route.stops.filter(({ kind }) => kind === "break") })),
  WRONG_TOUR: () => found(withRoute({ tour: "tour-9" })),
  UNKNOWN_STOP: () => found(withStop(0, { id: "x-9" })),
  UNKNOWN_UNASSIGNED: () => found({ ...good, unassigned: [{ visit: "x-9", kind: "crowdedOut", reasons: [] }] }),
  NOT_WANTED_LISTED: () =>
    found(
      { ...good, routes: [{ ...route, stops: route.stops.slice(0, 2) }], unassigned: [{ visit: "x-2", kind: "crowdedOut", reasons: [] }] },
      { ...problem, links: [{ kind: "oneOf", visits: ["x-1", "x-2"] }] },
    ),
  UNKNOWN_REASON: () => found({ ...good, routes: [], unassigned: leftOut([]) }),
  NOT_A_TIME: () => found(withStop(0, { start: "8:10" })),
  VISIT_TWICE: () => found({ ...good, unassigned: [{ visit: "x-1", kind: "crowdedOut", reasons: [] }] }),
  VISIT_LOST: () => found(withRoute({ stops: route.stops.slice(0, 2) })),
  WRONG_DATE: () => found(good, { ...twoVisits({ visit: { when: { dates: ["2026-11-24"] } } }), horizon: { from: "2026-11-23", to: "2026-11-24" } }),
  OUTSIDE_WINDOW: () => found(good, twoVisits({ visit: { when: { daily: [{ from: "08:00", to: "08:30" }] } } })),
  WRONG_PLACE: () => found(withStop(0, { place: "home-2" })),
  WRONG_ARRIVAL: () => found(withStop(0, { arrive: "09:59" })),
  BEGINS_BEFORE_ARRIVAL: () => found(withStop(2, { start: "12:30" })),
  WRONG_LENGTH: () => found(withStop(0, { end: "10:30" })),
  OUTSIDE_SHIFT: () =>
    found(good, twoVisits({ caregiver: { shifts: [{ date: "2026-11-23", from: "10:00", to: "16:00", start: "station", end: "station" }] } })),
  BREAK_OUTSIDE_HOURS: () => found(withStop(1, { start: "11:00", end: "12:00" })),
  BREAK_MISSING: () => found(withRoute({ stops: route.stops.filter(({ kind }) => kind === "visit") })),
  BREAK_TWICE: () => found(withRoute({ stops: [...route.stops.slice(0, 2), ...route.stops.slice(1)] })),
  WRONG_VEHICLE: () => found(withRoute({ vehicle: "van-9" })),
  TRANSPORT_TWICE: () => found(withStops([board, alight, board]), riding()),
  TRANSPORT_LOST: () => found({ ...ride, routes: [] }, riding()),
  TRANSPORT_SPLIT: () => found(withStops([board]), riding()),
  ALIGHTS_FIRST: () => found(withStops([alight, board]), riding()),
  TRANSPORT_WRONG_DATE: () =>
    found(ride, {
      ...oneTransport({
        caregiver: { shifts: [...(carrying.caregivers[0]?.shifts ?? []), otherDay] },
        transport: { when: { dates: ["2026-11-24"] } },
      }),
      horizon: { from: "2026-11-23", to: "2026-11-24" },
      visits: [],
    }),
  TRANSPORT_OUTSIDE_WINDOW: () => found(ride, riding({ transport: { when: { alight: [{ from: "08:00", to: "09:00" }] } } })),
  RIDE_TOO_LONG: () => found(ride, riding({ transport: { longestRideMinutes: 9 } })),
  UNKNOWN_UNASSIGNED_TRANSPORT: () => found({ ...ride, unassignedTransports: [{ transport: "t-9", kind: "crowdedOut", reasons: [] }] }, riding()),
  UNKNOWN_TRANSPORT_REASON: () =>
    found({ ...ride, routes: [], unassignedTransports: [{ transport: "t-1", kind: "crowdedOut", reasons: [] }] }, riding()),
  BEGINS_BEFORE_NOW: () => found(good, { ...problem, now: "2026-11-23T13:01" }),
  BEFORE_WHAT_HAS_BEGUN: () => found(good, withFixed({ state: "started" })),
  BEGUN_LEFT_OUT: () => found(withRoute({ stops: route.stops.slice(0, 2) }), withFixed({ state: "done" })),
  WRONG_COST: () => found({ ...good, cost: { ...good.cost, travel: 1 } }),
};
