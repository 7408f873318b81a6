import { type CivilDate, type FieldSpec, type FieldType, fieldsOf, olderPersonSchema, parsePartialShape, type Register } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import illustrative from "../../packs/cn-500229-chengkou/illustrative.json" with { type: "json" };
import { overWholePacks } from "../../test/overWholePacks.js";
import { conditions, packOf, partialPeople } from "../../test/policies.js";
import { createEngine, type Policy } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { proverOf } from "../override/overrideReading.js";
import type { Logic, Overlay, Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { planAssessment } from "./assessment.js";

const on: CivilDate = "2026-11-21";
const chengkou: Policy = { packs: [national, county], overlays: [illustrative as unknown as Overlay], prove: proverOf(() => []) };

/** Every decision of a batch as `engine.assess` would give it, but each made only for the record that stands for it. */
function shared(policy: Policy, subjects: readonly Subject[], register: Partial<Register> = {}) {
  const batch = planAssessment(policy, { on }).assess(subjects, register);
  return subjects.map((_, subject) =>
    batch.rulesOf(subject).map((_rule, rule) => {
      const decision = batch.decision(batch.standIn(subject, rule), rule);
      return { code: batch.status(subject, rule), ...decision, subject: "" };
    }),
  );
}

const numberOf = { denied: 0, notMet: 0, granted: 1, met: 1, undetermined: 2, notApplicable: 3 } as const;

function each(policy: Policy, subjects: readonly Subject[], register: Partial<Register> = {}) {
  const engine = createEngine(policy);
  const order = engine.rules(on).map(({ key }) => key);
  return subjects.map((subject) =>
    engine
      .assess(subject, { on, register })
      .sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))
      .map((decision) => ({ code: numberOf[decision.status], ...decision, subject: "" })),
  );
}

const areas = ["500229103205", "500229103206", "500229104201", "500229103", "500229", "330100001001"];

/** A value of a field; few of each, so that records have much in common. */
function anyOf(type: FieldType): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...type.values);
    case "date":
      return fc.constantFrom("1919-04-13", "1936-11-21", "1946-11-21", "1946-11-22", "1966-11-21", "1966-11-22", "2025-11-21", "2026-01-01");
    case "number":
      return fc.integer({ min: type.least ?? 0, max: Math.min(type.most ?? 6, (type.least ?? 0) + 6) });
    case "area":
      return fc.constantFrom(...areas);
    case "list":
      return type.of.kind === "enum" ? fc.subarray([...type.of.values]) : fc.constant([]);
    default:
      return fc.constant("h-1");
  }
}

const isAsked = ({ path, type }: FieldSpec): boolean =>
  !["id", "facts", "residence.place"].some((name) => path.startsWith(name)) && type.kind !== "map" && type.kind !== "record";

const askedFields = fieldsOf(olderPersonSchema).filter(isAsked);

type Growing = { [key: string]: unknown };

/** Plants what is known at its path; a record of which one part is known to be none is none. */
function planted(entries: readonly (readonly [string, unknown])[]): Growing {
  const record: Growing = {};
  for (const [path, value] of entries) {
    const keys = path.split(".");
    let at = record;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Growing;
    }
    at[keys.at(-1) ?? ""] = value;
  }
  return record;
}

/** Without the fields that do not fit their shape: a certificate of disability that does not say of which kind. */
function sound(record: Growing): Growing {
  const wrong = new Set(parsePartialShape(olderPersonSchema, record).issues.map(({ pointer }) => pointer.split("/")[1] ?? ""));
  return Object.fromEntries(Object.entries(record).filter(([key]) => !wrong.has(key)));
}

/** People of the declared shape of whom three facts in ten are unknown. */
const people: fc.Arbitrary<Subject> = fc
  .tuple(
    ...askedFields.map(({ path, type }) =>
      fc.tuple(fc.integer({ min: 0, max: 9 }), anyOf(type)).map(([chance, value]) => (chance < 3 ? [] : [[path, value] as const])),
    ),
    fc.record(
      { withoutAbilityToWork: fc.boolean(), earlierAbilityLevel: fc.integer({ min: 0, max: 4 }), selfCareFailed: fc.integer({ min: 0, max: 6 }) },
      { requiredKeys: [] },
    ),
  )
  .map((parts) => {
    const facts = parts.at(-1) as Growing;
    const entries = parts.slice(0, -1).flat() as (readonly [string, unknown])[];
    return { person: sound({ ...planted(entries), facts }) } as Subject;
  });

const register: Partial<Register> = {
  areas: [
    { code: "500229", name: "城口县", tier: "county", adopts: ["CK-2.6-b"] },
    { code: "500229103", name: "示例乡", tier: "township", adopts: [] },
    { code: "500229103205", name: "示例村", tier: "village", adopts: ["CK-2.12-b"] },
  ] as Register["areas"],
  households: [],
};

describe("assessing people by the batch", () => {
  overWholePacks("gives every person the decision of `assess`, missing facts included, though most share theirs with others", () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 40, maxLength: 60 }), (subjects) => {
        expect(shared(chengkou, subjects, register)).toEqual(each(chengkou, subjects, register));
      }),
      { numRuns: 8 },
    );
  });

  it("holds for random conditions too", () => {
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 1, maxLength: 4 }), fc.array(partialPeople, { minLength: 30, maxLength: 40 }), (all, records) => {
        const [rule] = packOf(true).rules;
        const pack = {
          ...packOf(true),
          rules: all.map((when: Logic, index) => ({ ...(rule as NonNullable<typeof rule>), id: `r${index}`, when })),
        } as Pack;
        const subjects = records.map((person) => ({ person }) as Subject);
        expect(shared({ packs: [pack] }, subjects)).toEqual(each({ packs: [pack] }, subjects));
      }),
    );
  });

  it("makes one decision for people whose difference no rule notices, and keeps apart those on two sides of a birthday", () => {
    const births = Array.from({ length: 40 }, (_, day) => `1950-01-${String((day % 28) + 1).padStart(2, "0")}`);
    const subjects = [...births, "1966-11-21", "1966-11-22"].map((birthDate) => ({ person: { birthDate } }));
    const batch = planAssessment({ packs: [national] }, { on, rules: ["cn/category.olderPerson"] }).assess(subjects);
    expect(new Set(births.map((_, subject) => batch.standIn(subject, 0)))).toEqual(new Set([0]));
    expect([batch.decision(batch.standIn(40, 0), 0).status, batch.decision(batch.standIn(41, 0), 0).status]).toEqual(["granted", "denied"]);
    expect(batch.counts).toEqual([{ rule: "cn/category.olderPerson", granted: 41, denied: 1, undetermined: 0, notApplicable: 0 }]);
  });

  it("names every record that is not as it must be, by its place in the batch", () => {
    const subjects = [
      { person: { birthDate: "1950-01-01" } },
      { person: { birthDate: "1950-02-30" } },
      { person: { facts: { selfCareFailed: "all" } } },
    ];
    const ask = (): unknown => planAssessment(chengkou, { on }).assess(subjects as Subject[]);
    expect(ask).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ pointer: "/1/person/birthDate" }),
          expect.objectContaining({ code: "FACT_VALUE", pointer: "/2/person/facts/selfCareFailed" }),
        ],
      }),
    );
  });

  it("refuses a rule that there is not, and a date that there is not", () => {
    expect(() => planAssessment({ packs: [national] }, { on, rules: ["cn/no.such"] })).toThrow("RULE_NOT_FOUND");
    expect(() => planAssessment({ packs: [national] }, { on: "2026-02-30" })).toThrow("NOT_A_DATE");
  });
});
