import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInside, type Tier, tierDigits } from "./areaCode.js";
import { ancestorsOf, buildAreaTree, namingOf, type TreeArea, walkAreas } from "./areaTree.js";
import { tierTitle } from "./tierTitle.js";

const tierOf = (code: string): Tier => {
  const tier = (Object.keys(tierDigits) as Tier[]).find((name) => tierDigits[name] === code.length);
  if (tier === undefined) throw new Error(`no tier has codes like ${code}`);
  return tier;
};
const area = (code: string): TreeArea => ({ code, name: `synthetic ${code}`, tier: tierOf(code) });
const found = (...codes: string[]): string[] => buildAreaTree(codes.map(area)).issues.map(({ code, pointer }) => `${code} ${pointer}`);

// few digits, so that many of them lie in each other
const codes = fc
  .array(
    fc.tuple(fc.constantFrom(...Object.values(tierDigits)), fc.stringMatching(/^[12]{12}$/)).map(([digits, text]) => text.slice(0, digits)),
    { maxLength: 40 },
  )
  .map((all) => [...new Set(all)]);

describe("a tree of areas", () => {
  it("hangs villages from townships, and townships from the county", () => {
    const { tree, issues } = buildAreaTree(["500229103205", "500229103", "500229", "500229104"].map(area));
    expect(issues).toEqual([]);
    expect(tree.roots).toEqual(["500229"]);
    expect(tree.nodes.get("500229")?.children).toEqual(["500229103", "500229104"]);
    expect(ancestorsOf(tree, "500229103205").map(({ code }) => code)).toEqual(["500229103", "500229"]);
    expect(walkAreas(tree, "500229103").map(({ code }) => code)).toEqual(["500229103", "500229103205"]);
    expect(walkAreas(tree, "500230")).toEqual([]);
  });

  it("names codes that occur twice, that do not fit their tier, that lack the area above, and that hang from nothing", () => {
    expect(found("500229", "500229")).toEqual(["DUPLICATE_ID /areas/1/code"]);
    expect(found("500229", "500229103205")).toEqual(["AREA_PARENT_MISSING /areas/1/code"]);
    expect(found("500229", "500230101")).toEqual(["AREA_ORPHAN /areas/1/code"]);
    expect(buildAreaTree([{ code: "500229", name: "synthetic", tier: "village" }]).issues.map(({ code }) => code)).toEqual(["AREA_TIER"]);
  });

  it("of one tier alone has no orphans: nothing above was promised", () => {
    expect(found("500229", "500230")).toEqual([]);
    expect(buildAreaTree([])).toEqual({ tree: { roots: [], nodes: new Map() }, issues: [] });
  });

  it("takes as many villages as a country has", () => {
    const villages = Array.from({ length: 200_000 }, (_, index) => ({
      code: `50${String(index).padStart(10, "0")}`,
      name: "synthetic",
      tier: "village" as const,
    }));
    expect(buildAreaTree(villages).tree.roots).toHaveLength(200_000);
  });

  it("holds every area once, below all that hold it, whatever the order of the list", () => {
    fc.assert(
      fc.property(codes, (all) => {
        const { tree } = buildAreaTree(all.map(area));
        const walked = walkAreas(tree).map(({ code }) => code);
        expect([...walked].sort()).toEqual([...all].sort());
        for (const code of all)
          expect(ancestorsOf(tree, code).map((above) => above.code)).toEqual(
            all.filter((other) => other !== code && isInside(code, other)).sort((a, b) => b.length - a.length),
          );
        expect(walkAreas(buildAreaTree(all.toReversed().map(area)).tree).map(({ code }) => code)).toEqual(walked);
      }),
    );
  });
});

describe("the tiers", () => {
  const all = Object.keys(tierDigits) as Tier[];

  it("have the same places under both names", () => {
    expect(all.map((tier) => tierTitle(tier, "han").zh)).toEqual(["省", "市", "县", "乡镇", "村"]);
    expect(all.map((tier) => tierTitle(tier, "pastoral").zh)).toEqual(["自治区", "盟", "旗", "苏木", "嘎查"]);
  });

  it("are called as the nearest area says that says it", () => {
    const { tree } = buildAreaTree([{ ...area("15"), naming: "pastoral" }, { ...area("1504"), naming: "han" }, area("150402"), area("1525")]);
    expect(["15", "1504", "150402", "1525", "152525"].map((code) => namingOf(tree, code))).toEqual(["pastoral", "han", "han", "pastoral", "han"]);
  });
});
