import { EldercareError, type OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import type { Overlay, Pack, Rule } from "../pack/pack.js";
import { rankApplicants } from "./rankApplicants.js";

const on = "2026-11-21";
const title = { zh: "优先入住", en: "priority of admission" };

const isIn = (item: string, list: string) => ({ in: [item, { var: list }] });
const wishes = { var: "wishes.institution" };

/** A made-up county's order of admission: willing destitute persons, then those of low income, then others who wish to come. */
const county = (reserve: Partial<Extract<Rule["then"], { kind: "priority" }>> = {}): Pack => {
  const rule = (id: string, when: Rule["when"], then: object = {}): Rule => ({
    ...{ id, subject: "person", title, clauses: ["C"] },
    ...(when === undefined ? {} : { when }),
    then: { kind: "priority", queue: "home", tieBreakers: [isIn("martyrSurvivor", "honours"), { var: "childless" }], ...then },
  });
  return {
    ...{ id: "county", version: "1.0.0", title, area: "990001", extends: [], inForce: { from: "2021-01-01" } },
    sources: { s: { title: "示例办法", issuer: "示例县", issued: "2021-01-01", checkedOn: on, verification: "recalled", note: "虚构的文件。" } },
    clauses: { C: { source: "s", section: "第一条", modality: "required", quote: "特困人员优先，同等条件下优先安排烈士遗属。" } },
    parameters: { kept: { type: "integer", title, clause: "C", open: true, least: 0 } },
    facts: {},
    rules: [
      rule("destitute", { and: [isIn("destitute", "assistance"), wishes] }),
      rule("lowIncome", { and: [isIn("lowIncome", "assistance"), wishes] }),
      rule("others", wishes, { tieBreakers: [isIn("martyrSurvivor", "honours")], ...reserve }),
    ],
  };
};
const engine = createEngine({ packs: [county()] });

type Known = Partial<OlderPerson>;
const applicant = (id: string, person: Known) => ({
  id,
  subject: { person: { id, wishes: { institution: true }, assistance: [], honours: [], childless: false, ...person } },
});
const ask = (places: number, people: Readonly<Record<string, Known>>, by = engine) =>
  rankApplicants(by, { queue: "home", places, on, applicants: Object.entries(people).map(([id, person]) => applicant(id, person)) });
const destitute: Known = { assistance: ["destitute"] };
const lowIncome: Known = { assistance: ["lowIncome"] };

describe("places in a home", () => {
  it("three beds and five applicants: two willing destitute persons first, the tie of two others won by a martyr's survivor", () => {
    const { value, steps, clauses } = ask(3, {
      "p-1": lowIncome,
      "p-2": destitute,
      "p-3": { ...lowIncome, honours: ["martyrSurvivor"] },
      "p-4": { ...destitute, wishes: { institution: false } },
      "p-5": destitute,
    });
    expect(value).toEqual({ served: ["p-2", "p-5", "p-3"], notServed: ["p-1"], open: [], notRanked: ["p-4"], missing: [], kept: 0 });
    expect(steps.map(({ zh, value: state }) => `${zh} ${state}`)).toEqual([
      "p-2：第1位 安排 served",
      "p-5：第1位 安排 served",
      "p-3：第2位，同等条件下优先 安排 served",
      "p-1：第2位 轮候 waiting",
    ]);
    expect(clauses).toEqual(["C"]);
  });

  it("go by the first tie-breaker before the second, and by id where both are equal", () => {
    const people = { "p-1": { childless: true }, "p-2": { honours: ["martyrSurvivor" as const] }, "p-3": {}, "p-4": {} };
    const all = Object.fromEntries(Object.entries(people).map(([id, person]) => [id, { ...destitute, ...person }]));
    expect(ask(4, all).value.served).toEqual(["p-2", "p-1", "p-3", "p-4"]);
  });

  it("stay open between two of whom one may win the tie, and nobody else waits for that", () => {
    const { value } = ask(2, { "p-1": destitute, "p-2": lowIncome, "p-3": { ...lowIncome, honours: undefined as never }, "p-4": {} });
    expect(value).toEqual({
      served: ["p-1"],
      notServed: ["p-4"],
      open: ["p-3", "p-2"],
      notRanked: [],
      missing: [{ id: "p-3", ask: ["/honours"] }],
      kept: 1,
    });
  });

  it("stay open for one whose rank is not known, who is asked what would settle it", () => {
    const { value } = ask(1, { "p-1": lowIncome, "p-2": { assistance: undefined as never } });
    expect(value).toMatchObject({ served: [], open: ["p-1", "p-2"], missing: [{ id: "p-2", ask: ["/assistance"] }], kept: 1 });
    expect(ask(2, { "p-1": lowIncome, "p-2": { assistance: undefined as never } }).value).toMatchObject({ served: ["p-1", "p-2"] });
  });

  it("stay open for one of whom it is not known whether any rule ranks them, however many are free", () => {
    const unasked: Known = { ...destitute, wishes: undefined as never };
    expect(ask(1, { "p-1": unasked }).value).toMatchObject({ served: [], open: ["p-1"], notRanked: [], kept: 1 });
    expect(ask(2, { "p-1": unasked, "p-2": lowIncome }).value).toMatchObject({ served: ["p-2"], open: ["p-1"], kept: 1 });
    expect(ask(1, { "p-1": unasked, "p-2": lowIncome }).value).toMatchObject({ served: [], open: ["p-2", "p-1"], kept: 1 });
  });
});

describe("places reserved for a rank", () => {
  const reserving = (value: number | undefined) => {
    const overlay: Overlay = {
      id: "o",
      for: "county",
      illustrative: false,
      parameters: value === undefined ? {} : { kept: [{ from: "2021-01-01", value }] },
    };
    return createEngine({ packs: [county({ reservedPlaces: { param: "kept" } })], overlays: [overlay] });
  };

  it("go to those of the rank, whoever ranks before them", () => {
    const people = { "p-1": destitute, "p-2": destitute, "p-3": {}, "p-4": {} };
    expect(ask(2, people, reserving(0)).value).toMatchObject({ served: ["p-1", "p-2"], notServed: ["p-3", "p-4"] });
    expect(ask(2, people, reserving(1)).value).toMatchObject({ served: ["p-1", "p-3"], notServed: ["p-2", "p-4"], kept: 0 });
  });

  it("are kept where nobody of the rank applies", () => {
    expect(ask(2, { "p-1": destitute, "p-2": destitute }, reserving(1)).value).toMatchObject({ served: ["p-1"], notServed: ["p-2"], kept: 1 });
  });

  it("are read off the register where it keeps their number, in the area of the pack", () => {
    const facts = { kept: { subject: "area", type: "integer", title } } as const;
    const county990001 = createEngine({ packs: [{ ...county({ reservedPlaces: { var: "county.kept" } }), facts }] });
    const people = { "p-1": destitute, "p-2": destitute, "p-3": {}, "p-4": {} };
    const asked = (kept: number) =>
      rankApplicants(county990001, {
        queue: "home",
        places: 2,
        on,
        applicants: Object.entries(people).map(([id, person]) => applicant(id, person)),
        register: { areas: [{ code: "990001", name: "示例县", tier: "county", facts: { kept } }] },
      }).value;
    expect(asked(1)).toMatchObject({ served: ["p-1", "p-3"], notServed: ["p-2", "p-4"], kept: 0 });
    expect(asked(0)).toMatchObject({ served: ["p-1", "p-2"], kept: 0 });
    // less than none is no number of places
    expect(asked(-1)).toMatchObject({ served: [], open: ["p-1", "p-2", "p-3", "p-4"], kept: 2 });
  });

  it("leave everything open where their number is", () => {
    expect(ask(2, { "p-1": destitute, "p-2": {} }, reserving(undefined)).value).toMatchObject({
      open: ["p-1", "p-2"],
      missing: [{ id: "p-2", ask: ["kept"] }],
      kept: 2,
    });
  });
});

describe("a question about places", () => {
  it("is refused with everything that is wrong with it", () => {
    const problems = (question: object): string[] => {
      try {
        rankApplicants(engine, { queue: "home", places: 1, applicants: [], on, ...question });
      } catch (error) {
        if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      }
      return [];
    };
    const twice = [applicant("p-1", {}), applicant("p-1", {})];
    expect(problems({ queue: "hom", places: 1.5, applicants: twice })).toEqual([
      "NOT_A_WHOLE_NUMBER /places",
      "NOT_IN_LIST /queue",
      "DUPLICATE_ID /applicants/1/id",
    ]);
    expect(problems({ places: -1 })).toEqual(["OUT_OF_RANGE /places"]);
    expect(problems({ on: "2020-12-31" })).toEqual(["NOT_IN_LIST /queue"]);
    const wrong = (birthDate: string) => ({ id: birthDate, subject: { person: { birthDate } } });
    expect(problems({ on: "someday", places: -1, applicants: [wrong("2026-02-30"), applicant("p-1", {}), wrong("x")] })).toEqual([
      "NOT_A_DATE /on",
      "NOT_A_DATE /applicants/0/subject/person/birthDate",
      "NOT_A_DATE /applicants/2/subject/person/birthDate",
      "OUT_OF_RANGE /places",
    ]);
    expect(problems({ applicants: [{ id: "p-1", subject: {} }] })).toEqual(["SUBJECT_SHAPE /applicants/0/subject"]);
  });
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const complete = fc.record({
  assistance: fc.constantFrom<Known["assistance"] & object>([], ["destitute"], ["lowIncome"]),
  honours: fc.constantFrom<Known["honours"] & object>([], ["martyrSurvivor"]),
  childless: fc.boolean(),
  wishes: fc.constantFrom({ institution: true }, { institution: false }),
});
const partly = fc
  .tuple(
    complete,
    fc.record({ assistance: maybe(fc.constant(1)), honours: maybe(fc.constant(1)), childless: maybe(fc.constant(1)), wishes: maybe(fc.constant(1)) }),
  )
  .map(([whole, hidden]) => ({
    whole,
    part: Object.fromEntries(Object.entries(whole).filter(([name]) => hidden[name as keyof typeof hidden] === undefined)),
  }));

describe("who gets a place", () => {
  const reserve = createEngine({
    packs: [county({ reservedPlaces: { param: "kept" } })],
    overlays: [{ id: "o", for: "county", illustrative: false, parameters: { kept: [{ from: "2021-01-01", value: 1 }] } }],
  });
  const asked = (people: readonly object[], places: number) =>
    rankApplicants(reserve, { queue: "home", places, on, applicants: people.map((person, index) => ({ id: `p-${index}`, subject: { person } })) })
      .value;

  it("is never contradicted by what was not known, and every place is given or kept", () => {
    fc.assert(
      fc.property(fc.array(partly, { minLength: 1, maxLength: 6 }), fc.nat({ max: 5 }), (people, places) => {
        const [said, truth] = [
          asked(
            people.map(({ part }) => part),
            places,
          ),
          asked(
            people.map(({ whole }) => whole),
            places,
          ),
        ];
        expect(truth.open).toEqual([]);
        expect(truth.served).toEqual(expect.arrayContaining([...said.served]));
        for (const id of said.notServed) expect(truth.served).not.toContain(id);
        for (const id of said.notRanked) expect(truth.notRanked).toContain(id);
        expect(said.served.length + said.kept).toBe(places);
      }),
    );
  });

  it("does not depend on the order in which they applied", () => {
    fc.assert(
      fc.property(fc.array(partly, { minLength: 2, maxLength: 6 }), fc.nat({ max: 5 }), (people, places) => {
        const applicants = people.map(({ part }, index) => ({ id: `p-${index}`, subject: { person: part } }));
        const question = { queue: "home", places, on };
        expect(rankApplicants(reserve, { ...question, applicants: applicants.toReversed() }).value).toEqual(
          rankApplicants(reserve, { ...question, applicants }).value,
        );
      }),
    );
  });
});
