import {
  areaSchema,
  type CivilDate,
  EldercareError,
  type FieldSpec,
  type FieldType,
  facilitySchema,
  fieldsOf,
  householdSchema,
  olderPersonSchema,
  type Register,
  type SubjectKind,
} from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import illustrative from "../../packs/cn-500229-chengkou/illustrative.json" with { type: "json" };
import { overWholePacks } from "../../test/overWholePacks.js";
import { conditions, packOf, partialPeople } from "../../test/policies.js";
import type { CompiledRule } from "../assess/compiledRule.js";
import { contextsOf } from "../assess/contextsOf.js";
import { dayNumberOf } from "../logic/columns/dayNumber.js";
import { joinOfKey } from "../logic/columns/reads.js";
import { indexOf, type RegisterIndex, type Row, Scope } from "../logic/scope.js";
import { TRUE } from "../logic/value.js";
import type { Logic, Overlay, Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { answerInColumns } from "./answerInColumns.js";
import type { PopulationAnswers } from "./answers.js";
import type { SubjectColumn } from "./column.js";
import type { FieldRead } from "./fieldsRead.js";
import { PopulationPlan } from "./plan.js";
import { RecordPopulation } from "./recordPopulation.js";

const on = "2026-11-21";
const nobody = indexOf(undefined);

const rulesOf = (packs: readonly Pack[], subject: SubjectKind, date: CivilDate = on): CompiledRule[] => {
  const contexts = contextsOf(packs, packs.includes(county) ? [illustrative as unknown as Overlay] : []);
  const context = contexts.at(-1);
  return (context?.on(date).rules ?? []).filter(({ parsed }) => parsed.info.subject === subject);
};

/** What the tree itself says of one subject under one rule. */
function statusOf({ parsed, truth, effect }: CompiledRule, scope: Scope): number {
  const found = truth(scope);
  if (effect.grants) return found === 0 && parsed.info.kind === "funding" ? 3 : found;
  if (found !== TRUE) return found === 0 ? 3 : 2;
  const { met, senseless } = effect.outcome(scope);
  return senseless === true ? 3 : met === undefined ? 2 : Number(met);
}

const matrix = (answers: PopulationAnswers): number[][] =>
  Array.from({ length: answers.size }, (_, subject) => answers.rules.map((_rule, rule) => answers.status(subject, rule)));

const expected = (rules: readonly CompiledRule[], scopes: readonly Scope[]): number[][] =>
  scopes.map((scope) => rules.map((rule) => statusOf(rule, scope)));

const numbers = fc.constantFrom<Logic>({ var: "ability.level" }, { var: "age" }, { var: "share" }, { param: "three" }, { param: "high" });

/** Conditions that hold several facts at once against a number. */
const mixed: fc.Arbitrary<Logic> = fc
  .tuple(
    fc.constantFrom("==", "<", ">="),
    fc.constantFrom("+", "-", "*", "/", "min", "max"),
    numbers,
    numbers,
    fc.constantFrom("two", "sixty", "low"),
  )
  .map(([compare, op, a, b, limit]) => ({ [compare]: [{ [op]: [a, b] }, { param: limit }] }) as Logic);

/** A pack of several random conditions. */
const packOfAll = (all: readonly Logic[]): Pack => {
  const [rule] = packOf(true).rules;
  return { ...packOf(true), rules: all.map((when, index) => ({ ...(rule as NonNullable<typeof rule>), id: `r${index}`, when })) };
};

/** The columns of records, read field by field. */
function columnsOf(fields: readonly FieldRead[], records: readonly Row[]): Record<string, SubjectColumn> {
  const at = (record: Row, pointer: string): unknown =>
    pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((value, key) => (value === undefined || value === null ? value : (value as Row)[key]), record);
  return Object.fromEntries(
    fields.map(({ pointer, type, nullable }): [string, SubjectColumn] => {
      const values = records.map((record) => at(record, pointer));
      const missing = new Uint32Array((records.length + 31) >>> 5);
      for (const [subject, value] of values.entries())
        if (value === undefined) missing[subject >>> 5] = (missing[subject >>> 5] ?? 0) | (1 << (subject & 31));
      if (type.kind === "date" && !nullable)
        return [
          pointer,
          { kind: "days", values: Int32Array.from(values, (value) => (value === undefined ? 0 : dayNumberOf(String(value)))), missing },
        ];
      if (type.kind === "number" && !nullable)
        return [pointer, { kind: "numbers", values: Float64Array.from(values, (value) => Number(value ?? 0)), missing }];
      const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
      const places = new Map(distinct.map((value, place) => [JSON.stringify(value), place]));
      const codes = Uint16Array.from(values, (value) => places.get(JSON.stringify(value)) ?? 0);
      return [pointer, { kind: "codes", codes, values: distinct as (string | undefined)[] }];
    }),
  );
}

class Chance {
  private state: number;
  constructor(seed: number) {
    this.state = seed;
  }
  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }
  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item;
  }
}

const areas = ["500229103205", "500229103", "500229103206", "500229104201", "500229", "411302001001"];

function synthetic(type: FieldType, chance: Chance): unknown {
  switch (type.kind) {
    case "boolean":
      return chance.next() < 0.5;
    case "number":
      if (!type.integer) return chance.pick([0.1, 0.5, 0.55, 1, 12.5]);
      return (type.least ?? 0) + Math.floor(chance.next() * Math.min(chance.next() < 0.7 ? 5 : 90, (type.most ?? 90) - (type.least ?? 0) + 1));
    case "date":
      return `${1926 + Math.floor(chance.next() * 101)}-${chance.pick(["02-28", "03-01", "11-20", "11-21", "11-22"])}`;
    case "area":
      return chance.pick(areas);
    case "enum":
      return chance.pick(type.values);
    case "list":
      return Array.from({ length: Math.floor(chance.next() * 3) }, () => synthetic(type.of, chance));
    case "record":
      return recordOf(type.fields, chance, 0.2);
    case "map":
      return {};
    default:
      return `h-${Math.floor(chance.next() * 3)}`;
  }
}

/** A synthetic record of which a share of the fields is not known. */
function recordOf(fields: readonly FieldSpec[], chance: Chance, missing: number): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { path, type, nullable } of fields) {
    if (path === "facts" || path === "died" || chance.next() < missing) continue;
    const keys = path.split(".");
    let place = record;
    for (const key of keys.slice(0, -1)) {
      place[key] ??= {};
      place = place[key] as Record<string, unknown>;
    }
    place[keys.at(-1) ?? ""] = nullable && chance.next() < 0.3 ? null : synthetic(type, chance);
  }
  return record;
}

const schemas = { person: olderPersonSchema, household: householdSchema, facility: facilitySchema, village: areaSchema, area: areaSchema } as const;

function randomIndex(chance: Chance, missing: number): RegisterIndex {
  const rows = (kind: keyof typeof schemas, own: readonly Row[]) =>
    own.map((each) => ({ ...recordOf(fieldsOf(schemas[kind]), chance, missing), ...each }));
  const clauses = [national, county].flatMap((pack) => Object.keys(pack.clauses));
  return indexOf({
    households: rows("household", [{ id: "h-0" }, { id: "h-1" }]),
    areas: rows(
      "area",
      areas.map((code) => ({ code, ...(chance.next() < missing ? {} : { adopts: clauses.filter(() => chance.next() < 0.3) }) })),
    ),
    facilities: rows(
      "facility",
      Array.from({ length: 6 }, (_, number) => ({ id: `f-${number}`, area: chance.pick(areas) })),
    ),
  } as unknown as Partial<Register>);
}

describe("a population asked all at once", () => {
  it("gets the answers that each person gets alone, whatever is missing", () => {
    const sizes = fc.constantFrom(0, 1, 31, 32, 33, 100);
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 3, arbitrary: conditions }, mixed), { minLength: 1, maxLength: 6 }),
        fc.array(partialPeople, { minLength: 12, maxLength: 12 }),
        sizes,
        (all, people, size) => {
          const records = Array.from({ length: size }, (_, number) => people[number % people.length] as Row);
          const scopes = records.map((record) => new Scope("person", record, on, nobody));
          const rules = rulesOf([packOfAll(all)], "person");
          const plan = new PopulationPlan(rules, { subject: "person", on, index: nobody });
          const answers = expected(rules, scopes);
          expect(matrix(plan.assess(new RecordPopulation(scopes)))).toEqual(answers);
          expect(matrix(plan.assess(plan.fromColumns(columnsOf(plan.fields, records), size)))).toEqual(answers);
        },
      ),
    );
  });

  overWholePacks.each([0, 0.05, 0.7])("gets the answers of the existing packs with %d of what could be known missing", (missing) => {
    const chance = new Chance(20_261_121 + missing * 100);
    for (const kind of ["person", "household", "facility", "village", "area"] as const) {
      const index = randomIndex(chance, missing);
      const size = kind === "person" ? 1000 : 100;
      const scopes = Array.from({ length: size }, () => new Scope(kind, recordOf(fieldsOf(schemas[kind]), chance, missing), on, index));
      const rules = rulesOf([national, county], kind);
      const plan = new PopulationPlan(rules, { subject: kind, on, index }, 320);
      const answers = plan.assess(new RecordPopulation(scopes));
      expect(matrix(answers)).toEqual(expected(rules, scopes));
      expect([...answers.statuses]).toEqual(matrix(answers).flat());
      for (const [rule, { effect }] of rules.entries()) {
        const fen = answers.amountFen(rule);
        for (const [subject, scope] of scopes.entries()) {
          const given = answers.status(subject, rule) === 1 && effect.grants ? effect.effect(scope) : undefined;
          expect(fen[subject]).toEqual(given !== undefined && "amountFen" in given ? (given.amountFen ?? Number.NaN) : Number.NaN);
        }
      }
    }
  });

  overWholePacks("gets the same answers from columns as from records, register included", () => {
    const chance = new Chance(7);
    const index = randomIndex(chance, 0.2);
    const records = Array.from({ length: 500 }, () => recordOf(fieldsOf(olderPersonSchema), chance, 0.2));
    const rules = rulesOf([national, county], "person");
    const plan = new PopulationPlan(rules, { subject: "person", on, index }, 96);
    const scopes = records.map((record) => new Scope("person", record, on, index));
    const own = plan.fields.filter(({ pointer }) => joinOfKey(pointer) === undefined);
    expect(matrix(plan.assess(plan.fromColumns(columnsOf(own, records))))).toEqual(expected(rules, scopes));
  });

  it("is counted by answer, and an encoded population is answered as often as asked", () => {
    const chance = new Chance(11);
    const scopes = Array.from({ length: 333 }, () => new Scope("person", recordOf(fieldsOf(olderPersonSchema), chance, 0.3), on, nobody));
    const rules = rulesOf([national, county], "person");
    const plan = new PopulationPlan(rules, { subject: "person", on, index: nobody });
    const encoded = plan.encode(new RecordPopulation(scopes));
    const answers = expected(rules, scopes);
    for (const counts of [plan.evaluate(encoded).counts, plan.evaluate(encoded).counts])
      for (const [rule, { granted, denied, undetermined, notApplicable }] of counts.entries())
        expect([denied, granted, undetermined, notApplicable]).toEqual(
          [0, 1, 2, 3].map((status) => answers.filter((row) => row[rule] === status).length),
        );
  });

  it("keeps the order of records of several kinds and jurisdictions", () => {
    const chance = new Chance(13);
    const index = randomIndex(chance, 0.1);
    const kinds = ["person", "facility", "village"] as const;
    const scopes = Array.from({ length: 90 }, (_, number) => {
      const kind = kinds[number % kinds.length] as (typeof kinds)[number];
      return new Scope(kind, recordOf(fieldsOf(schemas[kind]), chance, 0.1), on, index);
    });
    const byKind = new Map(kinds.map((kind) => [kind as SubjectKind, rulesOf([national, county], kind)]));
    const keys = [...byKind.values()].flatMap((rules) => rules.map(({ parsed }) => parsed.info.key));
    const { status } = answerInColumns(scopes, index, keys, (scope) => byKind.get(scope.subject) ?? []);
    for (const [subject, scope] of scopes.entries()) {
      const own = new Map((byKind.get(scope.subject) ?? []).map((rule) => [rule.parsed.info.key, statusOf(rule, scope)]));
      expect(Array.from(status.subarray(subject * keys.length, (subject + 1) * keys.length))).toEqual(keys.map((key) => own.get(key) ?? 3));
    }
  });

  it("says which conditions had to be asked one by one", () => {
    const about = (when: Logic): Pack => {
      const pack = packOfAll([when]);
      return { ...pack, rules: pack.rules.map((rule) => ({ ...rule, subject: "household" as const })) };
    };
    const asked = (when: Logic) => {
      const plan = new PopulationPlan(rulesOf([about(when)], "household"), { subject: "household", on, index: nobody });
      return plan.assess(new RecordPopulation([new Scope("household", {}, on, nobody)])).oneByOne;
    };
    expect(asked({ "==": [{ var: "homeAdapted" }, true] })).toEqual([]);
    expect(asked({ some: [{ var: "members" }, { "==": [{ var: "cares" }, true] }] })).toEqual(["some(/members, ==(/members/*/cares, true))"]);
  });

  it("is granted amounts in exact fen, each distinct combination computed once", () => {
    const amountFen: Logic = {
      "*": [{ if: [{ ">=": [{ var: "age" }, { param: "eighty" }] }, { param: "sixty" }, { param: "two" }] }, { var: "ability.level" }],
    };
    const pack = packOfAll([{ var: "leftBehind" }]);
    const rules = rulesOf(
      [
        {
          ...pack,
          rules: pack.rules.map((rule) => ({ ...rule, then: { kind: "benefit" as const, benefit: "b", amountFen, per: "month" as const } })),
        },
      ],
      "person",
    );
    const person = (birthDate: string | undefined, level: number, leftBehind = true): Row => ({
      ...(birthDate === undefined ? {} : { birthDate }),
      ability: { level },
      leftBehind,
    });
    const records = [
      person("1941-07-09", 3),
      person("1980-05-01", 3),
      person(undefined, 3),
      person("1941-07-08", 3),
      person("1941-07-09", 0),
      person("1941-07-09", 3, false),
    ];
    const plan = new PopulationPlan(rules, { subject: "person", on, index: nobody });
    const fromRecords = plan.assess(new RecordPopulation(records.map((record) => new Scope("person", record, on, nobody))));
    const fromColumns = plan.assess(plan.fromColumns(columnsOf(plan.fields, records)));
    for (const answers of [fromRecords, fromColumns]) expect(Array.from(answers.amountFen(0))).toEqual([180, 6, Number.NaN, 180, 0, Number.NaN]);
  });

  it("refuses columns that are not what they must be, all at once", () => {
    const plan = new PopulationPlan(
      rulesOf(
        [
          packOfAll([
            { and: [{ var: "leftBehind" }, { ">=": [{ var: "age" }, { param: "sixty" }] }, { ">=": [{ var: "ability.level" }, { param: "two" }] }] },
          ]),
        ],
        "person",
      ),
      {
        subject: "person",
        on,
        index: nobody,
      },
    );
    const columns: Record<string, SubjectColumn> = {
      "/leftBehind": { kind: "codes", codes: Uint8Array.of(0, 1, 3), values: [undefined, false, true] },
      "/birthDate": { kind: "numbers", values: Int32Array.of(1, 2, 3) },
      "/ability/level": { kind: "numbers", values: Int32Array.of(1, 9, 3), missing: Uint32Array.of(0) },
      "/leftbehind": { kind: "codes", codes: Uint8Array.of(0, 0, 0), values: [true] },
    };
    expect(() => plan.fromColumns(columns)).toThrow(EldercareError);
    try {
      plan.fromColumns(columns);
    } catch (error) {
      const issues = error instanceof EldercareError ? error.issues : [];
      expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
        "COLUMN_VALUE /~1leftBehind/codes/2",
        "COLUMN_KIND /~1birthDate",
        "COLUMN_VALUE /~1ability~1level/values/1",
        "COLUMN_NOT_FOUND /~1leftbehind",
      ]);
      expect(issues.at(-1)?.message.en).toContain('did you mean "/leftBehind"?');
    }
  });
});
