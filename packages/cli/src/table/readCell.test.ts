import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printCell } from "./printCell.js";
import { type CellType, readCell } from "./readCell.js";

const value = (cell: string, type: CellType): unknown => {
  const reading = readCell(cell, type);
  return "value" in reading ? reading.value : reading.fault;
};

describe("a cell", () => {
  it.each([
    ["1942/6/1", "1942-06-01"],
    ["1942-6-1", "1942-06-01"],
    ["1942.06.01", "1942-06-01"],
    ["1942年6月1日", "1942-06-01"],
    ["19420601", "1942-06-01"],
    ["1942-06-01", "1942-06-01"],
    ["15493", "EXCEL_SERIAL_DATE"],
    ["15493.5", "EXCEL_SERIAL_DATE"],
    ["无", "NOT_NULLABLE"],
    ["last year", "last year"],
  ])("with the date %s means %s", (cell, expected) => {
    expect(value(cell, { kind: "date" })).toBe(expected);
  });

  it.each([
    ["是", true],
    ["TRUE", true],
    ["1", true],
    ["否", false],
    ["false", false],
    ["0", false],
    ["有", "NOT_A_BOOLEAN"],
  ])("that answers yes or no with %s means %s", (cell, expected) => {
    expect(value(cell, { kind: "boolean" })).toBe(expected);
  });

  it("holds numbers without thousands separators", () => {
    const number: CellType = { kind: "number", integer: false };
    expect([value("-5", number), value("+.5", number), value("1e3", number)]).toEqual([-5, 0.5, 1000]);
    expect([value("1,234", number), value("０", number), value("12人", number)]).toEqual(["NOT_A_NUMBER", "NOT_A_NUMBER", "NOT_A_NUMBER"]);
  });

  it("refuses an area code that a spreadsheet has rounded", () => {
    expect(value("5.00229E+11", { kind: "area" })).toBe("SCIENTIFIC_AREA_CODE");
    expect(value("500229103205", { kind: "area" })).toBe("500229103205");
  });

  it("separates lists by either semicolon, and knows an empty list from an unknown one", () => {
    const list: CellType = { kind: "list", of: { kind: "text" } };
    expect(value("destitute；lowIncome ; minimumLiving", list)).toEqual(["destitute", "lowIncome", "minimumLiving"]);
    expect([value("[]", list), value("无", list), value('["a;b"]', list)]).toEqual([[], [], ["a;b"]]);
    expect(value("[a", list)).toBe("CELL_NOT_JSON");
    expect(value("1;x", { kind: "list", of: { kind: "number", integer: true } })).toBe("NOT_A_NUMBER");
  });

  it("holds lists of records as JSON only", () => {
    const shifts: CellType = { kind: "list", of: { kind: "record", fields: [] } };
    expect(value('[{"from":"08:00"}]', shifts)).toEqual([{ from: "08:00" }]);
    expect([value("08:00-17:00", shifts), value('{"from":"08:00"}', shifts)]).toEqual(["CELL_NOT_JSON", "CELL_NOT_JSON"]);
  });

  it("tells the type of a local fact by itself", () => {
    const mixed: CellType = { kind: "mixed" };
    expect(["是", "否", "3", "无", "平房", '"3"', '["a"]'].map((cell) => value(cell, mixed))).toEqual([true, false, 3, null, "平房", "3", ["a"]]);
  });

  it("takes off the apostrophe that keeps a formula from running", () => {
    expect(value("'=1+1", { kind: "text" })).toBe("=1+1");
    expect(value("'quoted", { kind: "text" })).toBe("'quoted");
  });
});

describe("whatever is printed into a cell", () => {
  const nasty = fc.oneof(
    fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ";", "；", "[", "]", " ", "\t", "\n", "a", "1", "年", "\\") }),
    fc.string({ unit: "binary" }),
    fc.constantFrom("无", "null", "true", "是", "1", "", "　", "'=x", '"x"', "[]", "{}", "\ud800", "1e5"),
  );
  // what the table itself adds and the reader trims: the apostrophe before formulas, white space around the cell
  const through = (cell: string | number | undefined) => {
    const text = String(cell);
    const escaped = typeof cell === "string" && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
    return escaped.trim();
  };

  it("is read back as the same text, list or fact", () => {
    const list: CellType = { kind: "list", of: { kind: "text" } };
    fc.assert(
      fc.property(nasty, fc.array(nasty, { maxLength: 3 }), (text, texts) => {
        expect(value(through(printCell(text, { kind: "text" }, false)), { kind: "text" })).toBe(text);
        expect(value(through(printCell(text, { kind: "mixed" }, false)), { kind: "mixed" })).toBe(text);
        expect(value(through(printCell(texts, list, false)), list)).toEqual(texts);
        expect(value(through(printCell(texts, { kind: "mixed" }, false)), { kind: "mixed" })).toEqual(texts);
      }),
    );
  });
});
