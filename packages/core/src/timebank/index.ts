export * from "./postToTimeBank.js";
export * from "./timeBankEntry.js";
export * from "./timeBankStatement.js";
