import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonPositions } from "./jsonPositions.js";

const text = `{
  "id": "a",
  "rules": [
    { "id": "r", "when": { "and": [true, { "var": "a/b" }] } }
  ],
  "x/y": "\\"}{"
}
`;
const at = (pointer: string): string => {
  const { line, column } = jsonPositions(text)(pointer);
  return `${line}:${column}`;
};

describe("the place of a JSON pointer in its file", () => {
  it.each([
    ["", "1:1"],
    ["/id", "2:3"],
    ["/rules", "3:3"],
    ["/rules/0", "4:5"],
    ["/rules/0/when/and/1", "4:42"],
    ["/x~1y", "6:3"],
  ])("%j stands at %s", (pointer, expected) => {
    expect(at(pointer)).toBe(expected);
  });

  it("is that of what would hold it, where it is missing", () => {
    expect(at("/rules/0/then")).toBe(at("/rules/0"));
    expect(at("/rules/7/when")).toBe(at("/rules"));
    expect(at("/nothing")).toBe("1:1");
  });

  it("is found for every value, however the text is spaced", () => {
    const pointersIn = (value: unknown, pointer: string): [string, unknown][] => [
      [pointer, value],
      ...(typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`))
        : []),
    ];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom("", " ", "\t", "\n "), (value, indent) => {
        const printed = JSON.stringify(value, null, indent);
        const lines = printed.split("\n");
        const positionOf = jsonPositions(printed);
        for (const [pointer, found] of pointersIn(value, "")) {
          const { line, column } = positionOf(pointer);
          const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line)].join("\n");
          const key = pointer.split("/").at(-1)?.replaceAll("~1", "/").replaceAll("~0", "~") ?? "";
          const [named, plain] = [JSON.stringify(key), JSON.stringify(found, null, indent)];
          expect(rest.startsWith(named) || rest.startsWith(plain.slice(0, 1)), pointer).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
