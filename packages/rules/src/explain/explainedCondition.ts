import type { Locale, Wording } from "@eldercare/core";
import type { Trace } from "../logic/traced/trace.js";
import type { Value } from "../logic/value.js";
import { clause as englishClause, whoIs } from "./en.js";
import { type Speaking, wordQuantity, wordSeen } from "./quantityWords.js";
import { holdsOf, say, sayTraced } from "./saying.js";
import { clause as chineseClause } from "./zh.js";

/** One part of a condition in words, with what it came to; plain data. */
export interface ExplainedCondition {
  /** The operator: `and`, `>=`, `fact`, `param`, `defined`, … */
  readonly op: string;
  /** What it says of the subject, as it turned out. */
  readonly text: string;
  /** Of a condition, whether it holds; `unknown` where that is not known. */
  readonly outcome?: "holds" | "fails" | "unknown";
  /** Of a value, what was read, in words. */
  readonly value?: string;
  /** JSON pointer of a field that was read. */
  readonly fact?: string;
  /** Id of a parameter that was read. */
  readonly parameter?: string;
  readonly parts: readonly ExplainedCondition[];
}

const outcomes = (value: Value): "holds" | "fails" | "unknown" => (value === undefined ? "unknown" : value === true ? "holds" : "fails");

/** How a part that is made of others is called: the others say themselves what they are. */
const composed: Readonly<Record<string, Wording>> = {
  and: { zh: "各项须同时具备", en: "all of these are asked" },
  or: { zh: "具备其中一项即可", en: "one of these is asked" },
  if: { zh: "视第一项而定", en: "depends on the first of these" },
  "!": { zh: "须不具备", en: "this must not be so" },
};

function textOf(trace: Trace, speaking: Speaking, locale: Locale): string {
  const { node } = trace;
  const made = node.op === "!" && composed[node.arg.op] === undefined ? undefined : composed[node.op];
  if (made !== undefined) return made[locale];
  // what a defined word rests on is told by its parts
  const defined = node.op === "defined" || (node.op === "!" && node.arg.op === "defined");
  const said = defined ? say(node, holdsOf(trace), speaking) : sayTraced(trace, speaking);
  return locale === "zh" ? chineseClause(said, speaking.subject) : englishClause(said, whoIs(speaking.subject, speaking.subject === "person"));
}

/** A trace in words. */
export function explainTrace(trace: Trace, speaking: Speaking, locale: Locale): ExplainedCondition {
  const { node, value, parts, about } = trace;
  const here = about.subject === speaking.subject ? speaking : { ...speaking, subject: about.subject };
  const leaf = node.op === "fact" || node.op === "param" || node.op === "aggregate" ? node.leaf : undefined;
  const read = leaf === undefined ? {} : leaf.parameter === undefined ? { fact: leaf.pointer ?? leaf.key } : { parameter: leaf.parameter };
  const inner = { ...read, parts: parts.map((part) => explainTrace(part, here, locale)) };
  if (node.type.kind !== "boolean")
    return { op: node.op, text: wordQuantity(node, undefined, here)[locale], value: wordSeen(node, value, here)[locale], ...inner };
  return { op: node.op, text: textOf(trace, here, locale), outcome: outcomes(value), ...inner };
}
