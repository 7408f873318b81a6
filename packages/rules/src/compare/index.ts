export { type ComparisonQuestion, comparePacks, type PackComparison } from "./comparePacks.js";
export type { OutcomeChange, OutcomeKind } from "./outcomeTally.js";
export type { ParameterChange, ValueChange } from "./parameterChanges.js";
export type { PartChange, RuleChange, TextChanges } from "./textChanges.js";
