import { basename } from "node:path";
import { build } from "esbuild";
import { listFiles } from "./listFiles.mjs";
import { publishedFolders, readManifest, root } from "./workspace.mjs";

/**
 * The codes of one package with their wording.
 *
 * @typedef {object} Catalogue
 * @property {string} packageName
 * @property {Readonly<Record<string, import("@eldercare/core").CodeWording>>} codes
 */

/** @param {string} folder of a package */
const codeFiles = (folder) => listFiles(`packages/${basename(folder)}/src`).filter((file) => basename(file) === "codes.ts");

/**
 * The codes that packages export as `<something>Codes` from files called `codes.ts`, read from the sources; packages in
 * alphabetical order, core first.
 *
 * @returns {Promise<Catalogue[]>}
 */
export async function loadCatalogues() {
  const folders = publishedFolders().sort((a, b) => Number(basename(b) === "core") - Number(basename(a) === "core"));
  return (
    await Promise.all(
      folders.map(async (folder) => {
        const modules = await Promise.all(codeFiles(folder).map(importSource));
        const catalogues = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith("Codes")));
        return { packageName: readManifest(folder).name, codes: Object.assign({}, ...catalogues.map(([, codes]) => codes)) };
      }),
    )
  ).filter(({ codes }) => Object.keys(codes).length > 0);
}

/**
 * @param {string} file path from the root
 * @returns {Promise<Record<string, unknown>>}
 */
async function importSource(file) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@eldercare/source"],
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`);
}
