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

  it.each(wordings)("%s says what is wrong and what to do in both languages, about the same values", (_code, { message, advice }) => {
    for (const text of [message.zh, message.en, advice.zh, advice.en]) expect(text.trim()).not.toBe("");
    const values = (text: string) => [...text.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name?.replace(/\.(zh|en)$/, "")).toSorted();
    expect(values(message.zh)).toEqual(values(message.en));
    expect(values(advice.zh)).toEqual(values(advice.en));
  });
});
