export * from "./codes.js";
export * from "./issue.js";
export * from "./missing.js";
export * from "./suggest.js";
export * from "./wrongType.js";
