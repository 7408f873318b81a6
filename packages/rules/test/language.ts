import type { Household, OlderPerson, Register } from "@eldercare/core";
import fc from "fast-check";
import type { Logic, Pack, Parameter, Rule } from "../src/pack/pack.js";

const title = { zh: "题", en: "title" };

/** The date on which random conditions are asked. */
export const dateAsked = "2026-11-21";

const settled = (type: Parameter["type"], value: number | string | boolean): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2000-01-01", value }],
});

const row = (cells: readonly unknown[], then: unknown, period: { readonly from?: string; readonly to?: string } = {}) =>
  ({ if: cells, then, from: "2000-01-01", ...period, clause: "C" }) as NonNullable<Pack["tables"]>[string]["rows"][number];

/** Everything that random conditions read besides the fields of the register, and the parameters that they use. */
export const languagePack = (rules: readonly Logic[]): Pack => ({
  id: "random",
  version: "1.0.0",
  title,
  area: "",
  extends: [],
  inForce: { from: "2000-01-01" },
  sources: { s: { title: "s", issuer: "s", issued: "2000-01-01", checkedOn: "2000-01-01", verification: "verified" } },
  clauses: { C: { source: "s", section: "1", modality: "required", quote: "q" } },
  parameters: {
    one: settled("integer", 1),
    two: settled("integer", 2),
    twelve: settled("integer", 12),
    sixty: settled("integer", 60),
    eighty: settled("integer", 80),
    fee: settled("fen", 20000),
    low: settled("rational", "20%"),
    high: settled("rational", "4/5"),
    first: settled("date", "2026-01-01"),
    last: settled("date", "2026-12-31"),
    here: settled("area", "500229"),
    wide: settled("boolean", true),
    open: { type: "integer", title, clause: "C", open: true },
    lenient: { type: "boolean", title, clause: "C", open: true },
  },
  facts: {
    age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } },
    share: { subject: "person", type: "rational", title },
    paid: { subject: "person", type: "fen", title },
    visitedOn: { subject: "person", type: "date", title },
    bornAt: { subject: "person", type: "area", title },
    tags: { subject: "person", type: "list", values: ["a", "b", "c"], title },
    heard: { subject: "person", type: "list", open: true, values: ["a", "b", "c"], title },
    claim: { subject: "person", type: "record", title, fields: { filedOn: { type: "date", title }, amountFen: { type: "fen", title } } },
    claims: {
      subject: "person",
      type: "list",
      title,
      fields: {
        kind: { type: "enum", values: ["care", "meal"], title },
        filedOn: { type: "date", title },
        amountFen: { type: "fen", title },
        person: { type: "id", title },
      },
    },
    sightings: {
      subject: "person",
      type: "list",
      open: true,
      title,
      fields: { seenOn: { type: "date", title }, urgent: { type: "boolean", title } },
    },
    relativesInCare: {
      subject: "person",
      type: "integer",
      title,
      is: { count: [{ var: "household.members" }, { "!=": [{ var: "relation" }, "self"] }] },
    },
  },
  tables: {
    byLevel: {
      inputs: ["ability.level"],
      hit: "unique",
      rows: [row([0], 0), row([[1, 2]], 20000, { to: "2026-06-30" }), row([[1, 2]], 21000, { from: "2026-07-01" }), row([{ ">=": 3 }], 30000)],
    },
    byAge: {
      type: "fen",
      inputs: ["age", "support"],
      hit: "first",
      rows: [
        row([{ ">=": { param: "eighty" } }, "-"], 40000),
        row([{ ">=": 60, "<": 80 }, "dispersed"], { param: "fee" }),
        row(["-", "concentrated"], 5000),
      ],
    },
    // two rows may apply to one person: then nobody can tell
    doubtful: {
      type: "integer",
      inputs: ["age", "ability.level"],
      hit: "unique",
      rows: [row([{ ">=": { param: "sixty" } }, "-"], 1), row(["-", { ">=": { param: "two" } }], 2)],
    },
    points: {
      type: "integer",
      inputs: ["leftBehind", "tags", "support"],
      hit: "sum",
      rows: [row([true, "-", "-"], 2), row(["-", "a", "-"], 3), row(["-", ["b", "c"], "dispersed"], 5)],
    },
    care: {
      inputs: ["ability.level", "livingArrangement"],
      hit: "first",
      rows: [row([{ ">=": 3 }, "-"], "full"), row([{ ">": 0 }, "alone"], "half")],
    },
  },
  rules: rules.map(
    (when, index): Rule => ({ id: `r${index}`, subject: "person", title, when, then: { kind: "category", category: "c" }, clauses: ["C"] }),
  ),
});

/** Which part of the language random conditions use. */
export interface Dialect {
  /** Only what json-logic-js can express too, on whole numbers. */
  readonly plain: boolean;
  /** Also what stays open however much is known: lists that may hold more, a table of which two rows may apply. */
  readonly open: boolean;
}

const days = [
  "1941-07-09",
  "1946-11-21",
  "1946-11-22",
  "1966-11-21",
  "1944-02-29",
  "2025-11-21",
  "2026-01-01",
  "2026-06-30",
  "2026-11-20",
  "2026-11-21",
  "2026-12-31",
];
const areas = ["50", "500229", "500229103", "500229103205", "140000", "14"];
const levels = [0, 1, 2, 3, 4];
const supports = ["concentrated", "dispersed"];

interface Parts {
  readonly truth: Logic;
  readonly number: Logic;
  readonly fraction: Logic;
  readonly date: Logic;
  readonly inMember: Logic;
}

const compare = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const binary = (op: string, a: Logic, b: Logic): Logic => ({ [op]: [a, b] });
const parameter = (...ids: string[]): fc.Arbitrary<Logic> => fc.constantFrom(...ids).map((param) => ({ param }));
const variable = (...names: string[]): fc.Arbitrary<Logic> => fc.constantFrom(...names).map((name) => ({ var: name }));

/** Random conditions about a person, of every operator of the dialect. */
export function languageConditions({ plain, open }: Dialect): fc.Arbitrary<Logic> {
  const openParameters = plain ? [] : ["open"];
  return fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>): fc.LetrecValue<Parts> => {
    const numberLeaf = fc.oneof(
      variable("ability.level", "age", "paid", "claim.amountFen", "relativesInCare"),
      parameter("one", "two", "sixty", "eighty", "fee", ...openParameters),
    );
    const tables = fc.constantFrom<Logic>(
      { table: "byLevel" },
      { table: "byAge" },
      { table: "byAge", row: [{ var: "ability.level" }, { var: "support" }] },
      { table: "points" },
      ...(open ? [{ table: "doubtful" }] : []),
    );
    const counted = fc.oneof(
      tie("inMember").map((body) => binary("count", { var: "claims" }, body)),
      !open ? fc.constant<Logic>({ var: "age" }) : fc.constant<Logic>(binary("count", { var: "sightings" }, { var: "urgent" })),
    );
    return {
      truth: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.oneof(
          fc.constantFrom<Logic>({ var: "leftBehind" }, { param: "wide" }, ...(plain ? [] : [{ param: "lenient" }])),
          fc.constantFrom(...supports).map((value) => binary("==", { var: "support" }, value)),
          fc.constantFrom("unstableExit", "nearPoverty", ...(plain ? [] : [null])).map((value) => binary("!=", { var: "monitoring" }, value)),
          fc.constantFrom("a", "b").map((value) => binary("in", value, { var: "tags" })),
          fc.constantFrom("full", "half", ...(plain ? [] : [null])).map((value) => binary("==", { table: "care" }, value)),
          binaryOf(fc.constant("in"), fc.constant<Logic>({ var: "livingArrangement" }), fc.constant<Logic>(["alone", "withFamily"])),
          fc.constantFrom("county", "village").map((tier) => binary("==", { tierOf: { var: "residence.area" } }, tier)),
          fc
            .tuple(variable("residence.area", "bornAt"), fc.oneof(parameter("here"), fc.constantFrom<Logic>("50", "500229103")))
            .map(([a, b]) => binary("inside", a, b)),
          ...(open ? [fc.constantFrom("a", "b").map((value) => binary("in", value, { var: "heard" }))] : []),
        ),
        fc.array(tie("truth"), { minLength: 2, maxLength: 3 }).map((args) => ({ and: args }) as Logic),
        fc.array(tie("truth"), { minLength: 2, maxLength: 3 }).map((args) => ({ or: args }) as Logic),
        tie("truth").map((arg) => ({ "!": [arg] }) as Logic),
        fc.tuple(tie("truth"), tie("truth"), tie("truth")).map((args) => ({ if: args }) as Logic),
        binaryOf(fc.constantFrom("==", "!="), tie("truth"), tie("truth")),
        binaryOf(compare, tie("number"), tie("number")),
        binaryOf(compare, counted, tie("number")),
        binaryOf(compare, tables, tie("number")),
        binaryOf(compare, tie("date"), tie("date")),
        fc.tuple(tie("date"), tie("date"), tie("date")).map((args) => ({ within: args }) as Logic),
        fc.tuple(fc.constantFrom("some", "all", "none"), tie("inMember")).map(([op, body]) => binary(op, { var: "claims" }, body)),
        fc.tuple(tie("inMember"), tie("number")).map(([body, least]) => ({ atLeast: [{ var: "claims" }, body, least] }) as Logic),
        fc
          .tuple(
            fc.constantFrom("some", "all", "none"),
            fc.constantFrom<Logic>({ var: "cares" }, binary(">=", { var: "person.age" }, { param: "sixty" }), { var: "person.leftBehind" }),
          )
          .map(([op, body]) => binary(op, { var: "household.members" }, body)),
        ...(plain ? [] : [binaryOf(compare, tie("fraction"), tie("fraction"))]),
        ...(open
          ? [
              fc.constantFrom("some", "all", "none").map((op) => binary(op, { var: "sightings" }, { var: "urgent" })),
              tie("number").map((least) => ({ atLeast: [{ var: "sightings" }, { var: "urgent" }, least] }) as Logic),
            ]
          : []),
      ),
      number: fc.oneof(
        { depthSize: "xsmall", withCrossShrink: true },
        numberLeaf,
        binaryOf(fc.constantFrom("+", "-", "min", "max"), tie("number"), tie("number")),
        binaryOf(fc.constant("*"), numberLeaf, parameter("one", "two")),
        fc.tuple(tie("truth"), tie("number"), tie("number")).map((args) => ({ if: args }) as Logic),
        tables,
        counted,
        binaryOf(fc.constantFrom("daysBetween", "monthsBetween", "yearsBetween"), tie("date"), tie("date")),
      ),
      fraction: fc.oneof(
        { depthSize: "xsmall", withCrossShrink: true },
        fc.oneof(variable("share"), parameter("low", "high", "two")),
        binaryOf(fc.constantFrom("+", "-", "*", "/", "min", "max"), tie("fraction"), tie("fraction")),
        binaryOf(fc.constant("/"), tie("number"), tie("number")),
      ),
      date: fc.oneof(
        { depthSize: "xsmall", withCrossShrink: true },
        fc.oneof(variable("birthDate", "visitedOn", "claim.filedOn"), parameter("first", "last"), fc.constant<Logic>({ dateAsked: [] })),
        binaryOf(fc.constantFrom("addDays", "addMonths", "addYears"), tie("date"), parameter("one", "two", "twelve", ...openParameters)),
        fc.tuple(tie("truth"), tie("date"), tie("date")).map((args) => ({ if: args }) as Logic),
      ),
      inMember: fc.oneof(
        { depthSize: "xsmall", withCrossShrink: true },
        fc.oneof(
          fc.constantFrom("care", "meal").map((kind) => binary("==", { var: "kind" }, kind)),
          binaryOf(fc.constantFrom(">", "<="), fc.constant<Logic>({ var: "amountFen" }), parameter("fee")),
          binaryOf(fc.constantFrom("<", ">="), fc.constant<Logic>({ var: "filedOn" }), parameter("first")),
          binaryOf(compare, fc.constant<Logic>({ var: "person.age" }), parameter("sixty", "eighty")),
        ),
        fc.array(tie("inMember"), { minLength: 2, maxLength: 2 }).map((args) => ({ or: args }) as Logic),
        tie("inMember").map((arg) => ({ "!": [arg] }) as Logic),
      ),
    };
  }).truth;
}

function binaryOf(op: fc.Arbitrary<string>, left: fc.Arbitrary<Logic>, right: fc.Arbitrary<Logic>): fc.Arbitrary<Logic> {
  return fc.tuple(op, left, right).map(([name, a, b]) => binary(name, a, b));
}

/** A person with the register around them, of whom everything is known that conditions read. */
export interface Situation {
  readonly person: Readonly<Record<string, unknown>>;
  readonly members: readonly Readonly<Record<string, unknown>>[];
  readonly people: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: { readonly open: number; readonly lenient: boolean };
}

const day = fc.constantFrom(...days);
const relatives = fc.record({ birthDate: day, leftBehind: fc.boolean() });
const claim = fc.record({
  kind: fc.constantFrom("care", "meal"),
  filedOn: day,
  amountFen: fc.constantFrom(0, 20000, 20001),
  person: fc.constantFrom("p-2", "p-3"),
});
const sighting = fc.record({ seenOn: day, urgent: fc.boolean() });

/** Situations of which nothing is left unsaid; nothing is known to be none where `nulls` is false. */
export const completeSituations = (nulls: boolean): fc.Arbitrary<Situation> =>
  fc.record({
    person: fc.record({
      birthDate: day,
      leftBehind: fc.boolean(),
      support: fc.constantFrom(...supports),
      monitoring: fc.constantFrom("unstableExit", "nearPoverty", ...(nulls ? [null] : [])),
      livingArrangement: fc.constantFrom("alone", "withSpouseOnly", "withFamily", "institution"),
      ability: fc.record({ level: fc.constantFrom(...levels) }),
      residence: fc.record({ area: fc.constantFrom(...areas.slice(1, 4)) }),
      household: fc.constant("h-1"),
      facts: fc.record({
        share: fc.constantFrom(0.1, 0.2, 0.8, 1),
        paid: fc.constantFrom(0, 19999, 20000, 40000),
        visitedOn: day,
        bornAt: fc.constantFrom(...areas),
        tags: fc.subarray(["a", "b", "c"]),
        heard: fc.subarray(["a", "b", "c"]),
        claim: fc.record({ filedOn: day, amountFen: fc.constantFrom(0, 20000) }),
        claims: fc.array(claim, { maxLength: 3 }),
        sightings: fc.array(sighting, { maxLength: 2 }),
      }),
    }),
    members: fc.array(
      fc.record({ person: fc.constantFrom("p-2", "p-3"), relation: fc.constantFrom("self", "spouse", "child"), cares: fc.boolean() }),
      { maxLength: 3 },
    ),
    people: fc.tuple(relatives, relatives).map(([a, b]) => [
      { id: "p-2", ...a },
      { id: "p-3", ...b },
    ]),
    parameters: fc.record({ open: fc.constantFrom(0, 2, 12, 60), lenient: fc.boolean() }),
  });

/** The register of a situation, as `assess` takes it. */
export const registerOf = ({ members, people }: Pick<Situation, "members" | "people">): Partial<Register> => ({
  households: [{ id: "h-1", members } as unknown as Household],
  people: people as unknown as readonly OlderPerson[] as OlderPerson[],
});
