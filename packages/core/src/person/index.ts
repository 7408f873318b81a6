export * from "./household.js";
export * from "./olderPerson.js";
