import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** What a vendor ships who takes all of some entry points: its files, its packages, and its size without core. */
async function bundleOf(...entries: readonly string[]) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: folder,
    stdin: {
      contents: entries.map((entry, index) => `export * as entry${index} from "./${join("src", entry)}";`).join(""),
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["@eldercare/core"],
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  return {
    files: new Set(inputs),
    rooms: new Set(inputs.flatMap((file) => /^src\/(.+)\/[^/]+$/.exec(file)?.[1] ?? [])),
    packages: inputs.filter((file) => file.includes("node_modules")),
    brotliBytes: brotliCompressSync(outputFiles[0]?.contents ?? Buffer.alloc(0)).length,
  };
}

const main = await bundleOf("index.ts");

describe("the main entry point of rules", () => {
  it("holds no package but core: neither ajv nor json-logic-js", () => {
    expect(main.packages).toEqual([]);
  });

  it("leads to no room that has an entry point of its own", () => {
    expect(main.rooms).toContain("assess");
    const rooms = ["analyse", "classic", "compare", "explain", "lint", "logic/function", "population", "reference", "testing", "trust"];
    for (const room of rooms) expect(main.rooms).not.toContain(room);
  });

  it("leaves to those who pass them what asks plug-ins and what reads overrides", () => {
    for (const file of ["src/plugin/pluginLibrary.ts", "src/plugin/guardedCall.ts", "src/override/versions.ts", "src/override/parsedOverride.ts"]) {
      expect(existsSync(join(folder, file))).toBe(true);
      expect(main.files).not.toContain(file);
    }
  });

  it("is less than 47.4 kB, compressed", () => {
    expect(main.brotliBytes).toBeLessThan(47_400);
  });
});

describe("an engine that is given more", () => {
  it.each([
    ["rules written out as functions", "logic/function/index.ts", 1700],
    ["plug-ins", "plugin/index.ts", 2800],
  ])("takes a few kilobytes more: %s", async (_, entry, most) => {
    const { packages, brotliBytes } = await bundleOf("index.ts", entry);
    expect(packages).toEqual([]);
    expect(brotliBytes - main.brotliBytes).toBeLessThan(most);
  });
});
