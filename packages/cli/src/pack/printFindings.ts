import type { Issue } from "@eldercare/core";
import pc from "picocolors";
import { printable } from "../terminal/printable.js";

const colours = { error: pc.red, warning: pc.yellow, note: pc.dim } as const;
const marks = { error: "✗", warning: "!", note: "·" } as const;

const place = ({ at }: Issue): string => (at === undefined ? "" : [at.file, at.line, at.column].filter((part) => part !== undefined).join(":"));

const sentence = (text: string): string => (/[。？！]$/.test(text) ? printable(text) : `${printable(text)}。`);

/**
 * Findings about a pack, every one of them, each with `file:line:column` as editors and build services read it; Chinese
 * first, English below.
 */
export function printFindings(issues: readonly Issue[]): string {
  return issues
    .map((issue) =>
      [
        `${colours[issue.severity](`${marks[issue.severity]} ${issue.code}`)}  ${pc.bold(printable(place(issue)))}${issue.pointer === "" ? "" : pc.dim(`  ${printable(issue.pointer)}`)}`,
        `    ${sentence(issue.message.zh)}${sentence(issue.advice.zh)}`,
        pc.dim(`    ${printable(issue.message.en)}; ${printable(issue.advice.en)}.`),
      ].join("\n"),
    )
    .map((text) => `${text}\n`)
    .join("");
}

/** A finding as programs read it: its place flat beside it. */
export function findingJson({ at, ...issue }: Issue): Readonly<Record<string, unknown>> {
  const column = at?.column === undefined ? undefined : Number(at.column);
  return { ...issue, ...(at === undefined ? {} : { file: at.file, line: at.line, column }) };
}

/** One JSON object for programs, ending in a line break. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
