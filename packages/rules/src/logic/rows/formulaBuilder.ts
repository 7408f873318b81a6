import { type CivilDate, printRational, type SubjectKind } from "@eldercare/core";
import { compileTruth, compileValue, type ParameterValues } from "../closures.js";
import { isCounted } from "../interval.js";
import { type CompareOperator, type Node, operands } from "../node.js";
import { indexRegister, Scope } from "../scope.js";
import { compareValues, FALSE, TRUE, type Truth, UNKNOWN, type Value } from "../value.js";
import { compareConstant, compareFacts, mirrored, type SlotOf } from "./comparisons.js";
import { dateCutoff } from "./dateCutoff.js";
import type { Formula } from "./formula.js";
import type { NumberFormula } from "./numberFormula.js";
import { bitsOf, type Slot, truthBits } from "./slot.js";
import type { SlotTable } from "./slotTable.js";

type FactNode = Extract<Node, { op: "fact" }>;
type Comparison = Extract<Node, { op: CompareOperator }>;

/** Operators whose value depends on their operands and the date alone. */
const pure = new Set<Node["op"]>([
  ...(["literal", "param", "dateAsked", "and", "or", "!", "if", "==", "!=", "<", "<=", ">", ">=", "in", "inside"] as const),
  ...(["+", "-", "*", "/", "min", "max", "ageOn", "daysBetween", "monthsBetween", "yearsBetween"] as const),
  ...(["addDays", "addMonths", "addYears", "tierOf", "table", "defined"] as const),
]);

/** One side of a comparison, as far as a row can hold it. */
type Operand = { readonly is: "constant"; readonly value: Value } | (SlotOf & { readonly is: "fact" }) | DatedOperand;

/** What only grows, or only falls, from one date of birth, or of anything, to the next. */
interface DatedOperand extends SlotOf {
  readonly is: "dated";
  /** Tells it from other functions of dates. */
  readonly name: string;
  readonly valueAt: (date: CivilDate) => Value;
}

type Cutoff = ReturnType<typeof dateCutoff>;

interface Cutoffs {
  readonly from: Cutoff;
  readonly above: Cutoff;
}

const holdsAt = (slot: Slot, cutoff: Cutoff): Formula =>
  "until" in cutoff ? { op: "compare", order: "<=", slot, threshold: cutoff.until } : { op: "compare", order: ">", slot, threshold: cutoff.after };
const failsAt = (slot: Slot, cutoff: Cutoff): Formula =>
  "until" in cutoff ? { op: "compare", order: ">", slot, threshold: cutoff.until } : { op: "compare", order: "<=", slot, threshold: cutoff.after };

const nobody = indexRegister(undefined);
const known = (truth: Truth): Formula => ({ op: "known", truth });
const negated = (arg: Formula): Formula =>
  arg.op === "known" ? known(arg.truth === UNKNOWN ? UNKNOWN : arg.truth === TRUE ? FALSE : TRUE) : { op: "not", arg };

/** Whether two conditions have the same truth; held against a known one, it is the other or its opposite. */
function alike(left: Formula, right: Formula): Formula {
  if (right.op !== "known") return left.op === "known" ? alike(right, left) : { op: "same", left, right };
  return right.truth === UNKNOWN ? right : right.truth === TRUE ? left : negated(left);
}

/** The value itself, behind the names it is defined by. */
const behindNames = (node: Node): Node => ((node.op === "defined" && node.join === undefined) || node.op === "table" ? behindNames(node.body) : node);

/** Turns conditions of one context, on one date, into formulas over the slots of a row. */
export class FormulaBuilder {
  private readonly formulas = new Map<Node, Formula>();
  private readonly constants = new Map<Node, boolean>();
  private readonly known = new Map<string, Cutoffs>();
  private readonly nothing: Scope;
  private readonly slots: SlotTable;
  private readonly slotOf: (node: FactNode) => Slot | undefined;
  private readonly parameters: ParameterValues;

  constructor(slots: SlotTable, parameters: ParameterValues, subject: SubjectKind, on: CivilDate) {
    this.slots = slots;
    // one context closes its world as it likes: what is read alike here may be read otherwise elsewhere
    this.slotOf = slots.within();
    this.parameters = parameters;
    this.nothing = new Scope(subject, {}, on, nobody);
  }

  /** The formula of a condition. */
  truth(node: Node): Formula {
    const before = this.formulas.get(node);
    if (before !== undefined) return before;
    const made = this.isConstant(node) ? known(compileTruth(node, this.parameters)(this.nothing)) : (this.overSlots(node) ?? this.opaque(node));
    this.formulas.set(node, made);
    return made;
  }

  /** A whole number as a formula; undefined where it is no such number, or reads something for which no number stands. */
  number(outer: Node): NumberFormula | undefined {
    const node = behindNames(outer);
    if (this.isConstant(node)) {
      const value = compileValue(node, this.parameters)(this.nothing);
      return Number.isSafeInteger(value) ? { op: "number", value: value as number } : undefined;
    }
    switch (node.op) {
      case "fact": {
        const slot = node.type.kind === "number" ? this.slotOf(node) : undefined;
        return slot === undefined ? undefined : { op: "slot", slot };
      }
      case "if": {
        const [whenTrue, whenFalse] = [this.number(node.whenTrue), this.number(node.whenFalse)];
        if (whenTrue === undefined || whenFalse === undefined) return undefined;
        return { op: "if", condition: this.truth(node.condition), whenTrue, whenFalse };
      }
      case "+":
      case "-":
      case "*":
      case "/":
      case "min":
      case "max": {
        const args = node.args.map((arg) => this.number(arg));
        return args.every((arg) => arg !== undefined) ? { op: node.op, args } : undefined;
      }
      default:
        return undefined;
    }
  }

  /** Whether a value is the same for all records: made of literals, parameters and the date asked. */
  private isConstant(node: Node): boolean {
    const before = this.constants.get(node);
    if (before !== undefined) return before;
    const made =
      pure.has(node.op) && (node.op !== "defined" || node.join === undefined) && operands(node).every((operand) => this.isConstant(operand));
    this.constants.set(node, made);
    return made;
  }

  private opaque(node: Node): Formula {
    return { op: "opaque", place: this.slots.ask(compileTruth(node, this.parameters)) };
  }

  /** A condition as a formula; undefined where it reads something for which no number stands. */
  private overSlots(node: Node): Formula | undefined {
    switch (node.op) {
      case "and":
      case "or":
        return { op: node.op, args: node.args.map((arg) => this.truth(arg)) };
      case "!":
        return negated(this.truth(node.arg));
      case "if":
        return { op: "if", condition: this.truth(node.condition), whenTrue: this.truth(node.whenTrue), whenFalse: this.truth(node.whenFalse) };
      case "defined":
        return node.join === undefined ? this.truth(node.body) : undefined;
      case "table":
        return this.truth(node.body);
      case "fact": {
        const slot = this.slotOf(node);
        return slot === undefined || node.type.kind !== "boolean" ? undefined : { op: "among", slot, mask: truthBits.true };
      }
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        return this.comparison(node);
      case "in":
        return this.membership(node);
      default:
        return undefined;
    }
  }

  private comparison({ op, left, right }: Comparison): Formula | undefined {
    if (isCounted(left) || isCounted(right)) return undefined;
    if (left.type.kind === "boolean") {
      // none is not false where it is held against something, and false where it is asked for
      if ([left, right].map(behindNames).some((side) => side.op === "fact" && side.nullable)) return undefined;
      const same = alike(this.truth(left), this.truth(right));
      return op === "==" ? same : negated(same);
    }
    const [one, other] = [this.operand(left), this.operand(right)];
    if (one === undefined || other === undefined) return undefined;
    if (other.is === "constant") return this.beside(op, one, other.value);
    if (one.is === "constant") return this.beside(mirrored[op], other, one.value);
    return one.is === "fact" && other.is === "fact" ? compareFacts(op, one, other) : undefined;
  }

  private beside(order: CompareOperator, operand: Operand, constant: Value): Formula | undefined {
    if (operand.is === "fact") return compareConstant(order, operand, constant);
    if (operand.is === "constant") return undefined;
    return constant === undefined || constant === null ? compareConstant(order, operand, constant) : this.dated(order, operand, constant);
  }

  /** From which dates on a value is at least a constant, and from which it is above: many rules ask for the same ages. */
  private cutoffs({ name, valueAt }: DatedOperand, constant: Exclude<Value, null | undefined>): Cutoffs {
    const key = `${name} ${typeof constant === "object" && "numerator" in constant ? printRational(constant) : String(constant)}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const made: Cutoffs = {
      from: dateCutoff((date) => compareValues(valueAt(date), constant) >= 0),
      above: dateCutoff((date) => compareValues(valueAt(date), constant) > 0),
    };
    this.known.set(key, made);
    return made;
  }

  /** An age held against a number of years is the date held against the day from which it is that age. */
  private dated(order: CompareOperator, operand: DatedOperand, constant: Exclude<Value, null | undefined>): Formula {
    const { slot } = operand;
    const { from, above } = this.cutoffs(operand, constant);
    switch (order) {
      case ">=":
        return holdsAt(slot, from);
      case "<":
        return failsAt(slot, from);
      case ">":
        return holdsAt(slot, above);
      case "<=":
        return failsAt(slot, above);
      case "==":
        return { op: "and", args: [holdsAt(slot, from), failsAt(slot, above)] };
      case "!=":
        // none differs from every number: what is not alike, not what lies on either side
        return negated({ op: "and", args: [holdsAt(slot, from), failsAt(slot, above)] });
    }
  }

  private operand(outer: Node): Operand | undefined {
    const node = behindNames(outer);
    if (this.isConstant(node)) return { is: "constant", value: compileValue(node, this.parameters)(this.nothing) };
    if (node.op === "fact") {
      const slot = this.slotOf(node);
      return slot === undefined ? undefined : { is: "fact", slot, type: node.type, nullable: node.nullable };
    }
    if (node.op === "ageOn") return this.datedBy(node.op, node.date, (date) => ({ ...node, date }));
    if (node.op === "daysBetween" || node.op === "monthsBetween" || node.op === "yearsBetween") {
      const [from, to] = [this.constantOf(node.from), this.constantOf(node.to)];
      if (typeof to === "string") return this.datedBy(`${node.op} until ${to}`, node.from, (date) => ({ ...node, from: date }));
      if (typeof from === "string") return this.datedBy(`${node.op} since ${from}`, node.to, (date) => ({ ...node, to: date }));
    }
    return undefined;
  }

  private constantOf(node: Node): Value {
    return this.isConstant(node) ? compileValue(node, this.parameters)(this.nothing) : undefined;
  }

  /** What a function of one date of the record is at other dates. */
  private datedBy(name: string, inner: Node, at: (date: Node) => Node): Operand | undefined {
    const node = behindNames(inner);
    const slot = node.op === "fact" && node.type.kind === "date" ? this.slotOf(node) : undefined;
    if (slot === undefined || node.op !== "fact") return undefined;
    const { type, nullable } = node;
    const valueAt = (date: CivilDate): Value => compileValue(at({ op: "literal", value: date, type }), this.parameters)(this.nothing);
    return { is: "dated", name: `${slot.index} ${name}`, slot, type, nullable, valueAt };
  }

  private membership({ item, list }: Extract<Node, { op: "in" }>): Formula | undefined {
    const [wanted, members] = [this.operand(item), this.operand(list)];
    if (wanted?.is === "constant" && members?.is === "fact") {
      const type = members.type.kind === "list" ? members.type.of : undefined;
      if (type?.kind !== "enum" || typeof wanted.value !== "string") return undefined;
      return { op: "among", slot: members.slot, mask: bitsOf(type.values, false)?.get(wanted.value) ?? 0 };
    }
    if (wanted?.is !== "fact" || members?.is !== "constant") return undefined;
    if (members.value === null || (Array.isArray(members.value) && members.value.length === 0)) return known(FALSE);
    const bits = wanted.type.kind === "enum" ? bitsOf(wanted.type.values, wanted.nullable) : undefined;
    if (bits === undefined || !Array.isArray(members.value)) return undefined;
    const mask = (members.value as readonly string[]).reduce((sum, member) => sum | (bits.get(member) ?? 0), 0);
    return { op: "among", slot: wanted.slot, mask };
  }
}
