/**
 * How a yes-or-no title becomes what is said of somebody. Chinese gives the two clauses, or the noun of 属于; English gives
 * what follows "is", a verb with what follows it, or a clause that has its own subject.
 */
export interface ConceptWords {
  readonly zh: { readonly holds: string; readonly fails: string } | { readonly noun: string };
  readonly en:
    | { readonly is: string }
    | { readonly verb: string; readonly third: string; readonly rest: string; readonly auxiliary?: true }
    | { readonly holds: string; readonly fails: string };
}

const zh = (holds: string, fails: string) => ({ holds, fails });
const wish = (rest: string) => ({ verb: "wish", third: "wishes", rest });

/** Concepts whose title alone does not tell how to speak of them, by their Chinese title. */
export const conceptWords: Readonly<Record<string, ConceptWords>> = {
  // fields of the register
  是否留守: { zh: { noun: "留守人员" }, en: { is: "left behind" } },
  是否空巢: { zh: { noun: "空巢人员" }, en: { is: "an empty-nester" } },
  是否孤寡: { zh: { noun: "孤寡人员" }, en: { is: "without spouse and children" } },
  是否无人照料: { zh: zh("无人照料", "有人照料"), en: { is: "without anybody able to care" } },
  是否计划生育特殊家庭: { zh: { noun: "计划生育特殊家庭成员" }, en: { is: "a member of a special family-planning family" } },
  是否失智: { zh: zh("失智", "未失智"), en: { is: "living with dementia" } },
  是否愿意入住机构: { zh: zh("愿意入住机构", "不愿意入住机构"), en: wish("to live in an institution") },
  是否参加长期护理保险: { zh: zh("参加了长期护理保险", "未参加长期护理保险"), en: { is: "covered by long-term care insurance" } },
  是否已适老化改造: {
    zh: zh("已进行适老化改造", "尚未进行适老化改造"),
    en: { holds: "the home has been adapted", fails: "the home has not been adapted" },
  },
  是否牧区: { zh: { noun: "牧区" }, en: { is: "a pastoral area" } },
  居住是否分散: { zh: zh("人口居住分散", "人口居住不分散"), en: { holds: "the dwellings are dispersed", fails: "the dwellings are not dispersed" } },
  是否场镇: { zh: { noun: "场镇" }, en: { is: "a market-town seat" } },
  是否社会化运营: { zh: zh("实行社会化运营", "未实行社会化运营"), en: { is: "under socialised operation" } },
  是否承担照料: { zh: zh("承担照料", "不承担照料"), en: { verb: "give", third: "gives", rest: "care" } },
  // words that national and county documents share
  在世: { zh: zh("在世", "已去世"), en: { is: "alive" } },
  高龄: { zh: { noun: "高龄人员" }, en: { is: "of advanced age" } },
  失能: { zh: { noun: "失能人员" }, en: { is: "disabled" } },
  半失能: { zh: { noun: "半失能人员" }, en: { is: "semi-disabled" } },
  自理: { zh: zh("生活自理", "不属于生活自理"), en: { is: "self-caring" } },
  独居: { zh: zh("独居", "不是独居"), en: { verb: "live", third: "lives", rest: "alone" } },
  "居家（未入住机构）": { zh: zh("居家生活", "已入住机构"), en: { verb: "live", third: "lives", rest: "at home" } },
  农村户籍: { zh: zh("为农村户籍", "不是农村户籍"), en: { is: "registered as a rural resident" } },
  经济困难: { zh: zh("经济困难", "不属于经济困难"), en: { is: "in economic hardship" } },
  能力评估在查询日以后: {
    zh: zh("能力评估在查询日以后", "能力评估不在查询日以后"),
    en: { holds: "the ability was assessed only after the date asked", fails: "the ability was not assessed after the date asked" },
  },
  在用: { zh: zh("在用", "未在用"), en: { is: "in use" } },
  没有关闭: { zh: zh("没有关闭", "已经关闭"), en: { is: "not closed" } },
  已建成: { zh: zh("已建成", "尚未建成"), en: { is: "completed" } },
};
