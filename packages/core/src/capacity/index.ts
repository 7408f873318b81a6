export type { WholeBounds } from "../counting/wholeBounds.js";
export * from "./placeGap.js";
export * from "./splitDemand.js";
export * from "./willingDemand.js";
