import { defineCodes } from "@eldercare/core";

/** The codes of the cases of a pack: those that fail, and what none of them shows. */
export const testingCodes = {
  CASE_FAILED: {
    message: { zh: "情形“{name}”：{rule} 应为 {expected}，实为 {seen}", en: 'case "{name}": {rule} should be {expected}, is {seen}' },
    advice: { zh: "改正规则，或改正情形", en: "mend the rule, or the case" },
  },
  CASE_UNKNOWN_KEY: {
    message: { zh: "情形中不认识的字段 {seen}{hint.zh}", en: "unknown key {seen} in the case{hint.en}" },
    advice: { zh: "改正或删除该字段；说明文字写在 note 里", en: "correct or remove it; remarks belong in `note`" },
  },
  CONDITION_UNSEEN: {
    severity: "warning",
    message: { zh: "没有情形使这项条件为“{answer.zh}”：{seen}", en: "no case makes this part of a condition {answer.en}: {seen}" },
    advice: { zh: "补一个情形，其余条件都满足，只有这一项不同", en: "add a case that meets the rest of the condition and differs here only" },
  },
  MUTANT_UNNOTICED: {
    severity: "warning",
    message: { zh: "{change.zh}，没有情形能发现", en: "{change.en} is noticed by no case" },
    advice: { zh: "补一个恰在界线上的情形（涉及：{rules}）", en: "add a case that stands right on the line (concerns: {rules})" },
  },
} as const;

/** A code of the cases of a pack. */
export type TestingCode = keyof typeof testingCodes;

/** Reports an issue under a code of the cases of a pack. */
export const reportTesting = defineCodes<TestingCode>(testingCodes);
