export * from "./monthlyVisitRate.js";
export * from "./openFindings.js";
export * from "./visitRecord.js";
export * from "./visitsDue.js";
