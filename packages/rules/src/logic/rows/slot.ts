import type { FieldType } from "@eldercare/core";
import type { Leaf } from "../node.js";
import type { Scope } from "../scope.js";
import type { Value } from "../value.js";

/** Where one fact stands in a row, and how its value becomes a number there. */
export interface Slot {
  readonly leaf: Leaf;
  /** Place among all facts of the row: its bit among the missing. */
  readonly index: number;
  /** Among the bits of a row, or among its numbers. */
  readonly store: "bits" | "numbers";
  /**
   * A `choice` has one bit of `all`, a `set` any of them, a number may be none (`NaN`). What is missing has no bit, or is
   * `NaN`: only of a set, and of a number that may be none, must the bit among the missing be asked.
   */
  readonly form: "choice" | "set" | "number" | "numberOrNone";
  /** Every bit that may be set. */
  readonly all: number;
  /** Place in its store. */
  readonly at: number;
  readonly read: (scope: Scope) => Value;
  /** The number of a known value; `undefined` where the value is not what the type says. */
  readonly encode: (value: Exclude<Value, undefined>) => number | undefined;
}

/** How values of a type become bits or a number. */
export type Encoding = Pick<Slot, "store" | "form" | "all" | "encode">;

const mostBits = 32;

/** The bit of each choice of a list, and of none where that may be known. */
export function bitsOf(values: readonly string[], nullable: boolean): ReadonlyMap<string | null, number> | undefined {
  const choices: (string | null)[] = nullable ? [...values, null] : [...values];
  return choices.length > mostBits ? undefined : new Map(choices.map((choice, index) => [choice, 1 << index]));
}

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** The civil date of such a number. */
export function dateOfNumber(number: number): string {
  const text = String(number).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** A civil date as a number that orders as dates do, 2026-11-21 being 20261121; `undefined` where the text is no date. */
export function dateNumber(text: unknown): number | undefined {
  if (typeof text !== "string" || text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const number = digits(text, 0, 4) * 10_000 + digits(text, 5, 7) * 100 + digits(text, 8, 10);
  return Number.isNaN(number) ? undefined : number;
}

// none is not a number: it is neither above nor below anything, and unlike everything
const none = Number.NaN;

function encodeMembers(bits: ReadonlyMap<string | null, number>, members: Exclude<Value, undefined>): number | undefined {
  // a list that is none has no members, as an empty one
  if (members === null) return 0;
  if (!Array.isArray(members)) return undefined;
  let mask = 0;
  for (const member of members as readonly string[]) {
    const bit = bits.get(member);
    if (bit === undefined) return undefined;
    mask |= bit;
  }
  return mask;
}

/** The bits of a truth. */
export const truthBits = { true: 1, false: 2 } as const;

/** Every bit of some choices. */
export const allBits = (bits: ReadonlyMap<string | null, number>): number => [...bits.values()].reduce((mask, bit) => mask | bit, 0);

function choice(bits: ReadonlyMap<string | null, number> | undefined): Encoding | undefined {
  return bits === undefined ? undefined : { store: "bits", form: "choice", all: allBits(bits), encode: (value) => bits.get(value as string | null) };
}

const numeric = (nullable: boolean, encode: Encoding["encode"]): Encoding => ({
  store: "numbers",
  form: nullable ? "numberOrNone" : "number",
  all: 0,
  encode: (value) => (value !== null ? encode(value) : nullable ? none : undefined),
});

/** How values of a type become numbers; `undefined` where they cannot: texts, areas, fractions, records. */
export function encodingOf(type: FieldType, nullable: boolean): Encoding | undefined {
  switch (type.kind) {
    case "boolean":
      return nullable
        ? undefined
        : {
            store: "bits",
            form: "choice",
            all: truthBits.true | truthBits.false,
            encode: (value) => (value === true ? truthBits.true : value === false ? truthBits.false : undefined),
          };
    case "enum":
      return choice(bitsOf(type.values, nullable));
    case "list": {
      const bits = type.of.kind === "enum" ? bitsOf(type.of.values, false) : undefined;
      return bits === undefined ? undefined : { store: "bits", form: "set", all: allBits(bits), encode: (value) => encodeMembers(bits, value) };
    }
    case "date":
      return numeric(nullable, dateNumber);
    case "number":
      return type.integer ? numeric(nullable, (value) => (Number.isSafeInteger(value) ? (value as number) : undefined)) : undefined;
    default:
      return undefined;
  }
}
