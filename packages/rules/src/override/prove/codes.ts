import { defineCodes } from "@eldercare/core";

/** What the proofs of overrides can find, with what each code means and what to do. */
export const proofCodes = {
  OVERRIDE_NOT_SO: {
    message: {
      zh: "改写写明“{does.zh}”，{on} 却有{what.zh}的对象（规则 {rule}）：{seen}",
      en: 'the override says "{does.en}", yet on {on} there is somebody who {what.en} under rule {rule}: {seen}',
    },
    advice: {
      zh: "对照见证对象改正条件、数额，或者改用与原文相符的写法（如 replace）",
      en: "look at the witness; correct condition or number, or say what the text does (`replace`, …)",
    },
  },
  FLOOR_NARROWED: {
    message: {
      zh: "上级规定的底线 {rule} 不得收窄、降低或者撤销，{on} 却有{what.zh}的对象：{seen}",
      en: "{rule} is a floor that no pack below may narrow, lower or withdraw, yet on {on} there is somebody who {what.en}: {seen}",
    },
    advice: { zh: "按不低于上级的规定改正", en: "correct it so that nobody gets less than the pack above owes them" },
  },
  OVERRIDE_UNDECIDED: {
    severity: "warning",
    message: {
      zh: "未能证实改写确为“{does.zh}”（规则 {rule}）：{because.zh}",
      en: 'it could not be proven that the override does "{does.en}" to rule {rule}: {because.en}',
    },
    advice: { zh: "请人工核对，并用情形（cases.json）检验边界", en: "check it by hand, and cover the borders by cases" },
  },
  FLOOR_UNDECIDED: {
    message: {
      zh: "未能证实底线 {rule} 没有被收窄或者降低：{because.zh}",
      en: "it could not be proven that the floor {rule} is neither narrowed nor lowered: {because.en}",
    },
    advice: {
      zh: "底线必须得到证实：把条件写成可以推算的形式",
      en: "a floor must be proven to hold: write the condition so that it can be reasoned about",
    },
  },
} as const;

/** A code of a proof. */
export type ProofCode = keyof typeof proofCodes;

/** Reports a finding under a code of a proof. */
export const reportProof = defineCodes<ProofCode>(proofCodes);

/** What can be wrong with an override among the rules and parameters of the packs above, with what each code means and what to do. */
export const readingCodes = {
  OVERRIDE_OF_OWN: {
    message: { zh: "{seen} 是本政策包自己的，不能由本包改写", en: "{seen} belongs to this very pack, which cannot override itself" },
    advice: { zh: "直接修改，或写明起止日期", en: "change it where it stands, or date it" },
  },
  OVERRIDE_OF_WITHDRAWN: {
    message: { zh: "{seen} 已由 {other} 撤销，没有可以改写的内容", en: "{seen} was withdrawn by {other}: there is nothing left to override" },
    advice: { zh: "需要恢复的，写 replace，并写全条件和效果", en: "to bring it back, `replace` it, with condition and effect in full" },
  },
  OVERRIDE_OF_OTHER_KIND: {
    message: { zh: "改写后的效果是 {seen}，原规则是 {expected}", en: "the effect is a {seen} now, the rule's was a {expected}" },
    advice: { zh: "撤销（withdraw）原规则，另写一条规则", en: "withdraw the rule and write one of your own" },
  },
  OVERRIDE_WITHOUT_NUMBER: {
    message: { zh: "{seen} 没有数额可以提高", en: "{seen} has no number that could be raised" },
    advice: { zh: "改用 widen、replace 等", en: "say `widen`, `replace` or another verb" },
  },
} as const;

/** A code of reading an override. */
export type ReadingCode = keyof typeof readingCodes;

/** Reports an issue under a code of reading an override. */
export const reportReading = defineCodes<ReadingCode>(readingCodes);
