import { expect, it } from "vitest";
import { entryPointsOf } from "./entryPoints.mjs";

it("the entry points of a package are its modules and, wildcards written out, its data", () => {
  const exports = {
    ".": { import: { default: "./dist/index.js" } },
    "./packs/cn": { import: { default: "./dist/packs/cn.js" } },
    "./packs/*.json": "./packs/*.json",
    "./package.json": "./package.json",
  };
  const contents = ["package.json", "packs/cn/pack.json", "packs/cn/cases.json", "packs/cn/README.md", "dist/index.js"];
  expect(entryPointsOf({ name: "@eldercare/rules", version: "0.0.0", exports }, contents)).toEqual({
    modules: ["@eldercare/rules", "@eldercare/rules/packs/cn"],
    data: ["@eldercare/rules/packs/cn/pack.json", "@eldercare/rules/packs/cn/cases.json", "@eldercare/rules/package.json"],
  });
});
