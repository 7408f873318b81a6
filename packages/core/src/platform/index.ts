export * from "./checkPlatforms.js";
export * from "./portBearers.js";
