import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCatalogues } from "./catalogues.mjs";
import { errorsDocFile, renderErrorsDoc } from "./errorsDoc.mjs";

const catalogues = await loadCatalogues();

describe("docs/errors.md", () => {
  it("explains the codes of every package that has any", () => {
    expect(catalogues.map(({ packageName }) => packageName)).toContain("@eldercare/core");
    expect(Object.keys(catalogues[0]?.codes ?? {})).toContain("BIRTH_DATE_IN_FUTURE");
  });

  it("is what the catalogues say now (npm run format rewrites it)", () => {
    expect(readFileSync(errorsDocFile, "utf8")).toBe(renderErrorsDoc(catalogues));
  });

  it("explains exactly the codes that exist", () => {
    const headings = [...readFileSync(errorsDocFile, "utf8").matchAll(/^### (.+)$/gm)].map(([, code]) => code);
    const codes = catalogues.flatMap(({ codes }) => Object.keys(codes));
    expect(headings.toSorted()).toEqual(codes.toSorted());
  });

  it("gives no code twice, so that a code means one thing in every package", () => {
    const codes = catalogues.flatMap(({ codes }) => Object.keys(codes));
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe("every code", () => {
  const wordings = catalogues.flatMap(({ codes }) => Object.entries(codes));

  const values = (text: string) => [...text.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name?.replace(/\.(zh|en)$/, "")).toSorted();

  it.each(wordings)("%s says in both languages what is wrong and what to do, about the same values", (_code, { message, advice }) => {
    for (const wording of advice === undefined ? [message] : [message, advice]) {
      expect(wording.zh.trim()).not.toBe("");
      expect(wording.en.trim()).not.toBe("");
      expect(values(wording.zh)).toEqual(values(wording.en));
    }
  });

  it("of an issue gives advice: only what the checker of plans finds needs none", () => {
    const without = catalogues.flatMap(({ packageName, codes }) =>
      Object.values(codes).some(({ advice }) => advice === undefined) ? [packageName] : [],
    );
    expect(without.filter((packageName) => packageName !== "@eldercare/scheduler")).toEqual([]);
  });
});
