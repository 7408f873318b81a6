import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** What a vendor ships who takes all of an entry point: its files, its packages, and its size without core. */
async function bundleOf(entry: string) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [join("src", entry)],
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
    rooms: new Set(inputs.flatMap((file) => /^src\/(.+)\/[^/]+$/.exec(file)?.[1] ?? [])),
    packages: inputs.filter((file) => file.includes("node_modules")),
    brotliBytes: brotliCompressSync(outputFiles[0]?.contents ?? Buffer.alloc(0)).length,
  };
}

describe("the main entry point of rules", async () => {
  const main = await bundleOf("index.ts");

  it("holds no package but core: neither ajv nor json-logic-js", () => {
    expect(main.packages).toEqual([]);
  });

  it("leads to no room that has an entry point of its own", () => {
    expect(main.rooms).toContain("assess");
    for (const room of ["analyse", "classic", "compare", "explain", "lint", "logic/function", "population", "reference", "testing", "trust"])
      expect(main.rooms).not.toContain(room);
  });

  it("is less than 58 kB, compressed", () => {
    expect(main.brotliBytes).toBeLessThan(58_000);
  });
});

describe("the entry point of rules written out as functions", async () => {
  const { rooms, brotliBytes } = await bundleOf("logic/function/index.ts");

  it("is a few kilobytes, and leads to no engine", () => {
    expect(rooms).not.toContain("assess");
    expect(brotliBytes).toBeLessThan(4000);
  });
});
