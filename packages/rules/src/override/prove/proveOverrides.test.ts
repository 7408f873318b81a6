import type { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageFrom, by, county, nation, number, packOf, province } from "../../../test/jurisdictions.js";
import { createEngine } from "../../assess/engine.js";
import type { Logic, Override, OverrideVerb, Pack } from "../../pack/pack.js";
import { definePlugin } from "../../plugin/definePlugin.js";
import { proverOf } from "../overrideReading.js";
import { checkOverrides } from "./checkOverrides.js";
import { proveOverrides } from "./proveOverrides.js";

const on = "2026-11-21";
const found = (...packs: readonly Pack[]): string[] => checkOverrides(packs).map(({ code, pointer, rules }) => `${code} ${pointer} ${rules}`);

const parameters = {
  age70: number(70, { clause: "P" }),
  age90: number(90, { clause: "P" }),
  fen50: number(5_000, { type: "fen", clause: "P" }),
  fen200: number(20_000, { type: "fen", clause: "P" }),
  fen1200: number(120_000, { type: "fen", clause: "P" }),
  fen1199: number(119_999, { type: "fen", clause: "P" }),
  two: number(2, { clause: "P" }),
  low: number(0, { type: "rational", clause: "P", values: [{ from: "2020-01-01", value: "1/4" }] }),
  high: number(0, { type: "rational", clause: "P", values: [{ from: "2020-01-01", value: "3/4" }] }),
} as const;
const below = (...overrides: readonly Override[]): Pack => province(overrides, { parameters });

const allowance = { rule: "nation/allowance" } as const;
const visit = { rule: "nation/visit" } as const;
const paying = (param: string, per: "month" | "year" | "once" = "month", benefit = "oldAge") =>
  ({ kind: "benefit", benefit, amountFen: { param }, per }) as const;
const asking = (param: string, op: ">=" | "<=" = ">=") => ({ kind: "standard", metric: "share", op, value: { param } }) as const;
const alone: Logic = { "==": [{ var: "livingArrangement" }, "alone"] };
const notSo = "OVERRIDE_NOT_SO /overrides/0";

describe("what an override says that it does", () => {
  it.each<[string, Override, string[]]>([
    ["raise: more money", by("raise", allowance, { then: paying("fen200") }), []],
    ["raise: less money", by("raise", allowance, { then: paying("fen50") }), [`${notSo} nation/allowance`]],
    ["raise: the same money a year", by("raise", allowance, { then: paying("fen1200", "year") }), []],
    ["raise: a fen less a year", by("raise", allowance, { then: paying("fen1199", "year") }), [`${notSo} nation/allowance`]],
    ["raise: much, but once", by("raise", allowance, { then: paying("fen1200", "once") }), [`${notSo} nation/allowance`]],
    ["raise: of another benefit", by("raise", allowance, { then: paying("fen200", "month", "other") }), [`${notSo} nation/allowance`]],
    ["raise: more visits", by("raise", visit, { then: { kind: "service", service: "visit", times: { param: "two" }, per: "month" } }), []],
    ["raise: visits without a number", by("raise", visit, { then: { kind: "service", service: "visit" } }), [`${notSo} nation/visit`]],
    ["raise: a higher standard", by("raise", { rule: "nation/nursing" }, { then: asking("high") }), []],
    ["raise: a lower standard", by("raise", { rule: "nation/nursing" }, { then: asking("low") }), [`${notSo} nation/nursing`]],
    ["raise: a standard turned round", by("raise", { rule: "nation/nursing" }, { then: asking("high", "<=") }), [`${notSo} nation/nursing`]],
    ["widen: from an earlier age", by("widen", allowance, { when: ageFrom("age70") }), []],
    ["widen: from a later age", by("widen", allowance, { when: ageFrom("age90") }), [`${notSo} nation/allowance`]],
    ["widen: earlier, but only who live alone", by("widen", allowance, { when: { and: [ageFrom("age70"), alone] } }), [`${notSo} nation/allowance`]],
    [
      "widen: earlier for those who live alone",
      by("widen", allowance, { when: { or: [ageFrom("oldAge"), { and: [ageFrom("age70"), alone] }] } }),
      [],
    ],
    ["narrow: from a later age", by("narrow", allowance, { when: ageFrom("age90") }), []],
    ["narrow: from an earlier age", by("narrow", allowance, { when: ageFrom("age70") }), [`${notSo} nation/allowance`]],
    ["replace: whatever", by("replace", allowance, { when: alone, then: paying("fen50") }), []],
    ["raise and widen: both", by(["raise", "widen"], allowance, { when: ageFrom("age70"), then: paying("fen200") }), []],
    [
      "raise and widen: only one",
      by(["raise", "widen"], allowance, { when: ageFrom("age90"), then: paying("fen200") }),
      [`${notSo} nation/allowance`],
    ],
    ["widen, by a parameter", by("widen", { parameter: "oldAge" }, { value: 70 }), []],
    [
      "widen, by a parameter the wrong way",
      by("widen", { parameter: "oldAge" }, { value: 81 }),
      ["allowance", "visit", "open"].map((id) => `${notSo} nation/${id}`),
    ],
    ["narrow, by a parameter", by("narrow", { parameter: "oldAge" }, { value: 81 }), []],
    ["raise, by a parameter", by("raise", { parameter: "allowance" }, { value: 10_001 }), []],
    ["raise, by a parameter the wrong way", by("raise", { parameter: "allowance" }, { value: 9_999 }), [`${notSo} nation/allowance`]],
    [
      "raise, by a parameter that decides whom it is for",
      by("raise", { parameter: "oldAge" }, { value: 70 }),
      ["allowance", "visit", "open"].map((id) => `${notSo} nation/${id}`),
    ],
  ])("%s", (_, override, expected) => {
    expect(found(nation(), below(override))).toEqual(expected);
  });

  it("is refuted by somebody whom the engine judges so before and after", () => {
    const override = by("widen", allowance, { when: { and: [ageFrom("age70"), alone] } });
    const [finding] = checkOverrides([nation(), below(override)]);
    const { subject, register } = finding?.witness ?? { subject: { person: {} }, register: {} };
    const status = (packs: readonly Pack[]) =>
      createEngine({ packs, prove: proverOf(() => []) })
        .assess(subject, { on: finding?.on ?? on, register, rules: ["nation/allowance"] })
        .map((decision) => decision.status);
    expect([status([nation()]), status([nation(), below(override)])]).toEqual([["granted"], ["denied"]]);
  });

  it("is looked at on every day on which something changes", () => {
    const later = number(80, {
      values: [
        { from: "2020-01-01", value: 80 },
        { from: "2030-01-01", value: 60 },
      ],
    });
    const [finding] = checkOverrides([nation({ parameters: { oldAge: later } }), below(by("widen", allowance, { when: ageFrom("age70") }))]);
    expect(finding).toMatchObject({ code: "OVERRIDE_NOT_SO", on: "2030-01-01" });
    const until = by("widen", allowance, { when: ageFrom("age70"), to: "2029-12-31" });
    expect(found(nation({ parameters: { oldAge: later } }), below(until))).toEqual([]);
  });

  it("is measured against the nearest pack above", () => {
    const more = province([by("raise", { parameter: "allowance" }, { value: 20_000 })]);
    const less = county([by("raise", { parameter: "allowance" }, { value: 15_000, clauses: ["C"] })]);
    expect(found(nation(), more, less)).toEqual([`${notSo} nation/allowance`]);
    expect(found(nation(), more, county([by("narrow", { parameter: "oldAge" }, { value: 85, clauses: ["C"] })]))).toEqual([]);
  });

  it("that cannot be reasoned about is not proven: it is said, and decisions carry it", () => {
    const plugin = definePlugin({
      id: "acme",
      version: "1.0.0",
      operators: {
        even: {
          title: { zh: "{0}为偶数", en: "{0} is even" },
          args: [{ kind: "number", integer: true }],
          result: { kind: "boolean" },
          evaluate: ([value]) => Number(value) % 2 === 0,
        },
      },
    });
    const override = by("widen", allowance, { when: { or: [ageFrom("age90"), { "acme.even": [{ var: "age" }] }] } });
    const engine = createEngine({ packs: [nation(), below(override)], plugins: [plugin], prove: proveOverrides });
    const [decision] = engine.assess(
      { person: { birthDate: "1930-01-01", residence: { area: "500229103205" } } },
      { on, rules: ["nation/allowance"] },
    );
    expect(decision?.warnings.map(({ code }) => code)).toEqual(["OVERRIDE_UNDECIDED"]);
    const floor = nation({ rules: { allowance: { floor: true } } });
    expect(() => createEngine({ packs: [floor, below(override)], plugins: [plugin], prove: proveOverrides })).toThrow(/FLOOR_UNDECIDED/);
  });

  it("to a parameter that no rule reads cannot be told", () => {
    const idle = nation({ parameters: { idle: number(1) } });
    expect(found(idle, below(by("raise", { parameter: "idle" }, { value: 2 })))).toEqual(["OVERRIDE_UNDECIDED /overrides/0 idle"]);
  });
});

describe("a floor", () => {
  const floor = nation({ rules: { allowance: { floor: true }, nursing: { floor: true }, open: { floor: true } } });
  const narrowed = (place: string, rule: string): string => `FLOOR_NARROWED ${place} nation/${rule}`;

  it.each<[string, Override, string[]]>([
    ["may be raised", by("raise", allowance, { then: paying("fen200") }), []],
    ["may be widened", by("widen", { parameter: "oldAge" }, { value: 70 }), []],
    ["may be replaced by more", by("replace", allowance, { when: ageFrom("age70"), then: paying("fen200") }), []],
    ["may not be narrowed", by("narrow", allowance, { when: ageFrom("age90") }), [narrowed("/overrides/0", "allowance")]],
    ["may not be lowered", by("replace", allowance, { then: paying("fen50") }), [narrowed("/overrides/0", "allowance")]],
    [
      "may not be lowered for some",
      by("replace", allowance, { then: { ...paying("fen200"), amountFen: { if: [alone, { param: "fen50" }, { param: "fen200" }] } } }),
      [narrowed("/overrides/0", "allowance")],
    ],
    ["may not be withdrawn", by("withdraw", allowance), [narrowed("/overrides/0", "allowance")]],
    ["may not be made to depend on adoption", by("narrow", allowance, { whereAdopted: true }), [narrowed("/overrides/0", "allowance")]],
    ["of a standard may not be lowered", by("replace", { rule: "nation/nursing" }, { then: asking("low") }), [narrowed("/overrides/0", "nursing")]],
    ["is not lowered by settling what it leaves open", by("replace", { parameter: "openAmount" }, { value: 1 }), []],
    [
      "may not be narrowed by a parameter",
      by("narrow", { parameter: "oldAge" }, { value: 81 }),
      [narrowed("/overrides/0", "allowance"), narrowed("/overrides/0", "open")],
    ],
  ])("%s", (_, override, expected) => {
    expect(found(floor, below(override))).toEqual(expected);
  });

  it("is narrowed for somebody who had it under the parent and has not under the child", () => {
    const [finding] = checkOverrides([floor, below(by("narrow", allowance, { when: { and: [ageFrom("oldAge"), alone] } }))]);
    expect(finding?.witness?.subject).toMatchObject({
      person: { birthDate: expect.any(String), livingArrangement: expect.stringMatching(/with|institution/) },
    });
    expect(finding?.message.zh).toContain("不得收窄、降低或者撤销");
  });

  it("holds against a county too, whatever the province between them did", () => {
    const younger = province([by("widen", { parameter: "oldAge" }, { value: 70 })]);
    const between = county([by("narrow", { parameter: "oldAge" }, { value: 75, clauses: ["C"] })]);
    expect(found(floor, younger, between)).toEqual([]);
    const above = county([by("narrow", { parameter: "oldAge" }, { value: 85, clauses: ["C"] })]);
    expect(found(floor, younger, above)).toEqual([narrowed("/overrides/0", "allowance"), narrowed("/overrides/0", "open")]);
  });

  it("can be set by an override in turn", () => {
    const younger = province([by("widen", { parameter: "oldAge" }, { value: 70, floor: true })]);
    const between = county([by("narrow", { parameter: "oldAge" }, { value: 75, clauses: ["C"] })]);
    expect(found(nation(), younger, between)).toEqual(["allowance", "visit", "open"].map((id) => narrowed("/overrides/0", id)));
  });

  it("can be a parameter: no pack may give a value by which somebody gets less", () => {
    const marked = nation({ parameters: { oldAge: number(80, { floor: true }) } });
    expect(found(marked, below(by("replace", { parameter: "oldAge" }, { value: 70 })))).toEqual([]);
    expect(found(marked, below(by("replace", { parameter: "oldAge" }, { value: 81 })))).toEqual(
      ["allowance", "visit", "open"].map((id) => narrowed("/overrides/0", id)),
    );
    expect(found(marked, below(by("narrow", allowance, { when: ageFrom("age90") })))).toEqual([]);
  });

  it("is not narrowed by two parents together unnoticed", () => {
    // each is a widening of the nation's rule alone; together the second reads the first's value
    const rules = [
      {
        id: "r",
        subject: "person",
        title: nation().title,
        when: ageFrom("oldAge"),
        then: { kind: "category", category: "c" },
        clauses: ["N"],
        floor: true,
      },
    ] as const;
    const base = { ...nation(), rules };
    const one = packOf("province", "50", ["nation"], { overrides: [by("widen", { parameter: "oldAge" }, { value: 70 })] });
    const crossed: Logic = {
      or: [{ and: [ageFrom("oldAge"), { ">": [{ param: "oldAge" }, { param: "mark" }] }] }, { "==": [{ var: "age" }, { param: "mark" }] }],
    };
    const other = packOf("region", "50", ["nation"], {
      parameters: { mark: number(75, { clause: "R" }) },
      overrides: [{ rule: "nation/r", does: "widen", when: crossed, clauses: ["R"] }],
    });
    const joined = packOf("county", "500229", ["province", "region"]);
    expect(found(base, one)).toEqual([]);
    expect(found(base, other)).toEqual([]);
    expect(found(base, one, other, joined)).toEqual(["FLOOR_NARROWED /extends nation/r"]);
  });
});

describe("for every threshold and amount", () => {
  const verb = fc.constantFrom<OverrideVerb>("raise", "widen", "narrow", "replace");

  it("an age or an amount is accepted just where it does what is said", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 100 }), fc.integer({ min: 0, max: 20_000 }), verb, (age, fen, does) => {
        const ages = found(nation(), below(by(does, { parameter: "oldAge" }, { value: age })));
        const fits = does === "replace" || age === 80 || (does === "widen" && age < 80) || (does === "narrow" && age > 80);
        expect(ages.length === 0).toBe(fits);
        const fens = found(nation(), below(by(does, { parameter: "allowance" }, { value: fen })));
        expect(fens.length === 0).toBe(does === "replace" || fen === 10_000 || (does === "raise" && fen > 10_000));
      }),
      { numRuns: 40 },
    );
  });

  it("nobody who is complete loses a floor, or gets less of it, under packs that were accepted", () => {
    const floor = nation({ rules: { allowance: { floor: true } } });
    const person = fc.record({
      birthDate: fc.integer({ min: 1920, max: 1970 }).map((year) => `${year}-06-15`),
      livingArrangement: fc.constantFrom("alone", "withFamily"),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 100 }),
        fc.constantFrom("fen50", "fen200"),
        fc.boolean(),
        fc.array(person, { minLength: 5, maxLength: 20 }),
        (age, pays, only, people) => {
          const when: Logic = only ? { and: [ageFrom("from"), alone] } : ageFrom("from");
          const child = province([by("replace", allowance, { when, then: paying(pays) })], {
            parameters: { ...parameters, from: number(age, { clause: "P" }) },
          });
          let engine: ReturnType<typeof createEngine>;
          try {
            engine = createEngine({ packs: [floor, child], prove: proveOverrides });
          } catch (error) {
            expect((error as EldercareError).issues.map(({ code }) => code)).toEqual(["FLOOR_NARROWED"]);
            expect(age > 80 || pays === "fen50" || only).toBe(true);
            return;
          }
          const subjects = people.map((each) => ({ person: { ...each, residence: { area: "500229103205" } } as const }));
          const ask = (asked: typeof engine) => asked.assessMany(subjects, { on, rules: ["nation/allowance"] });
          const [before, after] = [ask(createEngine({ packs: [floor] })), ask(engine)];
          for (const row of people.keys())
            if (before.status[row] === 1) expect(after.amountFen[row]).toBeGreaterThanOrEqual(before.amountFen[row] ?? 0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("an override that changes nothing", () => {
  it("whatever it says it does, answers as if it were not there, on the back-end of one and of many", () => {
    const same: readonly Override[] = [
      by("raise", allowance, { then: paying("allowance") }),
      by("widen", visit, { when: { and: [ageFrom("oldAge"), alone] } }),
      by("narrow", { parameter: "visits" }, { value: 1 }),
    ];
    const person = fc.record(
      { birthDate: fc.integer({ min: 1920, max: 1970 }).map((year) => `${year}-06-15`), livingArrangement: fc.constantFrom("alone", "withFamily") },
      { requiredKeys: [] },
    );
    const plain = createEngine({ packs: [nation(), below()], prove: proveOverrides });
    const overridden = createEngine({ packs: [nation(), below(...same)], prove: proveOverrides });
    const past = province(
      same.map((each) => ({ ...each, from: "2026-11-22" })),
      { parameters },
    );
    const notYet = createEngine({ packs: [nation(), past], prove: proveOverrides });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
        const subjects = people.map((each) => ({ person: { ...each, residence: { area: "500229103205" } } as const }));
        const answers = [plain, overridden, notYet].map((engine) => engine.assessMany(subjects, { on }));
        const plainOnes = subjects.map((subject) => plain.assess(subject, { on }));
        expect(answers[1]?.status).toEqual(answers[0]?.status);
        expect(answers[1]?.amountFen).toEqual(answers[0]?.amountFen);
        // before its first day not even the clauses are others
        expect(subjects.map((subject) => notYet.assess(subject, { on }))).toEqual(plainOnes);
        const withoutClauses = (engine: typeof plain) =>
          subjects.map((subject) => engine.assess(subject, { on }).map(({ clauses: _, ...rest }) => rest));
        expect(withoutClauses(overridden)).toEqual(withoutClauses(plain));
      }),
      { numRuns: 60 },
    );
  });
});
