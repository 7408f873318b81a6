import type { FieldType, Issue, Register } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completePeople, conditions, packOf, partialPeople } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Fact, Logic, Pack } from "../../pack/pack.js";
import type { SubjectColumns } from "../../population/column.js";
import { columnPopulation } from "../../population/columnPopulation.js";
import { fieldsRead } from "../../population/fieldsRead.js";
import { RecordPopulation } from "../../population/recordPopulation.js";
import { compileTruth } from "../closures.js";
import { booleanType, integerType, type Node, numberType } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { indexRegister, type Row, Scope } from "../scope.js";
import { combinations } from "./combinations.js";
import type { Grouping } from "./grouping.js";
import type { Population } from "./population.js";
import { Reading } from "./reads.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const pack = packOf(true);
const zone: Fact = { subject: "person", type: "enum", values: ["hill", "plain", "valley"], title };
const facts: Pack["facts"] = {
  ...pack.facts,
  zone,
  claims: { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title } } },
  inspected: { subject: "facility", type: "boolean", title },
  homes: { subject: "area", type: "integer", title, count: { of: "facilities", where: { var: "inspected" } } },
};
const [context] = contextsOf([{ ...pack, facts }], []);
const parameters = context?.on(on).rules[0]?.parameters ?? new Map();

/** An expression about a person, as a pack means it. */
function parsed(logic: Logic, type: FieldType = booleanType): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, type, "/when", context.meaning.of("person"), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

// a home that was inspected, one of which that is not known, in the next county two of which it is not, and none in the third
const register = {
  areas: ["500229", "500230", "500231"].map((code) => ({ code, name: code, tier: "county" })),
  facilities: [
    { id: "f-1", kind: "townshipHome", area: "500229103", facts: { inspected: true } },
    { id: "f-2", kind: "townshipHome", area: "500229104" },
    { id: "f-3", kind: "townshipHome", area: "500230101" },
    { id: "f-4", kind: "townshipHome", area: "500230102" },
  ],
} as unknown as Partial<Register>;
const index = indexRegister(register);

const ofRecords = (people: readonly Row[]) => new RecordPopulation(people.map((person) => new Scope("person", person, on, index)));

const groupsFor = (nodes: readonly Node[], population: Population, most: number): Grouping | undefined =>
  combinations(nodes, population, parameters, new Reading("person"), most);

/** The numbers of those who share a group, group by group; undefined where they cannot be grouped. */
function together(nodes: readonly Node[], population: Population, most = 100): readonly (readonly number[])[] | undefined {
  const found = groupsFor(nodes, population, most);
  if (found === undefined) return undefined;
  const groups = found.firsts.map((_, group) => Array.from(found.groupOf.keys()).filter((subject) => found.groupOf[subject] === group));
  expect(found.firsts).toEqual(groups.map(([first = -1]) => first));
  expect([found.groupOf.length, groups.flat().length]).toEqual([population.size, population.size]);
  return groups;
}

const age: Logic = { var: "age" };
const level: Logic = { var: "ability.level" };
const born = (...dates: (string | undefined)[]): Row[] => dates.map((birthDate) => (birthDate === undefined ? {} : { birthDate }));

describe("those for whom an expression of one source comes out the same", () => {
  it("are grouped by what it comes to: by age in years, not by date of birth", () => {
    const people = ofRecords(born("1946-01-01", "1945-01-01", "1946-11-21", "1945-11-21", "1946-11-22"));
    expect(together([parsed(age, integerType)], people)).toEqual([[0, 2], [1, 3], [4]]);
  });

  it("are grouped by whether a limit is reached where that is all that is asked", () => {
    const people = ofRecords(born("1930-01-01", undefined, "1940-01-01", "1950-01-01", undefined, "1960-01-01"));
    expect(together([parsed({ ">=": [age, { param: "eighty" }] })], people)).toEqual([
      [0, 2],
      [1, 4],
      [3, 5],
    ]);
  });

  it("are those who say the same where a field is all that is asked", () => {
    const people = ofRecords([{ facts: { zone: "hill" } }, {}, { facts: { zone: "plain" } }, { facts: { zone: "hill" } }]);
    expect(together([parsed({ var: "zone" }, { kind: "enum", values: ["hill", "plain", "valley"] })], people)).toEqual([[0, 3], [1], [2]]);
  });
});

describe("those for whom expressions of several sources come out the same", () => {
  it("share what each source comes to in the expression", () => {
    const people = ofRecords([
      { birthDate: "1946-01-01", ability: { level: 2 } },
      { birthDate: "1945-01-01", ability: { level: 2 } },
      { birthDate: "1946-11-21", ability: { level: 2 } },
      { birthDate: "1945-11-21", ability: { level: 3 } },
      { birthDate: "1945-06-01", ability: { level: 3 } },
      { birthDate: "1945-06-01", ability: {} },
    ]);
    // what neither differs in, a parameter, parts nobody
    const sum = parsed({ "+": [{ param: "two" }, age, level] }, integerType);
    const groups = [[0, 2], [1], [3, 4], [5]];
    expect(together([sum], people)).toEqual(groups);
    expect(together([parsed(age, integerType), parsed(level, integerType)], people)).toEqual(groups);
  });

  it("share them however deep the sources lie", () => {
    const people = ofRecords([
      { birthDate: "1930-01-01", ability: { level: 2 }, emptyNest: true },
      { birthDate: "1931-01-01", ability: { level: 0 }, emptyNest: true },
      { birthDate: "1960-01-01", ability: { level: 2 }, emptyNest: false },
      { birthDate: "1961-01-01", ability: { level: 1 }, emptyNest: false },
    ]);
    const [old, able]: Logic[] = [{ ">=": [age, { param: "eighty" }] }, { "<": [level, { param: "two" }] }];
    expect(together([parsed({ and: [{ or: [old ?? true, able ?? true] }, { var: "emptyNest" }] })], people)).toEqual([[0], [1], [2], [3]]);
    expect(together([parsed({ and: [{ or: [old ?? true, { var: "emptyNest" }] }, { var: "emptyNest" }] })], people)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("answer every condition alike", () => {
    fc.assert(
      fc.property(conditions, fc.array(fc.oneof(completePeople, partialPeople), { maxLength: 15 }), (when, people) => {
        const node = parsed(when);
        const population = ofRecords(people);
        const truth = compileTruth(node, parameters);
        for (const group of together([node], population) ?? []) {
          const answers = group.map((subject) => truth(population.scopeOf(subject)));
          expect(new Set(answers).size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("what nothing is read for", () => {
  const constant = parsed({ ">": [{ param: "three" }, { param: "two" }] });

  it("is the same for everybody", () => {
    expect(together([constant], ofRecords([{}, { emptyNest: true }]))).toEqual([[0, 1]]);
    expect(together([], ofRecords([{}, {}]))).toEqual([[0, 1]]);
  });

  it("has a group even of nobody", () => {
    expect(together([constant], ofRecords([]))).toEqual([[]]);
  });
});

describe("what is given as columns", () => {
  const columns = (nodes: readonly Node[], of: SubjectColumns): Population =>
    columnPopulation(of, 3, fieldsRead(nodes, "person"), { subject: "person", on, index });
  // nobody lives on the hill
  const zones: SubjectColumns = { "/facts/zone": { kind: "codes", codes: Uint8Array.of(2, 1, 2), values: ["hill", "plain", "valley"] } };

  it("keeps the group of a value that nobody has where the field is all that is asked", () => {
    const node = parsed({ var: "zone" }, { kind: "enum", values: ["hill", "plain", "valley"] });
    expect(together([node], columns([node], zones))).toEqual([[], [1], [0, 2]]);
  });

  it("leaves out what nobody says where groups are put together", () => {
    const high = parsed({ in: [{ var: "zone" }, ["hill"]] });
    expect(together([high], columns([high], zones))).toEqual([[0, 1, 2]]);
    const low = parsed({ in: [{ var: "zone" }, ["valley"]] });
    expect(together([low], columns([low], zones))).toEqual([[1], [0, 2]]);
  });
});

describe("what is counted", () => {
  const living = (...areas: string[]) => ofRecords(areas.map((area) => ({ residence: { area }, ability: { level: 2 } })));

  it("parts counties of which the number is not known: it may be known of one that it is not below a limit", () => {
    // one or two, none to two, and nobody knows the difference from the number alone
    const homes = parsed({ var: "county.homes" }, integerType);
    const people = living("500229103", "500230101", "500229103");
    expect(together([homes], people)).toEqual([[0, 2], [1]]);
    const limit = parsed({ ">=": [{ "+": [{ var: "county.homes" }, level] }, { param: "three" }] });
    expect(together([limit], people)).toEqual([[0, 2], [1]]);
    const truth = compileTruth(limit, parameters);
    expect(truth(people.scopeOf(0))).not.toBe(truth(people.scopeOf(1)));
  });

  it("does not part them where a limit is held against it at once", () => {
    const most = parsed({ "<=": [{ var: "county.homes" }, { param: "two" }] });
    expect(together([most], living("500229103", "500230101", "500231101"))).toEqual([[0, 1, 2]]);
  });
});

describe("those who cannot be grouped", () => {
  const people = ofRecords(born("1930-01-01", "1940-01-01", "1950-01-01"));
  const urgent = parsed({ some: [{ var: "claims" }, { var: "urgent" }] });
  const old = parsed(age, integerType);

  it("are asked about the members of a list, of which each is a record of its own", () => {
    for (const nodes of [[urgent], [urgent, old], [old, urgent]]) expect(together(nodes, people)).toBeUndefined();
    expect(together([parsed({ and: [{ var: "emptyNest" }, { some: [{ var: "claims" }, { var: "urgent" }] }] })], people)).toBeUndefined();
  });

  it.each([
    ["is asked for as it is", "/ability/level"],
    ["is counted with", "/birthDate"],
  ])("come from a population that cannot tell a source apart that %s, whatever else it can", (_, hidden) => {
    const halfBlind: Population = {
      size: people.size,
      scopeOf: (subject) => people.scopeOf(subject),
      grouped: (source, thresholds) => (source.key === hidden ? undefined : people.grouped(source, thresholds)),
      slice: (from, to) => people.slice(from, to),
    };
    const asked = hidden === "/birthDate" ? old : parsed(level, integerType);
    const nest = parsed({ var: "emptyNest" });
    for (const nodes of [[asked], [asked, nest], [nest, asked], [parsed({ "+": [age, level] }, numberType)]])
      expect(together(nodes, halfBlind)).toBeUndefined();
    expect(together([nest], halfBlind)).toEqual([[0, 1, 2]]);
  });

  it("come to more combinations than are worth it", () => {
    expect(together([old], people, 3)).toEqual([[0], [1], [2]]);
    expect(together([old], people, 2)).toBeUndefined();
    expect(together([old, parsed(level, integerType)], people, 3)).toEqual([[0], [1], [2]]);
    expect(together([old, parsed(level, integerType)], people, 2)).toBeUndefined();
  });
});
