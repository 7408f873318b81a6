import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { QuestionCheck } from "./questionCheck.js";

const codesOf = (fill: (check: QuestionCheck) => void): string[] => {
  const check = new QuestionCheck();
  fill(check);
  return check.issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe("the arguments of a calculator", () => {
  it("are reported with all that is wrong with them", () => {
    const check = new QuestionCheck();
    check.whole("/a", Number.NaN);
    check.whole("/b", -1);
    check.rational("/c", { numerator: 0n, denominator: 1n }, { positive: true });
    check.period("/d", { from: "2026-02-01", to: "2026-01-31" });
    check.unique((index) => `/e/${index}`, ["x", "y", "x"]);
    expect(() => check.done()).toThrow(EldercareError);
    expect(check.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "NOT_A_NUMBER /a",
      "OUT_OF_RANGE /b",
      "OUT_OF_RANGE /c",
      "PERIOD_REVERSED /d",
      "DUPLICATE_ID /e/2",
    ]);
  });

  it("may lie on the borders of their range", () => {
    const borders = codesOf((check) => {
      check.whole("/least", 1, { least: 1, most: 5 });
      check.whole("/most", 5, { least: 1, most: 5 });
      check.rational("/share", { numerator: 1n, denominator: 1n }, { least: 0, most: 1 });
      check.period("/day", { from: "2026-01-31", to: "2026-01-31" });
    });
    expect(borders).toEqual([]);
  });

  it("are refused beyond their range, and where they are no exact fraction", () => {
    const beyond = codesOf((check) => {
      check.whole("/whole", 6, { least: 1, most: 5 });
      check.whole("/part", 1.5);
      check.rational("/share", { numerator: 3n, denominator: 2n }, { least: 0, most: 1 });
      check.rational("/none", { numerator: 1n, denominator: 0n });
    });
    expect(beyond).toEqual(["OUT_OF_RANGE /whole", "NOT_A_WHOLE_NUMBER /part", "OUT_OF_RANGE /share", "NOT_A_NUMBER /none"]);
  });
});
