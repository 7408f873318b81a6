import type { Node } from "../../logic/node.js";
import { toRational, type Value } from "../../logic/value.js";
import { combine } from "./arithmetic.js";
import { branch, type Case, folded, type Meaning, mostCases, number, plain, read, surely } from "./cases.js";
import { never } from "./formula.js";
import { constantForm, dayOf, difference, formOf } from "./linear.js";
import type { Lowering, Place } from "./lowering.js";
import { ageAt, reading, shifted, span } from "./readings.js";
import { wholeNumber } from "./variable.js";
import { isState } from "./variables.js";

function ofValue(value: Value, kind: string): Meaning | undefined {
  if (value === null) return { kind: "none" };
  if (kind === "date") return typeof value === "string" ? number(constantForm(wholeNumber(dayOf(value)))) : undefined;
  if (typeof value === "string") return { kind: "choice", of: value };
  const exact = toRational(value);
  return exact === undefined ? undefined : number(constantForm(exact));
}

/** The cases of an expression that is no condition; undefined where it is beyond what can be reasoned about. */
export function meaningsOf(node: Node, at: Place, lowering: Lowering): Case[] | undefined {
  const made = makeCases(node, at, lowering);
  return made === undefined || made.length > mostCases ? undefined : made;
}

function makeCases(node: Node, at: Place, lowering: Lowering): Case[] | undefined {
  const inner = (child: Node): Case[] | undefined => meaningsOf(child, at, lowering);
  switch (node.op) {
    case "literal": {
      const value = ofValue(node.value, node.type.kind);
      return value === undefined ? undefined : surely(value);
    }
    case "dateAsked":
      return surely(number(constantForm(wholeNumber(dayOf(lowering.world.on)))));
    case "param": {
      if (node.leaf.parameter === undefined) return surely({ kind: "unsettled" });
      const value = lowering.world.parameters.get(node.id);
      const known = value === undefined ? undefined : ofValue(value, node.type.kind);
      return known === undefined ? leafCases(node, at, lowering) : surely(known);
    }
    case "fact":
      return lowering.isReadable(node.leaf) ? leafCases(node, at, lowering) : undefined;
    case "aggregate": {
      const variable = lowering.variables.aggregate(node.leaf, at.place, at.subject);
      return surely(number(formOf({ variable })));
    }
    case "count":
      return lowering.tally(node, at);
    case "defined":
      return meaningsOf(node.body, lowering.through(node, at), lowering);
    case "table":
      return inner(node.body);
    case "if": {
      const condition = lowering.truth(node.condition, at);
      return branch(condition, inner(node.whenTrue), inner(node.whenFalse));
    }
    case "+":
    case "-":
    case "*":
    case "/":
    case "min":
    case "max": {
      const { op } = node;
      return folded(node.args.map(inner), (a, b) => combine(op, a, b));
    }
    case "daysBetween":
      return folded([inner(node.to), inner(node.from)], (to, from) => plain(to, from, (a, b) => surely(number(difference(a, b)))));
    case "ageOn":
      return read(inner(node.date), (days) => reading("ageOn", days, (date) => ageAt(node, date, lowering.world)));
    case "monthsBetween":
    case "yearsBetween":
      return folded([inner(node.from), inner(node.to)], (from, to) => plain(from, to, (a, b) => span(node.op, a, b)));
    case "addDays":
    case "addMonths":
    case "addYears":
      return folded([inner(node.date), inner(node.amount)], (date, amount) => plain(date, amount, (a, b) => shifted(node.op, a, b)));
    default:
      return undefined;
  }
}

function leafCases(node: Extract<Node, { op: "fact" | "param" }>, at: Place, lowering: Lowering): Case[] | undefined {
  const { leaf } = node;
  const { place, subject } = at;
  const none = leaf.parameter === undefined ? lowering.variables.none(leaf, place, subject) : never;
  const known = ((): Case[] | undefined => {
    switch (leaf.type.kind) {
      case "number":
      case "date":
        return surely(number(formOf({ variable: lowering.variables.ordered(leaf, place, subject) })));
      case "enum":
        if (isState(leaf)) return lowering.state(node as Extract<Node, { op: "fact" }>, at);
        return surely({ kind: "choice", of: lowering.variables.choice(leaf, place, subject) });
      case "area":
      case "text":
      case "boolean":
        return surely({ kind: "choice", of: lowering.variables.choice(leaf, place, subject) });
      default:
        return undefined;
    }
  })();
  return known === undefined ? undefined : branch(none, surely({ kind: "none" }), known);
}
