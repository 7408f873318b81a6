import { tierDigits } from "@eldercare/core";
import { adoptionOf } from "./adoption.js";
import { compileTruth, compileValue, type ParameterValues, type TruthOf } from "./closures.js";
import { isCounted } from "./interval.js";
import { joinedKey, type Leaf, type Node } from "./node.js";
import { already, FactSets, type Forcing, forcingOf, never, opposite, type Sets } from "./questions/factSets.js";
import { readExactly } from "./questions/readExactly.js";
import type { Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./value.js";

type Op<Name extends Node["op"]> = Extract<Node, { op: Name }>;

/** Sets of unknown facts by which a value could come to be known, and those by which it could be known to be none. */
interface Knowing {
  readonly some: Sets;
  readonly none: Sets;
}

const isSome: Knowing = { some: already, none: never };
const isNone: Knowing = { some: never, none: already };

/** Finds the unknown facts on which conditions and values depend, and the sets of them that could settle each. */
export class UnknownSearch {
  readonly sets = new FactSets<Leaf>();
  /** Areas that are known, but of which a closer one is asked for. */
  private readonly coarse = new Set<string>();
  /** Of each record that may be none as a whole, the first of its fields that was met. */
  private readonly spokesmen = new Map<string, number>();
  private readonly scope: Scope;
  private readonly parameters: ParameterValues;
  private readonly truths: WeakMap<Node, TruthOf>;

  constructor(scope: Scope, parameters: ParameterValues, truths: WeakMap<Node, TruthOf>) {
    this.scope = scope;
    this.parameters = parameters;
    this.truths = truths;
  }

  private truth(node: Node): Truth {
    let compiled = this.truths.get(node);
    if (compiled === undefined) {
      compiled = compileTruth(node, this.parameters);
      this.truths.set(node, compiled);
    }
    return compiled(this.scope);
  }

  /** The sets that could force an undetermined condition, which is all that is asked. */
  question(node: Node): Forcing {
    const forcing = this.forcing(node);
    // a closer area than the one known may be another than was compared
    if (this.coarse.size > 0 && [...readExactly(node)].some((key) => this.coarse.has(key))) this.sets.complete = false;
    return forcing;
  }

  private forcing(node: Node): Forcing {
    const truth = this.truth(node);
    const settled = forcingOf(truth);
    // what an open list is not known to hold, it may turn out to hold
    if (settled !== undefined)
      return truth === FALSE && node.op === "in" && isOpen(node.list) ? { ...settled, toTrue: this.membership(node).toTrue } : settled;
    const { sets } = this;
    switch (node.op) {
      case "and":
        return sets.conjunction(node.args.map((arg) => this.forcing(arg)));
      case "or":
        return sets.disjunction(node.args.map((arg) => this.forcing(arg)));
      case "!":
        return opposite(this.forcing(node.arg));
      case "if": {
        const taken = this.taken(node);
        if (taken !== undefined) return this.forcing(taken);
        return sets.choice(this.forcing(node.condition), this.forcing(node.whenTrue), this.forcing(node.whenFalse));
      }
      case "==":
      case "!=": {
        if (node.left.type.kind !== "boolean") return this.comparison(node);
        const alike = sets.alike(this.forcing(node.left), this.forcing(node.right));
        return node.op === "==" ? alike : opposite(alike);
      }
      case "<":
      case "<=":
      case ">":
      case ">=":
        return this.comparison(node);
      case "in":
        return this.membership(node);
      case "inside":
        return whichever(sets.both(this.closely(node.area), this.knowing(node.container).some));
      case "adopted": {
        // one area that adopts is enough; that none does takes all of them
        const unknown = adoptionOf(node.clauses, this.scope).unknown.map((leaf) => whichever([sets.of(leaf.key, leaf)]));
        return sets.disjunction(unknown);
      }
      case "some":
      case "all":
      case "none":
        return whichever(this.asAWhole(node.list));
      case "table":
        return this.forcing(node.body);
      case "defined":
        return node.join === undefined ? this.forcing(node.body) : whichever(this.behindJoin(node));
      default: {
        const { some, none } = this.knowing(node);
        return { toTrue: some, toFalse: sets.either(some, none) };
      }
    }
  }

  /** The branch of a choice whose condition is settled: what only the other reads does not matter. */
  private taken({ condition, whenTrue, whenFalse }: Op<"if">): Node | undefined {
    const truth = this.truth(condition);
    return truth === UNKNOWN ? undefined : truth === TRUE ? whenTrue : whenFalse;
  }

  private comparison({ op, left, right }: Op<"==" | "!=" | "<" | "<=" | ">" | ">=">): Forcing {
    const { sets } = this;
    const [one, other] = [this.knowing(left), this.knowing(right)];
    if (op === "==" || op === "!=") return whichever(sets.both(this.known(one), this.known(other)));
    // what turns out to be none is neither above nor below, whatever the other side is
    const both = sets.both(one.some, other.some);
    return { toTrue: both, toFalse: sets.either(both, sets.either(one.none, other.none)) };
  }

  private membership({ item, list }: Op<"in">): Forcing {
    const { sets } = this;
    const [wanted, held] = [this.knowing(item), this.known(this.knowing(list))];
    // an empty list holds nothing, whatever is looked for
    const emptied = held.filter((mask) => mask !== 0);
    return { toTrue: sets.both(wanted.some, held), toFalse: sets.either(sets.both(this.known(wanted), held), emptied) };
  }

  private known({ some, none }: Knowing): Sets {
    return this.sets.either(some, none);
  }

  /** What could make a value known; registers every unknown fact that it depends on. */
  knowing(node: Node): Knowing {
    const value = compileValue(node, this.parameters)(this.scope);
    if (value !== undefined && !isOpen(node)) return value === null ? isNone : isSome;
    const { sets } = this;
    switch (node.op) {
      case "fact":
        return this.fact(node, value !== undefined);
      case "param":
        return this.parameter(node);
      case "aggregate":
        // bounds may be enough where the number itself is not known
        return { some: sets.either(already, [sets.of(node.leaf.key, node.leaf)]), none: never };
      case "count":
        return { some: sets.either(already, this.asAWhole(node.list)), none: never };
      case "if": {
        const taken = this.taken(node);
        if (taken !== undefined) return this.knowing(taken);
        const condition = this.forcing(node.condition);
        const [then, otherwise] = [this.knowing(node.whenTrue), this.knowing(node.whenFalse)];
        return { some: sets.chosen(condition, then.some, otherwise.some), none: sets.chosen(condition, then.none, otherwise.none) };
      }
      case "table":
        return this.knowing(node.body);
      case "defined":
        return node.join === undefined ? this.knowing(node.body) : { some: this.behindJoin(node), none: never };
      case "+":
      case "-":
      case "*":
      case "/":
      case "min":
      case "max":
        return this.arithmetic(node);
      case "ageOn":
        return this.knowing(node.date);
      case "tierOf":
        return this.knowing(node.area);
      case "daysBetween":
      case "monthsBetween":
      case "yearsBetween":
        return this.together([node.from, node.to]);
      case "addDays":
      case "addMonths":
      case "addYears":
        return this.together([node.date, node.amount]);
      case "call":
        return this.together(node.args);
      default: {
        const { toTrue, toFalse } = this.forcing(node);
        return { some: sets.either(toTrue, toFalse), none: never };
      }
    }
  }

  /** What is made of several values, all of which must be known; it is none where one of them is. */
  private together(nodes: readonly Node[]): Knowing {
    const { sets } = this;
    let all = isSome;
    for (const node of nodes) {
      const next = this.knowing(node);
      const none = sets.either(sets.both(all.none, this.known(next)), sets.both(all.some, next.none));
      all = { some: sets.both(all.some, next.some), none };
    }
    return all;
  }

  /** Numbers are combined one by one, until one of them is none; what is counted is none as soon as any part of it is. */
  private arithmetic(node: Op<"+" | "-" | "*" | "/" | "min" | "max">): Knowing {
    const { sets } = this;
    const counted = isCounted(node);
    let { some, none } = isSome;
    for (const arg of node.args) {
      const next = this.knowing(arg);
      none = sets.either(none, counted ? next.none : sets.both(some, next.none));
      some = sets.both(some, next.some);
    }
    // a division by zero has no result
    return { some, none: node.op === "/" ? sets.either(none, some) : none };
  }

  private fact({ leaf, nullable }: Op<"fact">, isClose: boolean): Knowing {
    const { sets } = this;
    const own = [sets.of(leaf.key, leaf)];
    if (isClose) return { some: sets.either(already, own), none: never };
    const { record } = leaf;
    // a record that is there may lack a field, but is not none
    if (!nullable || record?.isThere(this.scope) === true) return { some: own, none: never };
    if (record === undefined) return { some: own, none: own };
    const [first = 0] = own;
    const spokesman = this.spokesmen.get(record.key) ?? first;
    this.spokesmen.set(record.key, spokesman);
    // that one field of a record is none says that the record is, and so of all its fields
    return { some: own, none: sets.either(own, [spokesman]) };
  }

  /** A parameter that nobody has supplied. What no answer can supply is not asked for, and nothing is proven of the rest. */
  private parameter({ leaf }: Op<"param">): Knowing {
    if (leaf.parameter !== undefined || leaf.pointer !== undefined) return { some: [this.sets.of(leaf.key, leaf)], none: never };
    this.sets.complete = false;
    return { some: never, none: never };
  }

  /** A fact of another record: asked for as a whole, by name. */
  private behindJoin(node: Op<"defined">): Sets {
    this.sets.complete = false;
    const key = joinedKey(node);
    return [this.sets.of(key, { key, pointer: key, title: node.title, type: node.type, nullable: false })];
  }

  /** Members of a list cannot be supposed one by one: the list as a whole is what is asked for. */
  private asAWhole(list: Node): Sets {
    this.sets.complete = false;
    return list.op === "fact" ? [this.sets.of(list.leaf.key, list.leaf)] : never;
  }

  /** An area that must be known closely enough: of one that is known, a closer one may be asked for. */
  private closely(node: Node): Sets {
    switch (node.op) {
      case "fact": {
        const code = node.read(this.scope);
        if (typeof code !== "string" || code.length >= tierDigits.village) return this.knowing(node).some;
        this.coarse.add(node.leaf.key);
        return this.sets.either(already, [this.sets.of(node.leaf.key, node.leaf)]);
      }
      case "if":
        // too long a choice to be gone through: a closer area is not asked for
        this.sets.complete = false;
        return this.knowing(node).some;
      case "defined":
        return node.join === undefined ? this.closely(node.body) : this.knowing(node).some;
      default:
        return this.knowing(node).some;
    }
  }
}

/** Whether a value is a list that may hold more than is known of it. */
const isOpen = (node: Node): boolean =>
  node.op === "fact" ? node.leaf.open === true : node.op === "defined" && node.join === undefined && isOpen(node.body);

const whichever = (sets: Sets): Forcing => ({ toTrue: sets, toFalse: sets });
