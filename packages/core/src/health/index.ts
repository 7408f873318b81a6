export * from "./familyDoctorCoverage.js";
export * from "./healthChecksDue.js";
