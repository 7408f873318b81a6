export * from "./dayKind.js";
export * from "./workingDays.js";
