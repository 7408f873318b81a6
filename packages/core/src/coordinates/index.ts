export { coordinateCodes } from "./codes.js";
export { type Crs, crsKinds, type SurveyedPlace } from "./crs.js";
export * from "./toWgs84.js";
