import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Facility, facilityStates } from "../facility/facility.js";
import { compareRational, rational } from "../money/rational.js";
import { checkGates } from "./checkGates.js";
import { lifeCycleRate } from "./lifeCycleRate.js";
import { checkLifeCycle, reachedOn } from "./reachedOn.js";

type Events = NonNullable<Facility["events"]>;

const centre = (id: string, events?: Events): Facility => ({
  id,
  kind: "streetCareCentre",
  area: "411302001",
  ...(events === undefined ? {} : { events }),
});
const started = { on: "2021-06-01", state: "started" } as const;
const built = { on: "2021-12-31", state: "built" } as const;
const accepted = { on: "2022-03-01", state: "accepted" } as const;
const operating = { on: "2022-05-01", state: "operating" } as const;

// synthetic: the plan names 45 street centres
const centres = (builtCount: number): Facility[] =>
  Array.from({ length: 45 }, (_, index) => centre(`s-${String(index).padStart(2, "0")}`, index < builtCount ? [started, built] : [started]));

const rate = (facilities: readonly Facility[], change: Partial<Parameters<typeof lifeCycleRate>[0]> = {}) =>
  lifeCycleRate({
    facilities,
    kind: "streetCareCentre",
    title: { zh: "建成率", en: "completion rate" },
    state: "built",
    of: "all",
    atLeast: rational(1n, 2n),
    on: "2021-12-31",
    clauses: ["NY-4.1-2"],
    ...change,
  });

describe("45 street centres at the end of 2021", () => {
  it("need 45 started and at least 23 built (demonstration 3)", () => {
    const start = rate(centres(23), { state: "started", atLeast: rational(1n, 1n) });
    expect(start.value).toMatchObject({ needed: 45, outcome: "met" });
    expect(rate(centres(23)).value).toMatchObject({ needed: 23, outcome: "met" });
  });

  it("fail with 22 built, though 22 is nearly half", () => {
    const missed = rate(centres(22));
    expect(missed.value).toMatchObject({ needed: 23, outcome: "notMet" });
    expect(missed.steps.map(({ zh, value }) => `${zh} = ${value}`)).toEqual(["建成率 22 ÷ 45 = 48.8%", "45 × 50%，进一取整 = 23", "不低于 50% = ✗"]);
  });

  it("stay open where centres have no record, whether listed or only planned", () => {
    const known = [...centres(45).slice(0, 22), ...centres(0).slice(22, 43)];
    expect(rate([...known, centre("s-98"), centre("s-99")]).value).toMatchObject({ outcome: "undetermined", unknown: ["s-98", "s-99"] });
    expect(rate(known, { planned: 45 }).value).toMatchObject({ of: 45, needed: 23, outcome: "undetermined" });
  });

  it("are an error in the plan where more are recorded than planned", () => {
    expect(() => rate(centres(1), { planned: 44 })).toThrow("OUT_OF_RANGE at /planned");
  });
});

describe("a rate among facilities that have come as far as another state", () => {
  const operation = (facilities: readonly Facility[]) => rate(facilities, { state: "operating", of: "accepted", on: "2022-12-31" }).value;

  it("divides by those alone", () => {
    const share = operation([centre("a", [started, built, accepted, operating]), centre("b", [started, built, accepted]), centre("c", [started])]);
    expect(share).toMatchObject({ of: 2, yes: ["a"], no: ["b"], unknown: [], needed: 1 });
  });

  it("has bounds where it is unknown who belongs", () => {
    const share = operation([centre("a", [accepted, operating]), centre("b", [started, operating]), centre("c")]);
    // b operates without recorded acceptance: it belongs and counts, or neither
    expect(share).toMatchObject({ share: { least: rational(1n, 2n), most: rational(1n, 1n) }, unknown: ["b", "c"] });
    expect(share.needed).toBeUndefined();
  });

  it("has no value where nobody belongs", () => {
    expect(operation([centre("c", [started])]).share).toBeUndefined();
    expect(operation([centre("c", [started])]).outcome).toBe("undetermined");
  });

  it("no longer counts what has closed as operating", () => {
    const closed = { on: "2022-08-01", state: "closed" } as const;
    expect(operation([centre("a", [accepted, operating, closed])])).toMatchObject({ yes: [], no: ["a"] });
  });
});

describe("the life of a facility", () => {
  it("shows an unrecorded state by a later one, from that day on, but never acceptance", () => {
    const skipped = centre("a", [started, operating]);
    expect(reachedOn(skipped, "built", "2022-04-30")).toBeUndefined();
    expect(reachedOn(skipped, "built", "2022-05-01")).toBe(true);
    expect(reachedOn(skipped, "accepted", "2022-12-31")).toBeUndefined();
    expect(reachedOn(centre("a", []), "started", "2022-12-31")).toBe(false);
    expect(reachedOn(centre("a"), "started", "2022-12-31")).toBeUndefined();
  });

  it("is refused out of order, or with a state twice, each event by its own pointer", () => {
    const issues = checkLifeCycle(
      centre("a", [{ on: "2022-04-01", state: "started" }, built, accepted, { on: "2023-01-01", state: "accepted" }]),
      "/facilities/3",
    );
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "EVENT_OUT_OF_ORDER /facilities/3/events/1",
      "EVENT_OUT_OF_ORDER /facilities/3/events/2",
      "EVENT_REPEATED /facilities/3/events/3",
    ]);
    expect(() => rate([centre("a", [{ ...started, on: "2022-01-01" }, built])])).toThrow("EVENT_OUT_OF_ORDER");
  });

  it("may open again under a new record only", () => {
    expect(checkLifeCycle(centre("a", [{ on: "2020-01-01", state: "closed" }, operating]))).toHaveLength(1);
  });
});

describe("unknown events", () => {
  const life = fc
    .uniqueArray(fc.nat(facilityStates.length - 1), { maxLength: 7 })
    .map((ranks) =>
      ranks.sort((a, b) => a - b).map((rank): Events[number] => ({ on: `2021-0${rank + 1}-01`, state: facilityStates[rank] ?? "planned" })),
    );
  const facilities = fc
    .array(fc.option(life, { nil: undefined }), { maxLength: 12 })
    .map((lives) => lives.map((events, index) => centre(`f-${index}`, events)));

  it("never settle a rate: whatever they turn out to be, it lies within its bounds", () => {
    const state = fc.constantFrom("started", "built", "accepted", "operating" as const);
    fc.assert(
      fc.property(
        facilities,
        state,
        fc.constantFrom("all", "built", "accepted" as const),
        fc.array(life, { minLength: 12, maxLength: 12 }),
        (known, counted, of, fill) => {
          const ask = (some: readonly Facility[]) => rate(some, { state: counted, of, on: "2021-06-15" }).value.share;
          const filled = known.map((facility, index) => ({ ...facility, events: facility.events ?? fill[index] ?? [] }));
          const bounds = ask(known);
          const exact = ask(filled);
          if (bounds === undefined || exact === undefined) return;
          expect(compareRational(bounds.least, exact.least) <= 0 && compareRational(exact.most, bounds.most) <= 0).toBe(true);
        },
      ),
    );
  });

  it("and the order of the facilities never matters", () => {
    fc.assert(
      fc.property(facilities, (some) => {
        expect(rate([...some].reverse()).value).toEqual(rate(some).value);
      }),
    );
  });
});

describe("the fire gates before operation", () => {
  const gates = ["fireDesignReview", "fireAcceptance", "fireFiling"].map((id) => ({ id, title: { zh: id, en: id } }));
  const ask = (facility: Pick<Facility, "checklist" | "events">) => checkGates({ facility, gates, on: "2022-12-31", clauses: ["NY-5.2-g"] }).value;
  const passed = { fireDesignReview: true, fireAcceptance: true };

  it("let operate who has passed all, and bar who has surely not", () => {
    expect(ask({ checklist: { ...passed, fireFiling: true }, events: [operating] })).toMatchObject({ status: "met", breach: false });
    expect(ask({ checklist: { ...passed, fireFiling: false }, events: [operating] })).toMatchObject({
      status: "notMet",
      missing: ["fireFiling"],
      breach: true,
    });
    expect(ask({ checklist: { ...passed, fireFiling: false }, events: [built] })).toMatchObject({ status: "notMet", breach: false });
  });

  it("leave open what is not recorded", () => {
    expect(ask({ checklist: passed, events: [operating] })).toMatchObject({ status: "undetermined", unknown: ["fireFiling"], breach: undefined });
    expect(ask({})).toMatchObject({ status: "undetermined", breach: undefined });
  });
});
