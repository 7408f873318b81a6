/** The keywords of JSON Schema that the shapes of packs and overlays are declared with; every other is refused when they are written out. */
export interface ShapeSchema {
  readonly $defs?: Readonly<Record<string, ShapeSchema>>;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly ShapeSchema[];
  /** Of several shapes that of which the named property is a constant. */
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly ShapeSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: ShapeSchema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly propertyNames?: ShapeSchema;
  readonly properties?: Readonly<Record<string, ShapeSchema>>;
  readonly additionalProperties?: false | ShapeSchema;
}

/** What a value has that its schema does not want, or lacks. */
export interface SchemaFinding {
  /** JSON pointer into the value. */
  readonly pointer: string;
  readonly seen: unknown;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** What an object has of its own: what every object inherits was put there by nobody. */
const own = (value: JsonObject, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

const isOfType = (value: unknown, type: string): boolean =>
  type === "object"
    ? isObject(value)
    : type === "array"
      ? Array.isArray(value)
      : type === "integer"
        ? Number.isInteger(value)
        : type === "number"
          ? Number.isFinite(value)
          : type === (value === null ? "null" : typeof value);

const pointerTo = (pointer: string, key: string | number): string => `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Takes down what does not hold. */
type Want = (holds: boolean | undefined, keyword: string, params: JsonObject) => void;

class SchemaCheck {
  readonly found: SchemaFinding[] = [];
  private readonly root: ShapeSchema;

  constructor(root: ShapeSchema) {
    this.root = root;
  }

  /** Looks at one value; of each schema the keywords in the order in which ajv reports them. */
  visit(schema: ShapeSchema, seen: unknown, pointer: string): void {
    const want: Want = (holds, keyword, params) => {
      if (holds === false) this.found.push({ pointer, seen, keyword, params });
    };
    const { type, $ref } = schema;
    if ($ref !== undefined) {
      this.visit(this.root.$defs?.[$ref.slice("#/$defs/".length)] ?? {}, seen, pointer);
      return;
    }
    if (typeof seen === "string") this.text(schema, seen, want);
    want(schema.enum?.includes(seen), "enum", { allowedValues: schema.enum });
    if ("const" in schema) want(seen === schema.const, "const", { allowedValue: schema.const });
    if (schema.anyOf !== undefined) this.anyOf(schema.anyOf, seen, pointer, want);
    if (Array.isArray(seen)) this.list(schema, seen, pointer, want);
    else if (isObject(seen)) this.object(schema, seen, pointer, want);
    const types = type === undefined ? [] : [type].flat();
    want(types.length === 0 || types.some((each) => isOfType(seen, each)), "type", { type });
  }

  private text({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: ShapeSchema, seen: string, want: Want): void {
    // a character is what a reader counts as one, not half of a pair of surrogates
    const { length } = minLength > 0 || maxLength < seen.length ? [...seen] : seen;
    want(length <= maxLength, "maxLength", { limit: maxLength });
    want(length >= minLength, "minLength", { limit: minLength });
    if (pattern !== undefined) want(new RegExp(pattern, "u").test(seen), "pattern", { pattern });
  }

  private anyOf(shapes: readonly ShapeSchema[], seen: unknown, pointer: string, want: Want): void {
    const before = this.found.length;
    for (const shape of shapes) {
      const soFar = this.found.length;
      this.visit(shape, seen, pointer);
      if (this.found.length === soFar) {
        this.found.length = before;
        return;
      }
    }
    want(false, "anyOf", {});
  }

  private list(schema: ShapeSchema, seen: readonly unknown[], pointer: string, want: Want): void {
    const { items, uniqueItems, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    want(seen.length <= maxItems, "maxItems", { limit: maxItems });
    want(seen.length >= minItems, "minItems", { limit: minItems });
    if (items !== undefined) for (const [index, item] of seen.entries()) this.visit(items, item, pointerTo(pointer, index));
    const texts = seen.filter((item) => typeof item === "string");
    want(uniqueItems !== true || new Set(texts).size === texts.length, "uniqueItems", {});
  }

  /** Looks at the name of a member; what it is not is said of the object that holds it. */
  private name(shape: ShapeSchema, key: string, seen: JsonObject, pointer: string, want: Want): void {
    const before = this.found.length;
    this.visit(shape, key, pointer);
    const findings = this.found.splice(before);
    this.found.push(...findings.map((finding) => ({ ...finding, seen })));
    want(findings.length === 0, "propertyNames", { propertyName: key });
  }

  private object(schema: ShapeSchema, seen: JsonObject, pointer: string, want: Want): void {
    const { discriminator, oneOf = [], minProperties = 0, required = [], propertyNames, properties = {}, additionalProperties } = schema;
    want(Object.keys(seen).length >= minProperties, "minProperties", { limit: minProperties });
    for (const key of required) want(own(seen, key) !== undefined, "required", { missingProperty: key });
    if (discriminator !== undefined) {
      const tag = discriminator.propertyName;
      const value = own(seen, tag);
      const shape = oneOf.find((each) => each.properties?.[tag]?.const === value);
      if (shape === undefined) want(false, "discriminator", { tag, tagValue: value });
      else this.visit(shape, seen, pointer);
    }
    const keys = Object.keys(seen);
    if (propertyNames !== undefined) for (const key of keys) this.name(propertyNames, key, seen, pointer, want);
    for (const key of keys) {
      if (Object.hasOwn(properties, key) || additionalProperties === undefined) continue;
      if (additionalProperties === false) want(false, "additionalProperties", { key, known: Object.keys(properties) });
      else this.visit(additionalProperties, seen[key], pointerTo(pointer, key));
    }
    for (const [key, shape] of Object.entries(properties)) {
      const value = own(seen, key);
      if (value !== undefined) this.visit(shape, value, pointerTo(pointer, key));
    }
  }
}

/** Everything in which a value does not fit a schema, as a validator that looks for all errors finds it. */
export function schemaFindings(schema: ShapeSchema, value: unknown): readonly SchemaFinding[] {
  const check = new SchemaCheck(schema);
  check.visit(schema, value, "");
  return check.found;
}
