import * as v from "valibot";
import { type CoreCode, coreCodes, reportIssue } from "../errors/codes.js";
import { type Issue, jsonPointer } from "../errors/issue.js";
import { didYouMean } from "../errors/suggest.js";
import { childSchema, choicesOf, metadataOf } from "./fields.js";

/** What a parser returns: the value, or every issue found in it. */
export type Parsed<Value> =
  | { readonly value: Value; readonly issues: readonly Issue[] }
  | { readonly value?: undefined; readonly issues: readonly Issue[] };

const isCode = (text: string): text is CoreCode => Object.hasOwn(coreCodes, text);

const fieldTitle = (schema: v.GenericSchema | undefined, key: string): string => {
  const title = schema === undefined ? undefined : metadataOf(schema).title;
  return title === undefined ? key : `${key}（${title.zh}）`;
};

/** Words one finding of valibot as an issue of ours. */
function toIssue(schema: v.GenericSchema, finding: v.BaseIssue<unknown>, base: string): Issue {
  const path = (finding.path ?? []).map((item) => item.key as string | number);
  const pointer = base + jsonPointer(path);
  const key = String(path.at(-1) ?? "");
  const parent = childSchema(schema, path.slice(0, -1));
  if (isCode(finding.message)) return reportIssue(finding.message, pointer, { seen: finding.input, values: { expected: finding.expected ?? "" } });
  if (finding.type === "strict_object" && finding.expected === "never") {
    const known = Object.keys((parent as { entries?: object } | undefined)?.entries ?? {});
    return reportIssue("UNKNOWN_KEY", pointer, { seen: key, values: didYouMean(key, known) });
  }
  if (finding.type === "strict_object" && finding.input === undefined) {
    const missing = childSchema(schema, path);
    const code = missing === undefined ? undefined : metadataOf(missing).whenMissing;
    return reportIssue(code !== undefined && isCode(code) ? code : "MISSING_FIELD", pointer, { values: { field: fieldTitle(missing, key) } });
  }
  if (finding.type === "picklist") {
    const field = childSchema(schema, path);
    const options = field === undefined ? [] : choicesOf(field);
    const hint = didYouMean(String(finding.input), options);
    return reportIssue("NOT_IN_LIST", pointer, { seen: finding.input, values: { expected: options.join(", "), ...hint } });
  }
  return reportIssue("WRONG_TYPE", pointer, { seen: finding.input, values: { expected: finding.expected ?? finding.type } });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * Lists that stand where a record belongs: valibot reads `[]` as a record without fields.
 *
 * @param read what valibot made of the value
 */
function listsReadAsRecords(value: unknown, read: unknown, pointer: string): Issue[] {
  if (!isObject(value) || !isObject(read)) return [];
  if (Array.isArray(value) && !Array.isArray(read)) return [reportIssue("WRONG_TYPE", pointer, { seen: value, values: { expected: "Object" } })];
  const parts = read as Readonly<Record<string, unknown>>;
  return Object.entries(value).flatMap(([key, part]) => (isObject(part) ? listsReadAsRecords(part, parts[key], pointer + jsonPointer([key])) : []));
}

// made once for each shape: a population is read record by record
const partials = new WeakMap<v.GenericSchema, v.GenericSchema>();

/**
 * Reads what is known of a record of a declared shape: as `parseShape`, but no field is required.
 *
 * @example
 * parsePartialShape(volunteerSchema, { healthy: true }).issues //=> []
 */
export function parsePartialShape<const Entries extends v.ObjectEntries>(
  schema: v.StrictObjectSchema<Entries, undefined>,
  value: unknown,
  base = "",
): Parsed<unknown> {
  const known = partials.get(schema);
  if (known !== undefined) return parseShape(known, value, base);
  const made = v.partial(schema);
  partials.set(schema, made);
  return parseShape(made, value, base);
}

/**
 * Reads a value of a declared shape: every issue at once, unknown keys refused.
 *
 * @param base JSON pointer of the value within the caller's object
 * @example
 * parseShape(volunteerSchema, { id: "v-1", area: "500229", helthy: true }).issues[0].message.en //=> 'unknown field "helthy"; did you mean "healthy"?'
 */
export function parseShape<Schema extends v.GenericSchema>(schema: Schema, value: unknown, base = ""): Parsed<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value);
  const misread = listsReadAsRecords(value, result.output, base);
  if (result.success && misread.length === 0) return { value: result.output, issues: [] };
  // a list has no fields: that they are missing follows from what it is
  const follows = (issue: Issue): boolean => misread.some(({ pointer }) => issue.pointer.startsWith(`${pointer}/`));
  const found = (result.issues ?? []).map((finding) => toIssue(schema, finding, base));
  return { issues: [...found.filter((issue) => !follows(issue)), ...misread] };
}
