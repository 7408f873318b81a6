import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { verify } from "../verify/verify.js";
import { dispatchCodes } from "./codes.js";
import { type Dispatched, dispatch } from "./dispatch.js";
import type { DispatchEvent } from "./event.js";

const date = "2026-11-23";
const at = (clock: string): string => `${date}T${clock}`;
const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };

/** Two caregivers: the first makes x-1 at nine and x-2 at one, the second nothing yet. */
function day(amend: { visits?: readonly [Partial<Visit>, Partial<Visit>]; problem?: Partial<Problem> } = {}): { problem: Problem; plan: Plan } {
  const drawn = twoVisits();
  const problem: Problem = {
    ...drawn,
    caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "walk", shifts: [shift] })),
    visits: drawn.visits.map((visit, index) => ({
      ...visit,
      when: { daily: [index === 0 ? { from: "09:00", to: "09:00" } : { from: "13:00", to: "14:00" }] },
      ...amend.visits?.[index],
    })),
    ...amend.problem,
  };
  return { problem, plan: evaluate(problem, [{ caregiver: "c-1", date, stops: ["x-1", "x-2"].map((id) => ({ kind: "visit", id })) }]) };
}
const told = ({ plan }: Pick<Dispatched, "plan">): string[] =>
  plan.routes.flatMap(({ caregiver, stops }) => stops.map(({ id, start, end }) => `${caregiver} ${id} ${start}–${end}`));
const happens = async (event: DispatchEvent, from = day()): Promise<Dispatched> => {
  const result = await dispatch(from.problem, from.plan, event, { seed: 1 });
  expect(verify(result.problem, result.plan)).toEqual([]);
  return result;
};
const kindsOf = ({ changes }: Dispatched): string[] => changes.map(({ kind, visit }) => `${kind} ${visit}`);
const stateOf = ({ problem }: Dispatched, id: string) => problem.visits.find((visit) => visit.id === id)?.fixed?.state;
const codesOf = async (event: unknown, from = day()): Promise<string[]> => {
  const error: unknown = await dispatch(from.problem, from.plan, event as DispatchEvent).catch((thrown: unknown) => thrown);
  return error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : ["none"];
};

const call = { id: "call", place: "home-2", serviceMinutes: 30 };

describe("an emergency call", () => {
  it("is answered by the nearest who is able, from where she then is", async () => {
    // at half past ten the first stands at home-1, ten minutes away, as the second at the station: equal, so the first listed
    const result = await happens({ kind: "emergency", at: at("10:30"), visit: call, respondWithinMinutes: 15 });
    expect(result.response).toMatchObject({ responder: { caregiver: "c-1", arrives: "10:40", responseMinutes: 10 }, inTime: true });
    expect(result.response?.able.map(({ caregiver }) => caregiver)).toEqual(["c-1", "c-2"]);
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-1 call 10:40–11:10", "c-1 x-2 13:00–13:30"]);
    expect(kindsOf(result)).toEqual(["added call"]);
    expect(result.changes[0]?.message).toEqual({
      zh: "新增上门服务 call：2026-11-23 10:40，由 c-1 承担",
      en: "visit call is added: c-1, 2026-11-23 10:40",
    });
  });

  it("waits until a visit under way is finished, so that another may be nearer", async () => {
    const result = await happens({ kind: "emergency", at: at("09:30"), visit: call });
    expect(result.response?.able.map(({ caregiver, responseMinutes }) => [caregiver, responseMinutes])).toEqual([
      ["c-2", 10],
      ["c-1", 40],
    ]);
    expect(result.response?.message.en).toBe("c-2 is nearest: there in 10 minutes, at 09:40");
  });

  it("is not answered by who lacks what it needs, would not be home in time, or has something pinned", async () => {
    const skilled = day({
      problem: { caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "walk", shifts: [shift], skills: { care: id === "c-2" ? 1 : 0 } })) },
    });
    const needy = await happens({ kind: "emergency", at: at("10:30"), visit: { ...call, needs: { skills: { care: 1 } } } }, skilled);
    expect(needy.response?.able.map(({ caregiver }) => caregiver)).toEqual(["c-2"]);
    const long = { ...call, serviceMinutes: 200 };
    const pinned = day({ visits: [{}, { fixed: { caregiver: "c-1", date, start: "13:00" } }] });
    const kept = await happens({ kind: "emergency", at: at("10:30"), visit: long }, pinned);
    expect(kept.response?.able.map(({ caregiver }) => caregiver)).toEqual(["c-2"]);
    const late = await happens({ kind: "emergency", at: at("15:30"), visit: call });
    expect([late.response?.responder, late.plan.unassigned.map(({ visit }) => visit)]).toEqual([null, ["call"]]);
  });

  it("reports a response that takes too long", async () => {
    const { response } = await happens({ kind: "emergency", at: at("10:30"), visit: call, respondWithinMinutes: 5 });
    expect(response).toMatchObject({ inTime: false, message: { zh: "c-1 最近，10 分钟后于 10:40 到达，超过规定的 5 分钟" } });
  });

  it("takes visits off who goes where she cannot make them any more", async () => {
    const result = await happens({ kind: "emergency", at: at("12:30"), visit: { ...call, place: "home-1", serviceMinutes: 120 }, responder: "c-1" });
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-1 call 12:30–14:30", "c-2 x-2 13:00–13:30"]);
    expect(kindsOf(result)).toEqual(["moved x-2", "added call"]);
    expect(result.plan.cost.changedVisit).toBe(2);
  });

  it("finds whoever is on the way held to where she goes", async () => {
    // she has left for x-2 at ten to one
    const result = await happens({ kind: "emergency", at: at("12:55"), visit: { ...call, place: "home-1" } });
    expect(stateOf(result, "x-2")).toBe("travelling");
    expect(result.response?.able.map(({ caregiver, arrives }) => `${caregiver} ${arrives}`)).toEqual(["c-2 13:05", "c-1 13:40"]);
  });
});

describe("a caregiver who falls ill", () => {
  it("leaves her remaining visits to others", async () => {
    const result = await happens({ kind: "caregiverOut", at: at("08:00"), caregiver: "c-1" });
    expect(told(result)).toEqual(["c-2 x-1 09:00–10:00", "c-2 x-2 13:00–13:30"]);
    expect(kindsOf(result)).toEqual(["moved x-1", "moved x-2"]);
  });

  it("finishes the visit that she is at, or not", async () => {
    const finished = await happens({ kind: "caregiverOut", at: at("09:10"), caregiver: "c-1" });
    expect(told(finished)).toEqual(["c-1 x-1 09:00–10:00", "c-2 x-2 13:00–13:30"]);
    const broken = await happens({ kind: "caregiverOut", at: at("13:10"), caregiver: "c-1", finishesVisit: false });
    expect(told(broken)).toEqual(["c-1 x-1 09:00–10:00", "c-2 x-2 13:20–13:50"]);
  });

  it("goes on until she goes, and lets go even of what was pinned to her for later", async () => {
    const pinned = day({
      visits: [{}, { fixed: { caregiver: "c-1", date, start: "13:00" } }],
      problem: { objective: { changedVisit: 100 } },
    });
    const result = await happens({ kind: "caregiverOut", at: at("08:00"), caregiver: "c-1", from: at("11:00") }, pinned);
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-2 x-2 13:00–13:30"]);
  });

  it("may leave a visit to nobody, and that is said", async () => {
    const alone = day({ visits: [{}, { bars: ["c-2"] }] });
    const result = await happens({ kind: "caregiverOut", at: at("10:30"), caregiver: "c-1" }, alone);
    expect(result.changes.map(({ message }) => message.zh)).toEqual(["上门服务 x-2 不再安排（原由 c-1 于 2026-11-23 13:00 承担），请另行安排"]);
    expect(result.plan.unassigned[0]).toMatchObject({ visit: "x-2" });
  });

  it("is like a vehicle that breaks down on the shifts that drive it", async () => {
    const { problem, plan } = day();
    const driven = {
      ...problem,
      vehicles: [{ id: "van" }],
      caregivers: problem.caregivers.map((each, row) => (row > 0 ? each : { ...each, shifts: [{ ...shift, vehicle: "van" }] })),
    };
    const routes = plan.routes.map((route) => ({ ...route, vehicle: "van" }));
    const result = await happens({ kind: "vehicleDown", at: at("10:30"), vehicle: "van" }, { problem: driven, plan: { ...plan, routes } });
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-2 x-2 13:00–13:30"]);
  });
});

describe("a visit", () => {
  it("that is cancelled leaves the rest as it is", async () => {
    const result = await happens({ kind: "cancelled", at: at("10:30"), visit: "x-2" });
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00"]);
    expect(kindsOf(result)).toEqual(["cancelled x-2"]);
    expect(result.problem.visits.map(({ id }) => id)).toEqual(["x-1"]);
  });

  it("that is cancelled under way ends now", async () => {
    const result = await happens({ kind: "cancelled", at: at("09:20"), visit: "x-1" });
    expect(told(result)).toEqual(["c-1 x-1 09:00–09:20", "c-1 x-2 13:00–13:30"]);
    expect(kindsOf(result)).toEqual(["cutShort x-1"]);
  });

  it("that finds nobody at home ends now and is planned again", async () => {
    const result = await happens({
      kind: "noShow",
      at: at("09:10"),
      visit: "x-1",
      again: { id: "x-1b", when: { daily: [{ from: "14:00", to: "15:00" }] } },
    });
    expect(told(result)).toEqual(["c-1 x-1 09:00–09:10", "c-1 x-2 13:00–13:30", "c-1 x-1b 14:00–15:00"]);
    expect(kindsOf(result)).toEqual(["cutShort x-1", "added x-1b"]);
  });

  it("that lasts longer makes what follows later, or has another go there", async () => {
    const near = day({ visits: [{}, { when: { daily: [{ from: "10:10", to: "10:40" }] } }] });
    expect(told(near)).toEqual(["c-1 x-1 09:00–10:00", "c-1 x-2 10:10–10:40"]);
    const later = await happens({ kind: "overrun", at: at("09:50"), visit: "x-1", minutes: 20 }, near);
    expect(told(later)).toEqual(["c-1 x-1 09:00–10:20", "c-1 x-2 10:30–11:00"]);
    expect(kindsOf(later)).toEqual(["prolonged x-1", "retimed x-2"]);
    const other = await happens({ kind: "overrun", at: at("09:50"), visit: "x-1", minutes: 60 }, near);
    expect(told(other)).toEqual(["c-1 x-1 09:00–11:00", "c-2 x-2 10:10–10:40"]);
  });

  it("that overruns its caregiver's break lets the break go", async () => {
    const { problem } = day();
    const pause = { minutes: 30, from: "10:00", to: "10:30" };
    const resting = { ...problem, caregivers: problem.caregivers.map((each) => ({ ...each, shifts: [{ ...shift, breaks: [pause] }] })) };
    const plan = evaluate(resting, [
      {
        caregiver: "c-1",
        date,
        stops: [
          { kind: "visit", id: "x-1" },
          { kind: "break", id: "break-1" },
          { kind: "visit", id: "x-2" },
        ],
      },
    ]);
    const result = await happens({ kind: "overrun", at: at("09:50"), visit: "x-1", minutes: 45 }, { problem: resting, plan });
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:45", "c-1 x-2 13:00–13:30"]);
  });

  it("that is pinned stays, at any price", async () => {
    const pinned = day({
      visits: [{}, { fixed: { caregiver: "c-1", date, start: "13:20" } }],
      problem: { objective: { travelMinute: 100, changedVisit: 0 } },
    });
    const result = await happens({ kind: "cancelled", at: at("08:00"), visit: "x-1" }, pinned);
    expect(told(result)).toEqual(["c-1 x-2 13:20–13:50"]);
  });
});

describe("a road", () => {
  const roads = [{ from: "home-1", to: "home-2" }];

  it("that is closed is not driven", async () => {
    const near = day({ visits: [{}, { when: { daily: [{ from: "10:10", to: "10:30" }] } }] });
    const result = await happens({ kind: "roadClosed", at: at("08:00"), roads }, near);
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-2 x-2 10:10–10:40"]);
  });

  it("that is slow makes what follows later", async () => {
    const near = day({ visits: [{}, { when: { daily: [{ from: "10:10", to: "10:30" }] } }], problem: { objective: { changedVisit: 1000 } } });
    const result = await happens({ kind: "roadClosed", at: at("08:00"), roads, slowdown: 2 }, near);
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-1 x-2 10:20–10:50"]);
  });

  it("that somebody has driven already is closed to others alone", async () => {
    const near = day({ visits: [{}, { when: { daily: [{ from: "10:10", to: "10:30" }] } }] });
    const result = await happens({ kind: "roadClosed", at: at("10:15"), roads }, near);
    expect(told(result)).toEqual(["c-1 x-1 09:00–10:00", "c-1 x-2 10:10–10:40"]);
    expect(result.changes).toEqual([]);
  });
});

describe("the price of a change", () => {
  // the second caregiver is preferred, and paid two units for
  const preferring = (changedVisit: number) => {
    const { problem } = day({ visits: [{}, { prefers: ["c-2"] }], problem: { objective: { changedVisit, travelMinute: 0 } } });
    return { problem, plan: evaluate(problem, [{ caregiver: "c-1", date, stops: ["x-1", "x-2"].map((id) => ({ kind: "visit", id })) }]) };
  };

  it("is weighed against what a change saves", async () => {
    const event: DispatchEvent = { kind: "cancelled", at: at("08:00"), visit: "x-1" };
    expect(told(await happens(event, preferring(3)))).toEqual(["c-1 x-2 13:00–13:30"]);
    expect(told(await happens(event, preferring(1)))).toEqual(["c-2 x-2 13:00–13:30"]);
  });
});

describe("a bad event", () => {
  it("is refused with every issue, each with a pointer", async () => {
    expect(await codesOf({ kind: "emergency", visit: { id: "x-1", place: "nowhere", serviceMinutes: 30 }, responder: "c-9" })).toEqual([
      "DUPLICATE_ID /event/visit/id",
      "REFERENCE_NOT_FOUND /event/responder",
      "REFERENCE_NOT_FOUND /event/visit/place",
      "EVENT_WITHOUT_MOMENT /event",
    ]);
    expect(await codesOf({ kind: "cancelled", visit: "x-9", at: "2026-11-24T08:00" })).toEqual([
      "REFERENCE_NOT_FOUND /event/visit",
      "EVENT_OUTSIDE_HORIZON /event/at",
    ]);
    expect(await codesOf({ kind: "cancelled", visit: "x-1", at: at("08:00") }, day({ problem: { now: at("09:00") } }))).toEqual([
      "EVENT_BEFORE_NOW /event/at",
    ]);
    expect(await codesOf({ kind: "noShow", visit: "x-2", at: at("09:00") })).toEqual(["VISIT_NOT_BEGUN /event/visit"]);
    expect(await codesOf({ kind: "emergency", visit: { ...call, serviceMinutes: 400 }, at: at("12:00"), responder: "c-1" })).toEqual([
      "NOT_ABLE_TO_RESPOND /event/responder",
    ]);
    const transports = [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: 5, alightMinutes: 5 }];
    const carried = day();
    expect(await codesOf({ kind: "cancelled", visit: "x-1" }, { ...carried, problem: { ...carried.problem, transports } })).toEqual([
      "NOT_WITH_PEOPLE_CARRIED /problem/transports",
    ]);
    expect(Object.keys(dispatchCodes)).toHaveLength(6);
  });
});

describe("a day of events", () => {
  it("goes on from one to the next", async () => {
    const first = await happens({ kind: "emergency", at: at("10:30"), visit: call });
    const second = await happens({ kind: "overrun", at: at("11:00"), visit: "call", minutes: 150 }, first);
    expect(told(second)).toEqual(["c-1 x-1 09:00–10:00", "c-1 call 10:40–13:40", "c-1 x-2 13:40–14:10"]);
    expect([stateOf(second, "x-1"), stateOf(second, "call"), stateOf(second, "x-2")]).toEqual(["done", "started", undefined]);
    const third = await happens({ kind: "caregiverOut", at: at("13:00"), caregiver: "c-1" }, second);
    expect(told(third)).toEqual(["c-1 x-1 09:00–10:00", "c-1 call 10:40–13:40", "c-2 x-2 13:10–13:40"]);
  });

  it("believes what is stated of how it went, rather than the plan", async () => {
    const { problem } = day({ visits: [{ fixed: { caregiver: "c-1", date, start: "09:25", state: "started" } }, {}] });
    const { plan } = day();
    const result = await happens({ kind: "cancelled", at: at("10:10"), visit: "x-2" }, { problem, plan });
    expect(told(result)).toEqual(["c-1 x-1 09:25–10:25"]);
    expect(kindsOf(result)).toEqual(["retimed x-1", "cancelled x-2"]);
  });
});
