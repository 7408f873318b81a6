import type { Issue } from "@eldercare/core";
import pc from "picocolors";
import { printable } from "./printable.js";

const mostShown = 20;

const place = ({ at, pointer }: Issue): string => {
  if (at === undefined) return pointer;
  const row = at.line === undefined ? "" : `:${at.line}`;
  // of a text the column is a number, of a table its name
  const column = at.column === undefined ? "" : /^\d+$/.test(at.column) ? `:${at.column}` : `  ${at.column}`;
  return `${at.file}${row}${column}`;
};

const colours = { error: pc.red, warning: pc.yellow, note: pc.dim } as const;
const marks = { error: "✗", warning: "!", note: "·" } as const;

/** Ends a sentence that may already end with a question. */
const sentence = (text: string): string => (/[。？！]$/.test(text) ? printable(text) : `${printable(text)}。`);

/** Issues as a person reads them: where, what was seen, what to do; Chinese first, English below. */
export function printIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, mostShown).map((issue) => {
    const head = colours[issue.severity](`${marks[issue.severity]} ${issue.code}`);
    return [
      `${head}  ${pc.bold(printable(place(issue)))}${issue.at === undefined || issue.pointer === "" ? "" : pc.dim(`  ${printable(issue.pointer)}`)}`,
      `    ${sentence(issue.message.zh)}${sentence(issue.advice.zh)}`,
      pc.dim(`    ${printable(issue.message.en)}; ${printable(issue.advice.en)}.`),
    ].join("\n");
  });
  const rest = issues.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… 另有 ${rest} 处 / and ${rest} more`] : [])].join("\n");
}
