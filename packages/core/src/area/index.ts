export * from "./area.js";
export * from "./areaCode.js";
export * from "./areaTree.js";
export { areaTreeCodes } from "./codes.js";
export * from "./tierTitle.js";
