export * from "./referPerson.js";
