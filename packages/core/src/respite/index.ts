export { respiteCodes } from "./codes.js";
export * from "./respiteDaysLeft.js";
