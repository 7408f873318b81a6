import type { FieldType } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { compare, ofEach } from "./compare.js";
import { booleanType, integerType, joinedKey, type Leaf, type Node, neverKnown } from "./node.js";
import type { Operator } from "./operator.js";
import { expectKind, literalFor, type Parsing, parseExpression } from "./parseExpression.js";
import { comparable, printType } from "./typeWords.js";

/** What to ask for of a list that may hold more than is known of it; undefined of a list that is closed. */
function openLeaf(list: Node): Leaf | undefined {
  if (list.op === "fact") return list.leaf.open === true ? list.leaf : undefined;
  if (list.op !== "defined") return undefined;
  const leaf = openLeaf(list.body);
  if (leaf === undefined || list.join === undefined) return leaf;
  const key = joinedKey(list);
  return { ...leaf, key, pointer: key, title: list.title };
}

/** A list that is open settles what one more entry cannot undo, and nothing else. */
function asFarAsKnown(list: Node, answer: Node, oneMoreCan: "fulfil" | "undo"): Node {
  const leaf = openLeaf(list);
  if (leaf === undefined) return answer;
  // whether there is more is never known, and asked for as the list
  const more = neverKnown(`${leaf.key}#more`, booleanType, leaf);
  return { op: oneMoreCan === "fulfil" ? "or" : "and", args: [answer, more], type: booleanType };
}

type ListFact = Extract<Node, { op: "fact" }>;

/** A list of records and a condition about each of them. */
function each(args: readonly unknown[], at: string, parsing: Parsing, level: number): { list: ListFact; body: Node } | undefined {
  const list = parseExpression(args[0], `${at}/0`, parsing, level);
  if (list === undefined) return undefined;
  if (list.op !== "fact" || list.type.kind !== "list" || list.type.of.kind !== "record") {
    parsing.issues.push(reportRules("TYPE_MISMATCH", `${at}/0`, { seen: printType(list.type), values: { expected: "list of record" } }));
    return undefined;
  }
  const meaning = parsing.meaning.within(list.leaf.key, list.type.of.fields);
  const inner: Parsing = { ...parsing, meaning };
  const body = expectKind(parseExpression(args[1], `${at}/1`, inner, level), booleanType, `${at}/1`, inner);
  return body === undefined ? undefined : { list, body };
}

const quantifier = (op: "some" | "all" | "none"): Operator => ({
  least: 2,
  most: 2,
  build(args, _list, at, parsing, level) {
    const found = each(args, at, parsing, level);
    if (found === undefined) return undefined;
    return asFarAsKnown(found.list, { op, ...found, type: booleanType }, op === "some" ? "fulfil" : "undo");
  },
});

const counting = (args: readonly unknown[], at: string, parsing: Parsing, level: number): Node | undefined => {
  const found = each(args, at, parsing, level);
  return found === undefined ? undefined : { op: "count", ...found, open: found.list.leaf.open === true, type: { ...integerType, least: 0 } };
};

/** What a membership looks in: a list written out, of the item's type. */
function writtenList(item: Node, list: readonly unknown[], at: string, parsing: Parsing): Node | undefined {
  const literals = list.map((entry: unknown, index) => {
    if (typeof entry === "string") return literalFor(entry, item.type, `${at}/1/${index}`, parsing);
    parsing.issues.push(reportRules("LOGIC_SHAPE", `${at}/1/${index}`, { seen: entry }));
    return undefined;
  });
  return literals.some((literal) => literal === undefined) ? undefined : membershipIn(item, list as readonly string[]);
}

/** Whether a value is one of some texts. */
export function membershipIn(item: Node, texts: readonly string[]): Node {
  const list: Node = { op: "literal", value: texts, type: { kind: "list", of: item.type } };
  return ofEach(item, (value) => ({ op: "in", item: value, list, type: booleanType }));
}

/** Whether a list holds a value, as far as the list is known. */
export function holds(list: Node, item: Node): Node {
  const found = ofEach(item, (value) => ({ op: "in", item: value, list, type: booleanType }));
  return asFarAsKnown(list, found, "fulfil");
}

/** The type of the members of a list that can be looked in; undefined for lists of records and for what is no list. */
export const memberType = (type: FieldType): FieldType | undefined => (type.kind === "list" && type.of.kind !== "record" ? type.of : undefined);

const membership: Operator = {
  least: 2,
  most: 2,
  build([item, list], _list, at, parsing, level) {
    if (Array.isArray(list)) {
      const node = parseExpression(item, `${at}/0`, parsing, level);
      return node === undefined ? undefined : writtenList(node, list, at, parsing);
    }
    const node = parseExpression(list, `${at}/1`, parsing, level);
    if (node === undefined) return undefined;
    const element = memberType(node.type);
    if (element === undefined) {
      parsing.issues.push(reportRules("TYPE_MISMATCH", `${at}/1`, { seen: printType(node.type), values: { expected: "list" } }));
      return undefined;
    }
    const wanted = typeof item === "string" ? literalFor(item, element, `${at}/0`, parsing) : parseExpression(item, `${at}/0`, parsing, level);
    if (wanted === undefined) return undefined;
    if (comparable(wanted.type, element)) return holds(node, wanted);
    parsing.issues.push(reportRules("TYPE_MISMATCH", `${at}/0`, { seen: printType(wanted.type), values: { expected: printType(element) } }));
    return undefined;
  },
};

/** The operators over lists. */
export const listOperators: Readonly<Record<string, Operator>> = {
  in: membership,
  some: quantifier("some"),
  all: quantifier("all"),
  none: quantifier("none"),
  count: { least: 2, most: 2, build: (args, _list, at, parsing, level) => counting(args, at, parsing, level) },
  atLeast: {
    least: 3,
    most: 3,
    build(args, _list, at, parsing, level) {
      const counted = counting(args, at, parsing, level);
      const wanted = expectKind(parseExpression(args[2], `${at}/2`, parsing, level), integerType, `${at}/2`, parsing);
      return counted === undefined || wanted === undefined ? undefined : compare(">=", counted, wanted);
    },
  },
};
