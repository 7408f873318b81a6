import type { CivilDate, Rational } from "@eldercare/core";
import { adoptionOf } from "./adoption.js";
import { type ShiftOperator, type SpanOperator, shiftedBy } from "./calendar.js";
import { compileValue, type ParameterValues } from "./closures.js";
import { joinedKey, type Leaf, type Node, operands } from "./node.js";
import { LeafValues } from "./questions/leafValues.js";
import { birthDatesNear, daysNear } from "./questions/nearThresholds.js";
import type { Scope } from "./scope.js";
import { toRational, type Value } from "./value.js";

/** Values worth supposing of the leaves of a condition: one on each side of every threshold that is held against them. */
export interface Representatives {
  readonly values: ReadonlyMap<string, readonly Value[]>;
  /** Values that stand for all that the condition does not name: areas and texts that are nobody's. */
  readonly others: (key: string) => readonly Value[];
  /** Leaves that were only sampled, because what they are held against is unknown too. */
  readonly sampled: ReadonlySet<string>;
}

type Op<Name extends Node["op"]> = Extract<Node, { op: Name }>;

// spread over what people can be; only to find out whether some value exists, never to decide
const sampleAges = [0, 30, 59, 60, 65, 70, 75, 80, 85, 90, 100, 120];

const shiftOf = { daysBetween: "addDays", monthsBetween: "addMonths", yearsBetween: "addYears" } as const;

/** What a node reads that may have to be supposed: a field, a parameter, a count, a fact of another record as a whole. */
function leafOf(node: Node): Leaf | undefined {
  if (node.op === "fact" || node.op === "param" || node.op === "aggregate") return node.leaf;
  if (node.op !== "defined" || node.join === undefined) return undefined;
  const key = joinedKey(node);
  return { key, pointer: key, title: node.title, type: node.type, nullable: false };
}

/** The operands that are asked about the record itself: not those about members of its lists, or about other records. */
function operandsHere(node: Node): readonly Node[] {
  switch (node.op) {
    case "some":
    case "all":
    case "none":
    case "count":
      return [];
    default:
      return leafOf(node) === undefined ? operands(node) : [];
  }
}

class Collector {
  readonly leaves = new Map<string, LeafValues>();
  private readonly seen = new Set<Node>();
  private readonly scope: Scope;
  private readonly parameters: ParameterValues;

  constructor(scope: Scope, parameters: ParameterValues) {
    this.scope = scope;
    this.parameters = parameters;
  }

  private valueOf(node: Node): Value {
    return compileValue(node, this.parameters)(this.scope);
  }

  private of(leaf: Leaf): LeafValues {
    const known = this.leaves.get(leaf.key);
    if (known !== undefined) return known;
    const made = new LeafValues(leaf);
    this.leaves.set(leaf.key, made);
    return made;
  }

  visit(node: Node): void {
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const leaf = leafOf(node);
    if (leaf !== undefined) this.of(leaf);
    switch (node.op) {
      case "fact":
        if (node.type.kind === "area") this.knownArea(node);
        break;
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        this.sides(node.left, node.right);
        break;
      case "inside":
        this.sides(node.area, node.container);
        break;
      case "if":
        // whichever branch it is, where both have one value it is that
        if (node.type.kind !== "boolean") this.sides(node.whenTrue, node.whenFalse);
        break;
      case "in":
        this.membership(node);
        break;
      case "call":
        // where a plug-in changes its answer cannot be seen: what it reads is only sampled
        for (const arg of node.args) this.hold(arg, undefined);
        break;
      case "some":
      case "all":
      case "none":
      case "count":
        // of the lists that there may be, only the empty one is tried
        if (node.list.op === "fact") this.of(node.list.leaf).sampled = true;
        break;
      case "adopted":
        for (const unknown of adoptionOf(node.clauses, this.scope).unknown) this.of(unknown);
        break;
      default:
    }
    for (const operand of operandsHere(node)) this.visit(operand);
  }

  private knownArea({ leaf, read }: Op<"fact">): void {
    const code = read(this.scope);
    if (typeof code === "string") this.of(leaf).within(code);
  }

  private sides(left: Node, right: Node): void {
    this.hold(left, this.valueOf(right));
    this.hold(right, this.valueOf(left));
  }

  /** What is looked for may be what the list holds, and the list may hold what is looked for. */
  private membership({ item, list }: Op<"in">): void {
    const members = this.valueOf(list);
    const wanted = this.valueOf(item);
    if (Array.isArray(members)) for (const member of members as readonly string[]) this.hold(item, member);
    const leaf = listLeaf(list);
    if (leaf === undefined) return;
    const held = this.of(leaf);
    if (typeof wanted === "string") held.seek([wanted]);
    else if (item.type.kind === "enum") held.seek(item.type.values);
    else held.sampled = true;
  }

  /** Takes note of what a value is held against, for each leaf that it may be made of; `undefined` where that is not known. */
  private hold(node: Node, opposite: Value): void {
    const leaf = leafOf(node);
    if (leaf !== undefined) {
      this.of(leaf).against(opposite, this.scope.on);
      return;
    }
    switch (node.op) {
      case "defined":
      case "table":
        this.hold(node.body, opposite);
        return;
      case "if":
        this.hold(node.whenTrue, opposite);
        this.hold(node.whenFalse, opposite);
        return;
      case "ageOn":
        this.age(node, toRational(opposite));
        return;
      case "daysBetween":
      case "monthsBetween":
      case "yearsBetween":
        this.span(node, toRational(opposite));
        return;
      case "addDays":
      case "addMonths":
      case "addYears":
        this.shift(node, opposite);
        return;
      case "+":
      case "-":
      case "*":
      case "/":
      case "min":
      case "max":
        for (const arg of node.args) this.hold(arg, undefined);
        return;
      default:
      // a condition, or the tier of an area, has each of its values for some value that is tried anyway
    }
  }

  private age({ date }: Op<"ageOn">, years: Rational | undefined): void {
    const asked = years === undefined ? sampleAges : [Number(years.numerator / years.denominator)];
    this.dates(
      date,
      asked.flatMap((each) => birthDatesNear(this.scope.on, each)),
      years === undefined,
    );
  }

  /** Dates so far apart as the threshold says, a day and a step to both sides. */
  private span({ op, from, to }: Op<SpanOperator>, threshold: Rational | undefined): void {
    const [first, last] = [this.valueOf(from), this.valueOf(to)];
    const sampled = threshold === undefined || (first === undefined && last === undefined);
    const length = threshold === undefined ? 0 : Number(threshold.numerator / threshold.denominator);
    this.dates(from, daysNear(shiftOf[op], typeof last === "string" ? last : this.scope.on, -length), sampled);
    this.dates(to, daysNear(shiftOf[op], typeof first === "string" ? first : this.scope.on, length), sampled);
  }

  /** Dates from which the shift leads near the threshold; how far it leads is only sampled. */
  private shift({ op, date, amount }: Op<ShiftOperator>, opposite: Value): void {
    const by = this.valueOf(amount);
    const known = typeof opposite === "string" && typeof by === "number";
    this.dates(date, daysNear(op, typeof opposite === "string" ? opposite : this.scope.on, typeof by === "number" ? -by : 0), !known);
    this.hold(amount, undefined);
  }

  /** Gives days to every date that a date may be made of. */
  private dates(node: Node, days: readonly CivilDate[], sampled: boolean): void {
    const leaf = leafOf(node);
    if (leaf !== undefined) {
      const held = this.of(leaf);
      // a threshold beyond the calendar has the same answer for every day
      held.add(days.length === 0 ? [this.scope.on] : days);
      if (sampled) held.sampled = true;
      return;
    }
    switch (node.op) {
      case "defined":
      case "table":
        this.dates(node.body, days, sampled);
        return;
      case "if":
        this.dates(node.whenTrue, days, sampled);
        this.dates(node.whenFalse, days, sampled);
        return;
      case "addDays":
      case "addMonths":
      case "addYears": {
        // months of different lengths: what is shifted back and forth need not be the same day
        const by = this.valueOf(node.amount);
        const before = days.flatMap((day) => (typeof by === "number" ? (shiftedBy(node.op, day, -by) ?? []) : day));
        this.dates(node.date, before, true);
        this.hold(node.amount, undefined);
        return;
      }
      default:
    }
  }
}

/** The leaf of a list that is looked in, behind the names that it is defined by. */
function listLeaf(list: Node): Leaf | undefined {
  return list.op === "defined" && list.join === undefined ? listLeaf(list.body) : leafOf(list);
}

/** Collects the values worth supposing of every leaf of a condition, for one record. */
export function representativesOf(node: Node, scope: Scope, parameters: ParameterValues): Representatives {
  const collector = new Collector(scope, parameters);
  collector.visit(node);
  const { leaves } = collector;
  const sampled = new Set([...leaves].flatMap(([key, held]) => (held.sampled ? [key] : [])));
  return {
    values: new Map([...leaves].map(([key, held]) => [key, held.likely])),
    others: (key) => leaves.get(key)?.others ?? [],
    sampled,
  };
}
