import { defineCodes } from "@eldercare/core";

/** What an analysis of a pack can find, with what each finding means and what to do. */
export const analysisCodes = {
  RULES_OVERLAP: {
    severity: "note",
    message: {
      zh: "规则 {rule} 与 {other} 可对同一对象给予同一{kind.zh}",
      en: "rules {rule} and {other} can grant the same {kind.en} to one subject",
    },
    advice: {
      zh: "对照见证对象，确认是否有意重叠；无意的，收窄其中一条的条件",
      en: "look at the witness; where this is not meant, narrow the condition of one rule",
    },
  },
  RULE_SUBSUMED: {
    severity: "warning",
    message: {
      zh: "凡符合规则 {rule} 的，都已符合 {other}，且给予的{kind.zh}相同",
      en: "whoever satisfies rule {rule} satisfies {other} too, for the same {kind.en}",
    },
    advice: { zh: "删除被涵盖的规则，或改正其条件", en: "remove the rule that adds nothing, or correct its condition" },
  },
  RULES_DUPLICATE: {
    severity: "warning",
    message: {
      zh: "规则 {rule} 与 {other} 的条件和给予的{kind.zh}都相同",
      en: "rules {rule} and {other} hold for the same subjects and grant the same {kind.en}",
    },
    advice: { zh: "保留一条，把条款依据合并到该条", en: "keep one, with the clauses of both" },
  },
  AMOUNTS_CONTRADICT: {
    severity: "warning",
    message: {
      zh: "规则 {rule} 与 {other} 对同一人给予同一{kind.zh}，金额或周期不同",
      en: "rules {rule} and {other} give one person the same {kind.en} in different amounts or periods",
    },
    advice: {
      zh: "对照见证对象，写明两者如何衔接（就高、不重复、抵扣、补差），或使条件互斥",
      en: "look at the witness; state how the two meet, or make their conditions exclusive",
    },
  },
  STANDARDS_CONTRADICT: {
    severity: "warning",
    message: {
      zh: "规则 {rule} 与 {other} 对同一指标的要求不可能同时达到",
      en: "what rules {rule} and {other} ask of the same metric can never be met together",
    },
    advice: { zh: "对照见证对象，改正其中一条的取值或条件", en: "look at the witness and correct a value or a condition" },
  },
  RULE_NEVER_HOLDS: {
    severity: "warning",
    message: { zh: "规则 {rule} 的条件对任何对象都不成立", en: "the condition of rule {rule} holds for nobody" },
    advice: { zh: "改正条件；不再适用的规则予以删除", en: "correct the condition, or remove the rule" },
  },
  RULE_ALWAYS_HOLDS: {
    severity: "warning",
    message: { zh: "规则 {rule} 的条件对所有对象都成立", en: "the condition of rule {rule} holds for everybody" },
    advice: { zh: "确实普遍适用的，删除条件；否则改正条件", en: "remove the condition if that is meant, otherwise correct it" },
  },
  FACT_CONSTANT: {
    severity: "warning",
    message: { zh: "{name} 的定义对所有对象都是 {truth}", en: "the definition of {name} is {truth} for everybody" },
    advice: { zh: "改正定义", en: "correct the definition" },
  },
  CONDITION_IDLE: {
    severity: "warning",
    message: { zh: "去掉这项条件，任何对象的结论都不变", en: "without this part of the condition nobody's answer would change" },
    advice: { zh: "其他条件已包含它的，予以删除；否则改正", en: "remove it where the rest says it already, otherwise correct it" },
  },
  BRANCH_NEVER_TAKEN: {
    severity: "warning",
    message: { zh: "没有对象会走到这个分支", en: "nobody ever comes to this branch" },
    advice: { zh: "删除该分支，或改正前面的条件", en: "remove the branch, or correct the condition before it" },
  },
  THRESHOLD_OUTSIDE_DOMAIN: {
    severity: "warning",
    message: {
      zh: "按声明的取值范围，这项比较总是 {truth}",
      en: "by what its values are declared to be, this comparison is always {truth}",
    },
    advice: { zh: "核对起算值、单位和取值范围", en: "check threshold, unit and declared range" },
  },
  GAP_BETWEEN_BANDS: {
    severity: "warning",
    message: {
      zh: "{fact.zh}较低和较高的人都能得到{kind.zh}，居中的人却得不到",
      en: "people with a lower and with a higher {fact.en} get {kind.en}, one in between does not",
    },
    advice: {
      zh: "对照三个见证对象，补上漏掉的一档，或确认原文如此",
      en: "look at the three witnesses; fill the gap, or make sure that the text means it",
    },
  },
  TABLE_ROWS_MEET: {
    severity: "warning",
    message: { zh: "表 {name} 的第 {row} 行与第 {other} 行可同时适用", en: "rows {row} and {other} of table {name} can apply together" },
    advice: { zh: "唯一命中的表各行必须互斥：收窄其中一行", en: "rows of a table that hits once must exclude one another: narrow one" },
  },
  TABLE_ROW_NEVER_HIT: {
    severity: "warning",
    message: { zh: "表 {name} 的第 {row} 行不会命中{hint.zh}", en: "row {row} of table {name} is never hit{hint.en}" },
    advice: { zh: "删除该行，或改正它前面的行{more.zh}", en: "remove the row, or correct those before it{more.en}" },
  },
  TABLE_LEAVES_GAP: {
    severity: "warning",
    message: {
      zh: "规则 {rule} 适用的对象中，有的在表 {name} 中没有对应的行",
      en: "rule {rule} holds for somebody for whom table {name} has no row",
    },
    advice: { zh: "对照见证对象补上该行，或收窄规则的条件", en: "look at the witness; add the row, or narrow the rule" },
  },
  CLAUSE_UNUSED: {
    severity: "note",
    message: { zh: "条款 {seen} 没有被规则、参数或定义引用", en: "clause {seen} is cited by no rule, parameter or definition" },
    advice: { zh: "只作记录的条款可以保留；漏写规则的，补上规则", en: "leave it where it is only recorded; write the rule where one is missing" },
  },
  VALUE_BEFORE_SOURCE: {
    severity: "note",
    message: {
      zh: "取值自 {seen} 起，早于其依据文件的印发日期 {issued}",
      en: "the value holds from {seen}, before its document was issued on {issued}",
    },
    advice: { zh: "核对起始日期；追溯适用的，在 note 中写明依据", en: "check the date; where it applies back in time, say so in `note`" },
  },
  RULE_BEFORE_SOURCE: {
    severity: "note",
    message: {
      zh: "规则 {rule} 随政策包自 {from} 起适用，早于其依据文件的印发日期 {issued}",
      en: "rule {rule} holds with its pack from {from}, before its document was issued on {issued}",
    },
    advice: { zh: "核对政策包的起始日期，或为该规则写明起始日期", en: "check from when the pack is in force, or date the rule" },
  },
  ANALYSIS_UNDECIDED: {
    severity: "note",
    message: { zh: "未能判定：{question}（{because}）", en: "not decided: {question} ({because})" },
    advice: { zh: "用情形（cases.json）检验相关边界", en: "cover the borders concerned by cases" },
  },
} as const;

/** A code of an analysis. */
export type AnalysisCode = keyof typeof analysisCodes;

/** Reports an issue under a code of an analysis. */
export const reportAnalysis = defineCodes<AnalysisCode>(analysisCodes);
