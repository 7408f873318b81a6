// Writes the JSON Schemas of packs and overlays out without what they say to people, for the engine to check by: no code is
// generated at run time (strict content-security policies), and vendors ship neither a schema compiler nor its output.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const rules = join(root, "packages", "rules");
const target = join(rules, "src", "generated", "shapes.ts");

/** What a schema says to people and their tools. */
const forPeople = new Set(["$schema", "$id", "title", "description", "examples"]);

/** What `packages/rules/src/pack/schemaFindings.ts` looks at: another keyword would be passed over unnoticed. */
const known = new Set([
  ...["$defs", "$ref", "type", "enum", "const", "anyOf", "discriminator", "oneOf", "pattern", "minLength", "maxLength"],
  ...["minItems", "maxItems", "uniqueItems", "items", "minProperties", "required", "propertyNames", "properties", "additionalProperties"],
]);

/** Keywords whose members are schemas by name. */
const named = new Set(["properties", "$defs"]);
/** Keywords whose value is data, not a schema. */
const data = new Set(["enum", "const", "required", "type", "discriminator"]);

/**
 * A schema without what it says to people.
 *
 * @param {unknown} schema
 * @returns {unknown}
 */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (forPeople.has(keyword)) return [];
      if (!known.has(keyword)) throw new Error(`no check knows the keyword ${keyword} of JSON Schema`);
      if (data.has(keyword)) return [[keyword, value]];
      return [[keyword, named.has(keyword) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bare(part)])) : bare(value)]];
    }),
  );
}

/** @param {string} name */
const shape = (name) => JSON.stringify(bare(JSON.parse(readFileSync(join(rules, "schema", `${name}.schema.json`), "utf8"))), undefined, 1);

/** The source of `packages/rules/src/generated/shapes.ts`. */
export const shapesSource = () =>
  [
    "// Made by scripts/generateShapes.mjs from the JSON Schemas in packages/rules/schema. Do not edit.",
    'import type { ShapeSchema } from "../pack/schemaFindings.js";',
    `export const packShape: ShapeSchema = ${shape("pack")};`,
    `export const overlayShape: ShapeSchema = ${shape("overlay")};`,
    "",
  ].join("\n\n");

/** Writes the shapes anew. */
export function writeShapes() {
  writeFileSync(target, shapesSource());
}
