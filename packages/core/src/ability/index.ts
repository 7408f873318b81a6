export * from "./abilityClass.js";
export * from "./abilityScale.js";
export * from "./assessAbility.js";
export * from "./assessmentRecord.js";
export { abilityCodes } from "./codes.js";
export * from "./determineDestitute.js";
export * from "./gbt42195.js";
export * from "./recogniseAssessment.js";
export * from "./selfCare.js";
