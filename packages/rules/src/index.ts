export type { RuleInfo } from "./assess/compiledRule.js";
export { createEngine, type Engine, type ManyDecisions, type Question } from "./assess/engine.js";
export type { Subject } from "./assess/subject.js";
export * from "./errors/codes.js";
export { lintPack, requireSound } from "./pack/lintPack.js";
export type * from "./pack/pack.js";
export type { ParameterOn } from "./pack/parametersOn.js";
export { checkPack, parseOverlay, parsePack } from "./pack/parsePack.js";
export { type CasesReport, type Expectation, type PolicyCase, testPack } from "./testing/testPack.js";
