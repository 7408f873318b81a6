import { describe, expect, it } from "vitest";
import { writeCsv } from "./writeCsv.js";

const print = (...cells: (string | number | boolean | null | undefined)[]): string =>
  writeCsv(
    [cells],
    cells.map((_, index) => ({ header: `c${index}`, cell: (row) => row[index] })),
  ).split("\r\n")[1] ?? "";

describe("a table for Excel and WPS", () => {
  it("begins with a byte order mark and ends its lines with CR LF", () => {
    expect(writeCsv([{ name: "城口县" }], [{ header: "名称", cell: (row) => row.name }])).toBe("\uFEFF名称\r\n城口县\r\n");
  });

  it("never lets a cell run as a formula", () => {
    expect(print("=1+1", "+1", "-1", "@SUM(A1)", "＝1")).toBe("'=1+1,'+1,'-1,'@SUM(A1),'＝1");
    expect(print('=HYPERLINK("http://example.org")')).toBe(`"'=HYPERLINK(""http://example.org"")"`);
  });

  it("keeps numbers numbers, negative ones too", () => {
    expect(print(-5, 0, 31.94856, 1e21)).toBe("-5,0,31.94856,1e+21");
  });

  it("leaves unknown cells empty and writes truth values out", () => {
    expect(print(undefined, null, true, false)).toBe(",,true,false");
  });

  it("quotes separators, quotes and line breaks", () => {
    expect(print("a,b", 'say "yes"', "x;y")).toBe('"a,b","say ""yes""",x;y');
    expect(writeCsv([{ note: "one\ntwo" }], [{ header: "note", cell: (row) => row.note }])).toBe('\uFEFFnote\r\n"one\ntwo"\r\n');
  });

  it("writes tables longer than one part without a seam", () => {
    const rows = Array.from({ length: 4001 }, (_, index) => ({ index }));
    const lines = writeCsv(rows, [{ header: "index", cell: (row) => row.index }]).split("\r\n");
    expect(lines.slice(1, -1)).toEqual(rows.map(({ index }) => String(index)));
  });
});
