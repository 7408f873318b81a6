export * from "./gbt37276.js";
export * from "./gradedShare.js";
export * from "./gradeInstitution.js";
export * from "./scoreSheet.js";
