import { printRational } from "@eldercare/core";
import type { Trace } from "../logic/traced/trace.js";
import { toRational, type Value } from "../logic/value.js";

/** One part of a condition with what it came to about one record, without words; plain data. */
export interface TracedCondition {
  /** The operator: `and`, `>=`, `fact`, `param`, `defined`, … */
  readonly op: string;
  /** What it came to: `null` is none, exact fractions are text; absent where it is not known. */
  readonly value?: unknown;
  /** JSON pointer of a field that was read. */
  readonly fact?: string;
  /** Id of a parameter that was read. */
  readonly parameter?: string;
  /** The word of a pack that it is the definition of. */
  readonly word?: string;
  readonly parts: readonly TracedCondition[];
}

/** A value as plain JSON: exact fractions as text. */
export function plainValue(value: Value): unknown {
  const exact = typeof value === "object" && value !== null && !Array.isArray(value) ? toRational(value) : undefined;
  return exact === undefined ? value : printRational(exact);
}

/** A trace as plain data. */
export function tracedCondition({ node, value, parts }: Trace): TracedCondition {
  const leaf = node.op === "fact" || node.op === "param" || node.op === "aggregate" ? node.leaf : undefined;
  const read = leaf === undefined ? {} : leaf.parameter === undefined ? { fact: leaf.pointer ?? leaf.key } : { parameter: leaf.parameter };
  return {
    op: node.op,
    ...(value === undefined ? {} : { value: plainValue(value) }),
    ...read,
    ...(node.op === "defined" ? { word: node.name } : {}),
    parts: parts.map(tracedCondition),
  };
}
