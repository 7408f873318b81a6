import { allPartsOf, type Formula, partsOf, slotsIn } from "../rows/formula.js";
import { factsPerWord } from "../rows/row.js";
import type { PlannedRule, RowPlan } from "../rows/rowPlan.js";
import { FALSE, TRUE, UNKNOWN } from "../value.js";
import { ifKnown, may, must, numeral } from "./expressions.js";

/** A rule whose condition can be written out in full, and its place in the plan. */
export interface WritableRule extends PlannedRule {
  readonly place: number;
}

// a function beyond some 60 kB of byte code is never optimised: long conditions stay programs, many rules become several functions
const mostAtomsOfRule = 1200;
const mostAtomsOfFunction = 3600;

/** How many atoms a formula has written out: as it is, and as what must hold and what may, shared parts as often as they occur. */
interface Length {
  readonly known: number;
  readonly must: number;
  readonly may: number;
}

const atom: Length = { known: 1, must: 1, may: 1 };

const sumOf = (lengths: readonly Length[], pick: (length: Length) => number): number => lengths.reduce((sum, length) => sum + pick(length), 0);

function lengthOf(formula: Formula, before: Map<Formula, Length>): Length {
  const found = before.get(formula);
  if (found !== undefined) return found;
  const made = combined(
    formula.op,
    partsOf(formula).map((part) => lengthOf(part, before)),
  );
  before.set(formula, made);
  return made;
}

function combined(op: Formula["op"], parts: readonly Length[]): Length {
  const [known, surely, perhaps] = [sumOf(parts, (part) => part.known), sumOf(parts, (part) => part.must), sumOf(parts, (part) => part.may)];
  switch (op) {
    case "and":
    case "or":
      return { known, must: surely, may: perhaps };
    case "not":
      return { known, must: perhaps, may: surely };
    case "if":
    case "same":
      // what must hold asks each branch twice; more than enough for what may
      return { known, must: 2 * surely + perhaps, may: surely + perhaps };
    default:
      return atom;
  }
}

/** The rules that can be written out, in groups that one function holds. */
export function writableRules(rules: readonly PlannedRule[]): readonly (readonly WritableRule[])[] {
  const groups: WritableRule[][] = [];
  const lengths = new Map<Formula, Length>();
  let room = 0;
  for (const [place, rule] of rules.entries()) {
    if (rule.opaque) continue;
    const { known, must: surely, may: perhaps } = lengthOf(rule.formula, lengths);
    const atoms = known + surely + perhaps;
    if (atoms > mostAtomsOfRule) continue;
    if (groups.length === 0 || atoms > room) {
      groups.push([]);
      room = mostAtomsOfFunction;
    }
    groups.at(-1)?.push({ ...rule, place });
    room -= atoms;
  }
  return groups;
}

/** The answer of one rule: in two values where nothing is missing that it reads, else in three. */
function answer({ formula, needs }: PlannedRule): string {
  const known = `(${ifKnown(formula)}) ? ${TRUE} : ${FALSE}`;
  if (needs?.length === 0) return known;
  const three = `(${must(formula)}) ? ${TRUE} : (${may(formula)}) ? ${UNKNOWN} : ${FALSE}`;
  if (needs === undefined) return three;
  return `(${needs.map(({ word, mask }) => `(m${word} & ${numeral(mask)}) !== 0`).join(" || ")}) ? (${three}) : (${known})`;
}

/**
 * Writes a function that answers some rules for every row of a table: `(rows, bits, numbers, missing, out)`.
 *
 * The answer of a rule, 0, 1 or 2, goes to `out[row * rules of the plan + its place]`. The text holds numbers and names made
 * here: nothing that stands in a pack can come into it.
 */
export function generateRules({ bits, numbers, words, rules: all }: RowPlan, rules: readonly WritableRule[]): string {
  const slots = [...new Set(rules.flatMap(({ formula }) => [...allPartsOf(formula)].flatMap(slotsIn)))];
  const said = [...new Set(slots.map(({ index }) => Math.floor(index / factsPerWord)))];
  return [
    '"use strict";',
    "for (let row = 0; row < rows; row += 1) {",
    `const at = row * ${all.length};`,
    ...said.map((word) => `const m${word} = missing[row * ${words} + ${word}];`),
    ...slots.map(({ store, at }) =>
      store === "bits" ? `const b${at} = bits[row * ${bits} + ${at}];` : `const n${at} = numbers[row * ${numbers} + ${at}];`,
    ),
    ...rules.map((rule) => `out[at + ${rule.place}] = ${answer(rule)};`),
    "}",
  ].join("\n");
}
