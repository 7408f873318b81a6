import { wordBreach } from "../../verify/wordBreach.js";
import { type VerifyPairingCode, verifyPairingCodes } from "./codes.js";

/** One way in which a pairing breaks the problem's rules, or says what is not so. */
export interface PairingViolation {
  readonly code: VerifyPairingCode;
  readonly person?: string;
  readonly volunteer?: string;
  readonly message: { readonly zh: string; readonly en: string };
}

/** What a violation is about. */
export interface About {
  readonly person?: string;
  readonly volunteer?: string;
}

/** Puts a breach into words. */
export function violationOf(code: VerifyPairingCode, about: About, values: Readonly<Record<string, string>> = {}): PairingViolation {
  const { message } = wordBreach({ code, values: { ...about, ...values } }, verifyPairingCodes);
  return { code, ...about, message };
}
