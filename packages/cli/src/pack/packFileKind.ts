import type { Wording } from "@eldercare/core";

/** The files that a pack consists of, by their usual names. */
export type PackFileName = "pack.json" | "cases.json" | "illustrative.json" | "clauses.json" | "findings.json";

/** What the files are called. */
export const packFileTitles: Readonly<Record<PackFileName, Wording>> = {
  "pack.json": { zh: "政策包（pack.json）", en: "a pack (pack.json)" },
  "cases.json": { zh: "情形文件（cases.json）", en: "a file of cases (cases.json)" },
  "illustrative.json": { zh: "参数取值文件（illustrative.json 等）", en: "values for open parameters (such as illustrative.json)" },
  "clauses.json": { zh: "条款记录（clauses.json）", en: "records of clauses (clauses.json)" },
  "findings.json": { zh: "分析结果说明（findings.json）", en: "findings explained (findings.json)" },
};

const has = (value: unknown, ...keys: readonly string[]): boolean =>
  typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key));

/** Which file of a pack a JSON value was meant as, where that is plain; undefined where it is not. */
export function packFileKind(json: unknown): PackFileName | undefined {
  if (Array.isArray(json)) {
    const [first] = json as readonly unknown[];
    return has(first, "expect") ? "cases.json" : has(first, "code", "pointer") ? "findings.json" : undefined;
  }
  if (has(json, "rules") || has(json, "sources")) return "pack.json";
  return has(json, "for", "parameters") ? "illustrative.json" : has(json, "clauses") ? "clauses.json" : undefined;
}
