import type { Logic, Pack, TableCell } from "../src/pack/pack.js";
import { dateAsked, type Situation } from "./language.js";

// A second meaning of the language, written for complete data alone and with nothing of the engine: dates by the calendar
// of JavaScript in UTC, fractions as pairs of bigints, tables row by row.

type Fraction = readonly [numerator: bigint, denominator: bigint];
type Plain = boolean | null | string | Fraction | readonly unknown[];

/** Thrown where even complete data leaves the answer open: two rows of a table, a list that may hold more, a coarse area. */
export class LeftOpen extends Error {}

type Entry = Readonly<Record<string, unknown>>;

const isFraction = (value: unknown): value is Fraction => Array.isArray(value) && value.length === 2 && typeof value[0] === "bigint";
const whole = (value: number | bigint): Fraction => [BigInt(value), 1n];

function fraction(value: number | string): Fraction {
  const text = String(value);
  if (text.endsWith("%")) return [BigInt(text.slice(0, -1)), 100n];
  const [numerator = "", denominator] = text.split("/");
  if (denominator !== undefined) return [BigInt(numerator), BigInt(denominator)];
  const [digits = "", decimals = ""] = text.split(".");
  return [BigInt(digits + decimals), 10n ** BigInt(decimals.length)];
}

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);
const order = (a: Plain, b: Plain): number => {
  if (isFraction(a) && isFraction(b)) return sign(a[0] * b[1] * sign2(b[1], a[1]) - b[0] * a[1] * sign2(b[1], a[1]));
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};
// the product of denominators may be negative where a difference was divided by
const sign2 = (a: bigint, b: bigint): bigint => BigInt(sign(a * b));

const holds: Readonly<Record<string, (order: number) => boolean>> = {
  "==": (found) => found === 0,
  "!=": (found) => found !== 0,
  "<": (found) => found < 0,
  "<=": (found) => found <= 0,
  ">": (found) => found > 0,
  ">=": (found) => found >= 0,
};

function compared(op: string, a: Plain, b: Plain): boolean {
  if (a === null || b === null) return op === "==" ? a === b : op === "!=" ? a !== b : false;
  return holds[op]?.(order(a, b)) ?? false;
}

const arithmetic: Readonly<Record<string, (a: Fraction, b: Fraction) => Fraction | null>> = {
  "+": ([a, b], [c, d]) => [a * d + c * b, b * d],
  "-": ([a, b], [c, d]) => [a * d - c * b, b * d],
  "*": ([a, b], [c, d]) => [a * c, b * d],
  "/": ([a, b], [c, d]) => (c === 0n ? null : [a * d, b * c]),
  min: (a, b) => (order(a, b) <= 0 ? a : b),
  max: (a, b) => (order(a, b) >= 0 ? a : b),
};

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const civil = (date: Date): string => date.toISOString().slice(0, 10);
const msPerDay = 86_400_000;

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return civil(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))));
}

function spanned(op: string, from: string, to: string): number {
  if (op === "daysBetween") return (utc(to).getTime() - utc(from).getTime()) / msPerDay;
  if (to < from) return -spanned(op, to, from) + 0;
  const step = op === "monthsBetween" ? 1 : 12;
  // from one too few upwards
  let spans = Math.max(
    0,
    Math.floor(((Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))) / step) - 1,
  );
  while (monthsLater(from, (spans + 1) * step) <= to) spans += 1;
  return spans;
}

/** Birthdays passed on the date asked; none yet, and one year the less, before birth. */
function age(birth: string): number {
  let years = dateAsked < birth ? -2 : 0;
  while (monthsLater(birth, (years + 1) * 12) <= dateAsked) years += 1;
  return years;
}

const tiers: Readonly<Record<number, string>> = { 2: "province", 4: "prefecture", 6: "county", 9: "township", 12: "village" };

/** Answers random conditions about one situation of which nothing is unknown. */
export class PlainReference {
  private readonly pack: Pack;
  private readonly situation: Situation;

  constructor(pack: Pack, situation: Situation) {
    this.pack = pack;
    this.situation = situation;
  }

  holds(logic: Logic): boolean {
    return this.value(logic, this.situation.person) === true;
  }

  private value(logic: Logic, record: Entry): Plain {
    if (typeof logic !== "object" || logic === null) return logic;
    if (Array.isArray(logic)) return logic;
    const [op = "", given] = Object.entries(logic)[0] ?? [];
    const args = (Array.isArray(given) ? given : [given]) as readonly Logic[];
    const at = (index: number): Plain => this.value(args[index] ?? null, record);
    switch (op) {
      case "var":
        return this.variable(String(args[0]), record);
      case "param":
        return this.parameter(String(args[0]));
      case "and":
        return args.map((_, index) => at(index)).every((part) => part === true);
      case "or":
        return args.map((_, index) => at(index)).some((part) => part === true);
      case "!":
        return at(0) !== true;
      case "if": {
        const [condition, yes, no] = [at(0), at(1), at(2)];
        return condition === true ? yes : no;
      }
      case "in":
        return (at(1) as readonly unknown[]).includes(at(0));
      case "inside":
        return this.inside(at(0) as string, at(1) as string);
      case "tierOf":
        return tiers[String(at(0)).length] ?? null;
      case "dateAsked":
        return dateAsked;
      case "daysBetween":
      case "monthsBetween":
      case "yearsBetween": {
        const [from, to] = [at(0), at(1)];
        return from === null || to === null ? null : whole(spanned(op, String(from), String(to)));
      }
      case "addDays":
      case "addMonths":
      case "addYears": {
        const [date, amount] = [at(0), at(1)];
        if (date === null || !isFraction(amount)) return null;
        const count = Number(amount[0] / amount[1]);
        return op === "addDays"
          ? civil(new Date(utc(String(date)).getTime() + count * msPerDay))
          : monthsLater(String(date), op === "addYears" ? count * 12 : count);
      }
      case "within":
        return compared(">=", at(0), at(1)) && compared("<=", at(0), at(2));
      case "table":
        return this.table(String(args[0]), record, (logic as { readonly row?: readonly Logic[] }).row);
      case "some":
      case "all":
      case "none":
      case "count":
      case "atLeast":
        return this.overMembers(op, args, record);
      default: {
        const operation = arithmetic[op];
        const [a, b] = [at(0), at(1)];
        if (operation === undefined) return compared(op, a, b);
        return a === null || b === null ? null : operation(a as Fraction, b as Fraction);
      }
    }
  }

  private overMembers(op: string, args: readonly Logic[], record: Entry): Plain {
    const [list, body = null, least = null] = args;
    const members = this.value(list ?? null, record) as readonly Entry[];
    const found = members.filter((member) => this.value(body, member) === true).length;
    if (op === "some") return found > 0;
    if (op === "all") return found === members.length;
    if (op === "none") return found === 0;
    return op === "count" ? whole(found) : compared(">=", whole(found), this.value(least, record));
  }

  private inside(area: string, container: string): boolean {
    if (area.length < container.length && container.startsWith(area)) throw new LeftOpen("a coarser area");
    return area.startsWith(container);
  }

  private parameter(id: string): Plain {
    const { type, values } = this.pack.parameters[id] ?? {};
    const value = id === "open" || id === "lenient" ? this.situation.parameters[id] : values?.[0]?.value;
    return type === "integer" || type === "fen" || type === "rational" ? fraction(value as number | string) : (value as string | boolean);
  }

  private variable(path: string, record: Entry): Plain {
    if (path === "age") return whole(age(String(record.birthDate)));
    if (path === "relativesInCare") return whole(this.situation.members.filter(({ relation }) => relation !== "self").length);
    if (path === "household.members") return this.situation.members;
    if (path === "heard" || path === "sightings") throw new LeftOpen("a list that may hold more");
    if (path.startsWith("person.")) {
      const person = this.situation.people.find(({ id }) => id === record.person);
      return this.variable(path.slice("person.".length), person ?? {});
    }
    const start = path.split(".")[0] ?? "";
    const from = start in record ? record : ((record.facts as Entry | undefined) ?? {});
    const value = path.split(".").reduce<unknown>((inner, key) => (inner as Entry | undefined)?.[key], from);
    return typeof value === "number" ? fraction(value) : ((value ?? null) as Plain);
  }

  private table(name: string, record: Entry, row: readonly Logic[] | undefined): Plain {
    const table = this.pack.tables?.[name];
    const inputs = (row ?? (table?.inputs ?? []).map((input) => ({ var: String(input) }))).map((input) => this.value(input, record));
    const rows = (table?.rows ?? []).filter(
      ({ if: cells, from, to }) =>
        from <= dateAsked && (to === undefined || dateAsked <= to) && cells.every((cell, column) => this.fits(inputs[column] ?? null, cell, record)),
    );
    const values = rows.map(({ then }) => (typeof then === "number" ? whole(then) : typeof then === "object" ? this.value(then, record) : then));
    if (table?.hit === "sum") return values.reduce<Fraction>((sum, value) => arithmetic["+"]?.(sum, value as Fraction) ?? sum, whole(0));
    if (table?.hit === "unique" && values.length > 1) throw new LeftOpen("two rows");
    return values[0] ?? null;
  }

  private fits(input: Plain, cell: TableCell, record: Entry): boolean {
    if (cell === "-") return true;
    if (Array.isArray(cell)) return cell.some((one: TableCell) => this.fits(input, one, record));
    const read = (value: unknown): Plain =>
      typeof value === "number" ? fraction(value) : typeof value === "object" ? this.value(value as Logic, record) : (value as Plain);
    if (typeof cell === "object" && cell !== null) return Object.entries(cell).every(([op, limit]) => compared(op, input, read(limit)));
    if (Array.isArray(input) && !isFraction(input)) return input.includes(cell);
    return compared("==", input, read(cell));
  }
}
