export * from "./catalogue.js";
export * from "./offlineChannels.js";
export * from "./orderNeeds.js";
export * from "./sixAssistances.js";
export * from "./tickets.js";
