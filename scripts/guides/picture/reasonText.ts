import type { Wording } from "@eldercare/core";
import { type Reason, reasonWording } from "@eldercare/scheduler";
import type { Language } from "../words.js";
import type { Names } from "./lane.js";

/** Words for a code of a reason: the page's own first. */
export function wordsOfReason(code: string, own: Readonly<Record<string, Wording>> = {}): Wording {
  const wording = own[code] ?? reasonWording(code);
  if (wording === undefined) throw new RangeError(`no words for the reason ${code}`);
  return wording;
}

/** Reasons as a sentence: each once, with all whom it is about. */
export function reasonText(reasons: readonly Reason[], language: Language, names: Names, own?: Readonly<Record<string, Wording>>): string {
  const codes = [...new Set(reasons.map(({ code }) => code))];
  const parts = codes.map((code) => {
    const who = reasons.flatMap((reason) => (reason.code === code && reason.caregiver !== undefined ? [names(reason.caregiver)[language]] : []));
    const what = wordsOfReason(code, own)[language];
    if (who.length === 0) return what;
    return language === "zh" ? `${who.join("、")}：${what}` : `${who.join(", ")}: ${what}`;
  });
  return parts.join(language === "zh" ? "；" : "; ");
}
