export * from "./codes.js";
export { evaluateClassic } from "./evaluateClassic.js";
