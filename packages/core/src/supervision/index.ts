export * from "./drawGenerator.js";
export * from "./drawInspections.js";
export * from "./inspectionRecord.js";
