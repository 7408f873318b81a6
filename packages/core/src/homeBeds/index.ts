export * from "./countHomeBeds.js";
export * from "./homeCareBed.js";
export * from "./tallyAdaptations.js";
