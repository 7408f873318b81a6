import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import { linkagesOf } from "./linkages.js";
import { lintPack } from "./lintPack.js";
import type { Linkage, Pack } from "./pack.js";
import { staleSources } from "./staleSources.js";

const base = packOf(true);
const [rule] = base.rules;

const packWith = (linkages: readonly Linkage[], change: Partial<Pack> = {}): Pack => ({
  ...base,
  rules: ["care", "nursing", "age"].map((benefit) => ({
    ...(rule as NonNullable<typeof rule>),
    id: benefit,
    then: { kind: "benefit", benefit, amountFen: { param: "two" }, per: "month" },
  })),
  linkages,
  ...change,
});

const linkage = (benefits: readonly string[], more: Partial<Linkage> = {}): Linkage => ({ benefits, rule: "higher", clauses: ["C"], ...more });
const errorsOf = (pack: Pack, parents: readonly Pack[] = []): string[] =>
  lintPack(pack, parents).flatMap(({ severity, code, pointer }) => (severity === "error" ? [`${code} ${pointer}`] : []));

describe("how benefits meet", () => {
  it("is stated by the packs in force on a date, parents first", () => {
    const parent = packWith([linkage(["care", "nursing"])], { id: "parent" });
    const child = {
      ...packWith([linkage(["care", "age"], { id: "mine", rule: "offset" })], { id: "child" }),
      inForce: { from: "2026-01-01", to: "2026-12-31" },
    };
    const on = (date: string) => linkagesOf([parent, child], date).map(({ pack, rule: kind }) => `${pack} ${kind}`);
    expect(on("2026-12-31")).toEqual(["parent higher", "child offset"]);
    expect(on("2027-01-01")).toEqual(["parent higher"]);
  });

  it.each([
    ["a benefit that no rule grants", [linkage(["care", "nursng"])], ["BENEFIT_NOT_FOUND /linkages/0/benefits/1"]],
    [
      "two ways for one pair",
      [linkage(["care", "nursing", "age"]), linkage(["age", "care"], { rule: "exclusive" })],
      ["LINKAGES_CONTRADICT /linkages/1"],
    ],
    [
      "another benefit paid of one pair",
      [linkage(["care", "age"], { pays: "care" }), linkage(["age", "care"], { pays: "age" })],
      ["LINKAGES_CONTRADICT /linkages/1"],
    ],
    ["a benefit paid that is not linked", [linkage(["care", "age"], { pays: "nursing" })], ["LINKAGE_PAYS /linkages/0/pays"]],
    ["a clause that there is not", [linkage(["care", "age"], { clauses: ["D"] })], ["CLAUSE_NOT_FOUND /linkages/0/clauses/0"]],
    ["one benefit twice", [linkage(["care", "care"])], ["PACK_SHAPE /linkages/0/benefits"]],
  ])("is refused with %s", (_, linkages, errors) => {
    expect(errorsOf(packWith(linkages))).toEqual(errors);
    expect(() => createEngine({ packs: [packWith(linkages)] })).toThrow(errors[0]?.split(" ")[0]);
  });

  it("says which benefit may have been meant, and where benefits are named", () => {
    const [issue] = lintPack(packWith([linkage(["care", "nursng"])]), []);
    expect(issue?.message.zh).toContain("是否应为“nursing”");
    expect(issue?.advice.zh).toBe("补贴在给予它的规则中命名（then.kind 为 benefit 的 then.benefit）；现有：care, nursing, age");
  });

  it("may be said again as a parent says it, and not otherwise", () => {
    const parent: Pack = packWith([linkage(["care", "age"])], { id: "parent" });
    const child = (own: Linkage): Pack => ({
      ...base,
      id: "child",
      extends: ["parent"],
      parameters: {},
      facts: {},
      rules: [],
      clauses: { D: { ...base.clauses.C, source: "s" } as never },
      linkages: [{ ...own, clauses: ["D"] }],
    });
    expect(errorsOf(child(linkage(["age", "care"])), [parent])).toEqual([]);
    expect(errorsOf(child(linkage(["age", "care"], { rule: "topUp" })), [parent])).toEqual(["LINKAGES_CONTRADICT /linkages/0"]);
  });
});

describe("a source", () => {
  it("is stale from the day after its check has lasted so many months", () => {
    const pack: Pack = {
      ...base,
      sources: { s: { title: "s", issuer: "s", issued: "2020-01-01", checkedOn: "2025-08-31", verification: "verified" } },
    };
    const found = (on: string) =>
      staleSources([pack], on, 6).map(({ source, clauses, warning }) => [source, clauses, warning.code, warning.pointer, warning.at]);
    // February has no 31st: its last day ends the sixth month
    expect(found("2026-02-28")).toEqual([]);
    expect(found("2026-03-01")).toEqual([["s", ["C"], "SOURCE_STALE", "/sources/s/checkedOn", { file: "random" }]]);
  });
});
