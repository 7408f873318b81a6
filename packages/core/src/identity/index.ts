export { identityCodes } from "./codes.js";
export * from "./maskCitizenId.js";
export * from "./parseCitizenId.js";
export * from "./upgradeCitizenId.js";
