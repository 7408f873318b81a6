export * from "./codes.js";
export * from "./issue.js";
export * from "./suggest.js";
