import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a vendor ships who takes all of an entry point: its files, its packages, and its size with all of them. */
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
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  const packages = inputs.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return {
    rooms: [...new Set(inputs.flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? []))].sort(),
    packages: [...new Set(packages)].sort(),
    brotliBytes: brotliCompressSync(outputFiles[0]?.contents ?? Buffer.alloc(0)).length,
  };
}

describe("the main entry point of core", async () => {
  const main = await bundleOf("index.ts");

  it("does not lead to the rooms of holidays, ID numbers and coordinates, nor to their libraries", () => {
    expect(main.rooms).toContain("time");
    for (const room of ["holidays", "identity", "coordinates"]) expect(main.rooms).not.toContain(room);
    expect(main.packages).toEqual(["@date-fns/utc", "date-fns", "fastest-levenshtein", "valibot"]);
  });

  it("is less than 40 kB, compressed, with all that it needs", () => {
    expect(main.brotliBytes).toBeLessThan(40_000);
  });
});

describe("the entry point of", () => {
  it.each([
    ["holidays", "chinese-days"],
    ["identity", "cdigit"],
    ["coordinates", "gcoord"],
  ])("%s has its own library, %s, and none of the others", async (room, library) => {
    const { packages } = await bundleOf(`${room}/index.ts`);
    expect(packages.filter((name) => ["chinese-days", "cdigit", "gcoord"].includes(name))).toEqual([library]);
  });
});
