import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { schemasSource } from "./generateValidators.mjs";
import { root } from "./workspace.mjs";

it("the compiled validators are those of the schemas as they stand", () => {
  const written = readFileSync(join(root, "packages/rules/src/generated/schemas.js"), "utf8");
  expect(schemasSource() === written, "run `npm run format`").toBe(true);
});
