import { didYouMean, type Issue, jsonPointer, printValue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";

/** Types that a schema names. */
export type SchemaType = "string" | "number" | "integer" | "boolean" | "null" | "array" | "object";

/** As much of JSON Schema as the schemas of packs and overlays use; `scripts/generateValidators.mjs` refuses more. */
export interface Schema {
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Of texts only. */
  readonly uniqueItems?: true;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | false;
  /** The member by which one of `oneOf` is chosen: each has it as a `const`. */
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly Schema[];
}

type Members = Readonly<Record<string, unknown>>;

const isOfType = (value: unknown, type: SchemaType): boolean =>
  type === "null"
    ? value === null
    : type === "array"
      ? Array.isArray(value)
      : type === "integer"
        ? Number.isInteger(value)
        : typeof value === type && value !== null && !Array.isArray(value) && (type !== "number" || Number.isFinite(value));

/** What a file holds is its own: nothing that every object inherits. */
const member = (object: Members, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

const patterns = new Map<string, RegExp>();

function matches(text: string, pattern: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, "u");
  patterns.set(pattern, known);
  return known.test(text);
}

/** Says what is wrong at one place. */
type Wrong = (problem: string, params?: Members, print?: (value: unknown) => string) => void;

function checkCount(count: number, least: number | undefined, most: number | undefined, things: string, wrong: Wrong): void {
  if (most !== undefined && count > most) wrong(`must NOT have more than ${most} ${things}`, { limit: most });
  if (least !== undefined && count < least) wrong(`must NOT have fewer than ${least} ${things}`, { limit: least });
}

function checkText(schema: Schema, text: string, wrong: Wrong): void {
  const { minLength, maxLength, pattern } = schema;
  checkCount([...text].length, minLength, maxLength, "characters", wrong);
  if (pattern !== undefined && !matches(text, pattern)) wrong(`must match pattern "${pattern}"`, { pattern });
}

function checkUnique(list: readonly unknown[], wrong: Wrong): void {
  for (let i = list.length - 2; i >= 0; i -= 1) {
    const j = typeof list[i] === "string" ? list.indexOf(list[i], i + 1) : -1;
    if (j < 0) continue;
    wrong(`must NOT have duplicate items (items ## ${j} and ${i} are identical)`, { i, j });
    return;
  }
}

/** Holds a value against a schema, in the words and the order of ajv. */
class SchemaCheck {
  readonly issues: Issue[] = [];

  /** @param seen what stands at the pointer: the value, or what has it for a name */
  check(schema: Schema, value: unknown, pointer: string, seen: unknown = value): void {
    const wrong: Wrong = (problem, params = {}, print = JSON.stringify) => {
      const words = Object.entries(params).map(([name, param]) => `${name}: ${print(param)}`);
      this.issues.push(reportRules("PACK_SHAPE", pointer, { seen, values: { problem: `${problem} (${words.join(", ")})` } }));
    };
    const { type, const: allowedValue, enum: allowedValues, anyOf } = schema;
    if (type !== undefined && ![type].flat().some((each) => isOfType(value, each))) wrong(`must be ${type}`, { type });
    if (typeof value === "string") checkText(schema, value, wrong);
    if (allowedValue !== undefined && value !== allowedValue) wrong("must be equal to constant", { allowedValue });
    if (allowedValues?.includes(value as string) === false) wrong("must be equal to one of the allowed values", { allowedValues });
    if (anyOf !== undefined && !this.fitsOne(anyOf, value, pointer)) wrong("must match a schema in anyOf");
    if (Array.isArray(value)) this.checkList(schema, value, pointer, wrong);
    else if (isOfType(value, "object")) this.checkObject(schema, value as Members, pointer, wrong);
  }

  /** Whether a value fits one of several schemas: what is wrong with it after the others is then forgotten. */
  private fitsOne(schemas: readonly Schema[], value: unknown, pointer: string): boolean {
    const before = this.issues.length;
    const fits = schemas.some((schema) => {
      const { length } = this.issues;
      this.check(schema, value, pointer);
      return this.issues.length === length;
    });
    if (fits) this.issues.length = before;
    return fits;
  }

  private checkList({ minItems, maxItems, items, uniqueItems }: Schema, list: readonly unknown[], pointer: string, wrong: Wrong): void {
    checkCount(list.length, minItems, maxItems, "items", wrong);
    if (items !== undefined) for (const [index, item] of list.entries()) this.check(items, item, `${pointer}/${index}`);
    if (uniqueItems === true) checkUnique(list, wrong);
  }

  private checkObject(schema: Schema, object: Members, pointer: string, wrong: Wrong): void {
    const { minProperties, required = [], properties = {}, propertyNames, additionalProperties, discriminator, oneOf = [] } = schema;
    const keys = Object.keys(object);
    checkCount(keys.length, minProperties, undefined, "properties", wrong);
    for (const missingProperty of required)
      if (member(object, missingProperty) === undefined) wrong(`must have required property '${missingProperty}'`, { missingProperty });
    if (propertyNames !== undefined)
      for (const propertyName of keys) {
        const { length } = this.issues;
        this.check(propertyNames, propertyName, pointer, object);
        if (this.issues.length > length) wrong("property name must be valid", { propertyName });
      }
    const at = (key: string): string => pointer + jsonPointer([key]);
    for (const key of keys) {
      if (additionalProperties === undefined || Object.hasOwn(properties, key)) continue;
      if (additionalProperties !== false) this.check(additionalProperties, object[key], at(key));
      else this.issues.push(reportRules("PACK_UNKNOWN_KEY", at(key), { seen: key, values: didYouMean(key, Object.keys(properties)) }));
    }
    for (const [key, property] of Object.entries(properties)) {
      const value = member(object, key);
      if (value !== undefined) this.check(property, value, at(key));
    }
    if (discriminator === undefined) return;
    const tag = discriminator.propertyName;
    const tagValue = member(object, tag);
    const chosen = oneOf.find(({ properties: own = {} }) => own[tag]?.const === tagValue);
    // what is no text may be anything, even too deep to be printed in full
    if (typeof tagValue !== "string") wrong(`tag "${tag}" must be string`, { error: "tag", tag, tagValue }, printValue);
    else if (chosen === undefined) wrong(`value of tag "${tag}" must be in oneOf`, { error: "mapping", tag, tagValue });
    else this.check(chosen, object, pointer);
  }
}

/**
 * Everything in which a value does not fit a schema: PACK_UNKNOWN_KEY for a key that an object does not have, PACK_SHAPE
 * for the rest.
 */
export function schemaIssues(schema: Schema, value: unknown): Issue[] {
  const check = new SchemaCheck();
  check.check(schema, value, "");
  return check.issues;
}
