export * from "./caregiver.js";
export * from "./mobileTeam.js";
export * from "./provider.js";
export * from "./vehicle.js";
export * from "./volunteer.js";
