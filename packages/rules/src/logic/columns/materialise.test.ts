import type { Issue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { RecordPopulation } from "../../population/recordPopulation.js";
import { booleanType, type Node } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { indexOf, type Row, Scope } from "../scope.js";
import type { Grouping } from "./grouping.js";
import { materialise } from "./materialise.js";
import { bitAt } from "./planes.js";
import type { Population } from "./population.js";
import { lower } from "./program.js";
import { Reading, type Source } from "./reads.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const index = indexOf(undefined);
const pack = packOf(true);
const claims = { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title } } } as const;
const facts: Pack["facts"] = { ...pack.facts, claims };
const [context] = contextsOf([{ ...pack, facts }], []);
const parameters = context?.on(on).rules[0]?.parameters ?? new Map();

function parsed(logic: Logic): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, booleanType, "/when", context.meaning.of("person"), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

/** A population that remembers what it was asked. */
class Asked implements Population {
  readonly looked: number[] = [];
  readonly grouping: (readonly [string, readonly number[] | undefined])[] = [];
  private readonly own: RecordPopulation;
  /** The sources that cannot be grouped. */
  private readonly apart: readonly string[];

  constructor(people: readonly Row[], apart: readonly string[] = []) {
    this.own = new RecordPopulation(people.map((person) => new Scope("person", person, on, index)));
    this.apart = apart;
  }
  get size(): number {
    return this.own.size;
  }
  scopeOf(subject: number): Scope {
    this.looked.push(subject);
    return this.own.scopeOf(subject);
  }
  grouped(source: Source, thresholds: readonly number[] | undefined): Grouping | undefined {
    this.grouping.push([source.key, thresholds]);
    return this.apart.includes(source.key) ? undefined : this.own.grouped(source, thresholds);
  }
  slice(): Population {
    throw new Error("nobody slices here");
  }
}

/** What each atom of some conditions comes to for everybody, with what that took. */
function found(conditions: readonly Logic[], population: Asked) {
  const reading = new Reading("person");
  const { atoms } = lower(conditions.map(parsed), parameters, reading, { subject: "person", on, index });
  const { planes, oneByOne } = materialise(atoms, population, parameters, reading);
  const answers = planes.map(({ must, may }) =>
    Array.from({ length: population.size }, (_, subject) => (bitAt(must, subject) ? "yes" : bitAt(may, subject) ? "unknown" : "no")),
  );
  return { planes, answers, oneByOne: oneByOne.map(({ node }) => node.op) };
}

const levels = (...all: (number | undefined)[]): Row[] => all.map((level) => (level === undefined ? {} : { ability: { level } }));
const level = (op: string, id: string): Logic => ({ [op]: [{ var: "ability.level" }, { param: id }] });
const urgent: Logic = { some: [{ var: "claims" }, { var: "urgent" }] };

describe("an atom of one source", () => {
  it("is answered once a group, all atoms of the source together", () => {
    const population = new Asked(levels(0, 2, 3, 2, 0, undefined, 3, 4));
    const { answers, oneByOne } = found([level(">=", "three"), level("==", "two")], population);
    expect(answers).toEqual([
      ["no", "no", "yes", "no", "no", "unknown", "yes", "yes"],
      ["no", "yes", "no", "yes", "no", "unknown", "no", "no"],
    ]);
    expect(oneByOne).toEqual([]);
    // below two, two, at three, above, and unknown: one of each was asked
    expect(population.grouping).toEqual([["/ability/level", [2, 3, 4]]]);
    expect(population.looked.sort((a, b) => a - b)).toEqual([0, 1, 2, 5, 7]);
  });

  it("is grouped by stretches or by values, as it can be, each once", () => {
    const population = new Asked([{ support: "concentrated" }, {}]);
    const concentrated: Logic = { "==": [{ var: "support" }, "concentrated"] };
    found([concentrated, { "!": [concentrated] }, level(">", "two"), level("<", "two")], population);
    expect(population.grouping).toEqual([
      ["/support", undefined],
      ["/ability/level", [2, 3]],
    ]);
  });

  it("has two planes only where something is unknown of somebody", () => {
    const complete = found([level(">=", "three")], new Asked(levels(0, 3))).planes[0];
    expect(complete?.may).toBe(complete?.must);
    const partial = found([level(">=", "three")], new Asked(levels(0, undefined))).planes[0];
    expect(partial?.may).not.toBe(partial?.must);
  });

  it("is asked of everybody where the source cannot be grouped", () => {
    const population = new Asked(levels(0, 3, undefined, 3), ["/ability/level"]);
    const { answers, oneByOne } = found([level(">=", "three"), level("<", "two")], population);
    expect(answers).toEqual([
      ["no", "yes", "unknown", "yes"],
      ["yes", "no", "unknown", "no"],
    ]);
    expect(oneByOne).toEqual([">=", "<"]);
    // each once, for both
    expect(population.looked).toEqual([0, 1, 2, 3]);
  });
});

describe("an atom that reads nothing", () => {
  it("is answered once for everybody, and of nobody not at all", () => {
    const population = new Asked([{}, {}, {}]);
    const { answers } = found([{ ">": [{ param: "three" }, { param: "two" }] }], population);
    expect(answers).toEqual([["yes", "yes", "yes"]]);
    expect(population.looked).toEqual([0]);
    const none = new Asked([]);
    expect(found([{ ">": [{ param: "three" }, { param: "two" }] }, urgent], none).answers).toEqual([[], []]);
    expect(none.looked).toEqual([]);
  });
});

describe("an atom of several sources", () => {
  const sum: Logic = { ">=": [{ "+": [{ var: "ability.level" }, { var: "age" }] }, { param: "sixty" }] };
  const person = (birthDate: string, own: number): Row => ({ birthDate, ability: { level: own } });

  it("is answered once a combination while four people share each, and of everybody beyond", () => {
    const [young, old] = [person("1968-01-01", 2), person("1968-06-01", 3)];
    const twoOfEight = new Asked(Array.from({ length: 8 }, (_, place) => (place % 2 === 0 ? young : old)));
    expect(found([sum], twoOfEight)).toMatchObject({
      answers: [Array.from({ length: 8 }, () => "yes")],
      oneByOne: [],
    });
    const threeOfEight = new Asked([...Array.from({ length: 7 }, (_, place) => (place % 2 === 0 ? young : old)), person("1990-01-01", 0)]);
    const { answers, oneByOne } = found([sum], threeOfEight);
    expect(answers).toEqual([["yes", "yes", "yes", "yes", "yes", "yes", "yes", "no"]]);
    expect(oneByOne).toEqual([">="]);
  });
});

describe("an atom about the members of a list", () => {
  it("is asked of everybody, however many atoms there are beside it", () => {
    const people: Row[] = [{ facts: { claims: [{ urgent: true }] } }, { facts: { claims: [] } }, {}];
    const population = new Asked(people);
    const { answers, oneByOne } = found([level(">", "two"), urgent], population);
    expect(answers).toEqual([
      ["unknown", "unknown", "unknown"],
      ["yes", "no", "unknown"],
    ]);
    expect(oneByOne).toEqual(["some"]);
  });
});
