export type { AppliedOverride, RuleInfo } from "./assess/compiledRule.js";
export {
  type Backend,
  createEngine,
  type Engine,
  type ManyDecisions,
  type Policy,
  type PreparedSubjects,
  type Question,
  type RuleInForce,
} from "./assess/engine.js";
export type { Subject } from "./assess/subject.js";
export * from "./errors/codes.js";
export { type OverrideCode, overrideCodes } from "./override/codes.js";
export type { OverrideIssue, OverrideProver } from "./override/prover.js";
export { type LinkageOf, linkagesOf } from "./pack/linkages.js";
export type * from "./pack/pack.js";
export type { ParameterOn } from "./pack/parametersOn.js";
export { checkPack, parseOverlay, parsePack } from "./pack/parsePack.js";
export { type StaleSource, staleSources } from "./pack/staleSources.js";
export type { DefinedPlugin, Plugin, PluginBudget, PluginFact, PluginOperator, PluginTools, PluginType, PluginValue } from "./plugin/plugin.js";
export type { Expectation, PolicyCase } from "./testing/policyCase.js";
