import { Buffer } from "node:buffer";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { asUtf8 } from "./asUtf8.js";

const text = "姓名,出生日期\r\n城口县，㑇𠮷,1942年6月1日\r\n";
const read = (bytes: Buffer): string => String(asUtf8(bytes));

describe("the text of a file", () => {
  it.each([
    ["utf8", false],
    ["utf8", true],
    ["gb18030", false],
    ["utf16-le", true],
    ["utf16-be", true],
  ])("is read from %s (byte order mark: %s)", (encoding, addBOM) => {
    expect(read(iconv.encode(text, encoding, { addBOM }))).toBe(text);
  });

  it("is refused where the bytes are no text, or an Excel workbook", () => {
    expect(asUtf8(Buffer.from([0x61, 0xff, 0xff, 0x61]))).toBe("ENCODING_UNKNOWN");
    expect(asUtf8(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toBe("ENCODING_UNKNOWN");
    expect(asUtf8(Buffer.from("PK\u0003\u0004rest of a workbook"))).toBe("WORKBOOK_NOT_TEXT");
  });

  it("never holds a replacement character that was not written", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const utf8 = asUtf8(Buffer.from(bytes));
        const written = Buffer.from(bytes).includes(Buffer.from("\uFFFD")) || iconv.decode(Buffer.from(bytes), "gb18030").includes("\uFFFD");
        const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
        if (typeof utf8 !== "string" && !written && !utf16) expect(utf8.toString()).not.toContain("\uFFFD");
      }),
    );
  });
});
