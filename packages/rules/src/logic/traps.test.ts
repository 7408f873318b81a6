import type { Decision, OlderPerson } from "@eldercare/core";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { describe, expect, it, vi } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import { lintPack } from "../pack/lintPack.js";
import type { Logic, Pack } from "../pack/pack.js";

// Where JSON-Logic betrays policy authors (json-logic-js 2.0.5), and what the strict dialect does instead: each test shows both.

const on = "2026-11-21";

const packWith = (when: unknown): Pack => {
  const pack = packOf(when as Logic);
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      poor: { type: "fen", title: pack.title, clause: "C", values: [{ from: "2000-01-01", value: 60000 }] },
      fifteen: { type: "integer", title: pack.title, clause: "C", values: [{ from: "2000-01-01", value: 15 }] },
    },
    facts: { ...pack.facts, incomeFen: { subject: "person", type: "fen", title: pack.title } },
  };
};

const theirs = (logic: unknown, data: unknown): unknown => jsonLogic.apply(logic as RulesLogic, data);

const ours = (when: unknown, person: unknown): Decision | undefined =>
  createEngine({ packs: [packWith(when)] }).assess({ person: person as Partial<OlderPerson> }, { on })[0];

/** The errors for which a condition is refused when it is loaded, with their pointers. */
const refused = (when: unknown): string[] =>
  lintPack(packWith(when)).flatMap(({ severity, code, pointer }) => (severity === "error" ? [`${code} ${pointer}`] : []));

const factsOf = (decision: Decision | undefined): readonly unknown[] =>
  (decision?.missing?.toGrant ?? []).map((missing) => ("fact" in missing ? missing.fact : missing.parameter));

describe("a trap of JSON-Logic", () => {
  it("missing income `<= 60000`: eligible there, undetermined here, and the fact is named", () => {
    expect(theirs({ "<=": [{ var: "incomeFen" }, 60000] }, {})).toBe(true);
    const decision = ours({ "<=": [{ var: "incomeFen" }, { param: "poor" }] }, {});
    expect([decision?.status, factsOf(decision)]).toEqual(["undetermined", ["/facts/incomeFen"]]);
  });

  it("missing age `< 15`: eligible there, undetermined here, and the date of birth is asked for", () => {
    expect(theirs({ "<": [{ var: "age" }, 15] }, {})).toBe(true);
    const decision = ours({ "<": [{ var: "age" }, { param: "fifteen" }] }, {});
    expect([decision?.status, factsOf(decision)]).toEqual(["undetermined", ["/birthDate"]]);
  });

  it("a second key beside the operator makes everyone eligible there; here it is refused at load, with the pointer", () => {
    const noted = { "==": [{ var: "support" }, "dispersed"], note: "供养方式" };
    expect(theirs({ if: [noted, "eligible", "not eligible"] }, { support: "concentrated" })).toBe("eligible");
    expect(refused({ and: [{ var: "leftBehind" }, noted] })).toEqual(["LOGIC_SHAPE /rules/0/when/and/1"]);
  });

  it("an unknown or misspelt operator in a branch not reached is silent there; here it is refused at load, with a suggestion", () => {
    const misspelt = { if: [{ var: "leftBehind" }, { var: "emptyNest" }, { nott: [{ var: "emptyNest" }] }] };
    expect(theirs(misspelt, { leftBehind: true, emptyNest: true })).toBe(true);
    expect(refused(misspelt)).toEqual(["OPERATOR_NOT_FOUND /rules/0/when/if/2/nott"]);
    const near = lintPack(packWith({ agOn: [{ var: "birthDate" }] }))[0];
    expect(near?.message.en).toMatch(/did you mean "ageOn"/);
  });

  it('`"9" >= "60"` and `"8o" >= 80` are compared by coercion there; here they are type errors at load or at input', () => {
    expect(theirs({ ">=": ["9", "60"] }, {})).toBe(true);
    expect(theirs({ ">=": ["8o", 80] }, {})).toBe(false);
    expect(refused({ ">=": [{ var: "support" }, { param: "sixty" }] })).toEqual(["TYPE_MISMATCH /rules/0/when/>=/1"]);
    expect(() => ours({ ">=": [{ var: "ability.level" }, { param: "three" }] }, { ability: { level: "4" } })).toThrow(/NOT_A_NUMBER|WRONG_TYPE/);
    expect(() => ours({ "<=": [{ var: "incomeFen" }, { param: "poor" }] }, { facts: { incomeFen: "8o" } })).toThrow(/FACT_VALUE/);
  });

  it("`in` finds parts of texts there; here it looks in lists only", () => {
    expect(theirs({ in: ["disp", { var: "support" }] }, { support: "dispersed" })).toBe(true);
    expect(refused({ in: ["disp", { var: "support" }] })).toEqual(["TYPE_MISMATCH /rules/0/when/in/1"]);
  });

  it("inherited members are read as facts there, truthy; here only declared paths exist, and only own members are read", () => {
    for (const inherited of ["constructor", "valueOf", "__proto__"]) {
      expect(theirs({ "!!": [{ var: inherited }] }, {})).toBe(true);
      expect(refused({ var: inherited })).toEqual(["FIELD_NOT_FOUND /rules/0/when/var"]);
    }
    const inheriting = Object.create({ leftBehind: true }) as Record<string, unknown>;
    expect(ours({ var: "leftBehind" }, inheriting)?.status).toBe("undetermined");
  });

  it("a third argument of `>` or `==` is ignored there; here it is an arity error", () => {
    expect(theirs({ ">": [3, 2, 5] }, {})).toBe(true);
    expect(refused({ ">": [{ var: "age" }, { param: "sixty" }, { param: "eighty" }] })).toEqual(["OPERATOR_ARITY /rules/0/when/>"]);
    expect(refused({ "==": [{ var: "support" }, "dispersed", true] })).toEqual(["OPERATOR_ARITY /rules/0/when/=="]);
  });

  it("the operator registry is global there: one plug-in changes all; here nothing outside changes an engine", () => {
    const condition = { ">=": [{ var: "age" }, { param: "sixty" }] };
    const young = { birthDate: "1990-01-01" };
    const engine = createEngine({ packs: [packWith(condition)] });
    jsonLogic.add_operation(">=", () => true);
    expect(theirs({ ">=": [1, 60] }, {})).toBe(true);
    expect(engine.assess({ person: young }, { on })[0]?.status).toBe("denied");
    expect(ours(condition, young)?.status).toBe("denied");
    jsonLogic.add_operation(">=", (a: number, b: number) => a >= b);
  });

  it("depth overflows the stack there; here depth, size and cost are bounded, and reported at load", () => {
    let deep: unknown = { var: "leftBehind" };
    for (let level = 0; level < 20_000; level += 1) deep = { "!": [deep] };
    expect(() => theirs(deep, { leftBehind: true })).toThrow(RangeError);
    expect(refused(deep).map((found) => found.split(" ")[0])).toEqual(["PACK_TOO_LARGE"]);
    const wide = { or: Array.from({ length: 3000 }, () => ({ var: "leftBehind" })) };
    expect(refused(wide).map((found) => found.split(" ")[0])).toEqual(["LOGIC_TOO_LARGE"]);
  });

  it("definitions that double, and nested map and reduce, take minutes there; here their cost is counted at load, and there is no map", () => {
    const pack = packWith({ var: "f19" });
    const facts = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => {
        const before: Logic = index === 0 ? { var: "leftBehind" } : { var: `f${index - 1}` };
        return [`f${index}`, { subject: "person", type: "boolean", title: pack.title, is: { or: [before, before] } }] as const;
      }),
    );
    const started = performance.now();
    const codes = lintPack({ ...pack, facts: { ...pack.facts, ...facts } }).map(({ code }) => code);
    expect(codes).toContain("LOGIC_TOO_LARGE");
    expect(performance.now() - started).toBeLessThan(1000);
    for (const operator of ["map", "reduce", "filter", "cat", "merge"])
      expect(refused({ [operator]: [{ var: "assistance" }, true] })).toEqual([`OPERATOR_NOT_FOUND /rules/0/when/${operator}`]);
  });

  it("`log` writes personal data to the console there; here there is no such operator", () => {
    const spy = vi.spyOn(console, "log").mockImplementation(() => undefined);
    theirs({ log: { var: "birthDate" } }, { birthDate: "1940-01-01" });
    expect(spy).toHaveBeenCalledWith("1940-01-01");
    spy.mockClear();
    expect(refused({ log: [{ var: "leftBehind" }] })).toEqual(["OPERATOR_NOT_FOUND /rules/0/when/log"]);
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });

  it("records that shadow the methods of objects break schema checks there; here they are a coded finding", () => {
    const shadowing = { valueOf: 1, toString: 2, hasOwnProperty: 3 };
    for (const place of [
      { ...packWith(true), rules: [shadowing] },
      { ...packWith(true), tables: { t: shadowing } },
      { ...packWith(true), linkages: [{ benefits: [shadowing, shadowing], rule: shadowing, clauses: [] }] },
      packWith(shadowing),
    ])
      expect(lintPack(place).some(({ severity }) => severity === "error")).toBe(true);
    expect(ours({ var: "leftBehind" }, { leftBehind: true, facts: shadowing })?.status).toBe("granted");
  });
});
