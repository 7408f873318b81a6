export type { Counterfactual, FactChange } from "./change/counterfactual.js";
export { fixedFacts } from "./change/variables.js";
export { type ChangeQuestion, whatWouldChange } from "./change/whatWouldChange.js";
export { type Explanation, type ExplanationQuestion, explain } from "./explain.js";
export type { ExplainedCondition } from "./explainedCondition.js";
export type { ExplainedParameter } from "./explainedParameter.js";
export { type FactSpec, factsOf } from "./factsOf.js";
export type { Asked, Basis } from "./telling.js";
export { type WordingQuestion, wordRule } from "./wordRule.js";
