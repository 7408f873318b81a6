import { reportIssue } from "./codes.js";
import type { Issue } from "./issue.js";

/** What kinds of values are called in Chinese messages; a value that stands for itself is shown as it is. */
const kinds: Readonly<Record<string, string>> = {
  number: "数字",
  string: "文本",
  boolean: "是否（true、false）",
  array: "列表",
  object: "对象",
  null: "null",
  undefined: "空缺",
};

/** `(string | null)` and `string or null` as `文本或null`; the inside of an object stays as it is. */
function inChinese(expected: string): string {
  if (expected.startsWith("{")) return expected;
  const parts = expected.replace(/^\((.*)\)$/, "$1").split(/ \| |, | or /);
  return parts.map((part) => kinds[part.toLowerCase()] ?? part).join("或");
}

/**
 * Reports a value of another kind than its shape asks for: `WRONG_TYPE`.
 *
 * @param expected kinds of values or values, as TypeScript writes them
 * @example
 * reportWrongType("/visits/0/serviceMinutes", "60", "number").message.zh //=> '类型不符：应为数字，实为 "60"'
 */
export function reportWrongType(pointer: string, seen: unknown, expected: string): Issue {
  return reportIssue("WRONG_TYPE", pointer, { seen, values: { "expected.zh": inChinese(expected), "expected.en": expected } });
}
