import * as v from "valibot";
import { fen, id, titled } from "../register/field.js";

/**
 * Shape of one line of the linkage matrix: how benefits meet that cover the same need.
 *
 * - `exclusive`: who is granted an earlier benefit of `precedence` is not paid a later one, whatever the amounts.
 * - `higher`: the highest alone is paid; where two are equal, the earlier of `precedence`, else of the alphabet.
 * - `offset`: what the earlier benefits of `precedence` pay is deducted from the later.
 * - `topUp`: `pays` tops up what the others pay to `levelFen`, by its own amount at most.
 *
 * `within` says whether the benefits of one holder meet (the rule), or those of the whole household.
 */
export const linkageSchema = v.strictObject({
  id: v.exactOptional(id),
  benefits: titled(v.pipe(v.array(id), v.minLength(2, "EMPTY_LIST")), "相衔接的待遇", "benefits that meet"),
  rule: titled(v.picklist(["exclusive", "higher", "offset", "topUp"]), "衔接规则", "rule"),
  precedence: v.exactOptional(titled(v.array(id), "先后次序", "order of precedence")),
  pays: v.exactOptional(titled(id, "补足的待遇", "benefit that tops up")),
  levelFen: v.exactOptional(titled(fen, "补足水平（分）", "level to top up to (fen)")),
  within: v.exactOptional(titled(v.picklist(["holder", "household"]), "适用范围", "scope")),
  clauses: v.array(v.string()),
});

/** Shape of a cap on what benefits come to together; of several, the first of `benefits` is kept longest. */
export const benefitCapSchema = v.strictObject({
  id,
  benefits: titled(v.pipe(v.array(id), v.minLength(1, "EMPTY_LIST")), "合并封顶的待遇", "benefits that are capped together"),
  capFen: titled(fen, "封顶额（分）", "cap (fen)"),
  period: titled(v.picklist(["month", "year"]), "封顶周期", "period of the cap"),
  within: titled(v.picklist(["holder", "household"]), "适用范围", "scope"),
  clauses: v.array(v.string()),
});

/** How benefits meet that cover the same need. */
export interface Linkage extends v.InferOutput<typeof linkageSchema> {}
/** The most that benefits may come to together. */
export interface BenefitCap extends v.InferOutput<typeof benefitCapSchema> {}
