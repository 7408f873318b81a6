import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import type { Logic, Pack, Rule } from "../pack/pack.js";
import { analysePack } from "./analysePack.js";

const title = { zh: "题", en: "title" };

/** Numbers that follow one another the same way on every machine. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const thresholds = [60, 65, 70, 75, 80, 85, 90, 95, 100];
const facts: Logic[] = [
  { var: "leftBehind" },
  { var: "emptyNest" },
  { var: "childless" },
  { var: "uncaredFor" },
  { var: "specialFamilyPlanning" },
  { var: "dementia" },
  { in: ["destitute", { var: "assistance" }] },
  { in: ["lowIncome", { var: "assistance" }] },
  { "==": [{ var: "support" }, "dispersed"] },
  { "==": [{ var: "livingArrangement" }, "alone"] },
  { "==": [{ var: "registeredResidence.kind" }, "rural"] },
  { "!=": [{ var: "monitoring" }, null] },
];

/** A synthetic pack whose rules make six comparisons each and grant one of a few services and benefits. */
function largePack(rules: number, kinds: number): Pack {
  const draw = draws(rules);
  const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;
  const age = (): Logic => ({ [pick([">=", "<"])]: [{ var: "age" }, { param: `age${pick(thresholds)}` }] });
  const level = (): Logic => ({ [pick([">=", "<", "=="])]: [{ var: "ability.level" }, { param: `level${draw(5)}` }] });
  const rule = (index: number): Rule => ({
    id: `r${index}`,
    subject: "person",
    title,
    clauses: ["C"],
    when: { and: [{ var: "alive" }, age(), { or: [level(), pick(facts), pick(facts)] }, { or: [pick(facts), { "!": [pick(facts)] }] }] },
    then:
      index % 3 === 0
        ? { kind: "benefit", benefit: `b${draw(kinds)}`, amountFen: { param: pick(["fenA", "fenB"]) }, per: "month" }
        : { kind: "service", service: `s${draw(kinds)}` },
  });
  const number = (value: number, type: "integer" | "fen" = "integer") =>
    ({ type, title, clause: "C", values: [{ from: "2000-01-01", value }] }) as const;
  return {
    id: "large",
    version: "1.0.0",
    title,
    area: "500229",
    extends: [],
    inForce: { from: "2000-01-01" },
    sources: { s: { title: "s", issuer: "s", issued: "2000-01-01", checkedOn: "2026-01-01", verification: "verified" } },
    clauses: { C: { source: "s", section: "1", modality: "required", quote: "q" } },
    parameters: {
      ...Object.fromEntries(thresholds.map((value) => [`age${value}`, number(value)])),
      ...Object.fromEntries([0, 1, 2, 3, 4].map((value) => [`level${value}`, number(value)])),
      fenA: number(10000, "fen"),
      fenB: number(20000, "fen"),
    },
    facts: {
      age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } },
      alive: {
        subject: "person",
        type: "boolean",
        title,
        is: { or: [{ "==": [{ var: "died" }, null] }, { ">": [{ var: "died" }, { dateAsked: [] }] }] },
      },
    },
    rules: Array.from({ length: rules }, (_, index) => rule(index)),
  };
}

describe("a pack of two hundred rules", () => {
  it("is analysed exactly and within three seconds of computing, twice with the same findings", () => {
    const pack = largePack(200, 20);
    const began = process.cpuUsage();
    const analysis = analysePack(pack, { on: "2026-11-21" });
    const { user } = process.cpuUsage(began);
    expect(analysis.exact).toBe(true);
    expect(analysis.findings.length).toBeGreaterThan(100);
    expect(user / 1000).toBeLessThan(3000);
    expect(JSON.stringify(analysePack(pack, { on: "2026-11-21" }))).toBe(JSON.stringify(analysis));
  });

  it("has a witness for each overlap to whom the engine grants both", () => {
    const pack = largePack(200, 20);
    const overlaps = analysePack(pack, { on: "2026-11-21" }).findings.filter(({ code }) => code === "RULES_OVERLAP" || code === "AMOUNTS_CONTRADICT");
    const engine = createEngine({ packs: [pack] });
    expect(overlaps.length).toBeGreaterThan(50);
    for (const { witness, rules } of overlaps) {
      const decisions = witness === undefined ? [] : engine.assess(witness.subject, { on: "2026-11-21", register: witness.register, rules });
      expect(decisions.map(({ status }) => status)).toEqual(["granted", "granted"]);
    }
  });
});
