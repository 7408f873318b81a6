import * as v from "valibot";
import { type CoreCode, coreCodes, reportIssue } from "../errors/codes.js";
import { type Issue, jsonPointer } from "../errors/issue.js";
import { didYouMean } from "../errors/suggest.js";
import { reportWrongType } from "../errors/wrongType.js";
import { childSchema, choicesOf, metadataOf } from "./fields.js";
import { quickCheck } from "./quickCheck.js";

/** What a parser returns: the value, or every issue found in it. */
export type Parsed<Value> =
  | { readonly value: Value; readonly issues: readonly Issue[] }
  | { readonly value?: undefined; readonly issues: readonly Issue[] };

const isCode = (text: string): text is CoreCode => Object.hasOwn(coreCodes, text);

const fieldTitle = (schema: v.GenericSchema | undefined, key: string): string => {
  const title = schema === undefined ? undefined : metadataOf(schema).title;
  return title === undefined ? key : `${key}（${title.zh}）`;
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

interface RecordSchema {
  readonly entries?: object;
  readonly wrapped?: RecordSchema;
}

/** The fields that a record may have; undefined where the schema is not of one record. */
function entriesOf(schema: v.GenericSchema | undefined): object | undefined {
  let node = schema as RecordSchema | undefined;
  while (node?.wrapped !== undefined) node = node.wrapped;
  return node?.entries;
}

/** Every unknown field of a record: valibot stops at the first of each. */
function unknownKeys(parent: v.GenericSchema | undefined, finding: v.BaseIssue<unknown>, base: string): Issue[] {
  const path = (finding.path ?? []).map((item) => item.key as string | number);
  const entries = entriesOf(parent);
  const known = Object.keys(entries ?? {});
  const record = finding.path?.at(-1)?.input;
  const first = String(path.at(-1) ?? "");
  // where the shape is one of several, what else is unknown cannot be told
  const all = entries === undefined || !isObject(record) ? [first] : Object.keys(record).filter((key) => !Object.hasOwn(entries, key));
  return all.map((key) => reportIssue("UNKNOWN_KEY", base + jsonPointer([...path.slice(0, -1), key]), { seen: key, values: didYouMean(key, known) }));
}

const isUnknownKey = (finding: v.BaseIssue<unknown>): boolean => finding.type === "strict_object" && finding.expected === "never";

/** Words one finding of valibot as issues of ours. */
function toIssues(schema: v.GenericSchema, finding: v.BaseIssue<unknown>, base: string): Issue[] {
  if (!isUnknownKey(finding)) return [toIssue(schema, finding, base)];
  const path = (finding.path ?? []).map((item) => item.key as string | number);
  return unknownKeys(childSchema(schema, path.slice(0, -1)), finding, base);
}

function toIssue(schema: v.GenericSchema, finding: v.BaseIssue<unknown>, base: string): Issue {
  const path = (finding.path ?? []).map((item) => item.key as string | number);
  const pointer = base + jsonPointer(path);
  const key = String(path.at(-1) ?? "");
  if (isCode(finding.message)) return reportIssue(finding.message, pointer, { seen: finding.input, values: { expected: finding.expected ?? "" } });
  if (finding.type === "strict_object" && finding.input === undefined) {
    const missing = childSchema(schema, path);
    const code = missing === undefined ? undefined : metadataOf(missing).whenMissing;
    return reportIssue(code !== undefined && isCode(code) ? code : "MISSING_FIELD", pointer, { values: { field: fieldTitle(missing, key) } });
  }
  if (finding.type === "picklist") {
    const field = childSchema(schema, path);
    const options = field === undefined ? [] : choicesOf(field);
    const hint = didYouMean(typeof finding.input === "string" ? finding.input : "", options);
    return reportIssue("NOT_IN_LIST", pointer, { seen: finding.input, values: { expected: options.join(", "), ...hint } });
  }
  return reportWrongType(pointer, finding.input, finding.expected ?? finding.type);
}

/**
 * What valibot reads otherwise than it is written: a list where a record belongs, as a record without fields; and fields of a
 * record of free names that it leaves out for their names (`constructor`, `__proto__`).
 *
 * @param read what valibot made of the value
 * @param pointer made where something is found: most records of a register have nothing of the kind
 * @param isWhole whether valibot found nothing wrong, so that what it left out was left out in silence
 */
function findMisread(value: unknown, read: unknown, pointer: () => string, isWhole: boolean, issues: Issue[]): void {
  // what valibot has left as it was it has not read as anything else
  if (!isObject(value) || !isObject(read) || value === read) return;
  if (Array.isArray(value) && !Array.isArray(read)) {
    issues.push(reportWrongType(pointer(), value, "Object"));
    return;
  }
  const parts = read as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    const at = (): string => pointer() + jsonPointer([key]);
    if (Object.hasOwn(parts, key)) {
      if (isObject(part)) findMisread(part, parts[key], at, isWhole, issues);
    } else if (isWhole) issues.push(reportIssue("UNKNOWN_KEY", at(), { seen: key, values: didYouMean(key, []) }));
  }
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
 * Reads a value of a declared shape: every issue at once, unknown keys refused. What is in order is given back as it is, not as
 * a copy.
 *
 * @param base JSON pointer of the value within the caller's object
 * @example
 * parseShape(volunteerSchema, { id: "v-1", area: "500229", helthy: true }).issues[0].message.en //=> 'unknown field "helthy"; did you mean "healthy"?'
 */
export function parseShape<Schema extends v.GenericSchema>(schema: Schema, value: unknown, base = ""): Parsed<v.InferOutput<Schema>> {
  if (quickCheck(schema)(value)) return { value: value as v.InferOutput<Schema>, issues: [] };
  const result = v.safeParse(schema, value);
  const misread: Issue[] = [];
  findMisread(value, result.output, () => base, result.success, misread);
  if (result.success && misread.length === 0) return { value: result.output, issues: [] };
  // a list has no fields: that they are missing follows from what it is
  const lists = new Set(misread.map(({ pointer }) => pointer));
  const follows = ({ pointer }: Issue): boolean => {
    // asked of each part of the pointer: a record may hold as many lists as it has issues
    for (let end = pointer.lastIndexOf("/"); end > 0; end = pointer.lastIndexOf("/", end - 1)) if (lists.has(pointer.slice(0, end))) return true;
    return lists.has("") && pointer !== "";
  };
  const found = (result.issues ?? []).flatMap((finding) => toIssues(schema, finding, base));
  return { issues: [...found.filter((issue) => !follows(issue)), ...misread] };
}
