import { describe, expect, it } from "vitest";
import { proveOverrides } from "../analyse/index.js";
import { createEngine } from "../assess/engine.js";
import { pack as national } from "../packs/cn.js";
import { pack as banner } from "../packs/cn-15-example-banner.js";
import { pack as pastoral } from "../packs/cn-15-pastoral.js";
import { changesAbove } from "./changesAbove.js";

const engine = createEngine({ packs: [national, pastoral, banner], prove: proveOverrides });
const changesOn = (on: string) => changesAbove(engine, banner, on);
const ofParameter = (id: string, on = "2026-11-21") => changesOn(on).filter(({ parameter }) => parameter === id);
const ofRule = (id: string) => changesOn("2026-11-21").find(({ rule }) => rule === `cn-15-pastoral/${id}`);
const sections = (basis: readonly { readonly section: string }[]) => basis.map(({ section }) => section);

describe("what a pack makes of the packs above it", () => {
  it("is told for each of its overrides, in its order", () => {
    expect(changesOn("2026-11-21").map(({ index }) => index)).toEqual(banner.overrides?.map((_, index) => index));
    expect(changesAbove(engine, pastoral, "2026-11-21")).toEqual([]);
  });

  it("names the value that is set here, the rules that read it, and the clauses of both sides", () => {
    const [visits] = ofParameter("monthlyVisit.timesPerMonth");
    expect(visits).toMatchObject({ does: ["raise"], value: { zh: "2次" }, holds: true, rules: ["cn-15-pastoral/service.monthlyVisit"] });
    expect(sections(visits?.above ?? [])).toEqual(["一"]);
    expect(sections(visits?.here ?? [])).toEqual(["第三条"]);
  });

  it("names the rules of the nation too, where they read what is set here", () => {
    expect(ofParameter("disabledFromLevel")[0]?.rules).toContain("cn/category.disabled");
  });

  it("leaves a rule that is changed in itself apart from one that only reads another value", () => {
    expect(ofRule("service.doctorRound")).toMatchObject({ does: ["narrow"], rules: ["cn-15-pastoral/service.doctorRound"] });
    expect(ofRule("service.homeAdaptationExtended")?.does).toEqual(["widen"]);
  });

  it("lists no rule that is withdrawn", () => {
    expect(ofRule("model.sojournWellness")).toMatchObject({ does: ["withdraw"], holds: true, rules: [] });
  });

  it.each([
    ["2026-12-31", [true, false]],
    ["2027-01-01", [false, true]],
  ])("holds on %s as its period says", (on, holds) => {
    const found = ofParameter("destituteHome.residentsPerStaff", on);
    expect(found.map((change) => change.holds)).toEqual(holds);
    expect(found.map(({ rules }) => rules.length > 0)).toEqual(holds);
  });
});
