export { type AnalysisQuestion, analysePack, type PackAnalysis } from "./analysePack.js";
export { type AnalysisCode, analysisCodes } from "./codes.js";
export type { Finding } from "./finding.js";
export type { Witness } from "./witness.js";
