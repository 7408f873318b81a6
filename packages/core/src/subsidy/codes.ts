import { defineCodes } from "../errors/issue.js";

/** The codes of benefits, their conventions and their linkages. */
export const subsidyCodes = {
  RATES_OVERLAP: {
    message: { zh: "同一天可能适用两档标准：第 {first} 档与第 {second} 档", en: "two rates may apply on one day: {first} and {second}" },
    advice: { zh: "错开起止日期，或用 when 区分适用对象", en: "part their dates, or tell whom each concerns in `when`" },
  },
  CONVENTION_LACKS: {
    message: { zh: "折算办法 {method} 缺少 {field}", en: "the convention {method} lacks {field}" },
    advice: { zh: "由政策数据写明该项规定", en: "state it in the policy data: no convention is assumed" },
  },
  CONVENTION_IGNORES: {
    message: { zh: "折算办法 {method} 不使用 {field}", en: "the convention {method} does not use {field}" },
    advice: { zh: "删除该项，或改用相应的折算办法", en: "remove it, or choose the convention that uses it" },
  },
  FACT_CHANGED_TWICE: {
    message: { zh: "同一事项在 {seen} 有两次变动", en: "one fact changes twice on {seen}" },
    advice: { zh: "同一天只保留一条变动记录", en: "keep one record of a fact for a day" },
  },
  CLAIMS_OVERLAP: {
    message: { zh: "同一待遇的两段享受期重叠（{seen}）", en: "two claims to one benefit overlap ({seen})" },
    advice: { zh: "合并或错开两段享受期", en: "join the two claims or part them" },
  },
  BOUNDS_REVERSED: {
    message: { zh: "金额下限大于上限：{seen}", en: "the lower bound of an amount is above its upper bound: {seen}" },
    advice: { zh: "核对上下限", en: "check both bounds" },
  },
  LINKAGE_LACKS: {
    message: { zh: "衔接规则 {rule} 缺少 {field}", en: "a linkage by {rule} lacks {field}" },
    advice: { zh: "写明该项：谁优先、补到什么水平，不作推定", en: "state it: which comes first, or up to what level; nothing is assumed" },
  },
  LINKAGE_IGNORES: {
    message: { zh: "衔接规则 {rule} 不使用 {field}", en: "a linkage by {rule} does not use {field}" },
    advice: { zh: "删除该项，或改用相应的规则", en: "remove it, or choose the rule that uses it" },
  },
  LINKAGE_NAMES_OTHERS: {
    message: { zh: "{field} 与所列待遇不一致：{seen}", en: "{field} does not name the benefits of the linkage: {seen}" },
    advice: { zh: "precedence 须逐一列出全部待遇，pays 须是其中之一", en: "`precedence` lists each of the benefits once, `pays` is one of them" },
  },
  LINKAGE_PAIR_TWICE: {
    message: { zh: "{seen} 两项待遇由两条衔接规则规定", en: "two linkages speak of the pair {seen}" },
    advice: { zh: "每两项待遇只写一条衔接规则", en: "let one linkage alone speak of a pair" },
  },
  LINKAGE_HIGHER_TWICE: {
    message: { zh: "{seen} 出现在两条“就高”规则中", en: "{seen} stands in two linkages that take the higher" },
    advice: { zh: "把相互就高的待遇写成一条规则", en: "write the benefits of which the highest is paid as one linkage" },
  },
  LINKAGE_CIRCLE: {
    message: { zh: "衔接规则循环：{seen}", en: "the linkages go in a circle: {seen}" },
    advice: { zh: "确定其中一项优先", en: "let one of them come first" },
  },
  CAPS_CROSS: {
    message: { zh: "封顶 {seen} 互相交叉", en: "the caps {seen} cross" },
    advice: {
      zh: "两个封顶若有共同待遇，须一个包含另一个且次序一致",
      en: "of caps that share a benefit, one must hold the other's benefits, in the same order",
    },
  },
  RAISE_MAY_LOWER_TOTAL: {
    severity: "warning",
    message: { zh: "提高 {seen} 的标准可能使本人所得总额减少", en: "raising {seen} may lower what the person receives in total" },
    advice: {
      zh: "核对：一项待遇只在一条规则中冲抵别的待遇，就高或封顶的待遇不再冲抵",
      en: "check: a benefit reduces others in one linkage only, and none that is capped or taken as the higher reduces another",
    },
  },
} as const;

/** A code of the subsidy room. */
export type SubsidyCode = keyof typeof subsidyCodes;

/** Reports an issue under a code of the subsidy room. */
export const reportSubsidyIssue = defineCodes<SubsidyCode>(subsidyCodes);
