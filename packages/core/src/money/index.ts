export * from "./allocate.js";
export { moneyCodes } from "./codes.js";
export * from "./multiplyFen.js";
export * from "./printDecimal.js";
export * from "./printYuan.js";
export * from "./rational.js";
export * from "./rounding.js";
