export * from "./facility.js";
export * from "./planCareCentre.js";
export * from "./resettle.js";
export * from "./stateOn.js";
