import { readdirSync, readFileSync } from "node:fs";
import {
  areaSchema,
  caregiverSchema,
  type Decision,
  type FieldSpec,
  facilitySchema,
  fieldsOf,
  householdSchema,
  type MissingFacts,
  olderPersonSchema,
  providerSchema,
  type Register,
} from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overWholePacks } from "../../test/overWholePacks.js";
import { conditions, packOf } from "../../test/policies.js";
import { functionBackend } from "../logic/function/functionBackend.js";
import { indexRegister, type Row, Scope } from "../logic/scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../logic/value.js";
import { proverOf } from "../override/overrideReading.js";
import type { Logic, Overlay, Pack } from "../pack/pack.js";
import { definePlugin } from "../plugin/definePlugin.js";
import type { PolicyCase } from "../testing/testPack.js";
import { columnsOf, prepareAnswers } from "./assessMany.js";
import { contextsOf } from "./contextsOf.js";
import { createEngine, type Policy } from "./engine.js";
import { Jurisdictions, type SpokenRule } from "./jurisdiction.js";
import { missingFor } from "./missing.js";
import type { Subject } from "./subject.js";

const on = "2026-11-21";
const packsFolder = new URL("../../packs/", import.meta.url);
const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(new URL(path, packsFolder), "utf8")) as Shape;
const folders = readdirSync(packsFolder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const packs = folders.map((folder) => readJson<Pack>(`${folder}/pack.json`));
const overlays = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, packsFolder)).includes("illustrative.json") ? [readJson<Overlay>(`${folder}/illustrative.json`)] : [],
);
// each pack runs all of its cases elsewhere; here some of each show that the ways of answering agree
const cases = folders.flatMap((folder) => readJson<PolicyCase[]>(`${folder}/cases.json`).filter((_, index) => index % 24 === 0));

/** How often each property is asked. */
const numRuns = fc.readConfigureGlobal().numRuns ?? 100;

// what overrides claim is proven where the packs themselves are tested
const proven = proverOf(() => []);

/** A source of chance: the same seed gives the same people. */
const chance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { next, below, pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item };
};
type Chance = ReturnType<typeof chance>;

const areas = ["500229103205", "500229103206", "500229104201", "500229103", "500229", "50", "330100001001"];
const dates = [
  "1919-04-13",
  "1936-02-29",
  "1946-11-21",
  "1946-11-22",
  "1961-11-20",
  "1980-05-01",
  "2021-06-01",
  "2026-11-20",
  "2026-11-21",
  "2027-01-01",
];

/** A value of a field, as a register may hold it. */
function fieldValue({ type, nullable }: Pick<FieldSpec, "type" | "nullable">, random: Chance): unknown {
  if (nullable && random.next() < 0.3) return null;
  switch (type.kind) {
    case "boolean":
      return random.next() < 0.5;
    case "number":
      return (type.least ?? 0) + random.below(Math.min(200, (type.most ?? 200) - (type.least ?? 0) + 1));
    case "date":
      return random.pick(dates);
    case "area":
      return random.pick(areas);
    case "enum":
      return random.pick(type.values);
    case "list":
      return Array.from({ length: random.below(3) }, () => fieldValue({ type: type.of, nullable: false }, random));
    case "record":
      return recordOf(type.fields, random, 0.2);
    case "map":
      return {};
    default:
      return `text-${random.below(3)}`;
  }
}

/** A record of which a share of the fields is not known. */
function recordOf(fields: readonly FieldSpec[], random: Chance, missing: number): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const field of fields) {
    if (random.next() < missing) continue;
    const keys = field.path.split(".");
    let place = record;
    for (const key of keys.slice(0, -1)) {
      place[key] ??= {};
      place = place[key] as Record<string, unknown>;
    }
    place[keys.at(-1) ?? ""] = fieldValue(field, random);
  }
  return record;
}

const fieldsOfKind = {
  person: fieldsOf(olderPersonSchema),
  household: fieldsOf(householdSchema),
  facility: fieldsOf(facilitySchema),
  workforce: fieldsOf(caregiverSchema),
  provider: fieldsOf(providerSchema),
  area: fieldsOf(areaSchema),
  village: fieldsOf(areaSchema),
  township: fieldsOf(areaSchema),
} as const;

type Kind = keyof typeof fieldsOfKind;

function randomRegister(random: Chance, missing: number): Partial<Register> {
  const rows = (kind: Kind, count: number, own: (index: number) => Row) =>
    Array.from({ length: count }, (_, index) => ({ ...recordOf(fieldsOfKind[kind], random, missing), ...own(index) }));
  const clauses = packs.flatMap((pack) => Object.keys(pack.clauses));
  const register = {
    households: rows("household", 3, (index) => ({ id: `text-${index}` })),
    areas: rows("area", areas.length, (index) => ({
      code: areas[index],
      ...(random.next() < missing ? {} : { adopts: clauses.filter(() => random.next() < 0.3) }),
    })),
    facilities: rows("facility", 4, (index) => ({ id: `f-${index}`, area: random.pick(areas) })),
  };
  return register as unknown as Partial<Register>;
}

const backends = [undefined, functionBackend];

const jurisdictionsOf = ({ packs: chosen, overlays: supplied = [] }: Policy): Jurisdictions[] =>
  backends.map((backend) => new Jurisdictions(contextsOf(chosen, supplied, undefined, proven), backend));

/** Holds every backend against what the tree itself says of a record, rule by rule; returns what it says. */
function expectSameTruths(policies: readonly Jurisdictions[], scope: Scope): Truth[] {
  return policies.flatMap((jurisdictions) => {
    const rules = jurisdictions.of(scope.area).rulesOf(scope.subject, scope.on);
    const seen = [...rules.truths(rules.encode([scope, scope]))];
    const expected = rules.spoken.map(({ rule }) => rule.truth(scope));
    const named = (truths: readonly number[]) => rules.spoken.map(({ rule }, index) => [rule.parsed.info.key, truths[index]]);
    expect(named(seen)).toEqual(named(expected));
    expect(seen).toEqual([...expected, ...expected]);
    return expected;
  });
}

const inTen = { type: "integer", title: { zh: "题", en: "title" }, clause: "C" } as const;

/** A pack with one rule, and words for everything that a row can hold and much that it cannot. */
function widePackOf(when: Logic): Pack {
  const pack = packOf(when);
  const { title } = pack;
  const dated = (value: number | string) => [{ from: "2000-01-01", value }];
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      open: { ...inTen, open: true },
      none: { ...inTen, values: dated(0) },
      half: { type: "rational", title, clause: "C", values: dated("5/2") },
      belowZero: { type: "rational", title, clause: "C", values: dated("-7/2") },
      ageAndHalf: { type: "rational", title, clause: "C", values: dated("159/2") },
      manyDays: { ...inTen, values: dated(29_220) },
      manyMonths: { ...inTen, values: dated(960) },
      turn: { type: "date", title, clause: "C", values: dated("2021-06-01") },
    },
    facts: {
      ...pack.facts,
      zone: { subject: "person", type: "enum", values: ["hill", "plain"], title },
      incomeFen: { subject: "person", type: "fen", title },
      toldOn: { subject: "person", type: "date", title },
      poorHome: { subject: "household", type: "boolean", title, is: { "<=": [{ var: "monthlyIncomeFen" }, { param: "eighty" }] } },
    },
    closedWorld: [{ subject: "person", field: "dementia", value: false, note: "n" }],
  };
}

const compareWith = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const number = fc.constantFrom("two", "three", "none", "half", "belowZero", "open");
const years = fc.constantFrom("sixty", "eighty", "ageAndHalf", "open");
const held = (value: Logic, parameters: fc.Arbitrary<string>) =>
  fc
    .tuple(compareWith, parameters, fc.boolean())
    .map(([op, id, turned]): Logic => ({ [op]: turned ? [{ param: id }, value] : [value, { param: id }] }));

/** Conditions over what a row can hold. */
const rowAtoms: fc.Arbitrary<Logic> = fc.oneof(
  held({ var: "disability.grade" }, number),
  held({ var: "ability.level" }, number),
  held({ var: "age" }, years),
  held({ yearsBetween: [{ var: "died" }, { dateAsked: [] }] }, number),
  held({ daysBetween: [{ var: "birthDate" }, { dateAsked: [] }] }, fc.constant("manyDays")),
  held({ daysBetween: [{ dateAsked: [] }, { var: "toldOn" }] }, number),
  held({ monthsBetween: [{ var: "birthDate" }, { dateAsked: [] }] }, fc.constantFrom("manyMonths", "open")),
  held({ monthsBetween: [{ param: "turn" }, { var: "toldOn" }] }, number),
  held({ var: "died" }, fc.constant("turn")),
  held({ var: "incomeFen" }, number),
  fc.constantFrom<Logic>(
    { var: "leftBehind" },
    { var: "emptyNest" },
    { "==": [{ var: "died" }, null] },
    { "!=": [{ var: "disability.grade" }, null] },
    { "==": [{ var: "monitoring" }, null] },
    { in: [{ var: "monitoring" }, ["nearPoverty"]] },
    { in: [{ var: "zone" }, ["hill"]] },
    { in: ["limb", { var: "disability.kinds" }] },
    { in: ["destitute", { var: "assistance" }] },
    { in: ["lowIncome", { var: "assistance" }] },
    { "!=": [{ var: "zone" }, "hill"] },
    { "==": [{ var: "dementia" }, { var: "leftBehind" }] },
    { within: [{ var: "toldOn" }, "2021-06-01", { dateAsked: [] }] },
  ),
);

/** Conditions over that and over what only the record itself can answer. */
const wideAtoms: fc.Arbitrary<Logic> = fc.oneof(
  { arbitrary: rowAtoms, weight: 3 },
  { arbitrary: conditions, weight: 1 },
  held({ "+": [{ var: "incomeFen" }, { var: "ability.level" }] }, number),
  held({ var: "household.monthlyIncomeFen" }, fc.constantFrom("eighty", "open")),
  fc
    .tuple(compareWith, fc.constantFrom("birthDate", "died", "toldOn"))
    .map(([op, field]): Logic => ({ [op]: [{ var: field }, { var: "ability.assessedOn" }] })),
  fc.constantFrom<Logic>(
    { var: "household.poorHome" },
    { var: "household.homeAdapted" },
    { in: [{ var: "zone" }, ["hill", "plain"]] },
    { var: "village.pastoral" },
    { inside: [{ var: "residence.area" }, "500229"] },
    { some: [{ var: "household.members" }, { var: "cares" }] },
  ),
);

const conditionsOver = (atoms: fc.Arbitrary<Logic>): fc.Arbitrary<Logic> =>
  fc.letrec<{ node: Logic }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      atoms,
      fc.array(tie("node"), { minLength: 2, maxLength: 4 }).map((args): Logic => ({ and: args })),
      fc.array(tie("node"), { minLength: 2, maxLength: 4 }).map((args): Logic => ({ or: args })),
      tie("node").map((arg): Logic => ({ "!": [arg] })),
      fc.tuple(fc.constantFrom("==", "!="), tie("node"), tie("node")).map(([op, a, b]): Logic => ({ [op]: [a, b] })),
      fc.tuple(tie("node"), tie("node"), tie("node")).map((args): Logic => ({ if: args })),
    ),
  })).node;

const wideFacts: readonly FieldSpec[] = [
  { path: "facts.zone", type: { kind: "enum", values: ["hill", "plain"] }, nullable: false },
  { path: "facts.incomeFen", type: { kind: "number", integer: true, least: 0, most: 6 }, nullable: false },
  { path: "facts.toldOn", type: { kind: "date" }, nullable: false },
  { path: "facts.share", type: { kind: "number", integer: false, least: 0, most: 1 }, nullable: false },
];
const personFields = [...fieldsOfKind.person.filter(({ path }) => path !== "facts"), ...wideFacts];

describe("rules over rows of numbers", () => {
  overWholePacks("answer as the tree does, for every pack and kind of subject, with up to 70 % of the facts unknown", () => {
    for (const supplied of [[], overlays]) {
      const policies = jurisdictionsOf({ packs, overlays: supplied });
      const seen = new Set<Truth>();
      fc.assert(
        fc.property(fc.integer(), fc.constantFrom(0, 0.05, 0.3, 0.7), (seed, missing) => {
          const random = chance(seed);
          const index = indexRegister(random.next() < 0.2 ? undefined : randomRegister(random, missing));
          const asked = random.pick([on, "2022-02-28", "2024-02-29"]);
          for (const kind of Object.keys(fieldsOfKind) as Kind[])
            for (const truth of expectSameTruths(policies, new Scope(kind, recordOf(fieldsOfKind[kind], random, missing), asked, index)))
              seen.add(truth);
        }),
      );
      expect([...seen].sort()).toEqual([FALSE, TRUE, UNKNOWN]);
    }
  });

  it("answer as the tree does, for random conditions over everything that a row can hold and cannot", () => {
    const seen = new Set<Truth>();
    fc.assert(
      fc.property(conditionsOver(wideAtoms), fc.integer(), fc.constantFrom(0, 0.05, 0.3, 0.7), (when, seed, missing) => {
        const random = chance(seed);
        const policies = jurisdictionsOf({ packs: [widePackOf(when)] });
        const index = indexRegister(randomRegister(random, missing));
        for (let person = 0; person < 8; person += 1) {
          const asked = random.pick([on, "2022-02-28", "2024-02-29"]);
          const scope = new Scope("person", recordOf(personFields, random, missing), asked, index);
          for (const truth of expectSameTruths(policies, scope)) seen.add(truth);
        }
      }),
    );
    expect([...seen].sort()).toEqual([FALSE, TRUE, UNKNOWN]);
  });
});

/** Holds what rows say would settle a condition against what the record itself says; returns how many could be held. */
function expectSameMissing(jurisdictions: Jurisdictions, scope: Scope): number {
  const rules = jurisdictions.of(scope.area).rulesOf(scope.subject, scope.on);
  const found = rules.about(scope, (answers) => rules.spoken.map((_, place) => answers?.of(place).missing()));
  let compared = 0;
  for (const [place, { rule, context }] of rules.spoken.entries()) {
    const { condition } = rule.parsed;
    const seen = found[place];
    if (seen === undefined || condition === undefined) continue;
    const expected = missingFor(condition, rule.truth, scope, context.parameters.all, context.truths);
    expect(rule.truth(scope)).toBe(UNKNOWN);
    expect(seen.relevant).toEqual(expected.relevant);
    // numbers stand for whole classes of values: with as many trials they prove more, and of two sets of one size may find the other
    const sizes = ({ toGrant, toDeny, proven }: MissingFacts) => [toGrant.length, toDeny.length, proven];
    if (expected.proven) expect(sizes(seen)).toEqual(sizes(expected));
    compared += 1;
  }
  return compared;
}

describe("what would settle a condition", () => {
  const people = (random: Chance, missing: number) => {
    const index = indexRegister(randomRegister(random, missing));
    return Array.from({ length: 4 }, () => new Scope("person", recordOf(personFields, random, missing), on, index));
  };

  overWholePacks("is the same by rows of numbers as by the record, for every pack", () => {
    const [jurisdictions] = jurisdictionsOf({ packs, overlays });
    let compared = 0;
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(0.05, 0.3, 0.7), (seed, missing) => {
        const random = chance(seed);
        for (const scope of people(random, missing)) compared += expectSameMissing(jurisdictions as Jurisdictions, scope);
      }),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("is the same by rows of numbers as by the record, for random conditions", () => {
    let compared = 0;
    fc.assert(
      fc.property(conditionsOver(rowAtoms), fc.integer(), fc.constantFrom(0.05, 0.3, 0.7), (when, seed, missing) => {
        const [jurisdictions] = jurisdictionsOf({ packs: [widePackOf(when)] });
        for (const scope of people(chance(seed), missing)) compared += expectSameMissing(jurisdictions as Jurisdictions, scope);
      }),
    );
    // of the four people of a run, one in twenty at least leaves the condition open
    expect(compared).toBeGreaterThan(numRuns / 5);
  });
});

const statusBytes: Readonly<Record<Decision["status"], number>> = { denied: 0, notMet: 0, granted: 1, met: 1, undetermined: 2, notApplicable: 3 };

describe("many decisions at once", () => {
  overWholePacks("are those of one subject after another, in the cases of every pack", () => {
    for (const backend of backends) {
      const engine = createEngine({ packs, overlays, backend, prove: proven });
      for (const { subject, on: asked, register } of cases) {
        const question = { on: asked, ...(register === undefined ? {} : { register }) };
        const one = new Map(engine.assess(subject, question).map((decision) => [decision.rule, decision]));
        const many = engine.assessMany([subject], question);
        for (const [column, rule] of many.rules.entries()) {
          const decision = one.get(rule);
          expect([rule, many.status[column]]).toEqual([rule, decision === undefined ? 3 : statusBytes[decision.status]]);
          const effect = decision?.effect;
          const amountFen = effect !== undefined && "amountFen" in effect ? effect.amountFen : undefined;
          expect(many.amountFen[column]).toEqual(amountFen ?? Number.NaN);
          if (decision !== undefined) expect(many.decision(0, column)).toEqual(decision);
        }
      }
    }
  });

  it("keep subjects of many kinds and places apart, whatever order they come in", () => {
    const engine = createEngine({ packs, overlays, prove: proven });
    const subjects: Subject[] = [
      { person: { id: "a", residence: { area: "500229103205" }, birthDate: "1940-01-01", died: null } },
      { facility: { id: "f", kind: "townshipHome", area: "500229103" } },
      { person: { id: "b", residence: { area: "330100001001" }, birthDate: "1990-01-01", died: null } },
      { area: { code: "500229", name: "x", tier: "county" } },
      { person: { id: "c", residence: { area: "500229103205" } } },
    ];
    const many = engine.assessMany(subjects, { on });
    const alone = subjects.map((subject) => engine.assessMany([subject], { on }));
    for (const [row, one] of alone.entries())
      for (const [column, rule] of one.rules.entries())
        expect(many.status[row * many.rules.length + many.rules.indexOf(rule)]).toBe(one.status[column]);
    const reversed = engine.assessMany([...subjects].reverse(), { on });
    const width = many.rules.length;
    for (const row of subjects.keys()) {
      const mirrored = subjects.length - 1 - row;
      expect(reversed.status.slice(mirrored * width, (mirrored + 1) * width)).toEqual(many.status.slice(row * width, (row + 1) * width));
    }
  });

  it("can be asked again of subjects that were checked and read once", () => {
    const engine = createEngine({ packs, overlays, prove: proven });
    const subjects: Subject[] = cases.flatMap(({ subject }) => ("person" in subject ? [subject] : []));
    const prepared = engine.prepare(subjects, { on });
    expect(prepared.subjects).toBe(subjects.length);
    expect(prepared.assess().status).toEqual(engine.assessMany(subjects, { on }).status);
    expect(prepared.assess().status).toEqual(prepared.assess().status);
  });

  it("grant the same money by rows of numbers as by the record, where amounts are unknown or too large as well", () => {
    const amount: fc.Arbitrary<Logic> = fc.letrec<{ node: Logic }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom<Logic>({ param: "two" }, { param: "manyDays" }, { param: "huge" }, { param: "open" }),
        fc.constantFrom<Logic>({ var: "incomeFen" }, { var: "ability.level" }, { var: "disability.grade" }, { var: "age" }),
        fc.tuple(fc.constantFrom("+", "*", "min", "max"), tie("node"), tie("node")).map(([op, a, b]): Logic => ({ [op]: [a, b] })),
        fc.tuple(tie("node"), tie("node")).map((args): Logic => ({ "-": args })),
        fc.tuple(rowAtoms, tie("node"), tie("node")).map((args): Logic => ({ if: args })),
      ),
    })).node;
    let known = 0;
    fc.assert(
      fc.property(amount, fc.integer(), fc.constantFrom(0, 0.3), (amountFen, seed, missing) => {
        const pack = widePackOf({ or: [{ var: "leftBehind" }, { var: "emptyNest" }] });
        const huge = { ...inTen, values: [{ from: "2000-01-01", value: 2 ** 52 }] };
        const rules = pack.rules.map((rule) => ({ ...rule, then: { kind: "benefit" as const, benefit: "b", amountFen, per: "month" as const } }));
        const random = chance(seed);
        const people = Array.from({ length: 6 }, () => new Scope("person", recordOf(personFields, random, missing), on, indexRegister(undefined)));
        const policy = { packs: [{ ...pack, parameters: { ...pack.parameters, huge }, rules }] };
        for (const jurisdictions of jurisdictionsOf(policy)) {
          const set = jurisdictions.of(undefined).rulesOf("person", on);
          const encoded = set.encode(people);
          const columns = columnsOf(set, ["random/r"]);
          const seen = prepareAnswers([{ rules: set, columns, places: [...people.keys()], encoded }], ["random/r"], people.length)().amountFen;
          for (const [row, scope] of people.entries()) {
            const { effect, truth } = (set.spoken[0] as SpokenRule).rule;
            const granted = truth(scope) === TRUE && effect.grants ? effect.effect(scope) : undefined;
            const expected = granted?.kind === "benefit" ? granted.amountFen : undefined;
            expect(seen[row]).toBe(expected ?? Number.NaN);
            if (expected !== undefined) known += 1;
          }
        }
      }),
    );
    expect(known).toBeGreaterThan(numRuns);
  });

  it("ask the record itself where the register holds a value that no number stands for", () => {
    const pack = widePackOf({ "<=": [{ var: "household.monthlyIncomeFen" }, { param: "eighty" }] });
    const household = { id: "h", monthlyIncomeFen: 79.5 };
    const register = { households: [household] } as unknown as Partial<Register>;
    const subjects: Subject[] = [{ person: { household: "h" } }, { person: { household: "none" } }];
    for (const backend of backends)
      expect([...createEngine({ packs: [pack], backend }).assessMany(subjects, { on, register }).status]).toEqual([TRUE, UNKNOWN]);
  });
});

describe("a plug-in", () => {
  it("may ask the engine while it is being asked, and disturbs no answer under way", () => {
    const operator = (ask: () => void) =>
      definePlugin({
        id: "acme",
        version: "1.0.0",
        operators: {
          isEven: {
            title: { zh: "{0}为偶数", en: "{0} is even" },
            args: [{ kind: "number", integer: true }],
            result: { kind: "boolean" },
            evaluate: ([number]) => {
              ask();
              return (number as number) % 2 === 0;
            },
          },
        },
      });
    const pack = widePackOf({ and: [{ "acme.isEven": [{ var: "age" }] }, { var: "leftBehind" }, { ">=": [{ var: "age" }, { param: "eighty" }] }] });
    const subjects: Subject[] = ["1940-01-01", "1941-01-01", "1990-01-01"].flatMap((birthDate) =>
      [true, false].map((leftBehind) => ({ person: { birthDate, leftBehind } })),
    );
    const quiet = createEngine({ packs: [pack], plugins: [operator(() => {})] }).assessMany(subjects, { on });
    let asked = 0;
    const curious = createEngine({
      packs: [pack],
      plugins: [
        operator(() => {
          asked += 1;
          if (asked % 2 === 1) curious.assess({ person: { birthDate: "2000-01-01", leftBehind: true } }, { on });
        }),
      ],
    });
    expect([...curious.assessMany(subjects, { on }).status]).toEqual([...quiet.status]);
    expect(subjects.map((subject) => curious.assess(subject, { on })[0]?.status)).toEqual(
      [...quiet.status].map((status) => (status === TRUE ? "granted" : "denied")),
    );
    expect(asked).toBeGreaterThan(subjects.length);
  });
});
