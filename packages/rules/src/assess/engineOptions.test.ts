import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { by, county, nation, number, packOf, province } from "../../test/jurisdictions.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { Pack } from "../pack/pack.js";
import { createEngine, type Policy } from "./engine.js";

const on = "2026-11-21";

/** What an engine is refused for. */
function refused(policy: Partial<Policy>): string[] {
  try {
    createEngine({ packs: [nation()], ...policy });
  } catch (error) {
    if (error instanceof EldercareError)
      return error.issues.map(({ code, pointer, seen, message }) => `${code} ${pointer} ${seen?.replaceAll('"', "")} ${message.en}`);
    throw error;
  }
  return [];
}

describe("the months that a check of a source is good for", () => {
  it("are a whole number from none to a hundred years", () => {
    for (const months of [0, 1, 1200]) expect(refused({ sourcesCheckedWithinMonths: months })).toEqual([]);
    expect(refused({ sourcesCheckedWithinMonths: -1 })).toEqual([expect.stringMatching(/^OUT_OF_RANGE \/sourcesCheckedWithinMonths -1 .*0–1200/)]);
    expect(refused({ sourcesCheckedWithinMonths: 1201 })).toEqual([
      expect.stringMatching(/^OUT_OF_RANGE \/sourcesCheckedWithinMonths 1201 .*0–1200/),
    ]);
    for (const months of [0.5, "6" as unknown as number])
      expect(refused({ sourcesCheckedWithinMonths: months })).toEqual([
        expect.stringMatching(new RegExp(`^NOT_A_WHOLE_NUMBER /sourcesCheckedWithinMonths ${months} `)),
      ]);
    expect(refused({ sourcesCheckedWithinMonths: Number.NaN }).length).toBe(1);
  });

  it("decide what a decision warns of, to the day", () => {
    // the source was checked on 2026-01-01
    const warnings = (date: string, months: number) =>
      createEngine({ packs: [nation()], sourcesCheckedWithinMonths: months })
        .assess({ person: { birthDate: "1930-01-01" } }, { on: date, rules: ["nation/allowance"] })[0]
        ?.warnings.map(({ code }) => code);
    expect([warnings("2026-07-01", 6), warnings("2026-07-02", 6), warnings("2026-01-01", 0), warnings("2026-01-02", 0)]).toEqual([
      [],
      ["SOURCE_STALE"],
      [],
      ["SOURCE_STALE"],
    ]);
  });
});

describe("plug-ins", () => {
  it("that are not defined are refused, all of them, by what they are called", () => {
    const plugins = [{ id: "own" }, null, { id: "other", library: "none" }] as unknown as NonNullable<Policy["plugins"]>;
    expect(refused({ plugins }).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "PLUGIN_NOT_DEFINED /plugins/0 own",
      "PLUGIN_NOT_DEFINED /plugins/1 null",
      "PLUGIN_NOT_DEFINED /plugins/2 other",
    ]);
  });
});

describe("an engine of packs that override one another", () => {
  const more = number(20_000, { type: "fen", clause: "P" });
  const raised = by(
    "raise",
    { rule: "nation/allowance" },
    { then: { kind: "benefit", benefit: "oldAge", amountFen: { param: "more" }, per: "month" } },
  );
  const link = (pack: string) => ({ id: pack, benefits: ["oldAge", "open"], rule: "higher", clauses: [pack.charAt(0).toUpperCase()] }) as const;
  const packs: readonly Pack[] = [
    province([raised, by("widen", { parameter: "oldAge" }, { value: 70 })], { parameters: { more }, linkages: [link("province")] }),
    { ...nation(), linkages: [link("nation")] },
    county([], { linkages: [link("county")] }),
  ];
  const engine = createEngine({ packs, prove: proveOverrides });

  it("tells each rule as its own pack states it, whatever the order of the packs", () => {
    for (const order of [packs, [...packs].reverse()]) {
      const rules = createEngine({ packs: order, prove: proveOverrides }).rules(on);
      expect(rules.filter(({ key }) => key === "nation/allowance")).toEqual([expect.objectContaining({ clauses: ["N"] })]);
      expect(rules.every(({ overrides }) => overrides === undefined)).toBe(true);
      expect(rules.length).toBe(4);
    }
  });

  it("tells a parameter as the nearest pack makes it, however near those stand that say nothing of it", () => {
    const told = (area?: string) => {
      const { value, clause, overriddenBy, parameter } = engine.parameter("oldAge", on, area) ?? {};
      return [value, clause, overriddenBy, parameter?.clause];
    };
    expect([told("500229"), told("50"), told("37"), told()]).toEqual([
      [70, "P", "province", "N"],
      [70, "P", "province", "N"],
      [80, "N", undefined, "N"],
      [70, "P", "province", "N"],
    ]);
    const aside = createEngine({ packs: [...packs.slice(0, 2), packOf("aside", "500229", ["nation"])], prove: proveOverrides });
    expect(aside.parameter("oldAge", on, "500229")).toMatchObject({ value: 70, overriddenBy: "province" });
  });

  it("lists the linkages of an area, parents first, each pack's once", () => {
    const linkages = (area?: string) => engine.linkages(on, area).map(({ pack }) => pack);
    expect([linkages("500229103205"), linkages("50"), linkages("37"), linkages()]).toEqual([
      ["nation", "province", "county"],
      ["nation", "province", "county"],
      ["nation"],
      ["nation", "province", "county"],
    ]);
    expect(engine.linkages("2019-12-31")).toEqual([]);
  });

  it("finds a clause in whichever pack has it, the same each time", () => {
    expect(["N", "P", "C"].map((id) => engine.clause(id)?.pack)).toEqual(["nation", "province", "county"]);
    expect(engine.clause("P")).toBe(engine.clause("P"));
    expect(engine.clause("Q")).toBeUndefined();
  });
});
