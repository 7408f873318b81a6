export * from "./checkStandards.js";
export { facilityMetrics, type Metrics } from "./facilityMetrics.js";
