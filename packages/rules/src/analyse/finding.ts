import type { Issue, IssueDetails, Wording } from "@eldercare/core";
import { type AnalysisCode, reportAnalysis } from "./codes.js";
import type { Witness } from "./witness.js";

/** Something that an analysis found in a pack. The pointer leads into the pack. */
export interface Finding extends Issue {
  /** Keys `<pack>/<rule>` of the rules concerned. */
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
  /** Somebody who shows it; absent where it is that there is nobody. */
  readonly witness?: Witness;
  /** Of a gap: those below and above, who differ from the witness in one fact. */
  readonly neighbours?: { readonly lower: Witness; readonly higher: Witness };
}

/** What goes with a finding. */
export type Shown = Omit<Partial<Finding>, keyof Issue>;

/** Makes a finding under a code. */
export function finding(code: AnalysisCode, pointer: string, details: IssueDetails, shown: Shown = {}): Finding {
  return { ...reportAnalysis(code, pointer, details), rules: [], clauses: [], ...shown };
}

/** What stood in the way of an answer, in words. */
const obstacles: Readonly<Record<string, Wording>> = {
  search: { zh: "情况过多", en: "too many cases" },
  arithmetic: { zh: "算式超出可推算的范围", en: "arithmetic beyond what can be reckoned" },
};

/** A question that was asked and not answered. */
export function undecided(pointer: string, question: Wording, because: readonly string[], rules: readonly string[]): Finding {
  const words = because.map((reason) => obstacles[reason] ?? { zh: reason, en: reason });
  const issue = reportAnalysis("ANALYSIS_UNDECIDED", pointer);
  const fill = (text: string, locale: "zh" | "en"): string =>
    text.replace("{question}", question[locale]).replace("{because}", words.map((word) => word[locale]).join(locale === "zh" ? "、" : ", "));
  return { ...issue, message: { zh: fill(issue.message.zh, "zh"), en: fill(issue.message.en, "en") }, rules, clauses: [] };
}
