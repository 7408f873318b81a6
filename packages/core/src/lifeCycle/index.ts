export * from "./checkGates.js";
export * from "./lifeCycleRate.js";
export * from "./reachedOn.js";
