import { type FieldType, isInside, type SubjectKind } from "@eldercare/core";
import { compileTruth } from "../../logic/closures.js";
import { type CompareOperator, type Leaf, type Node, nodesOf, operands } from "../../logic/node.js";
import { indexRegister, type Row, Scope } from "../../logic/scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "../../logic/value.js";
import type { Case } from "./cases.js";
import { compareCases } from "./comparing.js";
import { alike, allOf, always, anyOf, choose, constantly, type Formula, never, not, type Opaque, partsOf, unsettled } from "./formula.js";
import { dayOf } from "./linear.js";
import { counted, inState, isRecordList, type ListVariable, type MemberCondition, quantified } from "./listVariable.js";
import { meaningsOf } from "./meaning.js";
import { memberRecords } from "./members.js";
import { isOneOf, Test } from "./test.js";
import { type ChoiceVariable, type Variable, wholeNumber } from "./variable.js";
import { isState, placeThrough, Variables } from "./variables.js";
import type { World } from "./world.js";

const nobody = indexRegister(undefined);

const plain: ReadonlySet<Node["op"]> = new Set(["literal", "fact", "param", "defined", "dateAsked", "table"]);

/** The operators of an expression, as its author wrote them. */
const operatorsIn = (node: Node): string => [...new Set([...nodesOf(node)].map(({ op }) => op))].filter((op) => !plain.has(op)).join(" ");

/** Where an expression is read: of which record, reached through which joins. */
export interface Place {
  readonly place: string;
  readonly subject: SubjectKind;
}

/** Turns typed conditions into formulas over variables, sharing variables among all conditions of one kind of record. */
export class Lowering {
  readonly world: World;
  readonly variables: Variables;
  private readonly truths = new Map<string, WeakMap<Node, Formula>>();
  private readonly read = new Map<string, WeakMap<Node, ReadonlySet<Variable>>>();
  private readonly opaques = new Map<Node, Opaque>();
  private readonly memberSpaces = new Map<string, Lowering>();

  constructor(world: World, membersOf?: string) {
    this.world = world;
    this.variables = new Variables(world, membersOf);
  }

  /** The formula of a condition about the record itself. */
  of(condition: Node): Formula {
    return this.truth(condition, { place: "", subject: this.world.subject });
  }

  truth(node: Node, at: Place): Formula {
    const known = this.truths.get(at.place) ?? new WeakMap<Node, Formula>();
    this.truths.set(at.place, known);
    const before = known.get(node);
    if (before !== undefined) return before;
    const made = this.makeTruth(node, at);
    known.set(node, made);
    return made;
  }

  private makeTruth(node: Node, at: Place): Formula {
    switch (node.op) {
      case "and":
        return allOf(node.args.map((arg) => this.truth(arg, at)));
      case "or":
        return anyOf(node.args.map((arg) => this.truth(arg, at)));
      case "!":
        return not(this.truth(node.arg, at));
      case "if":
        return choose(this.truth(node.condition, at), this.truth(node.whenTrue, at), this.truth(node.whenFalse, at));
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        return this.comparison(node.op, node.left, node.right, at);
      case "in":
        return this.membership(node, at);
      case "inside":
        return this.containment(node, at);
      case "some":
      case "all":
      case "none":
        return this.quantifier(node, at);
      case "adopted":
        return anyOf(node.clauses.map((clause) => this.variables.adoption(clause)));
      case "defined":
        return this.truth(node.body, this.through(node, at));
      case "table":
        return this.truth(node.body, at);
      case "literal":
        return constantly(node.value === true);
      case "fact":
      case "param":
        return this.flag(node, at);
      default:
        return this.opaque(node);
    }
  }

  /** Where the body of a defined fact is read. */
  through(node: Extract<Node, { op: "defined" }>, at: Place): Place {
    return node.join === undefined ? at : { place: placeThrough(at.place, node.join), subject: node.subject };
  }

  private flag(node: Extract<Node, { op: "fact" | "param" }>, at: Place): Formula {
    if (node.op === "param") {
      if (node.leaf.parameter === undefined) return unsettled;
      const value = this.world.parameters.get(node.id);
      if (value !== undefined) return constantly(value === true);
    } else if (!this.isReadable(node.leaf)) return this.opaque(node);
    return isOneOf(this.variables.choice(node.leaf, at.place, at.subject), (value) => value === true);
  }

  /** Within a member of a list, only what the member says is imagined; a person behind a member is not. */
  isReadable(leaf: Leaf): boolean {
    const { membersOf } = this.variables;
    return membersOf === undefined ? !leaf.key.startsWith("/person/") : leaf.key.startsWith(`${membersOf}/*/`) && !leaf.key.includes("/*/person/");
  }

  /** A condition that is left to the search as it stands: what it says is not known. */
  opaque(node: Node): Formula {
    const known = this.opaques.get(node);
    if (known !== undefined) return known;
    const made: Opaque = { kind: "opaque", operator: operatorsIn(node) };
    this.opaques.set(node, made);
    return made;
  }

  /**
   * The variables of everything that an expression reads, whether or not its formula depends on them: whoever is shown is
   * complete, so that the engine has an answer.
   */
  readBy(node: Node, at: Place = { place: "", subject: this.world.subject }): ReadonlySet<Variable> {
    const known = this.read.get(at.place) ?? new WeakMap<Node, ReadonlySet<Variable>>();
    this.read.set(at.place, known);
    const before = known.get(node);
    if (before !== undefined) return before;
    const inner = node.op === "defined" ? this.through(node, at) : at;
    const parts = node.op === "some" || node.op === "all" || node.op === "none" || node.op === "count" ? [node.list] : operands(node);
    // what is counted over facilities is told by the area itself
    const below = node.op === "aggregate" ? [] : parts.flatMap((part) => [...this.readBy(part, inner)]);
    const made = new Set([...this.variablesOf(node, at), ...below]);
    known.set(node, made);
    return made;
  }

  private variablesOf(node: Node, at: Place): readonly Variable[] {
    if (node.op === "adopted") return node.clauses.map((clause) => this.variables.adoption(clause).variable);
    if (node.op === "aggregate") return [this.variables.aggregate(node.leaf, at.place, at.subject)];
    const isOpen = node.op === "param" && node.leaf.parameter !== undefined && this.world.parameters.get(node.id) === undefined;
    if (!isOpen && (node.op !== "fact" || !this.isReadable(node.leaf))) return [];
    const { leaf } = node;
    const none = isOpen ? [] : [...partsOf(this.variables.none(leaf, at.place, at.subject)).variables];
    if (leaf.type.kind === "list") {
      const list = isRecordList(leaf.type) ? this.listOf(leaf, at) : this.variables.items(leaf, at.place, at.subject);
      return [...none, list];
    }
    if (node.op === "fact" && leaf.type.kind === "enum" && isState(leaf))
      return this.state(node, at).flatMap(({ guard }) => [...partsOf(guard).variables]);
    const { kind } = leaf.type;
    const isOrdered = kind === "number" || kind === "date";
    return [...none, isOrdered ? this.variables.ordered(leaf, at.place, at.subject) : this.variables.choice(leaf, at.place, at.subject)];
  }

  private comparison(op: CompareOperator, left: Node, right: Node, at: Place): Formula {
    const kinds = [left.type.kind, right.type.kind];
    if (kinds.includes("boolean") && left.op !== "count" && right.op !== "count") {
      const [a, b] = [this.truth(left, at), this.truth(right, at)];
      return op === "==" ? alike(a, b) : not(alike(a, b));
    }
    const made = compareCases(op, meaningsOf(left, at, this), meaningsOf(right, at, this));
    return made ?? this.opaque({ op, left, right, type: { kind: "boolean" } });
  }

  private membership({ item, list }: Extract<Node, { op: "in" }>, at: Place): Formula {
    const items = meaningsOf(item, at, this);
    if (items === undefined) return this.opaque({ op: "in", item, list, type: { kind: "boolean" } });
    if (list.op === "literal") {
      const allowed = list.value as readonly string[];
      return anyOf(allowed.flatMap((value) => compareCases("==", items, literalCases(value, item.type, at, this)) ?? []));
    }
    if (list.op !== "fact" || !this.isReadable(list.leaf)) return this.opaque({ op: "in", item, list, type: { kind: "boolean" } });
    const holds = (value: string): Formula => this.variables.member(list.leaf, at.place, at.subject, value);
    const found = items.map(({ guard, value }) => {
      if (value.kind === "none") return never;
      if (value.kind !== "choice") return undefined;
      if (typeof value.of === "string") return allOf([guard, holds(value.of)]);
      const { of } = value;
      const choices = item.type.kind === "enum" ? item.type.values : undefined;
      return choices === undefined
        ? undefined
        : allOf([guard, anyOf(choices.map((each) => allOf([isOneOf(of, (own) => own === each), holds(each)])))]);
    });
    if (!found.every((part) => part !== undefined)) return this.opaque({ op: "in", item, list, type: { kind: "boolean" } });
    return allOf([not(this.variables.none(list.leaf, at.place, at.subject)), anyOf(found)]);
  }

  private containment(node: Extract<Node, { op: "inside" }>, at: Place): Formula {
    const [areas, containers] = [meaningsOf(node.area, at, this), meaningsOf(node.container, at, this)];
    if (areas === undefined || containers === undefined) return this.opaque(node);
    const found = areas.flatMap((area) => containers.map((container) => insideOf(area, container)));
    return found.every((part) => part !== undefined) ? anyOf(found) : this.opaque(node);
  }

  private quantifier(node: Extract<Node, { op: "some" | "all" | "none" }>, at: Place): Formula {
    const asked = this.membersOf(node.list, node.body, at);
    if (asked === undefined) return this.opaque(node);
    return new Test(asked.list, quantified(node.op, asked.condition, asked.open));
  }

  /** The members of a list that satisfy a condition, counted. */
  tally(node: Extract<Node, { op: "count" }>, at: Place): Case[] | undefined {
    const asked = this.membersOf(node.list, node.body, at);
    if (asked === undefined || node.open || asked.open) return undefined;
    const { list, condition } = asked;
    const among = (most: number, passes: (count: number) => boolean): Formula => {
      list.countTo(most);
      return new Test(list, counted(condition, passes));
    };
    return [{ guard: always, value: { kind: "tally", among } }];
  }

  private membersOf(list: Node, body: Node, at: Place): { list: ListVariable; condition: MemberCondition; open: boolean } | undefined {
    if (list.op !== "fact" || !this.isReadable(list.leaf)) return undefined;
    const space = this.memberSpace(list.leaf);
    // the cells of the members are those that the condition tells apart
    const formula = space.truth(body, { place: "", subject: at.subject });
    const { opaques, variables } = partsOf(formula);
    // one value of an open parameter holds for all members: they cannot be imagined one by one
    if (opaques.size > 0 || [...variables].some(({ role }) => role.kind === "parameter")) return undefined;
    const variable = this.listOf(list.leaf, at);
    const truth = compileTruth(body, this.world.parameters);
    const condition = { truth: (member: Row) => truth(new Scope(at.subject, member, this.world.on, nobody)) };
    variable.ask(condition);
    return { list: variable, condition, open: list.leaf.open === true };
  }

  private memberSpace(leaf: Leaf): Lowering {
    const known = this.memberSpaces.get(leaf.key);
    if (known !== undefined) return known;
    const made = new Lowering(this.world, leaf.key);
    this.memberSpaces.set(leaf.key, made);
    return made;
  }

  private listOf(leaf: Leaf, at: Place): ListVariable {
    const space = this.memberSpace(leaf);
    const version = (): number => space.variables.all.reduce((total, { version }) => total + version, space.variables.all.length);
    return this.variables.list(leaf, at.place, at.subject, () => memberRecords(space.variables.all), version);
  }

  /** The state of a facility on the date asked, as its events tell it. */
  state(node: Extract<Node, { op: "fact" }>, at: Place): Case[] {
    const key = node.leaf.key;
    const space = this.memberSpace(node.leaf);
    const field = (name: string, type: FieldType): Leaf => ({ key: `${key}/*/${name}`, type, nullable: false });
    const states = space.variables.choice(field("state", node.type), "", at.subject);
    space.variables.ordered(field("on", { kind: "date" }), "", at.subject).cutAt(wholeNumber(dayOf(this.world.on)), "<=");
    const list = this.listOf({ ...node.leaf, type: { kind: "list", of: { kind: "record", fields: [] } } }, at);
    const absentState = node.read(new Scope(at.subject, {}, this.world.on, nobody));
    list.askState(this.world.on, absentState);
    const values = states.cells().flatMap((cell) => (cell.kind === "value" && typeof cell.value === "string" ? [cell.value] : []));
    return values.map((state) => ({
      guard: new Test(list, inState(state, this.world.on, absentState)),
      value: { kind: "choice", of: state },
    }));
  }
}

const literalCases = (value: Value, type: FieldType, at: Place, lowering: Lowering): Case[] =>
  meaningsOf({ op: "literal", value, type }, at, lowering) ?? [];

/** As the engine decides it: a coarser area than the one asked about neither lies inside nor surely outside. */
function insideTruth(area: Value, container: Value): Truth {
  if (typeof area !== "string" || typeof container !== "string") return FALSE;
  return isInside(area, container) ? TRUE : isInside(container, area) ? UNKNOWN : FALSE;
}

function insideOf(area: Case, container: Case): Formula | undefined {
  const guard = allOf([area.guard, container.guard]);
  const [inner, outer] = [area.value, container.value];
  if (inner.kind === "none" || outer.kind === "none") return never;
  if (inner.kind !== "choice" || outer.kind !== "choice" || typeof outer.of !== "string") return undefined;
  const code = outer.of;
  if (typeof inner.of === "string") return allOf([guard, { kind: "constant", truth: insideTruth(inner.of, code) }]);
  const variable: ChoiceVariable = inner.of;
  variable.mention(code);
  return allOf([guard, new Test(variable, (cell) => (cell.kind === "value" ? insideTruth(cell.value, code) : FALSE))]);
}
