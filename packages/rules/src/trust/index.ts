export type { ReceiptAnswer } from "./answerOf.js";
export { canonicalJson } from "./canonicalJson.js";
export { type TrustCode, trustCodes } from "./codes.js";
export { packHash } from "./packHash.js";
export { type Receipt, type ReceiptOf, type ReceiptPack, receipt } from "./receipt.js";
export { type Replay, type ReplayOf, replay } from "./replay.js";
export { type PackSignature, type SignatureKey, signPack, verifyPack } from "./signPack.js";
