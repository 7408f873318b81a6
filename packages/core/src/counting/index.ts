export * from "./comparison.js";
export * from "./knownShare.js";
export * from "./questionCheck.js";
export * from "./result.js";
export * from "./wholeBounds.js";
