import { defineCodes } from "@eldercare/core";

/** The codes of plain JSON-Logic, with what each means and what to do. */
export const classicCodes = {
  CLASSIC_OPERATOR: {
    message: { zh: "普通 JSON-Logic 没有运算符 {seen}{hint.zh}", en: "plain JSON-Logic has no operator {seen}{hint.en}" },
    advice: { zh: "可用：{known}", en: "use one of: {known}" },
  },
  CLASSIC_TOO_LARGE: {
    message: { zh: "规则过大（超过 {nodes} 个节点或 {levels} 层）", en: "the rule is too large (over {nodes} nodes or {levels} levels)" },
    advice: { zh: "拆分规则", en: "split the rule" },
  },
  CLASSIC_TOO_COSTLY: {
    message: { zh: "求值超过 {steps} 步，已停止", en: "evaluation was stopped after {steps} steps" },
    advice: {
      zh: "缩短列表或简化规则；确有需要的，提高 mostSteps",
      en: "shorten the lists or simplify the rule; where it must be so, raise `mostSteps`",
    },
  },
  CLASSIC_ARGUMENT: {
    message: { zh: "运算符 {operator} 的参数不能求值：{seen}", en: "operator {operator} cannot be applied to {seen}" },
    advice: { zh: "核对参数的个数和类型", en: "check how many arguments it has and what they are" },
  },
} as const;

/** A code of plain JSON-Logic. */
export type ClassicCode = keyof typeof classicCodes;

/** Reports an issue under a code of plain JSON-Logic. */
export const reportClassic = defineCodes<ClassicCode>(classicCodes);
