import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import { Jurisdictions } from "../../assess/jurisdiction.js";
import { missingFor } from "../../assess/missing.js";
import type { Logic, Pack, Parameter, Table } from "../../pack/pack.js";
import { definePlugin } from "../../plugin/definePlugin.js";
import { PluginLibrary } from "../../plugin/pluginLibrary.js";
import { daysAround } from "../calendar.js";
import { compileTruth } from "../closures.js";
import { indexOf, Scope } from "../scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "../value.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };

const left = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({ type, title, clause: "C", open: true, ...more });
const row = (cells: Table["rows"][number]["if"], then: number | string): Table["rows"][number] => ({
  if: cells,
  then,
  from: "2000-01-01",
  clause: "C",
});

function packWith(when: Logic): Pack {
  const pack = packOf(when);
  const turn: Parameter = { type: "date", title, clause: "C", values: [{ from: "2000-01-01", value: "2021-06-01" }] };
  return {
    ...pack,
    parameters: { ...pack.parameters, turn, narrow: left("integer", { least: 3, most: 4 }), lenient: left("boolean") },
    facts: {
      ...pack.facts,
      zone: { subject: "person", type: "enum", values: ["hill", "plain"], title },
      tags: { subject: "person", type: "list", values: ["a", "hill", "plain"], title },
      heard: { subject: "person", type: "list", open: true, values: ["a", "hill"], title },
      bornAt: { subject: "person", type: "area", title },
      claim: { subject: "person", type: "record", title, fields: { filedOn: { type: "date", title }, amountFen: { type: "fen", title } } },
    },
    tables: {
      byLevel: { type: "integer", inputs: ["ability.level"], hit: "first", rows: [row([{ ">=": 3 }], 3), row([1], 1)] },
      byZone: { inputs: ["zone", "leftBehind"], hit: "unique", rows: [row(["hill", true], "near"), row(["plain", "-"], "far")] },
      points: { type: "integer", inputs: ["leftBehind", "tags"], hit: "sum", rows: [row([true, "-"], 2), row(["-", "a"], 3)] },
    },
  };
}

/** A list that is defined as another, which is open. */
const plugins = new PluginLibrary([
  definePlugin({
    id: "town",
    version: "1.0.0",
    operators: {},
    facts: { rumours: { subject: "person", type: "list", values: ["a", "hill"], title, is: { var: "heard" } } },
  }),
]);

const subsets = (items: readonly string[]): string[][] =>
  items.reduce<string[][]>((sets, item) => sets.flatMap((set) => [set, [...set, item]]), [[]]);

const lengths = [2, 4, 6, 9, 12];
const named = ["50", "5002", "500229", "500229103", "500229103205", "500230", "14"];
/** Every area on the way to some, and one of each lower tier in each of them, and elsewhere, that is none of them. */
const areasAround = (codes: readonly string[]): readonly string[] => [
  ...new Set(
    ["", ...codes].flatMap((code) => {
      const around = lengths.filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits));
      return [...around, ...lengths.flatMap((digits) => (digits > code.length ? ["7", "8"].map((other) => code.padEnd(digits, other)) : []))];
    }),
  ),
];
const areas = areasAround(named);

const threeWeeks = Array.from({ length: 43 }, (_, index) => index - 21);

/** Every value that matters of everything that may be asked for. */
const domains: Readonly<Record<string, readonly Value[]>> = {
  "/leftBehind": [true, false],
  "/emptyNest": [true, false],
  "/ability/level": [0, 1, 2, 3, 4],
  "/monitoring": ["unstableExit", "nearPoverty", null],
  "/residence/area": areas,
  "/facts/bornAt": areas,
  "/disability/grade": [1, 2, 3, 4, null],
  "/disability/kinds": [...subsets(["limb", "visual"]), null],
  "/birthDate": ["1930-01-01", "1945-11-21", "1945-11-22", "1946-11-21", "1946-11-22", "1966-11-21", "1966-11-22", "1980-05-05"],
  "/facts/zone": ["hill", "plain"],
  "/facts/tags": subsets(["a", "hill", "plain"]),
  "/facts/heard": subsets(["a", "hill"]),
  "/facts/claim/filedOn": [...daysAround("2021-06-01", threeWeeks), ...daysAround(on, threeWeeks), null],
  "/facts/claim/amountFen": [...Array.from({ length: 61 }, (_, index) => index - 30), null],
  "/facts/share": [0.1, 0.2, 0.5, 0.8, 0.9],
  narrow: [3, 4],
  lenient: [true, false],
};

type Entry = { readonly [key: string]: unknown };
const isEntry = (value: unknown): value is Entry => typeof value === "object" && value !== null && !Array.isArray(value);

function read(record: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || record === null) return record;
  return isEntry(record) ? read(record[key], rest) : undefined;
}

const pathOf = (pointer: string): string[] => pointer.split("/").slice(1);
/** Records that are known to be none as a whole, or there. */
const wholes = new Set(["/disability", "/facts/claim"]);

/** A record in which more is known; undefined where what is known of it says otherwise. */
function told(record: Entry, pointer: string, value: Value): Entry | undefined {
  const path = pathOf(pointer);
  const parent = path.slice(0, -1);
  const isPart = wholes.has(`/${parent.join("/")}`);
  if (isPart && read(record, parent) === null && value !== null) return undefined;
  if (isPart && value === null && isEntry(read(record, parent))) return undefined;
  const target = isPart && value === null ? parent : path;
  const put = (at: unknown, [key = "", ...rest]: readonly string[]): Entry => ({
    ...(isEntry(at) ? at : {}),
    [key]: rest.length === 0 ? value : put(isEntry(at) ? at[key] : undefined, rest),
  });
  return put(record, target);
}

/** What may still be said of one thing, of which perhaps something is known: an area more closely, an open list at more length. */
function sayable(when: Logic, record: Entry, name: string): readonly Value[] {
  const known = name.startsWith("/") ? read(record, pathOf(name)) : undefined;
  const all = domains[name] ?? [];
  if (all === areas) {
    // what is known of one may be what the other is held against
    const codes = ["/residence/area", "/facts/bornAt"].flatMap((pointer) => (read(record, pathOf(pointer)) as string | undefined) ?? []);
    const near = areasAround([...named, ...codes]);
    if (known === undefined) return near;
    const closer = asksOnlyInside(when, pathOf(name).join(".").replace("facts.", "")) ? near : [];
    return closer.filter((code) => code !== known && code.startsWith(String(known)));
  }
  if (known === undefined) return all;
  if (name === "/facts/heard") return all.filter((list) => (known as string[]).every((item) => (list as string[]).includes(item)));
  return [];
}

/** Everything that a condition reads, by the name under which it is asked for. */
function namesIn(logic: unknown): string[] {
  if (Array.isArray(logic)) return logic.flatMap(namesIn);
  if (!isEntry(logic)) return [];
  const own = Object.entries(logic).flatMap(([operator, value]) => {
    if (operator === "table")
      return { byLevel: ["/ability/level"], byZone: ["/facts/zone", "/leftBehind"] }[String(value)] ?? ["/leftBehind", "/facts/tags"];
    if (operator !== "var" && operator !== "param") return namesIn(value);
    const name = value === "age" ? "birthDate" : value === "town.rumours" ? "heard" : String(value);
    return [`/facts/${name.replaceAll(".", "/")}`, `/${name.replaceAll(".", "/")}`, name].filter((pointer) => Object.hasOwn(domains, pointer));
  });
  return [...new Set(own)];
}

/** Whether a condition asks of a field just whether it lies in areas: then, and only then, a closer area says no less. */
function asksOnlyInside(logic: unknown, name: string, isArea = false): boolean {
  if (Array.isArray(logic)) return logic.every((part) => asksOnlyInside(part, name));
  if (!isEntry(logic)) return true;
  if (logic.var === name) return isArea;
  return Object.entries(logic).every(([operator, args]) => {
    const [first, second, third] = Array.isArray(args) ? (args as readonly unknown[]) : [args];
    if (operator === "inside") return asksOnlyInside(first, name, true) && asksOnlyInside(second, name);
    if (operator === "if") return asksOnlyInside(first, name) && asksOnlyInside(second, name, isArea) && asksOnlyInside(third, name, isArea);
    return asksOnlyInside(args, name);
  });
}

const subsetsOfSize = (items: readonly string[], size: number): string[][] =>
  size === 0 ? [[]] : items.flatMap((item, index) => subsetsOfSize(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));

const mostTrials = 20_000;

/** Tries every value: whether some values of the things named make a condition what is wanted; undefined where they are too many. */
function reaches(
  when: Logic,
  ask: (record: Entry, parameters: Entry) => Truth,
  record: Entry,
  names: readonly string[],
  wanted: Truth,
): boolean | undefined {
  const choices = names.map((name) => sayable(when, record, name).map((value) => [name, value] as const));
  if (choices.reduce((product, options) => product * options.length, 1) > mostTrials) return undefined;
  const search = (at: number, known: Entry, parameters: Entry): boolean => {
    if (at === choices.length) return ask(known, parameters) === wanted;
    return (choices[at] ?? []).some(([name, value]) => {
      if (!name.startsWith("/")) return search(at + 1, known, { ...parameters, [name]: value });
      const more = told(known, name, value);
      return more !== undefined && search(at + 1, more, parameters);
    });
  };
  return search(0, record, {});
}

const binary = (op: string, a: Logic, b: Logic): Logic => ({ [op]: [a, b] });
const variable = (...names: string[]): fc.Arbitrary<Logic> => fc.constantFrom(...names).map((name) => ({ var: name }));
const parameter = (...ids: string[]): fc.Arbitrary<Logic> => fc.constantFrom(...ids).map((param) => ({ param }));
const compare = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const both = (op: fc.Arbitrary<string>, a: fc.Arbitrary<Logic>, b: fc.Arbitrary<Logic>): fc.Arbitrary<Logic> =>
  fc.tuple(op, a, b).map(([name, one, other]) => binary(name, one, other));
const just = (logic: Logic): fc.Arbitrary<Logic> => fc.constant(logic);

const placed = variable("residence.area", "bornAt");
const place = fc.constantFrom<Logic>(...named);

const conditions = fc.letrec<{ truth: Logic; number: Logic; date: Logic; place: Logic }>((tie) => ({
  truth: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      variable("leftBehind", "emptyNest"),
      parameter("lenient"),
      both(fc.constant("=="), just({ var: "zone" }), fc.constantFrom<Logic>("hill", "plain")),
      both(fc.constant("!="), just({ var: "monitoring" }), fc.constantFrom<Logic>("nearPoverty", "unstableExit", null)),
      both(fc.constant("=="), just({ table: "byZone" }), fc.constantFrom<Logic>("near", "far", null)),
      both(fc.constant("in"), just({ var: "zone" }), fc.constantFrom<Logic>(["hill"], ["hill", "plain"])),
      both(fc.constant("in"), fc.constantFrom<Logic>("a", "hill", { var: "zone" }), variable("tags", "heard", "town.rumours")),
      both(fc.constant("in"), fc.constantFrom<Logic>("limb", "visual"), just({ var: "disability.kinds" })),
      both(compare, variable("ability.level", "disability.grade", "claim.amountFen"), parameter("two", "three", "narrow")),
      both(compare, just({ var: "age" }), parameter("sixty", "eighty")),
      both(compare, tie("date"), parameter("turn")),
      both(fc.constantFrom("<", "<=", ">", ">="), just({ var: "share" }), parameter("low", "high")),
    ),
    fc.oneof(
      both(fc.constant("inside"), tie("place"), place),
      both(fc.constant("inside"), tie("place"), place),
      both(fc.constant("inside"), place, placed),
      both(fc.constantFrom("==", "!="), placed, place),
      both(fc.constant("in"), placed, fc.constantFrom<Logic>(["500229", "14"], ["50"])),
      both(fc.constant("=="), just({ tierOf: { var: "residence.area" } }), fc.constantFrom<Logic>("province", "county", "village")),
      just(binary("inside", { var: "residence.area" }, { var: "bornAt" })),
    ),
    fc.array(tie("truth"), { minLength: 2, maxLength: 3 }).map((args) => ({ and: args }) as Logic),
    fc.array(tie("truth"), { minLength: 2, maxLength: 3 }).map((args) => ({ or: args }) as Logic),
    tie("truth").map((arg) => ({ "!": [arg] }) as Logic),
    fc.tuple(tie("truth"), tie("truth"), tie("truth")).map((args) => ({ if: args }) as Logic),
    both(fc.constantFrom("==", "!="), tie("truth"), tie("truth")),
    both(compare, tie("number"), tie("number")),
  ),
  number: fc.oneof(
    { depthSize: "xsmall", withCrossShrink: true },
    variable("ability.level", "disability.grade", "claim.amountFen"),
    parameter("two", "three", "narrow"),
    both(fc.constant("daysBetween"), tie("date"), fc.constantFrom<Logic>("2021-06-02", { param: "turn" })),
    fc.constantFrom<Logic>({ table: "byLevel" }, { table: "points" }),
    fc.tuple(tie("truth"), tie("number"), tie("number")).map((args) => ({ if: args }) as Logic),
    both(fc.constantFrom("+", "-", "min", "max"), tie("number"), tie("number")),
  ),
  date: fc.oneof(
    { depthSize: "xsmall", withCrossShrink: true },
    variable("claim.filedOn"),
    both(fc.constant("addDays"), tie("date"), parameter("two", "narrow")),
    fc.tuple(tie("truth"), tie("date"), parameter("turn")).map((args) => ({ if: args }) as Logic),
  ),
  place: fc.oneof(
    { depthSize: "xsmall", withCrossShrink: true },
    placed,
    fc.tuple(tie("truth"), placed, placed).map((args) => ({ if: args }) as Logic),
  ),
})).truth;

const one = (pointer: string) => fc.constantFrom(...(domains[pointer] ?? [])).filter((value) => value !== null);
const claims = fc.record(
  { filedOn: fc.constantFrom(...daysAround("2021-06-01", [-3, -2, -1, 0, 1, 2, 3])), amountFen: fc.integer({ min: 0, max: 4 }) },
  { requiredKeys: [] },
);

/** People of whom something is known. */
const people: fc.Arbitrary<Entry> = fc.record(
  {
    leftBehind: fc.boolean(),
    emptyNest: fc.boolean(),
    ability: fc.record({ level: one("/ability/level") }),
    monitoring: fc.constantFrom("unstableExit", "nearPoverty", null),
    residence: fc.record({ area: one("/residence/area") }),
    disability: fc.option(fc.record({ grade: one("/disability/grade"), kinds: one("/disability/kinds") })),
    birthDate: one("/birthDate"),
    facts: fc.record(
      {
        zone: one("/facts/zone"),
        tags: one("/facts/tags"),
        heard: one("/facts/heard"),
        bornAt: one("/facts/bornAt"),
        share: one("/facts/share"),
        claim: fc.option(claims.filter((claim) => Object.keys(claim).length > 0)),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const titleOf = (missing: { readonly fact: string } | { readonly parameter: string }): string =>
  "fact" in missing ? missing.fact : missing.parameter;

describe("what would settle a condition, against every value tried", () => {
  it("is never fewer facts than it takes, nor more, where it is said to be proven", () => {
    const counts = { undetermined: 0, proven: 0 };
    fc.assert(
      fc.property(conditions, people, (when, person) => {
        const contexts = contextsOf([packWith(when)], [], plugins);
        const set = new Jurisdictions(contexts, undefined).of(undefined).rulesOf("person", on);
        const rule = set.spoken[0]?.rule;
        const condition = rule?.parsed.condition;
        if (rule === undefined || condition === undefined) throw new Error("no condition");
        const scopeOf = (record: Entry) => new Scope("person", record, on, indexOf(undefined));
        fc.pre(rule.truth(scopeOf(person)) === UNKNOWN);
        counts.undetermined += 1;
        const truths = new Map<string, (scope: Scope) => Truth>();
        const ask = (record: Entry, parameters: Entry): Truth => {
          const key = JSON.stringify(parameters);
          const truth =
            truths.get(key) ?? compileTruth(condition, new Map([...rule.parameters, ...(Object.entries(parameters) as [string, Value][])]));
          truths.set(key, truth);
          return truth(scopeOf(record));
        };
        const names = namesIn(when);
        const scope = scopeOf(person);
        const byRecord = missingFor(condition, rule.truth, scope, rule.parameters, new WeakMap());
        const byRows = set.about(scope, (answers) => answers?.of(0).missing());
        if (byRecord.proven) counts.proven += 1;
        for (const { toGrant, toDeny, proven } of [byRecord, ...(byRows === undefined ? [] : [byRows])]) {
          if (!proven) continue;
          for (const [wanted, found] of [
            [TRUE, toGrant.map(titleOf)],
            [FALSE, toDeny.map(titleOf)],
          ] as const) {
            const sayings = [wanted, found] as const;
            if (found.length > 0) expect([...sayings, reaches(when, ask, person, found, wanted)]).not.toEqual([...sayings, false]);
            const smaller = found.length === 0 ? Math.min(names.length, 3) : Math.min(found.length - 1, 3);
            for (let size = 1; size <= smaller; size += 1)
              for (const fewer of subsetsOfSize(names, size))
                expect([...sayings, fewer, reaches(when, ask, person, fewer, wanted)]).not.toEqual([...sayings, fewer, true]);
          }
        }
      }),
    );
    // most are proven: a test of nothing but doubts would pass whatever was found
    expect(counts.proven).toBeGreaterThan(counts.undetermined / 2);
  });
});
