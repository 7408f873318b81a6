export { type FundingCode, fundingCodes } from "./codes.js";
export * from "./costBearers.js";
export * from "./firstSource.js";
export * from "./fundingMix.js";
export * from "./fundingNeed.js";
export * from "./lotteryShare.js";
