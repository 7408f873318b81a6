export { type ClauseHomes, type ClauseQuestion, calculatorsNamed, clauseHomes } from "./clauseHomes.js";
export type { ClauseHome, ClausePlace, ClausePlaceKind, ClauseRecord, ClauseRecords, DeclaredHome } from "./clauseRecord.js";
export { type ClauseCode, clauseCodes, reportClause } from "./codes.js";
