import type { Node } from "../logic/node.js";
import { alike, allOf, type Formula, not } from "./domain/formula.js";
import type { Lowering } from "./domain/lowering.js";

/** A part of a condition where it stands in the pack. */
export interface Operand {
  readonly role: "whole" | "and" | "or" | "negated" | "condition" | "then" | "else";
  /** JSON pointer of the part. */
  readonly pointer: string;
  readonly logic: unknown;
  readonly node: Node;
  /** Who sees the part: those for whom the rest of the condition leaves the answer to it. */
  readonly observed: Formula;
}

const argumentsOf = (
  logic: unknown,
): { readonly operator: string; readonly args: readonly unknown[]; readonly pointers: readonly string[] } | undefined => {
  if (typeof logic !== "object" || logic === null || Array.isArray(logic)) return undefined;
  const [entry] = Object.entries(logic);
  if (entry === undefined) return undefined;
  const [operator, given] = entry as [string, unknown];
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  return { operator, args, pointers: args.map((_, index) => (Array.isArray(given) ? `/${operator}/${index}` : `/${operator}`)) };
};

/** The operator of an expression as it is written. */
export const operatorOf = (logic: unknown): string | undefined => argumentsOf(logic)?.operator;

/** The operands of a connective as they are written; none of anything else, nor of what was rewritten on reading. */
export function operandsWithin({ logic, node, pointer, observed }: Operand, lowering: Lowering): Operand[] {
  const written = argumentsOf(logic);
  if (written === undefined) return [];
  const { operator, args, pointers } = written;
  const part = (role: Operand["role"], index: number, inner: Node, seen: readonly Formula[]): Operand => ({
    role,
    pointer: pointer + (pointers[index] ?? ""),
    logic: args[index],
    node: inner,
    observed: allOf([observed, ...seen]),
  });
  if ((node.op === "and" || node.op === "or") && operator === node.op && node.args.length === args.length) {
    const { op } = node;
    const formulas = node.args.map((arg) => lowering.of(arg));
    return node.args.map((arg, index) => {
      const others = formulas.filter((_, other) => other !== index);
      return part(op, index, arg, op === "and" ? others : others.map(not));
    });
  }
  if (node.op === "!" && operator === "!") return [part("negated", 0, node.arg, [])];
  if (node.op !== "if" || operator !== "if" || node.type.kind !== "boolean") return [];
  const [condition, then, otherwise] = [node.condition, node.whenTrue, node.whenFalse].map((each) => lowering.of(each));
  if (condition === undefined || then === undefined || otherwise === undefined) return [];
  return [
    part("condition", 0, node.condition, [not(alike(then, otherwise))]),
    part("then", 1, node.whenTrue, [condition]),
    part("else", 2, node.whenFalse, [not(condition)]),
  ];
}
