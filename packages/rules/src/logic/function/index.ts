export type { Backend } from "../rows/backend.js";
export * from "./codes.js";
export { functionBackend } from "./functionBackend.js";
