import type * as v from "valibot";

/** Says of a value that it fits a shape as it is; false where it does not, or where that takes a closer look. */
type QuickCheck = (value: unknown) => boolean;

/** What is looked at of valibot's schemas and actions. */
interface Part {
  readonly kind: "schema" | "validation" | "transformation" | "metadata";
  readonly type: string;
  readonly "~run": (dataset: { typed: boolean; value: unknown }, config: object) => { readonly issues?: unknown; readonly value: unknown };
  readonly pipe?: readonly Part[];
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly key?: Part;
  readonly value?: Part;
  readonly options?: readonly unknown[];
  readonly default?: unknown;
  readonly literal?: unknown;
}

const hasOwn = Object.hasOwn;

/** Names that valibot leaves out of records of free names. */
const leftOut = new Set(["__proto__", "prototype", "constructor"]);

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** As valibot itself says it, where its answer is the value as it was given. */
const asRun =
  (part: Part): QuickCheck =>
  (value) => {
    const result = part["~run"]({ typed: part.kind !== "schema", value }, {});
    return result.issues === undefined && result.value === value;
  };

const isOptional = ({ type }: Part): boolean => type === "optional" || type === "exact_optional";

function recordCheck(entries: Readonly<Record<string, Part>>): QuickCheck {
  const checks = new Map(Object.entries(entries).map(([key, part]) => [key, quickOf(part)]));
  const needed = Object.entries(entries).flatMap(([key, part]) => (isOptional(part) ? [] : [key]));
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key of Object.keys(value)) if (checks.get(key)?.(value[key]) !== true) return false;
    return needed.every((key) => hasOwn(value, key));
  };
}

function freeRecordCheck(key: QuickCheck, item: QuickCheck): QuickCheck {
  return (value) => isPlain(value) && Object.keys(value).every((name) => !leftOut.has(name) && key(name) && item(value[name]));
}

function bare(part: Part): QuickCheck {
  switch (part.type) {
    case "strict_object":
      return recordCheck(part.entries ?? {});
    case "record":
      return part.key === undefined || part.value === undefined ? () => false : freeRecordCheck(quickOf(part.key), quickOf(part.value));
    case "array": {
      if (part.item === undefined) return () => false;
      const item = quickOf(part.item);
      return (value) => {
        if (!Array.isArray(value)) return false;
        // by index, as a list may have holes
        for (let index = 0; index < value.length; index += 1) if (!item(value[index])) return false;
        return true;
      };
    }
    case "optional":
    case "exact_optional":
    case "nullable": {
      // a default makes another value of it
      if (part.wrapped === undefined || part.default !== undefined) return () => false;
      const wrapped = quickOf(part.wrapped);
      return part.type === "nullable" ? (value) => value === null || wrapped(value) : wrapped;
    }
    case "string":
      return (value) => typeof value === "string";
    case "number":
      return (value) => typeof value === "number" && !Number.isNaN(value);
    case "boolean":
      return (value) => typeof value === "boolean";
    case "picklist": {
      const options = new Set(part.options);
      return (value) => options.has(value);
    }
    case "literal":
      return (value) => value === part.literal;
    case "union":
    case "variant": {
      const options = (part.options as readonly Part[]).map(quickOf);
      return (value) => options.some((option) => option(value));
    }
    default:
      return asRun(part);
  }
}

const known = new WeakMap<Part, QuickCheck>();

function quickOf(part: Part): QuickCheck {
  const before = known.get(part);
  if (before !== undefined) return before;
  const { pipe } = part;
  const [first, ...actions] = pipe ?? [part];
  let check: QuickCheck;
  if (pipe === undefined || first === undefined) check = bare(part);
  else if (actions.some(({ kind }) => kind === "transformation")) check = () => false;
  else {
    const checks = [
      quickOf(first),
      ...actions.flatMap((action) => (action.kind === "metadata" ? [] : [action.kind === "schema" ? quickOf(action) : asRun(action)])),
    ];
    check = checks.length === 1 ? (checks[0] as QuickCheck) : (value) => checks.every((each) => each(value));
  }
  known.set(part, check);
  return check;
}

/**
 * A quick look that finds most records of a register in order: it reads the same schema as valibot, makes no copy and words
 * no issue. What it does not accept is read by valibot.
 *
 * @returns true only where valibot finds nothing wrong and would give the value back as it is
 */
export function quickCheck(schema: v.GenericSchema): QuickCheck {
  return quickOf(schema as unknown as Part);
}
