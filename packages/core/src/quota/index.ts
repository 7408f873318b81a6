export * from "./checkLeases.js";
export * from "./facilityQuota.js";
