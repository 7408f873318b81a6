import { describe, expect, it } from "vitest";
import { runExample } from "./runExample.js";

const scope = { twice: (x: number) => 2 * x, big: () => ({ numerator: 3n }) };
const load = async () => ({ thrice: (x: number) => 3 * x });
const differs = async (code: string) => (await runExample(code, scope, load)).filter(({ actual, expected }) => actual !== expected).length;

describe("an example of a docstring", () => {
  it("is compared with every value that it promises", async () => {
    expect(await runExample("twice(2) //=> 4\ntwice(3) //=> 7", scope, load)).toEqual([
      { statement: "twice(2)", actual: 4, expected: 4 },
      { statement: "twice(3)", actual: 6, expected: 7 },
    ]);
    expect(await differs("twice(2) //=> 4\ntwice(3) //=> 7")).toBe(1);
  });

  it("runs in one scope, set-up statements and types included", async () => {
    expect(await differs("const x: number = twice(2);\nconst y = twice(\n  x,\n);\ny //=> 8")).toBe(0);
  });

  it("may promise the value of a constant, on the line below, after a remark, or across an await", async () => {
    expect(await differs("const x = twice(2) //=> 4\nawait Promise.resolve(x)\n//=> 4\n// a remark\ntwice(x) //=> 8")).toBe(0);
  });

  it("may promise a bigint and an object", async () => {
    const [found] = await runExample("big() //=> { numerator: 3n }", scope, load);
    expect(found?.actual).toEqual(found?.expected);
  });

  it("may import what other packages export", async () => {
    expect(await differs('import { thrice } from "@eldercare/core";\nthrice(2) //=> 6')).toBe(0);
  });

  it("fails where it throws, cannot be read, or promises in prose", async () => {
    await expect(runExample("missing(2) //=> 4", scope, load)).rejects.toThrow(ReferenceError);
    await expect(runExample("twice(2 //=> 4", scope, load)).rejects.toThrow(SyntaxError);
    await expect(runExample("twice(2) //=> about four", scope, load)).rejects.toThrow(SyntaxError);
  });
});
