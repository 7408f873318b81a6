import type { Decision } from "@eldercare/core";
import { canonicalJson } from "./canonicalJson.js";

/** What a rule answered: all of a decision but whom it is about, and what was worth a remark. */
export interface ReceiptAnswer extends Pick<Decision, "status" | "missing" | "effect" | "modality" | "illustrative" | "clauses"> {}

/** The answer of a decision. */
export const answerOf = ({ status, missing, effect, modality, illustrative, clauses }: Decision): ReceiptAnswer => ({
  status,
  ...(missing === undefined ? {} : { missing }),
  ...(effect === undefined ? {} : { effect }),
  modality,
  illustrative,
  clauses,
});

/** Whether two answers say the same, whatever the order of their keys. */
export const sameAnswer = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
