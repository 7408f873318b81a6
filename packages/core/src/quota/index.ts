export * from "./checkLeases.js";
export * from "./facilityQuota.js";
export * from "./handoverShare.js";
