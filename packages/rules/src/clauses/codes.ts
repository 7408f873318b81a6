import { defineCodes } from "@eldercare/core";

/** The codes of the records of clauses. */
export const clauseCodes = {
  CLAUSE_WITHOUT_HOME: {
    message: { zh: "条款 {seen} 没有落实之处", en: "nothing carries out clause {seen}" },
    advice: {
      zh: "由规则、参数、表或定义引用该条款；或在 clauses.json 中写明 home（计算函数、政策包中的位置，或只作记录的理由）",
      en: "let a rule, parameter, table or fact cite it; or give its `home` in clauses.json: calculators, a place in the pack, or why it is only recorded",
    },
  },
  CLAUSE_TWICE: {
    message: { zh: "条款 {seen} 重复（另见 {other}）", en: "clause {seen} stands twice (also in {other})" },
    advice: {
      zh: "每条只写一处；pack.json 已有的条款，clauses.json 中只能写 home.calculators",
      en: "keep it in one place; of a clause in pack.json, clauses.json holds `home.calculators` alone",
    },
  },
  CLAUSE_QUOTE: {
    message: { zh: "条款 {clause} 的引文与原文不符：{seen}", en: "the quote of clause {clause} is not in the document word for word: {seen}" },
    advice: { zh: "从 source.txt 逐字抄录（空白不计）", en: "copy it from source.txt word for word (white space apart)" },
  },
  CLAUSE_HOME_LEADS_NOWHERE: {
    message: { zh: "条款 {clause} 所指的 {seen} 在政策包中不存在", en: "clause {clause} leads to {seen}, which the pack does not have" },
    advice: { zh: "写成指向 pack.json 的 JSON 指针，如 /inForce", en: "give a JSON pointer into pack.json, such as /inForce" },
  },
  CLAUSE_HOME_IDLE: {
    message: {
      zh: "条款 {clause} 所指的 {seen} 只是说明或引文，不参与计算",
      en: "clause {clause} leads to {seen}, a remark, a title or a quote: nothing is computed from it",
    },
    advice: {
      zh: "指向参与计算的部分（如 /inForce、/area、/extends）；没有的，写 recorded 并说明理由",
      en: "lead to what is computed with (/inForce, /area, /extends); if there is nothing, say `recorded` and why",
    },
  },
  CALCULATOR_NOT_FOUND: {
    message: { zh: "条款 {clause} 所指的计算函数 {seen} 不存在", en: "the calculator {seen} of clause {clause} does not exist" },
    advice: {
      zh: "写成“入口#函数”，如 @eldercare/core/staffing#planStaffing；该函数须由入口导出",
      en: "write `<entry point>#<function>`, such as @eldercare/core/staffing#planStaffing; the entry point must export it",
    },
  },
  CLAUSES_UNKNOWN_KEY: {
    message: { zh: "条款记录中不认识的字段 {seen}{hint.zh}", en: "unknown key {seen} in the records of clauses{hint.en}" },
    advice: { zh: "改正或删除该字段；说明文字写在 note 里", en: "correct or remove it; remarks belong in `note`" },
  },
  CLAUSES_MISCOUNTED: {
    message: {
      zh: "政策包 {pack} 有 {seen} 条，应有 {expected} 条",
      en: "pack {pack} has {seen} clauses, and its document {expected}",
    },
    advice: { zh: "逐条核对：是否漏记、重复或多出", en: "go through the document: one is missing, or one is too many" },
  },
} as const;

/** A code of the records of clauses. */
export type ClauseCode = keyof typeof clauseCodes;

/** Reports an issue under a code of the records of clauses. */
export const reportClause = defineCodes<ClauseCode>(clauseCodes);
