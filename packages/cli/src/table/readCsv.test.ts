import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./readCsv.js";
import { writeCsv } from "./writeCsv.js";

const rowsOf = (text: string) => {
  const rows: [line: number, cells: readonly string[]][] = [];
  const fault = readCsv(Buffer.from(text), (cells, line) => rows.push([line, cells]));
  return { rows, fault };
};

describe("a table of comma-separated values", () => {
  it("tells the line of each row, also after cells with line breaks and after empty lines", () => {
    const { rows } = rowsOf('a,b\r\n1,"x\r\ny\nz"\r\n\r\n2,3\n,,\n4,"q""r"\r5,6\n"u\nv",7');
    expect(rows).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "x\r\ny\nz"]],
      [6, ["2", "3"]],
      [8, ["4", 'q"r']],
      [9, ["5", "6"]],
      [10, ["u\nv", "7"]],
    ]);
  });

  it("says from which row on it is malformed, and keeps the rows before", () => {
    const { rows, fault } = rowsOf('a,b\n1,2\n"3,4\n5,6\n');
    expect(rows).toHaveLength(2);
    expect(fault).toEqual({ line: 3, reason: "CSV_QUOTE_NOT_CLOSED" });
    expect(rowsOf('a\n"x"y\n').fault?.line).toBe(2);
  });

  it("reads back any texts that were written, at the lines where they stand", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "年", ",", '"', "\n", "\r", ";", " ", "😀") }).map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (table) => {
        const text = writeCsv(table, [
          { header: "first", cell: ([first]) => first },
          { header: "second", cell: ([, second]) => second },
        ]);
        const { rows, fault } = rowsOf(text.slice(1));
        expect(fault).toBeUndefined();
        expect(rows.slice(1).map(([, cells]) => cells)).toEqual(table);
        const breaks = (part: string) => part.match(/\r\n|\r|\n/g)?.length ?? 0;
        let line = 2;
        for (const [index, [first, second]] of table.entries()) {
          expect(rows[index + 1]?.[0]).toBe(line);
          line += 1 + breaks(first) + breaks(second);
        }
      }),
    );
  });
});
