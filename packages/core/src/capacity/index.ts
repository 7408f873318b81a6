export { type PlaceGap, type PlaceGapQuestion, placeGap, type WholeBounds } from "./placeGap.js";
export * from "./splitDemand.js";
export * from "./willingDemand.js";
