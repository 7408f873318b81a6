import { basename } from "node:path";
import { importSource } from "./importSource.mjs";
import { listFiles } from "./listFiles.mjs";
import { publishedFolders, readManifest } from "./workspace.mjs";

/**
 * What a code means; `advice` and `severity` are those of issues, which violations of a plan do not have.
 *
 * @typedef {{ message: import("@eldercare/core").Wording } & Partial<import("@eldercare/core").CodeWording>} CodeEntry
 */

/**
 * The codes of one package with their wording.
 *
 * @typedef {object} Catalogue
 * @property {string} packageName
 * @property {Readonly<Record<string, CodeEntry>>} codes
 */

/**
 * @param {[string, CodeEntry | import("@eldercare/core").Wording]} entry
 * @returns {[string, CodeEntry]}
 */
const toEntry = ([code, wording]) => [code, "message" in wording ? wording : { message: wording }];

/** @param {string} folder of a package */
const codeFiles = (folder) =>
  listFiles(`packages/${basename(folder)}/src`).filter((file) => basename(file) === "codes.ts" || /\/features\/[^/]+\/check\.ts$/.test(file));

/**
 * The catalogues that a file exports: `<something>Codes`, or the `codes` of a feature's check half.
 *
 * @param {[string, unknown]} named
 * @returns {[string, CodeEntry | import("@eldercare/core").Wording][]}
 */
function entriesOf([name, value]) {
  if (typeof value !== "object" || value === null) return [];
  if (name.endsWith("Codes")) return Object.entries(value);
  return "codes" in value ? Object.entries(value.codes ?? {}) : [];
}

/**
 * @param {string} folder of a package
 * @returns {Promise<Catalogue>}
 */
async function catalogueOf(folder) {
  const modules = await Promise.all(codeFiles(folder).map(importSource));
  const entries = modules.flatMap((module) => Object.entries(module).flatMap(entriesOf)).map(toEntry);
  const codes = Object.fromEntries(entries);
  const { name } = readManifest(folder);
  if (Object.keys(codes).length < entries.length) {
    const names = entries.map(([code]) => code);
    throw new Error(`${name} explains twice: ${names.filter((code, index) => names.indexOf(code) < index).join(", ")}`);
  }
  return { packageName: name, codes };
}

/**
 * The codes of every package that has any, read from the sources: those that files called `codes.ts` export as
 * `<something>Codes`, and those of the features' check halves. Packages in alphabetical order, core first.
 *
 * @returns {Promise<Catalogue[]>}
 */
export async function loadCatalogues() {
  const folders = publishedFolders().sort((a, b) => Number(basename(b) === "core") - Number(basename(a) === "core"));
  const catalogues = await Promise.all(folders.map(catalogueOf));
  return catalogues.filter(({ codes }) => Object.keys(codes).length > 0);
}
