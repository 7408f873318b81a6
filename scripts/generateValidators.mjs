// Compiles the JSON Schemas of packs and overlays to what the engine needs of them at run time: the schemas without their
// words for people, each part that occurs twice written once, every reference resolved. `pack/schemaIssues.ts` holds a pack
// against them. No code is generated at run time (strict content-security policies), and vendors do not ship a schema
// compiler. Validators written out by ajv weigh 130 kB, and compressed three times as much as these and their reader.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const rules = join(root, "packages", "rules");

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(rules, "schema", `${name}.schema.json`), "utf8"));

const forPeople = new Set(["$schema", "$id", "$defs", "title", "description", "examples"]);
const kept = new Set([
  "type",
  "const",
  "enum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "required",
  "discriminator",
]);
const withSchema = new Set(["items", "propertyNames", "additionalProperties"]);
const withList = new Set(["anyOf", "oneOf"]);

/** @typedef {Readonly<Record<string, unknown>>} Part */

/** The parts of schemas, each under one name however often it occurs. */
class Parts {
  /** @type {Map<string, string>} */
  #nameOf = new Map();

  /**
   * The text of a schema, in which `§n§` stands for the part that is called so.
   *
   * @param {unknown} schema
   * @param {Part} whole the schema that it is a part of
   * @returns {string}
   */
  add(schema, whole) {
    if (typeof schema !== "object" || schema === null) return JSON.stringify(schema);
    const given = /** @type {Part} */ (schema);
    if (typeof given.$ref === "string") {
      const [, , name = ""] = given.$ref.split("/");
      return this.add(/** @type {Part} */ (whole.$defs)[name], whole);
    }
    const text = `{${Object.entries(given)
      .flatMap(([key, value]) => (forPeople.has(key) ? [] : [`${key}:${this.#member(key, value, whole)}`]))
      .join(",")}}`;
    const name = this.#nameOf.get(text) ?? `§${this.#nameOf.size}§`;
    this.#nameOf.set(text, name);
    return name;
  }

  /**
   * @param {string} key
   * @param {unknown} value
   * @param {Part} whole
   */
  #member(key, value, whole) {
    if (kept.has(key)) return JSON.stringify(value);
    if (withSchema.has(key)) return this.add(value, whole);
    if (withList.has(key)) return `[${/** @type {unknown[]} */ (value).map((part) => this.add(part, whole))}]`;
    if (key !== "properties") throw new Error(`pack/schemaIssues.ts does not know the keyword ${key}`);
    const members = Object.entries(/** @type {Part} */ (value));
    return `{${members.map(([name, part]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}:${this.add(part, whole)}`)}}`;
  }

  /**
   * The text of modules: parts that occur once stand where they are used, the others before.
   *
   * @param {Readonly<Record<string, string>>} exported names of parts, by the name that each is exported under
   */
  source(exported) {
    const texts = new Map([...this.#nameOf].map(([text, name]) => [name, text]));
    const all = [...texts.values(), ...Object.values(exported)].join();
    /** @param {string} name */
    const occursOnce = (name) => all.indexOf(name) === all.lastIndexOf(name);
    /** @type {string[]} */
    const shared = [];
    /** @type {Map<string, string>} */
    const names = new Map();
    /** @param {string} text @returns {string} */
    const filled = (text) =>
      text.replace(/§\d+§/g, (name) => {
        const known = names.get(name);
        if (known !== undefined) return known;
        const own = filled(texts.get(name) ?? "");
        if (occursOnce(name)) return own;
        const called = `part${names.size}`;
        names.set(name, called);
        shared.push(`const ${called} = ${own};`);
        return called;
      });
    const ends = Object.entries(exported).map(([name, part]) => `export const ${name} = ${filled(part)};`);
    return [...shared, ...ends].join("\n");
  }
}

/** The source of `packages/rules/src/generated/schemas.js`. */
export function schemasSource() {
  const parts = new Parts();
  const [pack, overlay] = [read("pack"), read("overlay")];
  const source = parts.source({ packSchema: parts.add(pack, pack), overlaySchema: parts.add(overlay, overlay) });
  return `// @ts-nocheck\n// Made by scripts/generateValidators.mjs from the JSON Schemas in packages/rules/schema. Do not edit.\n${source}\n`;
}

/** Writes the schemas anew. */
export function writeValidators() {
  writeFileSync(join(rules, "src", "generated", "schemas.js"), schemasSource());
}
