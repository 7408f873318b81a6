import { expect, it } from "vitest";
import { promisedOutput } from "./promisedOutput.js";

it("a program promises its output at the end of statements and on lines of its own", () => {
  expect(promisedOutput('console.log(1); //=> 1\n// a remark\nconsole.log("a\\n  b");\n//=> a\n//=>   b\n')).toEqual(["1", "a", "  b"]);
});
