import { describe, expect, it } from "vitest";
import { scoreOf, scoresIn } from "./scoreOf.mjs";

const mutant = (status: string) => ({ status, mutatorName: "BooleanLiteral", replacement: "false", location: { start: { line: 3, column: 7 } } });

describe("the mutation score", () => {
  it("is the share of mutants that a test noticed; what never ran counts neither way", () => {
    const reports = [
      { files: { "b.ts": { mutants: [mutant("Killed"), mutant("Survived"), mutant("CompileError"), mutant("Ignored")] } } },
      { files: { "a.ts": { mutants: [mutant("Timeout"), mutant("NoCoverage"), mutant("Killed"), mutant("Killed")] } } },
    ];
    const scores = scoreOf(reports.flatMap(scoresIn));
    expect(scores.mutants).toBe(6);
    expect(scores.score).toBe(66.67);
    expect(scores.notRun).toBe(1);
    expect(scores.files.map(({ file, score }) => [file, score])).toEqual([
      ["a.ts", 75],
      ["b.ts", 50],
    ]);
    expect(scores.files[0]?.survived).toEqual(["3:7 BooleanLiteral → false"]);
  });

  it("of no mutants is full", () => {
    expect(scoreOf([]).score).toBe(100);
  });
});
