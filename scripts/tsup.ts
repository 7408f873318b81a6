import type { Options } from "tsup";

const shared = {
  target: "es2022",
  sourcemap: true,
  splitting: true,
  // several builds write into one folder, which `npm run build` empties before
  clean: false,
  removeNodeProtocol: false,
} as const satisfies Options;

/** How a library is built: ES modules, CommonJS, and types for both. */
export function libraryBuild(entry: string[]): Options {
  // `import.meta.url` in CommonJS as well
  return { ...shared, entry, format: ["esm", "cjs"], dts: true, shims: true };
}

/** How a program is built: an ES module for Node.js alone, which wants import attributes where data files are imported. */
export function programBuild(entry: string[]): Options {
  return { ...shared, entry, target: "node20.19", platform: "node", format: "esm", dts: false };
}
