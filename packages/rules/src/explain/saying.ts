import type { Wording } from "@eldercare/core";
import type { CompareOperator, Node, TableNode } from "../logic/node.js";
import type { Trace } from "../logic/traced/trace.js";
import { clause as englishClause } from "./en.js";
import { bareTitle, choiceNameOf, joined, leafTitle, type Speaking, unitOf, wordQuantity, wordSeen } from "./quantityWords.js";
import { type Holds, mirrorOf, type Said } from "./said.js";
import { tellingAlternatives } from "./tellingAlternatives.js";
import { countsByTitle, unitWord, wordArea, wordValue } from "./valueWords.js";
import { choiceTitle } from "./words/choiceWords.js";
import { bracketed, clause as chineseClause } from "./zh.js";

type Of<Op extends Node["op"]> = Extract<Node, { op: Op }>;

const constant = (node: Node): boolean => node.op === "literal" || node.op === "param" || node.op === "dateAsked";

/** The node that counts an age, behind whatever it is called. */
function ageBehind(node: Node): Of<"ageOn"> | undefined {
  if (node.op === "ageOn") return node;
  return node.op === "defined" ? ageBehind(node.body) : undefined;
}

const partFor = (trace: Trace | undefined, node: Node): Trace | undefined => trace?.parts.find((part) => part.node === node);

/**
 * What a condition says, as far as it holds: with a trace, what it came to about one record, values named; without, what it
 * asks of anybody.
 */
export function say(node: Node, holds: Holds, speaking: Speaking, trace?: Trace): Said {
  const sub = (arg: Node, argHolds: Holds): Said => {
    const part = partFor(trace, arg);
    return say(arg, trace === undefined ? argHolds : holdsOf(part), speaking, part);
  };
  switch (node.op) {
    case "literal":
      return { kind: "constant", holds: holds === undefined ? undefined : (node.value === true) === holds };
    case "fact":
      if (node.leaf.title === undefined && speaking.item !== undefined) return { kind: "item", title: speaking.item, holds };
      return { kind: "concept", title: leafTitle(node.leaf), holds, because: [], ...joinOf(node) };
    case "param":
      return { kind: "reading", title: leafTitle(node.leaf), readings: [], holds };
    case "defined":
      return {
        kind: "concept",
        title: bareTitle(node.title),
        holds,
        because: trace === undefined ? [] : behind(trace).flatMap((part) => reasonsOf(part, speakingOf(node, speaking))),
        ...(node.join === undefined ? {} : { join: node.join }),
      };
    case "adopted":
      return { kind: "adopted", holds };
    case "and":
    case "or": {
      const kind = (node.op === "and") === (holds !== false) ? "all" : "any";
      const args = trace === undefined ? node.args : trace.parts.map((part) => part.node);
      // what is joined by the same word is one list
      const parts = args.map((arg) => sub(arg, holds)).flatMap((part) => (part.kind === kind ? part.parts : [part]));
      return { kind, parts, holds };
    }
    case "!":
      return sub(node.arg, holds === undefined ? undefined : !holds);
    case "if":
      return {
        kind: "case",
        when: say(node.condition, true, speaking),
        then: sub(node.whenTrue, holds),
        otherwise: sub(node.whenFalse, holds),
        holds,
      };
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return sayComparison(node, holds, speaking, trace);
    case "in":
      return sayMembership(node, holds, speaking, trace);
    case "inside":
      return sayInside(node, holds, speaking);
    case "some":
    case "all":
    case "none":
      return {
        kind: "quantified",
        how: node.op,
        list: listTitle(node.list),
        each: say(node.body, true, speaking),
        holds,
      };
    case "table":
      return sayTable(node, holds, speaking, trace);
    default:
      return { kind: "concept", title: wordQuantity(node, undefined, speaking), holds, because: [] };
  }
}

/** What a defined word stands for; a word that is only another name is passed over. */
function behind({ node, parts }: Trace): readonly Trace[] {
  const [only] = parts;
  const alias = node.op === "defined" && only?.node.op === "defined" && only.node.join === undefined;
  return alias && only !== undefined ? behind(only) : parts;
}

/** Whether a traced condition holds. */
export const holdsOf = (trace: Trace | undefined): Holds => (typeof trace?.value === "boolean" ? trace.value : undefined);

/** Names inside a definition of a joined record are those of that record. */
const speakingOf = (node: Of<"defined">, speaking: Speaking): Speaking =>
  node.join === undefined ? speaking : { ...speaking, subject: node.subject };

const joinOf = ({ leaf }: Of<"fact">): { readonly join?: NonNullable<Of<"defined">["join"]> } => {
  const pointer = leaf.pointer ?? leaf.key;
  // a field of a member of a list belongs to the member
  const first = pointer.includes("/*/") ? undefined : pointer.split("/")[1];
  // of a member of staff, the facility itself is a field
  if (first === "facility") return pointer === "/facility" ? {} : { join: first };
  return first === "household" || first === "village" || first === "township" || first === "county" || first === "person" ? { join: first } : {};
};

/** A count of those members of a list of which something holds. */
function countTitle({ list, body }: Of<"count">, speaking: Speaking): Wording {
  const [among, each] = [listTitle(list), say(body, true, speaking)];
  return {
    zh: `${among.zh}中${chineseClause(each, speaking.subject)}的数量`,
    en: `number of ${among.en} such that ${englishClause(each, { subject: "it", you: false })}`,
  };
}

const listTitle = (list: Node): Wording => (list.op === "fact" ? joined(joinOf(list).join, leafTitle(list.leaf)) : { zh: "所列各项", en: "entries" });

const titleOf = (node: Node, speaking: Speaking): Wording => {
  if (node.op === "count") return countTitle(node, speaking);
  const title = wordQuantity(node, undefined, speaking);
  return node.op === "fact" ? joined(joinOf(node).join, title) : title;
};

function sayComparison(node: Of<CompareOperator>, holds: Holds, speaking: Speaking, trace?: Trace): Said {
  const { left, right, op } = node;
  if (left.type.kind === "boolean") return sayAlike(node, holds, speaking, trace);
  // what varies stands first: 年龄不低于60周岁, not 60周岁不高于年龄
  if (constant(left) && !constant(right)) return sayHeld(right, mirrorOf(op), left, holds, speaking, trace);
  return sayHeld(left, op, right, holds, speaking, trace);
}

/** Two conditions that must, or must not, be alike. */
function sayAlike({ left, right, op }: Of<CompareOperator>, holds: Holds, speaking: Speaking, trace?: Trace): Said {
  const alike = holds === undefined ? undefined : (op === "==") === holds;
  const [one, other] = [left, right].map((side) => say(side, true, speaking, undefined)) as [Said, Said];
  if (right.op === "literal" && alike !== undefined) return say(left, (right.value === true) === alike, speaking, partFor(trace, left));
  return { kind: "same", one, other, holds: alike };
}

function sayHeld(what: Node, op: CompareOperator, against: Node, holds: Holds, speaking: Speaking, trace?: Trace): Said {
  const [part, other] = [partFor(trace, what), partFor(trace, against)];
  const asIs = op === "==" || op === "!=";
  const is = holds === undefined ? undefined : (op === "==") === holds;
  if (asIs && against.op === "literal" && against.value === null) return { kind: "none", title: titleOf(what, speaking), holds: is };
  const age = ageBehind(what);
  if (age !== undefined && constant(against)) {
    const bornOn = age.date.op === "fact" && age.date.leaf.key.endsWith("/birthDate");
    return {
      kind: "age",
      op,
      years: wordQuantity(against, "age", speaking),
      holds,
      ...(part?.value === undefined || part.value === null ? {} : { seen: String(part.value) }),
      ...(bornOn ? {} : { since: titleOf(age.date, speaking) }),
    };
  }
  if (asIs && what.op === "param" && against.op === "literal")
    return { kind: "reading", title: leafTitle(what.leaf), readings: [readingOf(what, String(against.value), speaking)], holds: is };
  if (what.op === "dateAsked") return { kind: "day", op, date: wordQuantity(against, undefined, speaking), holds };
  const unit = unitOf(what, speaking) ?? unitOf(against, speaking);
  const measured = {
    title: titleOf(what, speaking),
    ...(part === undefined || part.value === undefined ? {} : { seen: wordSeen(what, part.value, speaking, unit) }),
  };
  const named = against.op === "literal" ? wordSeenAs(what, against, speaking, unit) : wordQuantity(against, unit, speaking);
  const worked = other?.value === undefined || constant(against) ? undefined : wordSeen(against, other.value, speaking, unit);
  const bound = worked === undefined ? named : { zh: `${worked.zh}${bracketed(named.zh)}`, en: `${worked.en} (${named.en})` };
  if (asIs && (what.type.kind === "enum" || what.type.kind === "text" || what.type.kind === "area"))
    return { kind: "choice", what: measured, choices: [bound], holds: is };
  const family =
    what.type.kind === "date"
      ? "date"
      : unitWord(unit)?.counted === true || what.op === "count" || (unit === undefined && countsByTitle(measured.title))
        ? "counted"
        : "measured";
  return { kind: "compare", what: measured, op, bound, holds, family };
}

/** A value written in a condition, called as the values of what it is held against are. */
const wordSeenAs = (what: Node, { value, type }: Of<"literal">, speaking: Speaking, unit: string | undefined): Wording =>
  wordValue(value, type, unit, speaking.areaName, choiceNameOf(what, speaking));

/** A named reading of an ambiguous sentence. */
const readingOf = (param: Of<"param">, reading: string, { meaning }: Speaking): Wording =>
  meaning.parameters.get(param.id)?.thing.of?.[reading] ?? choiceTitle(reading);

function sayMembership({ item, list }: Of<"in">, holds: Holds, speaking: Speaking, trace?: Trace): Said {
  if (list.op === "literal" && Array.isArray(list.value)) {
    const choices = (list.value as readonly string[]).map((each) =>
      item.op === "param" ? readingOf(item, each, speaking) : choiceNameOf(item, speaking)(each),
    );
    if (item.op === "param") return { kind: "reading", title: leafTitle(item.leaf), readings: choices, holds };
    const value = partFor(trace, item)?.value;
    const seen = value === undefined ? {} : { seen: wordSeen(item, value, speaking) };
    return { kind: "choice", what: { title: titleOf(item, speaking), ...seen }, choices, holds };
  }
  const named = item.op === "literal" && typeof item.value === "string" ? choiceNameOf(list, speaking)(item.value) : undefined;
  return { kind: "member", list: titleOf(list, speaking), item: named ?? wordQuantity(item, undefined, speaking), holds };
}

function sayInside({ area, container }: Of<"inside">, holds: Holds, speaking: Speaking): Said {
  const code = container.op === "literal" ? container.value : container.op === "param" ? speaking.parameters.get(container.id) : undefined;
  const inside = typeof code === "string" ? wordArea(code, speaking.areaName) : titleOf(container, speaking);
  return { kind: "inside", title: titleOf(area, speaking), area: inside, holds };
}

/** A table that answers yes or no, or that is held against something; with its row, where one applies. */
function sayTable(table: TableNode, holds: Holds, speaking: Speaking, trace?: Trace): Said {
  if (table.held === undefined) return { kind: "concept", title: wordQuantity(table, undefined, speaking), holds, because: [] };
  const { left, right, op } = table.held;
  return constant(left) && !constant(right)
    ? sayHeld(right, mirrorOf(op), left, holds, speaking, trace)
    : sayHeld(left, op, right, holds, speaking, trace);
}

const flattenAll = (parts: readonly Trace[], speaking: Speaking): Said[] => distinct(parts.flatMap((part) => reasonsOf(part, speaking)));

function distinct(said: Said[]): Said[] {
  if (said.length < 2) return said;
  const seen = new Set<string>();
  return said.filter((each) => {
    const text = JSON.stringify(each);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

const told = new WeakMap<Trace, { readonly speaking: Speaking; readonly said: Said }>();

/** What a traced condition came to; kept for as long as the trace is, since the reasons and the tree tell the same parts. */
export function sayTraced(trace: Trace, speaking: Speaking): Said {
  const known = told.get(trace);
  if (known?.speaking === speaking) return known.said;
  const said = say(trace.node, holdsOf(trace), speaking, trace);
  told.set(trace, { speaking, said });
  return said;
}

/** What decided a condition, in order: the parts that failed, or held, or are open, each said once. */
export function reasonsOf(trace: Trace, speaking: Speaking): Said[] {
  const { node, parts } = trace;
  switch (node.op) {
    case "and":
      return flattenAll(parts, speaking);
    case "or":
      return flattenAll(trace.value === false ? tellingAlternatives(parts) : parts, speaking);
    case "!":
      return flattenAll(parts, speaking);
    case "if": {
      const [condition, ...branches] = parts;
      // which reading of the document is taken does not tell the subject anything about itself
      const chosen = condition === undefined || isReading(condition.node) ? [] : reasonsOf(condition, speaking);
      return [...chosen, ...flattenAll(branches, speaking)];
    }
    case "literal":
      return [];
    default:
      return [sayTraced(trace, speaking)];
  }
}

const isReading = (node: Node): boolean =>
  ("left" in node && node.left.op === "param") || node.op === "param" || (node.op === "in" && node.item.op === "param");

/** What decided a rule: a rule that is nothing but one defined word is told by what that word means. */
export function reasonsOfRule(trace: Trace, speaking: Speaking): Said[] {
  const { node, parts } = trace;
  const [body] = parts;
  const compound = node.op === "defined" && node.join === undefined && body !== undefined && isCompound(body.node);
  return compound ? reasonsOfRule(body, speaking) : reasonsOf(trace, speaking);
}

const isCompound = ({ op }: Node): boolean => op === "and" || op === "or" || op === "if" || op === "!";
