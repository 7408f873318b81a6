import { parseOverlay } from "@eldercare/rules";
import { lintPack } from "@eldercare/rules/lint";
import { pack as national } from "@eldercare/rules/packs/cn";
import { mutatePack, testPack } from "@eldercare/rules/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSkeleton } from "./packSkeleton.js";

const identity = {
  id: "cn-990001-example",
  area: "990001",
  titleZh: "示例县养老服务",
  titleEn: "Elder care in Example County",
  documentTitle: "示例县养老服务办法",
  documentNumber: "示例发〔2026〕1号",
  issuer: "示例县人民政府",
  issued: "2025-12-20",
  from: "2026-01-01",
};

describe("a new pack", () => {
  it("has nothing wrong with it, leaves one number open, and its cases notice every small change", () => {
    const { pack, cases, overlay } = packSkeleton(identity);
    expect(lintPack(pack, [national]).map(({ code, severity }) => `${severity} ${code}`)).toEqual(["note PARAMETER_OPEN"]);
    expect(testPack(pack, cases, [national])).toMatchObject({ failures: [], uncovered: [] });
    expect(mutatePack(pack, cases, [national])).toMatchObject({ unnoticed: [] });
    expect(parseOverlay(overlay)).toEqual(overlay);
  });

  it("is as sound from whatever day it holds", () => {
    const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const { pack, cases } = packSkeleton({ ...identity, from: day.toISOString().slice(0, 10) });
        expect(testPack(pack, cases, [national]).failures).toEqual([]);
      }),
      { numRuns: 40, examples: [[new Date("2028-02-29")], [new Date("2000-02-29")]] },
    );
  });
});
