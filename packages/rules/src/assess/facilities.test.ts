import type { Area, Caregiver, Facility, Register } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, Pack, Parameter, Rule } from "../pack/pack.js";
import { createEngine } from "./engine.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };

const parameter = (type: Parameter["type"], value: number | string): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2021-01-01", value }],
});

const policy = (rules: readonly Omit<Rule, "title" | "clauses">[], facts: Record<string, Fact> = {}): Pack => ({
  id: "county",
  version: "1.0.0",
  title,
  area: "500229",
  extends: [],
  inForce: { from: "2021-01-01" },
  sources: { s: { title: "s", issuer: "s", issued: "2021-01-01", checkedOn: on, verification: "verified" } },
  clauses: { C: { source: "s", section: "1", modality: "required", quote: "原文" } },
  parameters: {
    nursingShare: parameter("rational", "80%"),
    perCarer: parameter("rational", "3"),
    share: parameter("rational", "15%"),
    allowance: { type: "fen", title, clause: "C", open: true },
    three: parameter("integer", 3),
    two: parameter("integer", 2),
    five: parameter("integer", 5),
    sixty: parameter("rational", "60%"),
  },
  facts,
  rules: rules.map((rule) => ({ ...rule, title, clauses: ["C"] })),
});

const centre = (more: Partial<Facility> = {}): Facility => ({ id: "f-1", kind: "concentratedDisabledCareCentre", area: "500229001", ...more });
const isCentre = { "==": [{ var: "kind" }, "concentratedDisabledCareCentre"] } as const;
const ask = (pack: Pack, facility: Facility, register: Partial<Register> = {}) =>
  createEngine({ packs: [pack] }).assess({ facility }, { on, register })[0];

describe("a standard", () => {
  const pack = policy(
    [{ id: "s", subject: "facility", when: isCentre, then: { kind: "standard", metric: "share", op: ">=", value: { param: "nursingShare" } } }],
    {
      share: { subject: "facility", type: "rational", title, is: { "/": [{ var: "nursingBeds" }, { var: "beds" }] } },
    },
  );

  it("is met at exactly 80 %", () => {
    expect(ask(pack, centre({ beds: 60, nursingBeds: 48 }))).toMatchObject({ status: "met", effect: { observed: "4/5", required: "4/5" } });
  });

  it("is not met by one bed fewer", () => {
    expect(ask(pack, centre({ beds: 60, nursingBeds: 47 }))?.status).toBe("notMet");
  });

  it("is undetermined where the nursing beds are unknown, and asks for them", () => {
    const decision = ask(pack, centre({ beds: 60 }));
    expect(decision?.status).toBe("undetermined");
    expect(decision?.missing?.toGrant).toMatchObject([{ fact: "/nursingBeds" }]);
  });

  it("does not apply to another kind of facility, nor to one without beds", () => {
    expect(ask(pack, centre({ kind: "villageMutualAidPoint", beds: 1, nursingBeds: 0 }))?.status).toBe("notApplicable");
    expect(ask(pack, centre({ beds: 0, nursingBeds: 0 }))?.status).toBe("notApplicable");
  });
});

describe("a standard about a number that is known to be none", () => {
  const pack = policy([
    { id: "s", subject: "facility", when: isCentre, then: { kind: "standard", metric: "grade", op: ">=", value: { param: "three" } } },
  ]);

  it("is not met", () => {
    expect(ask(pack, centre({ grade: null }))?.status).toBe("notMet");
  });
});

describe("staffing", () => {
  const pack = policy([
    {
      id: "s",
      subject: "facility",
      when: isCentre,
      then: {
        kind: "staffing",
        ratios: [{ class: "disabled", residentsPerCarer: { param: "perCarer" } }],
        roles: ["careWorker", "nurse"],
        rounding: "upPerClass",
      },
    },
  ]);
  const caregivers = ["careWorker", "nurse", "director", "careWorker"].map(
    (role, index) =>
      ({
        id: `c-${index}`,
        roles: [role],
        facility: index === 3 ? "f-2" : "f-1",
        area: "500229",
        shifts: [{ weekdays: [1], from: "08:00", to: "12:00" }],
      }) as Caregiver,
  );

  it("counts the roles of the facility's own staff against the residents", () => {
    const decision = ask(pack, centre({ residents: { disabled: 7 } }), { caregivers });
    expect(decision).toMatchObject({ status: "notMet", effect: { required: 3, present: 2, short: 1 } });
    expect(decision?.effect?.kind === "staffing" && decision.effect.steps.length).toBe(2);
  });

  it("is undetermined where the residents are not counted", () => {
    const decision = ask(pack, centre(), { caregivers });
    expect(decision?.status).toBe("undetermined");
    expect(decision?.missing?.toGrant).toMatchObject([{ fact: "/residents/disabled" }]);
  });
});

describe("staffing of which the register says nothing", () => {
  const pack = policy([
    {
      id: "s",
      subject: "facility",
      when: isCentre,
      then: { kind: "staffing", minimum: { param: "three" }, roles: ["careWorker"], rounding: "upPerClass" },
    },
  ]);

  it("is not staffing by nobody", () => {
    expect(ask(pack, centre(), { caregivers: [] })).toMatchObject({ status: "notMet", effect: { present: 0, short: 3 } });
    expect(ask(pack, centre())).toMatchObject({ status: "undetermined", missing: { toGrant: [{ fact: "/caregivers" }] } });
  });
});

describe("running cost", () => {
  const pack = policy(
    [
      {
        id: "f",
        subject: "facility",
        when: isCentre,
        then: { kind: "funding", share: { param: "share" }, of: { param: "allowance" }, persons: { var: "supported" } },
      },
    ],
    { supported: { subject: "facility", type: "integer", title } },
  );
  const facility = centre({ facts: { supported: 80 } });

  it("stands with its amount open while nobody has supplied the allowance", () => {
    expect(ask(pack, facility)).toMatchObject({ status: "granted", effect: { kind: "funding", open: ["allowance"] } });
  });

  it("names the fact that its amount needs", () => {
    expect(ask(pack, centre())?.effect).toMatchObject({ kind: "funding", open: ["/facts/supported", "allowance"] });
  });

  it("is 15 % of the allowance of all supported", () => {
    const overlays = [{ id: "o", for: "county", illustrative: true, parameters: { allowance: [{ from: "2021-01-01", value: 1_100_000 }] } }];
    const decision = createEngine({ packs: [pack], overlays }).assess({ facility }, { on })[0];
    expect(decision).toMatchObject({ illustrative: true, effect: { amountFen: 13_200_000, open: [] } });
  });
});

describe("a target of the county", () => {
  const built = { in: [{ var: "state" }, ["built", "operating"]] };
  const pack = policy(
    [
      { id: "all", subject: "area", then: { kind: "target", metric: "built", op: ">=", value: { param: "five" }, by: "2022", parts: ["a", "b"] } },
      { id: "a", subject: "area", then: { kind: "target", metric: "built", op: ">=", value: { param: "two" }, by: "2021", members: ["甲", "乙"] } },
      { id: "b", subject: "area", then: { kind: "target", metric: "built", op: ">=", value: { param: "two" }, by: "2022", members: ["丙"] } },
      { id: "rate", subject: "area", then: { kind: "target", metric: "rate", op: ">=", value: { param: "sixty" } } },
    ],
    {
      built: { subject: "area", type: "integer", title, count: { of: "facilities", where: built } },
      rate: { subject: "area", type: "rational", title, share: { of: "facilities", among: built, where: { var: "operation.socialised" } } },
    },
  );
  const county: Area = { code: "500229", name: "县", tier: "county" };
  const facility = (id: number, state: "built" | "started" | undefined, socialised?: boolean): Facility => ({
    id: `f-${id}`,
    kind: "townshipHome",
    area: "500229001",
    ...(state === undefined ? {} : { events: [{ on: "2022-06-01", state }] }),
    ...(socialised === undefined ? {} : { operation: { socialised } }),
  });
  const targets = (facilities: Facility[] | undefined, area: Area = county, date = on) =>
    new Map(
      createEngine({ packs: [pack] })
        .assess({ area }, { on: date, register: facilities === undefined ? {} : { facilities } })
        .map((decision) => [decision.rule.slice("county/".length), decision]),
    );

  it("counts what its facilities had become by the date", () => {
    expect(targets([1, 2, 3, 4].map((id) => facility(id, "built"))).get("all")).toMatchObject({
      status: "notMet",
      effect: { observed: "4", required: "5", state: "overdue", by: "2022-12-31" },
    });
    expect(targets([1, 2, 3, 4, 5].map((id) => facility(id, "built"))).get("all")?.status).toBe("met");
  });

  it("is due until its day has passed", () => {
    expect(targets([facility(1, "built")], county, "2022-12-31").get("all")?.effect).toMatchObject({ state: "due" });
  });

  it("is undetermined where a facility of unknown state could make the difference", () => {
    expect(targets([...[1, 2, 3, 4].map((id) => facility(id, "built")), facility(5, undefined)]).get("all")).toMatchObject({
      status: "undetermined",
      effect: { observed: "4–5" },
    });
    expect(targets([...[1, 2, 3].map((id) => facility(id, "built")), facility(5, undefined)]).get("all")?.status).toBe("notMet");
  });

  it("keeps a share between the least and the most that the unknown allows", () => {
    const some = [facility(1, "built", true), facility(2, "built", false), facility(3, "built"), facility(4, undefined, true)];
    expect(targets(some).get("rate")?.effect).toMatchObject({ observed: "1/3–3/4", state: "undetermined" });
  });

  it("keeps the bounds of every share that may turn out, and no wider", () => {
    const maybe = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(maybe, maybe), { minLength: 1, maxLength: 6 }), (rows) => {
        const facilities = rows.map(([isBuilt, socialised], id) =>
          facility(id, isBuilt === undefined ? undefined : isBuilt ? "built" : "started", socialised),
        );
        // every way in which the unknown may turn out
        const worlds = rows.reduce<[boolean, boolean][][]>(
          (made, [a, b]) =>
            made.flatMap((world) =>
              (a === undefined ? [true, false] : [a]).flatMap((x) =>
                (b === undefined ? [true, false] : [b]).map((y): [boolean, boolean][] => [...world, [x, y]]),
              ),
            ),
          [[]],
        );
        const shares = worlds.flatMap((world) => {
          const members = world.filter(([belongs]) => belongs);
          return members.length === 0 ? [] : [members.filter(([, hit]) => hit).length / members.length];
        });
        const effect = targets(facilities).get("rate")?.effect;
        const observed = effect?.kind === "target" ? effect.observed : undefined;
        const numbers = observed?.split("–").map((text) =>
          text
            .split("/")
            .map(Number)
            .reduce((n, d) => n / d),
        );
        if (numbers === undefined) expect(shares).toEqual([]);
        else {
          expect(Math.min(...numbers)).toBeCloseTo(Math.min(...shares), 9);
          expect(Math.max(...numbers)).toBeCloseTo(Math.max(...shares), 9);
        }
      }),
    );
  });

  it("takes what the area reports itself before what its facilities show", () => {
    expect(targets([facility(1, "built")], { ...county, facts: { built: 5 } }).get("all")?.status).toBe("met");
  });

  it("is not counted as nothing where no register of facilities is given", () => {
    expect(targets(undefined).get("all")?.status).toBe("undetermined");
  });

  it("warns, with the quotes, where its parts do not add up or its names are not as many as its number", () => {
    const found = targets([]);
    expect(found.get("all")?.warnings.map((warning) => warning.code)).toEqual(["PARTS_DO_NOT_ADD_UP"]);
    expect(found.get("all")?.warnings[0]?.message.zh).toBe("目标合计 5，分项只有 2 + 2 = 4");
    expect(found.get("all")?.warnings[0]?.advice.zh).toContain("“原文”（1）");
    expect(found.get("a")?.warnings).toEqual([]);
    expect(found.get("b")?.warnings.map((warning) => warning.code)).toEqual(["MEMBERS_DO_NOT_ADD_UP"]);
  });
});
