import { describe, expect, it } from "vitest";
import { secondsOfDay } from "./figures.js";
import type { ReportRoute } from "./reportData.js";
import { sceneOf } from "./scene.js";
import { chengkouReport } from "./testing/chengkouReport.js";

describe("the scene that the page draws", () => {
  it("holds every stop of every route once, with its times in seconds", () => {
    const data = chengkouReport();
    const scene = sceneOf(data);
    const drawn = scene.townships.flatMap((township) =>
      township.days.flatMap((routes, day) =>
        routes.flatMap(([caregiver, , , , , , , stops]) =>
          stops.map(([kind, id, person, , , , , , arrive, start, end]) =>
            [township.code, scene.dates[day], township.caregivers[caregiver], kind, id, person, arrive, start, end].join(" "),
          ),
        ),
      ),
    );
    const given = data.routes.flatMap((route) =>
      route.stops.map((stop) =>
        [
          route.township,
          route.date,
          route.caregiver,
          stop.kind === "visit" ? 0 : 1,
          stop.id,
          stop.person ?? "",
          ...[stop.arrive, stop.start, stop.end].map(secondsOfDay),
        ].join(" "),
      ),
    );
    expect(drawn.sort()).toEqual(given.sort());
  });

  it("does not depend on the order of the routes", () => {
    const data = chengkouReport();
    expect(sceneOf({ ...data, routes: [...data.routes].reverse() })).toEqual(sceneOf(data));
  });

  it("keeps a caregiver's letter and a village's spot when the day changes", () => {
    const data = chengkouReport();
    const monday = data.routes.filter((route) => route.date === "2026-11-23");
    const whole = sceneOf(data).townships[3];
    expect(whole?.days[0]?.map(([caregiver]) => caregiver)).toEqual(monday.filter((route) => route.township === whole?.code).map((_, i) => i));
    expect(whole?.villages.length).toBe(data.villages.filter((village) => village.code.startsWith(whole?.code ?? "-")).length);
  });

  it("opens the timetable with the first departure and closes it with the last return", () => {
    const data = chengkouReport();
    const route: ReportRoute = { ...(data.routes[0] as ReportRoute), departs: "06:59", returns: "20:01", stops: [] };
    expect(sceneOf({ ...data, routes: [route] }).hours).toEqual([6, 21]);
    expect(sceneOf({ ...data, routes: [] }).hours).toEqual([8, 18]);
  });

  it("lists a township whose routes are given but which the county does not name, last and by its code", () => {
    const data = chengkouReport();
    const stranger = data.routes.slice(0, 1).map((route) => ({ ...route, township: "500230999" }));
    const last = sceneOf({ ...data, routes: [...data.routes, ...stranger] }).townships.at(-1);
    expect(last?.name).toBe("500230999");
    expect(last?.visits).toBeGreaterThan(0);
  });

  it("refuses a time that is none", () => {
    const data = chengkouReport();
    expect(() => sceneOf({ ...data, routes: data.routes.map((route) => ({ ...route, departs: "early" })) })).toThrow(RangeError);
  });
});
