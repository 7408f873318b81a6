import { basename } from "node:path";
import ts from "typescript";

const namelessRooms = /^(?:utils?|helpers?|common|types|.*Manager|.*Base|Base.*)$/;
const longestFile = 500;

/** What a source file of a package breaks, one line for each breach. */
export function breaches(file: string, text: string): string[] {
  return [...namelessParts(file), ...tooLong(file, text), ...importedTypes(file, text)];
}

/** A room or a file is named by a trade word; these names say nothing. */
function namelessParts(file: string): string[] {
  const parts = file.split("/src/").at(-1)?.split("/") ?? [];
  return parts
    .map((part) => part.replace(/(?:\.test)?\.\w+$/, ""))
    .filter((part) => namelessRooms.test(part))
    .map((part) => `${file}: "${part}" names nothing of the trade`);
}

function tooLong(file: string, text: string): string[] {
  const lines = text.split("\n").length;
  const isTest = basename(file).includes(".test.");
  return lines > longestFile && !isTest ? [`${file}: ${lines} lines; above ${longestFile} a file is split`] : [];
}

/** Types written as `import("…")` in place: they pass the linter that keeps the import arrows. */
function importedTypes(file: string, text: string): string[] {
  if (!text.includes("import(")) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportTypeNode(node)) found.push(`${file}: ${node.getText()} belongs in an \`import type\``);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}
