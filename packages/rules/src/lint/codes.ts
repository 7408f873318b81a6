import { defineCodes } from "@eldercare/core";

/** The codes of what is lawful in a pack and yet worth knowing, with what each means and what to do. */
export const lintCodes = {
  ADOPTION_NOT_DECLARED: {
    severity: "warning",
    message: { zh: "条款 {seen} 仅为鼓励或可选，规则却未声明 whereAdopted", en: "clause {seen} only offers, but the rule does not say whereAdopted" },
    advice: { zh: "加上 whereAdopted: true，或在 note 中说明理由", en: "add `whereAdopted: true`, or explain in `note`" },
  },
  PARAMETER_OPEN: {
    severity: "note",
    message: { zh: "参数 {seen} 由文件留待各地确定", en: "parameter {seen} is left open by the document" },
    advice: { zh: "在参数文件中取值；未取值时有关结论为“待补充信息”", en: "supply it in an overlay; until then what needs it is undetermined" },
  },
  PARAMETER_UNUSED: {
    severity: "warning",
    message: { zh: "参数 {seen} 没有被任何规则使用", en: "parameter {seen} is used by no rule" },
    advice: { zh: "删除，或在规则中使用", en: "remove it, or use it" },
  },
  FACT_UNUSED: {
    severity: "warning",
    message: { zh: "定义 {seen} 没有被任何规则使用", en: "fact {seen} is used by no rule" },
    advice: { zh: "删除，或在规则中使用", en: "remove it, or use it" },
  },
  TABLE_UNUSED: {
    severity: "warning",
    message: { zh: "表 {seen} 没有被任何规则使用，各格未经检查", en: "table {seen} is used by no rule, so that its cells were not checked" },
    advice: { zh: "删除，或在规则中使用", en: "remove it, or use it" },
  },
} as const;

/** A code of what is worth knowing of a pack. */
export type LintCode = keyof typeof lintCodes;

/** Reports what is worth knowing of a pack. */
export const reportLint = defineCodes<LintCode>(lintCodes);
