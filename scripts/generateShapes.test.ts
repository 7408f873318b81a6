import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { shapesSource } from "./generateShapes.mjs";
import { root } from "./workspace.mjs";

it("the shapes written out are those of the schemas as they stand", () => {
  const written = readFileSync(join(root, "packages/rules/src/generated/shapes.ts"), "utf8");
  // not compared by toBe: a difference of 20 kB helps nobody
  expect(shapesSource() === written, "run `npm run format`").toBe(true);
});
