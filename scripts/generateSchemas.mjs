// Writes the shapes of the register as JSON Schema, for editors and for programs in other languages.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { importSource } from "./importSource.mjs";
import { root } from "./workspace.mjs";

/**
 * @typedef {import("@valibot/to-json-schema").JsonSchema} JsonSchema
 * @typedef {Parameters<typeof toJsonSchema>[0]} Shape
 */

/** Where the schemas stand. */
export const schemaFolder = join(root, "packages", "core", "schema");

/**
 * The shapes of the register: their source in core exports `<name>Schema`.
 *
 * @type {readonly { folder: string; name: string; title: string; description: string }[]}
 */
const shapes = [
  { folder: "person", name: "olderPerson", title: "老年人", description: "one older person of a register" },
  { folder: "person", name: "household", title: "家庭", description: "one household" },
  { folder: "area", name: "area", title: "区划", description: "one administrative area" },
  { folder: "facility", name: "facility", title: "养老服务设施", description: "one facility" },
  { folder: "workforce", name: "caregiver", title: "护理人员", description: "one member of staff who cares for people" },
  { folder: "workforce", name: "volunteer", title: "志愿者", description: "one volunteer" },
  { folder: "workforce", name: "provider", title: "服务机构", description: "one body that may be entrusted with services" },
  { folder: "workforce", name: "mobileTeam", title: "流动服务队", description: "one team that goes round" },
  { folder: "workforce", name: "vehicle", title: "车辆", description: "one vehicle" },
  { folder: "service", name: "catalogue", title: "服务目录", description: "the services that can be brought to homes" },
];

/**
 * What a field's meaning asks of its text, as far as JSON Schema can say it: that 30 February does not exist, it cannot.
 *
 * @type {Readonly<Record<string, JsonSchema>>}
 */
const meanings = {
  date: { format: "date", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
  area: { pattern: "^(?:\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$" },
  fen: {},
  clockTime: {},
};

/** Codes of our own that valibot checks by a function: their meaning says it to JSON Schema. */
const saidByMeaning = new Set(["NOT_A_DATE", "NOT_AN_AREA_CODE"]);

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Translates titles, meanings and checks of ours; undefined leaves an action as the converter has it.
 *
 * @param {{ valibotAction: object; jsonSchema: JsonSchema }} action with the schema as the converter leaves it
 * @returns {JsonSchema | undefined}
 */
function overrideAction({ valibotAction, jsonSchema }) {
  const { type, requirement, message, metadata } = /** @type {Record<string, unknown>} */ (valibotAction);
  if (type === "finite" || (type === "check" && saidByMeaning.has(String(message)))) return jsonSchema;
  if (type === "max_value" && requirement === Number.MAX_VALUE) {
    // every number of JSON is finite
    const { maximum, ...unbounded } = jsonSchema;
    return unbounded;
  }
  if (type !== "metadata" || !isRecord(metadata)) return undefined;
  const { meaning, whenMissing, ...shape } = /** @type {JsonSchema & Record<string, unknown>} */ (jsonSchema);
  const asked = meaning === undefined ? {} : meanings[String(meaning)];
  if (asked === undefined) throw new Error(`nobody has said what ${meaning} means in JSON Schema`);
  const { title } = metadata;
  return { ...shape, ...(isRecord(title) ? { title: String(title.zh), description: String(title.en) } : {}), ...asked };
}

/**
 * The published JSON Schemas of the register's shapes.
 *
 * @returns {Promise<{ name: string; schema: JsonSchema }[]>}
 */
export async function registerSchemas() {
  return Promise.all(
    shapes.map(async ({ folder, name, title, description }) => {
      const source = (await importSource(`packages/core/src/${folder}/${name}.ts`))[`${name}Schema`];
      const { $schema, ...shape } = toJsonSchema(/** @type {Shape} */ (source), { overrideAction, errorMode: "throw" });
      return { name, schema: { $schema, $id: `${name}.schema.json`, title, description, ...shape } };
    }),
  );
}

/** Writes the schemas anew. */
export async function writeSchemas() {
  mkdirSync(schemaFolder, { recursive: true });
  for (const { name, schema } of await registerSchemas())
    writeFileSync(join(schemaFolder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
