export { staffingCodes } from "./codes.js";
export * from "./planStaffing.js";
export * from "./platformStaff.js";
export * from "./staffByBearer.js";
export * from "./staffForCoverage.js";
export * from "./staffingBounds.js";
