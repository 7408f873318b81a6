export { type ChecklistItem, type ChecklistQuestion, type ChecklistRecord, type ChecklistResult, checkItems } from "./checkItems.js";
export * from "./phaseOn.js";
export type { Ranking } from "./ranking.js";
export * from "./rankSites.js";
export type { Verdict } from "./verdict.js";
