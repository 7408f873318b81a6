// Compiles the JSON Schemas of packs and overlays to plain functions, so that no code is generated at run time
// (strict content-security policies) and vendors do not ship the schema compiler.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { buildSync } from "esbuild";
import { root } from "./workspace.mjs";

const rules = join(root, "packages", "rules");

/** What a schema says to people: ajv would copy it into the validators, which then weigh twice as much. */
const forPeople = (/** @type {string} */ key, /** @type {unknown} */ value) =>
  key === "examples" || (key === "description" && typeof value === "string") ? undefined : value;

/** @param {string} name */
const schema = (name) => JSON.parse(readFileSync(join(rules, "schema", `${name}.schema.json`), "utf8"), forPeople);

/** The source of `packages/rules/src/generated/validators.js`. */
export function validatorsSource() {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    allowUnionTypes: true,
    inlineRefs: false,
    // issues have words of their own
    messages: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  ajv.addSchema(schema("pack"), "pack");
  ajv.addSchema(schema("overlay"), "overlay");
  const code = standaloneCode(ajv, { validatePack: "pack", validateOverlay: "overlay" });
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: rules, loader: "js" },
    absWorkingDir: rules,
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    charset: "utf8",
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    treeShaking: true,
  });
  return `// @ts-nocheck\n// Made by scripts/generateValidators.mjs from the JSON Schemas in packages/rules/schema. Do not edit.\n${outputFiles[0]?.text}`;
}

/** Writes the validators anew. */
export function writeValidators() {
  writeFileSync(join(rules, "src", "generated", "validators.js"), validatorsSource());
}
