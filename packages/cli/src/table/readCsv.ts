import type { Buffer } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";

/** Why a table could not be read to its end, and the line where the faulty row begins. */
export interface CsvFault {
  readonly line: number;
  readonly reason: string;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Lines that end between two offsets; CR, LF and CR LF each end one. */
function lineEndsBetween(bytes: Buffer, from: number, to: number): number {
  let ends = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === lineFeed || (byte === carriageReturn && bytes[i + 1] !== lineFeed)) ends++;
  }
  return ends;
}

/**
 * Reads comma-separated rows in order; rows without any content are passed over.
 *
 * @param utf8 the file, UTF-8 without a byte order mark
 * @param onRow called with the cells of each row and the line on which it begins (1-based, exact after quoted line breaks)
 * @returns what stopped the reading, undefined where all was read
 */
export function readCsv(utf8: Buffer, onRow: (cells: readonly string[], line: number) => void): CsvFault | undefined {
  let line = 1;
  let offset = 0;
  try {
    parse(utf8, {
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      on_record: (cells: string[], { bytes }) => {
        const begins = line;
        line += lineEndsBetween(utf8, offset, bytes);
        offset = bytes;
        if (cells.some((cell) => cell.trim() !== "")) onRow(cells, begins);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line, reason: error.code };
  }
}
