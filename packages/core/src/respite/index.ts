export { respiteCodes } from "./codes.js";
export * from "./dutyFollowUps.js";
export * from "./mediationRecord.js";
export * from "./respiteDaysLeft.js";
