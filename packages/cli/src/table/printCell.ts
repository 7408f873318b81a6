import { isAmbiguous, isNone, isNumber, printText } from "./cellText.js";
import { type CellType, readCell } from "./readCell.js";

const isPlainItem = (item: unknown): item is string =>
  typeof item === "string" && !isAmbiguous(item) && !isNone(item) && !/[;；]/.test(item) && !item.startsWith("[");

const printList = (list: readonly unknown[]): string => (list.length > 0 && list.every(isPlainItem) ? list.join(";") : JSON.stringify(list));

function printMixed(text: string): string {
  const reading = readCell(text, { kind: "mixed" });
  return printText(text, isAmbiguous(text) || isNumber(text) || !("value" in reading) || reading.value !== text);
}

/**
 * What a cell holds so that `readCell` reads the same value from it.
 *
 * @param nullable whether the column may say "known to be none", so that the text 无 needs quoting
 * @returns undefined for a cell left empty
 */
export function printCell(value: unknown, type: CellType, nullable: boolean): string | number | undefined {
  if (value === undefined) return undefined;
  if (value === null) return "null";
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return type.kind === "mixed" ? JSON.stringify(value) : printList(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (type.kind === "mixed") return printMixed(value);
  return printText(value, isAmbiguous(value) || (nullable && isNone(value)));
}
