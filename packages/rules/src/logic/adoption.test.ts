import type { Area } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { adoptionOf } from "./adoption.js";
import { indexRegister, type Row, Scope } from "./scope.js";
import { FALSE, TRUE, UNKNOWN, type Value } from "./value.js";

const on = "2026-11-21";
const [county, township, village] = ["500229", "500229103", "500229103205"];

/** Areas of a register, each with the clauses that it adopts; undefined where it has not said. */
function areas(adopts: Readonly<Record<string, readonly string[] | undefined>>): Area[] {
  return Object.entries(adopts).map(([code, clauses]) => ({
    code,
    name: code,
    tier: "village",
    ...(clauses === undefined ? {} : { adopts: [...clauses] }),
  }));
}

const asked = (clauses: readonly string[], subject: Scope["subject"], record: Row, known: Area[], supposed?: ReadonlyMap<string, Value>) => {
  const scope = new Scope(subject, record, on, indexRegister({ areas: known }));
  scope.supposed = supposed;
  const { truth, unknown } = adoptionOf(clauses, scope);
  return [truth, unknown.map(({ pointer }) => pointer)];
};
const inVillage: Row = { residence: { area: village } };

describe("what only offers", () => {
  it("holds where an area on the way up adopts it, whatever the others say", () => {
    for (const code of ["", "50", "5002", county, township, village])
      expect(asked(["C"], "person", inVillage, areas({ [code as string]: ["B", "C"] }))).toEqual([TRUE, []]);
    expect(asked(["A", "C"], "person", inVillage, areas({ [county as string]: ["C"] }))).toEqual([TRUE, []]);
  });

  it("does not hold where an area elsewhere adopts it", () => {
    expect(asked(["C"], "person", inVillage, areas({ "500229104": ["C"] }))[0]).toBe(UNKNOWN);
  });

  it("does not hold where county, township and village have all said what they adopt", () => {
    const silent = areas({ [county as string]: [], [township as string]: ["A"], [village as string]: [] });
    expect(asked(["C"], "person", inVillage, silent)).toEqual([FALSE, []]);
  });

  it("is not known where one of them has not said: it is asked", () => {
    expect(asked(["C"], "person", inVillage, areas({ [county as string]: [], [township as string]: undefined, [village as string]: [] }))).toEqual([
      UNKNOWN,
      ["/township/adopts"],
    ]);
    expect(asked(["C"], "person", inVillage, [])).toEqual([UNKNOWN, ["/county/adopts", "/township/adopts", "/village/adopts"]]);
    expect(asked(["C"], "person", {}, areas({ [county as string]: [] }))).toEqual([
      UNKNOWN,
      ["/county/adopts", "/township/adopts", "/village/adopts"],
    ]);
    expect(asked(["C"], "person", { residence: { area: county } }, areas({ [county as string]: [] }))).toEqual([
      UNKNOWN,
      ["/township/adopts", "/village/adopts"],
    ]);
  });

  it("is asked of an area itself, and of none below it", () => {
    expect(asked(["C"], "township", { code: township, adopts: ["C"] }, [])).toEqual([TRUE, []]);
    expect(asked(["C"], "township", { code: township, adopts: [] }, areas({ [county as string]: [] }))).toEqual([FALSE, []]);
    expect(asked(["C"], "township", { code: township }, areas({ [county as string]: [] }))).toEqual([UNKNOWN, ["/township/adopts"]]);
    expect(asked(["C"], "area", { code: county }, [])).toEqual([UNKNOWN, ["/county/adopts"]]);
    expect(asked(["C"], "village", { code: village, adopts: [] }, [])).toEqual([UNKNOWN, ["/county/adopts", "/township/adopts"]]);
    expect(asked(["C"], "area", { adopts: ["C"] }, [])).toEqual([TRUE, []]);
    expect(asked(["C"], "area", {}, [])).toEqual([UNKNOWN, ["/county/adopts", "/township/adopts", "/village/adopts"]]);
  });

  it("takes the word of the record itself before that of the register", () => {
    expect(asked(["C"], "township", { code: township, adopts: [] }, areas({ [township as string]: ["C"], [county as string]: [] }))[0]).toBe(FALSE);
  });

  it("is not what a household or a facility says of itself", () => {
    expect(asked(["C"], "facility", { area: village, adopts: ["C"] }, [])[0]).toBe(UNKNOWN);
  });

  it("is settled by what is supposed of those who have not said", () => {
    const supposed = (...answers: readonly (readonly [string, boolean])[]) => new Map(answers.map(([tier, answer]) => [`/${tier}/adopts/C`, answer]));
    const truth = (...answers: readonly (readonly [string, boolean])[]) => asked(["C"], "person", inVillage, [], supposed(...answers))[0];
    expect(truth(["village", true])).toBe(TRUE);
    expect(truth(["county", false], ["township", false])).toBe(UNKNOWN);
    expect(truth(["county", false], ["township", false], ["village", false])).toBe(FALSE);
  });

  it("is asked for in words, for all clauses at once", () => {
    const { unknown } = adoptionOf(["A", "C"], new Scope("area", { code: county }, on, indexRegister(undefined)));
    expect(unknown).toEqual([
      {
        key: "/county/adopts/A+C",
        pointer: "/county/adopts",
        title: { zh: "县是否已决定实施该条", en: "whether the county has decided to apply the clause" },
        type: { kind: "boolean" },
        nullable: false,
      },
    ]);
    const all = adoptionOf(["C"], new Scope("person", {}, on, indexRegister(undefined))).unknown;
    expect(all.map(({ title }) => title?.zh)).toEqual(["县是否已决定实施该条", "乡镇是否已决定实施该条", "村是否已决定实施该条"]);
  });
});
