export { type PackCode, packCodes } from "../pack/codes.js";
export { lintPack, requireSound } from "../pack/lintPack.js";
export { type LintCode, lintCodes } from "./codes.js";
