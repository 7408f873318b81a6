import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { validatorsSource } from "./generateValidators.mjs";
import { root } from "./workspace.mjs";

it("the compiled validators are those of the schemas as they stand", () => {
  const written = readFileSync(join(root, "packages/rules/src/generated/validators.js"), "utf8");
  // not compared by toBe: a difference of 120 kB helps nobody
  expect(validatorsSource() === written, "run `npm run format`").toBe(true);
});
