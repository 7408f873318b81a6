import type { FieldType } from "@eldercare/core";
import { isNone, isNumber, readText, withoutApostrophe } from "./cellText.js";
import { isExcelSerial, readDate } from "./readDate.js";

/** What is wrong with a cell. */
export interface CellFault {
  readonly fault: "NOT_A_NUMBER" | "NOT_A_BOOLEAN" | "NOT_NULLABLE" | "EXCEL_SERIAL_DATE" | "SCIENTIFIC_AREA_CODE" | "CELL_NOT_JSON";
  readonly example?: string;
}

/** The value of a cell (`null`: known to be none), or its fault. */
export type CellReading = { readonly value: unknown } | CellFault;

/** What a column holds: the type of its field, or `mixed` for local facts, whose cells tell their own type. */
export type CellType = FieldType | { readonly kind: "mixed" };

const booleans: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
  ["是", true],
  ["否", false],
  ["1", true],
  ["0", false],
]);

const readBoolean = (text: string): boolean | undefined => booleans.get(text.toLowerCase());

function readJson(text: string, begins: "[" | "{", example: string): CellReading {
  try {
    const value: unknown = JSON.parse(text);
    if (text.startsWith(begins)) return { value };
  } catch {
    // reported below, as is JSON of the wrong kind
  }
  return { fault: "CELL_NOT_JSON", example };
}

function readList(text: string, of: FieldType): CellReading {
  if (text === "无") return { value: [] };
  if (text.startsWith("[") || of.kind === "record") return readJson(text, "[", of.kind === "record" ? "[{…}]" : '["…"]');
  const readings = text
    .split(/[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => readCell(item, of));
  const faulty = readings.find((reading) => "fault" in reading);
  return faulty ?? { value: readings.map((reading) => ("value" in reading ? reading.value : undefined)) };
}

function readMixed(text: string): CellReading {
  if (isNone(text)) return { value: null };
  if (isNumber(text)) return { value: Number(text) };
  if (text.startsWith("[")) return readJson(text, "[", '["…"]');
  return { value: readBoolean(text) ?? readText(text) };
}

/**
 * Reads a cell by the type of its column. Text stays text; dates become `YYYY-MM-DD`; lists are separated by `;` or `；`, or
 * are JSON; records and maps are JSON; a JSON string stands for the text that it says.
 *
 * @param cell not empty, without white space around it
 * @example
 * readCell("是", { kind: "boolean" }) //=> { value: true }
 * readCell("15493", { kind: "date" }) //=> { fault: "EXCEL_SERIAL_DATE" }
 */
export function readCell(cell: string, type: CellType): CellReading {
  const text = withoutApostrophe(cell);
  switch (type.kind) {
    case "boolean": {
      const value = readBoolean(text);
      return value === undefined ? { fault: isNone(text) ? "NOT_NULLABLE" : "NOT_A_BOOLEAN" } : { value };
    }
    case "number":
      return isNumber(text) ? { value: Number(text) } : { fault: isNone(text) ? "NOT_NULLABLE" : "NOT_A_NUMBER" };
    case "date":
      if (isExcelSerial(text)) return { fault: "EXCEL_SERIAL_DATE" };
      return isNone(text) ? { fault: "NOT_NULLABLE" } : { value: readDate(readText(text)) };
    case "area":
      return /^\d(?:\.\d+)?[eE]\+\d+$/.test(text) ? { fault: "SCIENTIFIC_AREA_CODE" } : { value: readText(text) };
    case "list":
      return readList(text, type.of);
    case "record":
    case "map":
      return readJson(text, "{", '{"…": …}');
    case "mixed":
      return readMixed(text);
    default:
      return { value: readText(text) };
  }
}
