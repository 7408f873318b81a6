export * from "./mayWork.js";
export * from "./trainedHeadcount.js";
