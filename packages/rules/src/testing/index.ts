export { checkCases } from "./checkCases.js";
export { type TestingCode, testingCodes } from "./codes.js";
export type { ConditionCoverage } from "./conditionCoverage.js";
export { type MutationReport, mutatePack } from "./mutatePack.js";
export { checkPlugin } from "./plugin/checkPlugin.js";
export { type PluginTestingCode, pluginTestingCodes } from "./plugin/codes.js";
export type { Expectation, ExpectedFigures, PolicyCase } from "./policyCase.js";
export { type CasesReport, testPack } from "./testPack.js";
