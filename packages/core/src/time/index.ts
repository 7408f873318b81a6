export * from "./civilDate.js";
export * from "./civilMonth.js";
export * from "./civilPeriod.js";
export * from "./clockTime.js";
export * from "./elapsed.js";
