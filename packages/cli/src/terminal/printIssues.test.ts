import { describe, expect, it } from "vitest";
import { reportCliIssue } from "../errors/codes.js";
import { printIssues } from "./printIssues.js";
import { printNotes } from "./printNotes.js";

const steering = "a\u001b[2J\u202eb";
const issue = reportCliIssue("PACK_WITHOUT_RULES", `/${steering}`, { values: { seen: steering }, at: { file: steering } });

describe("what is printed of a file", () => {
  it("cannot clear the screen, colour it or turn the writing round", () => {
    const printed = printIssues([issue]) + printNotes([issue], "out/notes.csv");
    expect(printed).not.toContain("\u001b[2J");
    expect(printed).not.toContain("\u202e");
    expect(printed).toContain("a [2J b");
  });

  it("says how often each note was made, most often first", () => {
    const other = reportCliIssue("TOWNSHIP_WITHOUT_TEAM", "/caregivers", { seen: "500229103", values: { visits: "7", staff: "2" } });
    const printed = printNotes([other, issue, issue], "out/notes.csv");
    expect(printed).toMatch(/PACK_WITHOUT_RULES × 2[\s\S]+TOWNSHIP_WITHOUT_TEAM × 1 {2}乡镇 "500229103" 有 7 次上门/);
  });

  it("is nothing where there is no note", () => {
    expect(printNotes([], "out/notes.csv")).toBe("");
  });
});
