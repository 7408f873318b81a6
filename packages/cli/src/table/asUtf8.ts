import { Buffer, isUtf8 } from "node:buffer";

/** Why bytes are no text that we can read. */
export type TextFault = "WORKBOOK_NOT_TEXT" | "ENCODING_UNKNOWN";

const startsWith = (bytes: Buffer, ...prefix: number[]): boolean => prefix.every((byte, i) => bytes[i] === byte);

const decoded = (bytes: Buffer, encoding: string): Buffer | undefined => {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), "utf8");
  } catch {
    return undefined;
  }
};

/**
 * The same text in UTF-8 without a byte order mark. Read are UTF-8 (with or without a mark), UTF-16 with a mark, and what is
 * neither as GB18030, the encoding in which Chinese Excel and WPS save a plain CSV; every decoding is strict, so that no
 * byte becomes a replacement character unnoticed.
 *
 * @returns the bytes, or why there is no text in them
 * @example
 * asUtf8(Buffer.from([0xc4, 0xea])).toString() //=> "年"
 */
export function asUtf8(bytes: Buffer): Buffer | TextFault {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "WORKBOOK_NOT_TEXT";
  if (startsWith(bytes, 0xff, 0xfe)) return decoded(bytes, "utf-16le") ?? "ENCODING_UNKNOWN";
  if (startsWith(bytes, 0xfe, 0xff)) return decoded(bytes, "utf-16be") ?? "ENCODING_UNKNOWN";
  if (isUtf8(bytes)) return startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  return decoded(bytes, "gb18030") ?? "ENCODING_UNKNOWN";
}
