import type { Area, Facility, OlderPerson } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { functionBackend } from "../logic/function/functionBackend.js";
import type { Fact, Logic, Pack, Parameter, Rule } from "../pack/pack.js";
import { createEngine } from "./engine.js";
import type { Subject } from "./subject.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const settled = (type: Parameter["type"], value: number | string): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2020-01-01", value }],
});
const [denied, granted, undetermined, notApplicable] = [0, 1, 2, 3];

type Written = Pick<Rule, "id" | "subject" | "then"> & { readonly when?: Logic };
function packOf(rules: readonly Written[], facts: Readonly<Record<string, Fact>> = {}): Pack {
  return {
    id: "county",
    version: "1.0.0",
    title,
    area: "500229",
    extends: [],
    inForce: { from: "2020-01-01" },
    sources: { s: { title: "s", issuer: "s", issued: "2020-01-01", checkedOn: on, verification: "verified" } },
    clauses: { C: { source: "s", section: "1", modality: "required", quote: "q" } },
    parameters: {
      two: settled("integer", 2),
      hundred: settled("fen", 10_000),
      half: settled("rational", "1/2"),
      open: { type: "fen", title, clause: "C", open: true },
    },
    facts,
    rules: rules.map((rule) => ({ ...rule, title, clauses: ["C"] })),
  };
}
const category = { kind: "category", category: "c" } as const;
const benefit = (amountFen: Logic) => ({ kind: "benefit", benefit: "b", amountFen, per: "month" }) as const;
const leftBehind: Logic = { var: "leftBehind" };
const persons = (...people: Partial<OlderPerson>[]): Subject[] => people.map((person) => ({ person }));
const backends = [undefined, functionBackend];

/** Statuses and amounts, a row a subject. */
function answers(pack: Pack, subjects: readonly Subject[], rules?: readonly string[], backend = backends[0]) {
  const many = createEngine({ packs: [pack], backend }).assessMany(subjects, { on, ...(rules === undefined ? {} : { rules }) });
  const width = many.rules.length;
  const rows = <Value>(all: ArrayLike<Value>) => subjects.map((_, row) => Array.from(all).slice(row * width, (row + 1) * width));
  return { rules: many.rules, status: rows(many.status), fen: rows(many.amountFen), many };
}

describe("many decisions", () => {
  it("stand subject by subject, in the order of the rules", () => {
    const pack = packOf([
      { id: "a", subject: "person", when: leftBehind, then: category },
      { id: "b", subject: "person", when: { "!": [leftBehind] }, then: category },
      { id: "c", subject: "person", then: category },
    ]);
    for (const backend of backends) {
      const found = answers(pack, persons({ leftBehind: true }, { leftBehind: false }, {}), undefined, backend);
      expect([found.rules, found.status]).toEqual([
        ["county/a", "county/b", "county/c"],
        [
          [granted, denied, granted],
          [denied, granted, granted],
          [undetermined, undetermined, granted],
        ],
      ]);
      expect(found.fen.flat().every(Number.isNaN)).toBe(true);
    }
  });

  it("are those of the rules that are asked for only", () => {
    const pack = packOf([
      { id: "a", subject: "person", when: leftBehind, then: category },
      { id: "b", subject: "person", then: benefit({ param: "hundred" }) },
    ]);
    const found = answers(pack, persons({ leftBehind: false }, {}), ["county/b"]);
    expect([found.rules, found.status, found.fen]).toEqual([["county/b"], [[granted], [granted]], [[10_000], [10_000]]]);
    const other = answers(pack, persons({ leftBehind: false }, {}), ["county/a"]);
    expect([other.status, other.many.decision(1, 0).status, other.many.decision(1, 0).rule]).toEqual([
      [[denied], [undetermined]],
      "undetermined",
      "county/a",
    ]);
  });

  it("say what is granted in money, and nothing where it is denied, not known, or part of a fen", () => {
    const pack = packOf([
      { id: "a", subject: "person", when: leftBehind, then: benefit({ param: "hundred" }) },
      { id: "b", subject: "person", then: benefit({ if: [leftBehind, { param: "hundred" }, { param: "open" }] }) },
      { id: "c", subject: "person", then: benefit({ "*": [{ var: "ability.level" }, { param: "hundred" }] }) },
      { id: "d", subject: "person", then: category },
      // nobody is paid less than nothing
      { id: "e", subject: "person", then: benefit({ "-": [{ param: "hundred" }, { "*": [{ var: "ability.level" }, { param: "hundred" }] }] }) },
    ]);
    for (const backend of backends) {
      const found = answers(
        pack,
        persons({ leftBehind: true, ability: { level: 3 } }, { leftBehind: false, ability: { level: 0 } }, {}),
        undefined,
        backend,
      );
      expect(found.fen).toEqual([
        [10_000, 10_000, 30_000, Number.NaN, Number.NaN],
        [Number.NaN, Number.NaN, 0, Number.NaN, 10_000],
        [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
      ]);
      expect(found.many.decision(0, 4)).toMatchObject({ status: "granted", effect: { kind: "benefit" } });
      expect(found.many.decision(0, 4).effect).not.toHaveProperty("amountFen");
    }
  });

  it("about funding do not apply where its condition fails, and say the sum where it is known", () => {
    const facts = { supported: { subject: "facility", type: "integer", title } } as const;
    const funding = { kind: "funding", share: { param: "half" }, of: { param: "hundred" }, persons: { var: "supported" } } as const;
    const pack = packOf([{ id: "f", subject: "facility", when: { ">=": [{ var: "beds" }, { param: "two" }] }, then: funding }], facts);
    const facility = (more: Partial<Facility>): Subject => ({ facility: { id: "f", kind: "townshipHome", area: "500229", ...more } });
    for (const backend of backends) {
      const found = answers(
        pack,
        [
          facility({ beds: 2, facts: { supported: 3 } }),
          facility({ beds: 2 }),
          facility({ beds: 1 }),
          facility({}),
          // of a number that cannot be there is no sum, and everybody else is answered all the same
          facility({ beds: 2, facts: { supported: -3 } }),
          facility({ beds: 2, facts: { supported: Number.MAX_SAFE_INTEGER } }),
        ],
        undefined,
        backend,
      );
      expect(found.status.flat()).toEqual([granted, granted, notApplicable, undetermined, granted, granted]);
      expect(found.fen.flat()).toEqual([15_000, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
      const decided = found.status.map((_, row) => found.many.decision(row, 0).status);
      expect(decided).toEqual(["granted", "granted", "notApplicable", "undetermined", "granted", "granted"]);
    }
  });

  it("about standards are met, not met, open, or of no concern", () => {
    const share: Fact = { subject: "facility", type: "rational", title, is: { "/": [{ var: "nursingBeds" }, { var: "beds" }] } };
    const standard = { kind: "standard", metric: "share", op: ">=", value: { param: "half" } } as const;
    const isHome: Logic = { "==": [{ var: "kind" }, "townshipHome"] };
    const pack = packOf([{ id: "s", subject: "facility", when: isHome, then: standard }], { share });
    const facility = (more: Partial<Facility>): Subject => ({ facility: { id: "f", area: "500229", kind: "townshipHome", ...more } as Facility });
    const subjects = [
      facility({ beds: 2, nursingBeds: 1 }),
      facility({ beds: 3, nursingBeds: 1 }),
      facility({ beds: 2 }),
      facility({ beds: 0, nursingBeds: 0 }),
      facility({ kind: "villageMutualAidPoint", beds: 2, nursingBeds: 1 }),
      { facility: { id: "f", area: "500229" } } as Subject,
    ];
    for (const backend of backends) {
      const found = answers(pack, subjects, undefined, backend);
      expect(found.status.flat()).toEqual([granted, denied, undetermined, notApplicable, notApplicable, undetermined]);
      expect(subjects.map((_, row) => found.many.decision(row, 0).status)).toEqual([
        "met",
        "notMet",
        "undetermined",
        "notApplicable",
        "notApplicable",
        "undetermined",
      ]);
    }
  });

  it("about a share to be kept low are of no concern where there is nothing of which it could be one", () => {
    const facts: Record<string, Fact> = {
      empty: { subject: "area", type: "integer", title },
      beds: { subject: "area", type: "integer", title },
      vacancy: { subject: "area", type: "rational", title, is: { "/": [{ var: "empty" }, { var: "beds" }] } },
    };
    const target = (op: "<=" | ">=") => ({ kind: "target", metric: "vacancy", op, value: { param: "half" } }) as const;
    const pack = packOf(
      [
        { id: "low", subject: "area", then: target("<=") },
        { id: "high", subject: "area", then: target(">=") },
      ],
      facts,
    );
    const area = (empty: number, beds: number): Subject => ({ area: { code: "500229", name: "县", tier: "county", facts: { empty, beds } } as Area });
    const subjects = [area(1, 4), area(3, 4), area(0, 0)];
    for (const backend of backends) {
      const found = answers(pack, subjects, undefined, backend);
      expect(found.status).toEqual([
        [granted, denied],
        [denied, granted],
        [notApplicable, denied],
      ]);
      expect(found.many.decision(2, 0).status).toBe("notApplicable");
      expect(found.many.decision(2, 1).status).toBe("notMet");
    }
  });

  it("keep subjects of two kinds, and of a place where nothing is ruled, apart", () => {
    const pack = packOf([
      { id: "p", subject: "person", when: leftBehind, then: category },
      { id: "a", subject: "area", then: { kind: "checklist", item: "i", is: { ">=": [{ var: "population60" }, { param: "two" }] } } },
    ]);
    const area = (population60?: number): Subject => ({
      area: { code: "500229", name: "县", tier: "county", ...(population60 === undefined ? {} : { population60 }) } as Area,
    });
    const subjects = [
      ...persons({ leftBehind: true }),
      area(2),
      ...persons({ residence: { area: "110000" }, leftBehind: true }),
      area(1),
      area(),
      ...persons({ leftBehind: false }),
    ];
    const found = answers(pack, subjects);
    expect(found.rules).toEqual(["county/p", "county/a"]);
    expect(found.status).toEqual([
      [granted, notApplicable],
      [notApplicable, granted],
      [notApplicable, notApplicable],
      [notApplicable, denied],
      [notApplicable, undetermined],
      [denied, notApplicable],
    ]);
    expect([found.many.decision(0, 0).status, found.many.decision(1, 1).status, found.many.decision(5, 0).status]).toEqual([
      "granted",
      "met",
      "denied",
    ]);
  });

  it("are at hand one by one, and there are no others", () => {
    const pack = packOf([{ id: "p", subject: "person", when: leftBehind, then: category }]);
    const { many } = answers(pack, persons({ id: "p-1", leftBehind: true }, { residence: { area: "110000" } }));
    expect(many.decision(0, 0)).toMatchObject({ rule: "county/p", subject: "p-1", status: "granted", on });
    for (const [subject, rule] of [
      [0, 1],
      [1, 0],
      [2, 0],
      [0, -1],
    ] as const)
      expect(() => many.decision(subject, rule)).toThrow(new RangeError(`no such subject or rule: ${subject}, ${rule}`));
  });

  it("about nobody are none", () => {
    const pack = packOf([{ id: "p", subject: "person", when: leftBehind, then: category }]);
    const { many } = answers(pack, []);
    expect([many.rules, many.status.length, many.amountFen.length]).toEqual([[], 0, 0]);
  });

  it("may be asked again of subjects that were read once, with the same amounts", () => {
    const pack = packOf([{ id: "a", subject: "person", when: leftBehind, then: benefit({ param: "hundred" }) }]);
    const prepared = createEngine({ packs: [pack] }).prepare(persons({ leftBehind: true }, {}), { on });
    const [one, other] = [prepared.assess(), prepared.assess()];
    expect([prepared.subjects, [...one.status], [...one.amountFen]]).toEqual([2, [granted, undetermined], [10_000, Number.NaN]]);
    expect([[...other.status], [...other.amountFen]]).toEqual([[...one.status], [...one.amountFen]]);
  });

  it("ask the record itself where the register holds what no number stands for, of money too", () => {
    const pack = packOf([
      {
        id: "a",
        subject: "person",
        when: { "<=": [{ var: "household.monthlyIncomeFen" }, { param: "hundred" }] },
        then: benefit({ param: "hundred" }),
      },
      { id: "b", subject: "person", then: benefit({ if: [leftBehind, { param: "hundred" }, { param: "open" }] }) },
    ]);
    const households = [
      { id: "odd", monthlyIncomeFen: 79.5 },
      { id: "even", monthlyIncomeFen: 80 },
      { id: "rich", monthlyIncomeFen: 20_000.5 },
    ];
    const subjects = persons(
      { household: "odd", leftBehind: true },
      { household: "even", leftBehind: true },
      { household: "rich" },
      { household: "none", leftBehind: true },
    );
    for (const backend of backends) {
      const engine = createEngine({ packs: [pack], backend });
      const many = engine.assessMany(subjects, { on, register: { households } as never });
      expect([...many.status]).toEqual([granted, granted, granted, granted, denied, granted, undetermined, granted]);
      expect([...many.amountFen]).toEqual([10_000, 10_000, 10_000, 10_000, Number.NaN, Number.NaN, Number.NaN, 10_000]);
      const alone = subjects.map((subject) => engine.assess(subject, { on, register: { households } as never }).map(({ status }) => status));
      expect(alone).toEqual([
        ["granted", "granted"],
        ["granted", "granted"],
        ["denied", "granted"],
        ["undetermined", "granted"],
      ]);
    }
  });

  it("pay in some jurisdictions and not in others", () => {
    const county = packOf([{ id: "a", subject: "person", then: benefit({ param: "hundred" }) }]);
    const other: Pack = {
      ...packOf([{ id: "o", subject: "person", when: leftBehind, then: category }]),
      id: "other",
      area: "110000",
      clauses: { D: county.clauses.C as never },
      parameters: {},
    };
    const packs = [county, { ...other, rules: other.rules.map((rule) => ({ ...rule, clauses: ["D"] })) }];
    const subjects = persons(
      { residence: { area: "500229" } },
      { residence: { area: "110000" }, leftBehind: true },
      { residence: { area: "500229103" } },
    );
    const many = createEngine({ packs }).assessMany(subjects, { on });
    expect(many.rules).toEqual(["county/a", "other/o"]);
    expect([...many.status]).toEqual([granted, notApplicable, notApplicable, granted, granted, notApplicable]);
    expect([...many.amountFen]).toEqual([10_000, Number.NaN, Number.NaN, Number.NaN, 10_000, Number.NaN]);
    expect([many.decision(1, 1).rule, many.decision(2, 0).rule]).toEqual(["other/o", "county/a"]);
    expect(() => many.decision(1, 0)).toThrow(RangeError);
  });

  it("report everything that is wrong with the subjects at once, each at its place", () => {
    const pack = packOf([{ id: "p", subject: "person", when: { var: "needy" }, then: category }], {
      needy: { subject: "person", type: "boolean", title },
    });
    const engine = createEngine({ packs: [pack] });
    const subjects = [
      ...persons({ facts: { needy: "yes" } }, {}),
      { person: { birthDate: "x" } },
      { nobody: {} },
      ...persons({ facts: { other: "yes" } }),
    ] as Subject[];
    let seen: readonly string[] = [];
    try {
      engine.assessMany(subjects, { on: "2026-02-30", rules: ["county/q"] });
    } catch (error) {
      seen = (error as { issues: { code: string; pointer: string }[] }).issues.map(({ code, pointer }) => `${code} ${pointer}`);
    }
    expect(seen).toEqual([
      "NOT_A_DATE /on",
      "RULE_NOT_FOUND /rules/0",
      "FACT_VALUE /0/person/facts/needy",
      "NOT_A_DATE /2/person/birthDate",
      "SUBJECT_SHAPE /3",
    ]);
  });
});

describe("a question that is refused", () => {
  it("is told with what was meant, and what is declared", () => {
    const engine = createEngine({
      packs: [
        packOf([{ id: "pairing", subject: "person", when: { var: "needy" }, then: category }], {
          needy: { subject: "person", type: "boolean", title },
        }),
      ],
    });
    const said = (ask: () => unknown): readonly string[] => {
      try {
        ask();
      } catch (error) {
        return (error as { issues: { message: { en: string } }[] }).issues.map(({ message }) => message.en);
      }
      return [];
    };
    expect(said(() => engine.assess({ person: {} }, { on, rules: ["county/pairng"] }))).toEqual([
      'rule "county/pairng" does not exist; did you mean "county/pairing"?',
    ]);
    expect(said(() => engine.assess({ person: { facts: { needy: "yes" } } }, { on }))).toEqual([
      '"yes" does not fit what the pack declares of this fact (boolean)',
    ]);
    // facts that no pack declares are nobody's concern
    expect(said(() => engine.assess({ person: { facts: { other: "yes" } } }, { on }))).toEqual([]);
  });
});

describe("a rule that holds where its clause is adopted", () => {
  const offered = (clauses: readonly string[], adopts: readonly string[]) => {
    const pack = packOf([]);
    const clause = (modality: Pack["clauses"][string]["modality"]) => ({ source: "s", section: "1", modality, quote: "q" });
    const rule: Rule = { id: "r", subject: "person", title, whereAdopted: true, then: category, clauses: [...clauses] };
    const named = { R: clause("required"), E: clause("permitted-or-encouraged"), K: clause("conditional"), I: clause("in-principle") };
    const engine = createEngine({ packs: [{ ...pack, clauses: { ...pack.clauses, ...named }, rules: [rule] }] });
    const areas = [{ code: "500229", name: "县", tier: "county", adopts: [...adopts] } as Area];
    return engine.assess({ person: { residence: { area: "500229" } } }, { on, register: { areas } })[0]?.status;
  };

  it.each<[readonly string[], string, boolean]>([
    [["E"], "E", true],
    [["K"], "K", true],
    [["R", "E"], "E", true],
    [["E", "K"], "K", true],
    // a clause that binds anyway is not adopted
    [["R", "E"], "R", false],
    // of clauses none of which only offers, the first is meant
    [["R", "I"], "R", true],
    [["R", "I"], "I", false],
  ])("%j holds where %s is: %s", (clauses, adopted, holds) => {
    expect(offered(clauses, [adopted])).toBe(holds ? "granted" : "undetermined");
  });
});

describe("a target", () => {
  const count = (value: number): Parameter => settled("integer", value);
  type Target = Extract<Rule["then"], { kind: "target" }>;
  const target = (id: string, value: string, more: Partial<Target> = {}): Rule => ({
    id,
    subject: "area",
    title,
    then: { kind: "target", metric: "built", op: ">=", value: { param: value }, ...more },
    clauses: [id === "all" ? "C" : "D"],
  });
  const warned = (rules: readonly Rule[]) => {
    const pack = packOf([], { built: { subject: "area", type: "integer", title } });
    const made: Pack = {
      ...pack,
      clauses: {
        C: { source: "s", section: "一", modality: "required", quote: "共五个" },
        D: { source: "s", section: "二", modality: "required", quote: "各两个" },
      },
      parameters: { ...pack.parameters, five: count(5), four: count(4), left: { type: "integer", title, clause: "C", open: true } },
      rules: [...rules],
    };
    const decisions = createEngine({ packs: [made] }).assess({ area: { code: "500229", name: "县", tier: "county" } }, { on });
    return decisions.flatMap(({ rule, warnings }) =>
      warnings.map(({ code, pointer, message, advice }) => [rule, code, pointer, message.en, advice.zh.split("。")[0]]),
    );
  };

  it("whose parts add up is not warned about", () => {
    expect(warned([target("all", "four", { parts: ["a", "b"] }), target("a", "two"), target("b", "two")])).toEqual([]);
    expect(warned([target("all", "two", { members: ["甲", "乙"] })])).toEqual([]);
  });

  it("whose parts do not is, with every sentence behind it once", () => {
    expect(warned([target("a", "two"), target("all", "five", { parts: ["a", "b"] }), target("b", "two")])).toEqual([
      ["county/all", "PARTS_DO_NOT_ADD_UP", "/rules/1/then", "the target says 5, its parts add up to 2 + 2 = 4", "“共五个”（一）；“各两个”（二）"],
    ]);
    expect(warned([target("all", "five", { members: ["甲"] })]).map((warning) => warning.slice(0, 4))).toEqual([
      ["county/all", "MEMBERS_DO_NOT_ADD_UP", "/rules/0/then", "the target says 5, 1 are named"],
    ]);
    expect(warned([target("all", "five", { parts: ["a"], members: ["甲"] }), target("a", "two")]).map(([, code]) => code)).toEqual([
      "PARTS_DO_NOT_ADD_UP",
      "MEMBERS_DO_NOT_ADD_UP",
    ]);
  });

  it("of which a number is left open is not", () => {
    expect(warned([target("all", "left", { parts: ["a"], members: ["甲"] }), target("a", "two")])).toEqual([]);
    expect(warned([target("all", "five", { parts: ["a", "b"] }), target("a", "two"), target("b", "left")])).toEqual([]);
    expect(warned([target("all", "five", { parts: ["b", "a"] }), target("a", "two"), target("b", "left")])).toEqual([]);
  });
});

describe("one decision", () => {
  const rule = (then: Rule["then"], when?: Logic): Written => ({ id: "r", subject: "person", then, ...(when === undefined ? {} : { when }) });
  const decide = (pack: Pack, person: Partial<OlderPerson>) => createEngine({ packs: [pack] }).assess({ person }, { on })[0];

  it("names its rule, subject, date, clauses and how strongly they bind", () => {
    expect(decide(packOf([rule(category)]), { id: "p-1" })).toEqual({
      rule: "county/r",
      subject: "p-1",
      on,
      status: "granted",
      modality: "required",
      illustrative: false,
      warnings: [],
      clauses: ["C"],
      effect: { kind: "category", category: "c", open: [] },
    });
    expect(decide(packOf([rule(category)]), {})?.subject).toBe("");
    const area = createEngine({ packs: [packOf([{ id: "a", subject: "area", then: { kind: "model", model: "m" } }])] });
    expect(area.assess({ area: { code: "500229" } }, { on })[0]?.subject).toBe("500229");
  });

  it("says nothing of an effect where it does not grant, nor of what is missing where it is settled", () => {
    const refused = decide(packOf([rule(category, leftBehind)]), { leftBehind: false });
    expect([refused?.status, refused?.effect, refused?.missing]).toEqual(["denied", undefined, undefined]);
    const open = decide(packOf([rule(category, leftBehind)]), {});
    expect([open?.status, open?.effect, open?.missing?.toGrant]).toMatchObject(["undetermined", undefined, [{ fact: "/leftBehind" }]]);
  });

  it("about a standard that is open asks for what its numbers need", () => {
    const facility = createEngine({
      packs: [packOf([{ id: "s", subject: "facility", then: { kind: "standard", metric: "beds", op: ">=", value: { param: "two" } } }])],
    });
    const found = facility.assess({ facility: { id: "f", area: "500229" } }, { on })[0];
    expect([found?.status, found?.missing]).toMatchObject([
      "undetermined",
      { toGrant: [{ fact: "/beds" }], toDeny: [{ fact: "/beds" }], relevant: [{ fact: "/beds" }], proven: false },
    ]);
  });
});
