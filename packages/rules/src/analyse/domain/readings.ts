import { type ShiftOperator, type SpanOperator, shiftedBy, spanOf } from "../../logic/calendar.js";
import { compileValue } from "../../logic/closures.js";
import type { Node } from "../../logic/node.js";
import { indexRegister, Scope } from "../../logic/scope.js";
import { type Case, isConstant, type Meaning, number, surely } from "./cases.js";
import { constantForm, dateOf, dayOf, formOf, type Linear, type Reading } from "./linear.js";
import { wholeNumber } from "./variable.js";
import type { World } from "./world.js";

const mostAges = 100_000;
const nobody = indexRegister(undefined);

/** A number that rises or falls with the day of one field; undefined of anything more. */
export function reading(name: string, days: Linear, of: (date: string) => number): Meaning | undefined {
  const [own, second] = days.terms;
  if (own === undefined) return number(constantForm(wholeNumber(of(dateOf(Number(days.constant.numerator))))));
  const { term, factor } = own;
  if (second !== undefined || factor.numerator !== 1n || factor.denominator !== 1n) return undefined;
  const later = Number(days.constant.numerator);
  const before = term.reading?.of ?? ((day: number) => day);
  const made: Reading = { name: `${name}(${term.reading?.name ?? ""}+${later})`, of: (day) => of(dateOf(before(day) + later)) };
  return number(formOf({ variable: term.variable, reading: made }));
}

const ages = new Map<string, number>();

/** An age as the engine reckons it. */
export function ageAt(node: Extract<Node, { op: "ageOn" }>, date: string, { on, parameters }: World): number {
  const key = `${date} ${on}`;
  const known = ages.get(key);
  if (known !== undefined) return known;
  const value = compileValue(
    { op: "ageOn", date: { op: "literal", value: date, type: { kind: "date" } }, type: node.type },
    parameters,
  )(new Scope("person", {}, on, nobody));
  const age = typeof value === "number" ? value : 0;
  if (ages.size > mostAges) ages.clear();
  ages.set(key, age);
  return age;
}

/** Days, months or years from one date to another, of which one is settled. */
export function span(op: SpanOperator, from: Linear, to: Linear): Case[] | undefined {
  const [first, last] = [Number(from.constant.numerator), Number(to.constant.numerator)];
  const found = isConstant(from)
    ? reading(`${op} from ${first}`, to, (date) => spanOf(op, dateOf(first), date))
    : isConstant(to)
      ? reading(`${op} to ${last}`, from, (date) => spanOf(op, date, dateOf(last)))
      : undefined;
  return found === undefined ? undefined : surely(found);
}

const [firstDay, lastDay] = ["0001-01-01", "9999-12-31"];

/** A date so much later, by a settled amount. */
export function shifted(op: ShiftOperator, date: Linear, amount: Linear): Case[] | undefined {
  if (!isConstant(amount) || amount.constant.denominator !== 1n) return undefined;
  const by = Number(amount.constant.numerator);
  const found = reading(`${op} ${by}`, date, (day) => dayOf(shiftedBy(op, day, by) ?? (by < 0 ? firstDay : lastDay)));
  return found === undefined ? undefined : surely(found);
}
