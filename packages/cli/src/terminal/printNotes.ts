import type { Issue } from "@eldercare/core";
import pc from "picocolors";
import { printable } from "./printable.js";

/**
 * How often each note was made, most often first, with the words of the first of its kind.
 *
 * @param file where all of them stand
 * @returns lines for the terminal; empty where there is no note
 */
export function printNotes(notes: readonly Issue[], file: string): string {
  if (notes.length === 0) return "";
  const kinds = new Map<string, { readonly first: Issue; count: number }>();
  for (const note of notes) {
    const known = kinds.get(note.code);
    if (known === undefined) kinds.set(note.code, { first: note, count: 1 });
    else known.count += 1;
  }
  const lines = [...kinds]
    .sort(([a, { count: most }], [b, { count }]) => count - most || (a < b ? -1 : 1))
    .flatMap(([code, { first, count }]) => {
      const example = count > 1 ? { zh: "如：", en: "such as: " } : { zh: "", en: "" };
      return [
        `  · ${code} × ${count}  ${example.zh}${printable(first.message.zh)}`,
        pc.dim(`      ${example.en}${printable(first.message.en)}; ${printable(first.advice.en)}`),
      ];
    });
  return [`  ${pc.bold("说明")} ${pc.dim("notes")}  ${file}`, ...lines, "", ""].join("\n");
}
