import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles } from "../listFiles.mjs";
import { packageFolders, publishedFolders, readManifest, root } from "../workspace.mjs";
import { breaches } from "./houseRules.js";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const sourcesOf = (folder: string): string[] =>
  listFiles(`packages/${basename(folder)}/src`).filter((file) => file.endsWith(".ts") && !file.includes("/generated/"));

describe("the sources of the packages", () => {
  const sources = packageFolders().flatMap(sourcesOf);

  it("are found", () => {
    expect(sources).toContain("packages/core/src/time/civilDate.ts");
  });

  it("keep the rules of the house", () => {
    expect(sources.flatMap((file) => breaches(file, read(file)))).toEqual([]);
  });
});

describe("the rules of the house", () => {
  it.each([
    "packages/core/src/utils/money.ts",
    "packages/core/src/money/helpers.ts",
    "packages/rules/src/common/index.ts",
    "packages/rules/src/types.ts",
    "packages/scheduler/src/improve/RouteManager.ts",
    "packages/scheduler/src/improve/RuinBase.test.ts",
  ])("refuse the name %s", (file) => {
    expect(breaches(file, "")).toHaveLength(1);
  });

  it("refuse a source file of more than 500 lines, but not a test of that length", () => {
    expect(breaches("packages/core/src/money/rational.ts", "\n".repeat(500))).toHaveLength(1);
    expect(breaches("packages/core/src/money/rational.ts", "\n".repeat(499))).toEqual([]);
    expect(breaches("packages/core/src/money/rational.test.ts", "\n".repeat(500))).toEqual([]);
  });

  it("refuse a type imported in place, which the import arrows would not see, but not a module loaded when needed", () => {
    expect(breaches("packages/rules/src/a.ts", `export type P = import("@eldercare/scheduler").Problem;`)).toHaveLength(1);
    expect(breaches("packages/rules/src/a.ts", `export const load = () => import("./packs/cn.js");`)).toEqual([]);
  });
});

describe("what a package asks its users to install", () => {
  it.each(publishedFolders().map((folder) => [readManifest(folder).name, folder]))("%s: is used by its sources, each of it", (_name, folder) => {
    const text = sourcesOf(folder)
      .filter((file) => !file.endsWith(".test.ts"))
      .map(read)
      .join("\n");
    const dependencies = Object.keys(readManifest(folder).dependencies ?? {});
    expect(dependencies.filter((name) => !text.includes(`"${name}"`) && !text.includes(`"${name}/`))).toEqual([]);
  });
});
