import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { onTour, type TourWanted, tourDates } from "../../../test/onTour.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { explainUnassigned } from "../../explain/explainUnassigned.js";
import { toGeoJSON } from "../../io/toGeoJSON.js";
import { toICalendar } from "../../io/toICalendar.js";
import type { Plan, PlanRoute, PlanStop, RouteOrder } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const best = async (problem: Problem): Promise<Plan> => (await solve(problem, { maxIterations: 200, seed: 1 })).plan;
const told = ({ routes }: Plan): string[] =>
  routes.map(
    ({ date, departs, stops, returns }) =>
      `${date.slice(-2)} ${departs} ${stops.map(({ kind, id, start }) => `${kind === "lodging" ? "*" : ""}${id}@${start}`).join(" ")} ${returns}`,
  );
const order = (day: number, ...stops: readonly (readonly [PlanStop["kind"], string])[]): RouteOrder => ({
  caregiver: "c-1",
  date: tourDates[day] ?? "",
  stops: stops.map(([kind, id]) => ({ kind, id })),
});
const fourHours: TourWanted["shift"] = { to: "12:00" };

describe("a tour of several days", () => {
  it("sleeps where the way is shortest, and goes on from there the next day", async () => {
    // four hours a day reach one home each: 110 km out and back, with the night at the camp between
    const problem = onTour({ days: 2, shift: fourHours });
    const plan = await best(problem);
    expect(told(plan)).toEqual(["23 08:00 x-1@08:50 *camp-1@10:00 10:00", "24 08:00 x-2@08:50 11:40"]);
    expect([plan.routes[0]?.stops.at(-1)?.end, plan.cost.travel, verify(problem, plan)]).toEqual(["32:00", 220, []]);
  });

  it("sleeps elsewhere where the hours of a day reach no further", async () => {
    // on the second day nothing but the last home is in reach of the far camp, and the base only just
    const problem = onTour({ days: 2, shift: { to: "11:00" }, visits: [{}, { serviceMinutes: 50, when: { dates: [tourDates[1]] } }] });
    const plan = await best(problem);
    expect(told(plan)).toEqual(["23 08:00 x-1@08:50 *camp-2@10:40 10:40", "24 08:00 x-2@08:10 10:50"]);
    expect(verify(problem, plan)).toEqual([]);
    const nearer = onTour({ days: 2, shift: { to: "11:00" }, visits: [{}, { serviceMinutes: 50 }], tour: { lodgings: ["camp-1"] } });
    expect((await best(nearer)).unassigned.map(({ visit }) => visit)).toEqual(["x-2"]);
  });

  it("stays at home where nobody is worth it, and is out on all its dates where somebody is", async () => {
    expect((await best(onTour({ days: 3, objective: { unservedPriority: [0, 0, 0, 0, 0] } }))).routes).toEqual([]);
    const once = onTour({ days: 3, visits: [{ when: { dates: [tourDates[2]] } }, { serviceMinutes: 1, when: { dates: ["2026-11-25"] } }] });
    const plan = await best(once);
    expect(plan.routes.map(({ date, stops }) => [date, stops.length])).toEqual([
      ["2026-11-23", 1],
      ["2026-11-24", 1],
      ["2026-11-25", 2],
    ]);
    expect(verify(once, plan)).toEqual([]);
    const { routes } = await best(onTour({ days: 3, objective: { caregiverDay: 1_000_000, unservedPriority: [1_000_000, 1, 1_000_000, 1, 1] } }));
    expect(routes).toEqual([]);
  });

  it("comes back each night where its base is among its lodgings", async () => {
    const problem = onTour({
      days: 2,
      tour: { lodgings: ["base", "camp-2"] },
      visits: [{ when: { dates: [tourDates[0]] } }, { place: "home-1", when: { dates: [tourDates[1]] } }],
    });
    const plan = await best(problem);
    expect(plan.routes[0]?.stops.at(-1)?.place).toBe("base");
    expect(plan.cost.travel).toBe(200);
  });

  it("keeps hours and dates of each of its days", async () => {
    const problem = onTour({
      days: 2,
      visits: [{ when: { daily: [{ from: "09:00", to: "09:10" }], dueBy: "2026-11-23" } }, { when: { notBefore: "2026-11-24T10:30" } }],
    });
    const plan = await best(problem);
    expect(told(plan)).toEqual(["23 08:10 x-1@09:00 *camp-1@10:10 10:10", "24 09:40 x-2@10:30 13:20"]);
    expect(verify(problem, plan)).toEqual([]);
  });

  it("takes its breaks day by day", async () => {
    const problem = onTour({ days: 2, shift: { breaks: [{ minutes: 30, from: "10:00", to: "11:00" }] } });
    const plan = await best(problem);
    expect([plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "break")).length, verify(problem, plan)]).toEqual([2, []]);
  });

  it("lives on what it has loaded, for all its days together", async () => {
    const visits: TourWanted["visits"] = [
      { needs: { stock: { meals: 2 } }, when: { dates: [tourDates[0]] } },
      { needs: { stock: { meals: 2 } }, when: { dates: [tourDates[1]] } },
    ];
    const laden = (meals: number): Problem => ({ ...onTour({ days: 2, visits }), vehicles: [{ id: "van", seats: 1, stock: { meals } }] });
    expect((await best(laden(4))).unassigned).toEqual([]);
    const plan = await best(laden(3));
    expect(plan.unassigned.map(({ reasons }) => reasons[0]?.code)).toEqual(["STOCK_SHORT"]);
    const both = evaluate(laden(4), [order(0, ["visit", "x-1"]), order(1, ["visit", "x-2"])]);
    expect(verify(laden(3), both).map(({ code, date }) => [code, date])).toEqual([["STOCK_SHORT", tourDates[0]]]);
  });

  it("sets everybody down before the night", async () => {
    const transport = { id: "t-1", from: "home-2", to: "home-1", boardMinutes: 5, alightMinutes: 5 };
    const problem: Problem = { ...onTour({ days: 2, shift: fourHours }), visits: [], transports: [{ ...transport, priority: 1 }] };
    const plan = await best(problem);
    expect(plan.routes.map(({ stops }) => stops.map(({ kind }) => kind))).toEqual([["lodging"], ["board", "alight"]]);
    expect(verify(problem, plan)).toEqual([]);
    const overnight = evaluate(problem, [order(0, ["board", "t-1"]), order(1, ["alight", "t-1"])]);
    expect(verify(problem, overnight).map(({ code }) => code)).toContain("TRANSPORT_SPLIT");
  });

  it("says that it could not reach its nights and come back, where that is why", () => {
    const problem = onTour({ days: 2, shift: { to: "09:30" }, tour: { lodgings: ["camp-2"] }, visits: [{ place: "camp-2", serviceMinutes: 5 }, {}] });
    const reasons = explainUnassigned(problem, evaluate(problem, [])).map(({ kind, reasons: [reason] }) => [kind, reason?.code]);
    expect(reasons).toEqual([
      ["impossible", "DAY_TOO_SHORT"],
      ["impossible", "DAY_TOO_SHORT"],
    ]);
    const third = onTour({ days: 3, shift: { to: "09:30" }, tour: { lodgings: ["camp-2"] }, visits: [{ place: "camp-2", serviceMinutes: 5 }, {}] });
    const codes = ["DAY_TOO_SHORT", "TOUR_TOO_SHORT"];
    expect(explainUnassigned(third, evaluate(third, [])).map(({ reasons: all }) => all.map(({ code }) => code))).toEqual([codes, codes]);
  });
});

describe("the nights of a hand-made order", () => {
  const problem = onTour({ days: 2, shift: fourHours });
  const visits = [order(0, ["visit", "x-1"]), order(1, ["visit", "x-2"])];

  it("are spent where it says, else where that costs least", () => {
    expect(told(evaluate(problem, visits))[0]).toContain("*camp-1");
    const far = [order(0, ["visit", "x-1"], ["lodging", "camp-2"]), order(1, ["visit", "x-2"])];
    expect(told(evaluate(problem, far))).toEqual(["23 08:00 x-1@08:50 *camp-2@10:40 10:40", "24 08:00 x-2@08:10 11:00"]);
    expect(verify(problem, evaluate(problem, far))).toEqual([]);
  });

  it("are refused where there is no such place, or no night", () => {
    const refused = (orders: RouteOrder[]): string[] => {
      try {
        evaluate(problem, orders);
      } catch (error) {
        if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      }
      return [];
    };
    expect(refused([order(0, ["lodging", "moon"])])).toEqual(["UNKNOWN_IN_ROUTE /routes/0/stops/0/id"]);
    expect(refused([order(1, ["visit", "x-2"], ["lodging", "camp-1"])])).toEqual(["UNKNOWN_IN_ROUTE /routes/0/stops/1/id"]);
    expect(refused([{ ...order(0, ["visit", "x-1"]), caregiver: "c-2" }])).toEqual(["UNKNOWN_IN_ROUTE /routes/0"]);
  });
});

describe("the checker", () => {
  const problem = onTour({ days: 2, shift: fourHours });
  const good = evaluate(problem, [order(0, ["visit", "x-1"], ["lodging", "camp-1"]), order(1, ["visit", "x-2"])]);
  const [first, second] = good.routes as [PlanRoute, PlanRoute];
  const night = first.stops.at(-1) as PlanStop;
  const withNight = (...stops: PlanStop[]): Plan => ({ ...good, routes: [{ ...first, stops: [...first.stops.slice(0, -1), ...stops] }, second] });
  const codes = (plan: Plan, of: Problem = problem): string[] => [...new Set(verify(of, plan).map(({ code }) => code))];
  const beside = (van: string): [Problem, Plan] => {
    const alone = {
      id: "c-3",
      profile: "road",
      shifts: [{ date: tourDates[1], from: "08:00", to: "12:00", start: "home-1", end: "home-1", vehicle: "van-2" }],
    };
    const more: Problem = {
      ...problem,
      caregivers: [...problem.caregivers, alone],
      vehicles: [{ id: "van", seats: 1 }, { id: "van-2" }],
      visits: [...problem.visits, { id: "x-3", place: "home-1", serviceMinutes: 10 }],
    };
    const plan = evaluate(more, [...good.routes, { caregiver: "c-3", date: tourDates[1], stops: [{ kind: "visit", id: "x-3" }] }]);
    return [more, { ...plan, routes: plan.routes.map((route) => (route.caregiver === "c-3" ? { ...route, vehicle: van } : route)) }];
  };

  const planted: Readonly<Record<string, () => readonly string[]>> = {
    TOUR_DAY_MISSING: () => codes({ ...good, routes: [first] }),
    NIGHT_MISSING: () => codes(withNight()),
    LODGING_NOT_ALLOWED: () => codes(good, onTour({ days: 2, shift: fourHours, tour: { lodgings: ["camp-2"] } })),
    WRONG_NIGHT: () => codes(withNight({ ...night, end: "31:00" })),
    REST_TOO_SHORT: () =>
      codes({ ...good, routes: [first, { ...second, departs: "00:00" }] }, onTour({ days: 2, shift: fourHours, tour: { restMinutes: 900 } })),
    WRONG_VEHICLE: () => codes(beside("van")[1], beside("van")[0]),
    UNKNOWN_STOP: () => codes({ ...good, routes: [first, { ...second, stops: [...second.stops, night] }] }),
    NOT_A_TIME: () => codes(withNight({ ...night, end: "soon" })),
    WRONG_ARRIVAL: () => codes(withNight({ ...night, id: "camp-2", place: "camp-2" })),
    ROUTE_WITHOUT_VISITS: () =>
      codes({ ...good, routes: [first, second].map((route) => ({ ...route, stops: route.stops.filter(({ kind }) => kind === "lodging") })) }),
  };

  it("accepts the plan in which they are planted, and somebody else's route beside it", () => {
    expect([codes(good), codes(beside("van-2")[1], beside("van-2")[0])]).toEqual([[], []]);
  });

  it.each(Object.keys(planted))("finds %s where it is planted", (code) => {
    expect(planted[code]?.()).toContain(code);
  });

  it("finds a vehicle in two places at once", () => {
    const tours = [{ id: "tour-2", vehicle: "van-2", crew: ["c-3"], dates: [tourDates[1]] }];
    const [more, plan] = beside("van-2");
    const out: Problem = {
      ...more,
      caregivers: more.caregivers.map(({ shifts, ...rest }) => ({ ...rest, shifts: shifts.map(({ vehicle, ...shift }) => shift) })),
      tours: [...(more.tours ?? []), ...tours],
    };
    const routes = plan.routes.map((route) => (route.caregiver === "c-3" ? { ...route, tour: "tour-2" } : route));
    expect(codes({ ...plan, routes }, out)).toEqual([]);
    // its own bounds would refuse such a problem: the tour there has the van only after the other is back
    const late = { ...out, tours: [...(more.tours ?? []), { id: "tour-2", vehicle: "van", crew: ["c-3"], dates: [tourDates[1]] }] };
    const shifted = late.caregivers.map((caregiver) =>
      caregiver.id === "c-3" ? { ...caregiver, shifts: caregiver.shifts.map((shift) => ({ ...shift, from: "12:00", to: "18:00" })) } : caregiver,
    );
    expect(
      codes(
        { ...plan, routes: routes.map((route) => (route.tour === "tour-2" ? { ...route, vehicle: "van" } : route)) },
        { ...late, caregivers: shifted },
      ),
    ).toEqual(["OUTSIDE_SHIFT", "VEHICLE_ELSEWHERE"]);
  });
});

describe("a tour on a map and in a calendar", () => {
  const problem = onTour({ days: 2, shift: fourHours });
  const plan = evaluate(problem, [order(0, ["visit", "x-1"], ["lodging", "camp-1"]), order(1, ["visit", "x-2"])]);

  it("is drawn day by day, from where the night was spent", () => {
    const lines = toGeoJSON(problem, plan).features.flatMap(({ geometry }) =>
      geometry.type === "LineString" ? [geometry.coordinates.map(([lng]) => Math.round((lng - 110) * 100))] : [],
    );
    expect(lines).toEqual([
      [0, 50, 60],
      [60, 110, 0],
    ]);
  });

  it("has its nights in the calendar of each of the crew", () => {
    for (const member of ["c-1", "c-2"]) {
      const calendar = toICalendar(problem, plan, member, { locale: "en" });
      expect(calendar.match(/SUMMARY:.*/g)).toEqual(["SUMMARY:visit · p-1", "SUMMARY:night out", "SUMMARY:visit · p-2"]);
      expect(calendar).toContain("DTEND:20261124T000000Z");
    }
  });
});
