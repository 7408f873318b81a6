import { readYuan } from "./firstRule.js";
import { type Choice, chosen, type FormField, type Said, someText, wholeOrNothing } from "./formField.js";
import { personGroups } from "./personGroups.js";

const choice = (value: string, zh: string, en: string): Choice => ({ value, words: { zh, en } });

const modalities = [
  choice("required", "应、须、不低于", "shall"),
  choice("in-principle", "原则上、一般", "in principle"),
  choice("aspirational", "力争、探索", "strives to"),
  choice("permitted-or-encouraged", "鼓励、可、支持", "may, is encouraged"),
  choice("conditional", "有条件的地方", "where conditions allow"),
];

/** The strength that the words of a sentence suggest. */
function likelyModality(quote: string): string {
  if (/有条件的/.test(quote)) return "conditional";
  if (/鼓励|支持|可以/.test(quote)) return "permitted-or-encouraged";
  if (/力争|探索/.test(quote)) return "aspirational";
  return /原则上|一般/.test(quote) ? "in-principle" : "required";
}

const kinds = [
  choice("benefit", "补贴、津贴", "a benefit in money"),
  choice("service", "服务", "a service"),
  choice("device", "设备", "a device"),
  choice("category", "列入某类人员、台账", "a list of people"),
];

const [week, month, year, once] = [
  choice("week", "每周", "a week"),
  choice("month", "每月", "a month"),
  choice("year", "每年", "a year"),
  choice("once", "一次性", "once"),
];
const uncounted = choice("none", "原文没有说按周、按月还是按年", "the document names no period");

const periods = ({ kind }: Said): readonly Choice[] => (kind === "service" ? [uncounted, week, month, year] : [month, year, once]);

/** All that is asked of the first rule, in the order in which it is asked. */
export const ruleFields: readonly FormField[] = [
  { name: "section", option: "--section", what: { zh: "条款位置", en: "section of the document" }, example: "第三条", ...someText },
  {
    name: "quote",
    option: "--quote",
    what: { zh: "条款原文，逐字照录一句", en: "the sentence, verbatim" },
    example: "对一百周岁以上老年人，每年发放慰问金1000元。",
    ...someText,
  },
  {
    name: "modality",
    option: "--modality",
    what: { zh: "原文的用语", en: "strength of its words" },
    example: "required",
    ...chosen(() => modalities),
    usual: ({ quote = "" }) => likelyModality(quote),
  },
  { name: "kind", option: "--kind", what: { zh: "给予什么", en: "what it gives" }, example: "benefit", ...chosen(() => kinds) },
  {
    name: "name",
    option: "--name",
    what: { zh: "事项的英文代号", en: "identifier of what is given" },
    example: "oldAgeAllowance",
    expected: {
      zh: "英文字母和数字，以小写字母开头，不含空格，如 oldAgeAllowance",
      en: "letters and digits without spaces, a small letter first, such as oldAgeAllowance",
    },
    read: (written) => (/^[a-z][A-Za-z0-9]*$/.test(written.trim()) ? written.trim() : undefined),
  },
  { name: "ruleZh", option: "--rule-zh", what: { zh: "事项的中文名称", en: "its name in Chinese" }, example: "高龄津贴", ...someText },
  { name: "ruleEn", option: "--rule-en", what: { zh: "事项的英文名称", en: "its name in English" }, example: "old-age allowance", ...someText },
  {
    name: "fromAge",
    option: "--from-age",
    what: { zh: "从几周岁起（原文没有写的留空，按老年人认定）", en: "from which age (nothing: any older person)" },
    example: "80",
    ...wholeOrNothing(1, 130),
    usual: () => "",
  },
  {
    name: "groups",
    option: "--groups",
    what: { zh: "还须同时属于哪些人员（可以不选）", en: "who must also be (may be none)" },
    example: "livesAlone,rural",
    ...chosen(() => personGroups.map(({ name, words }) => ({ value: name, words })), true),
    usual: () => "",
  },
  {
    name: "per",
    option: "--per",
    what: { zh: "按什么周期", en: "in which period" },
    example: "month",
    ...chosen(periods),
    usual: ({ kind }) => (kind === "service" ? uncounted.value : undefined),
    applies: ({ kind }) => kind === "benefit" || kind === "service",
  },
  {
    name: "yuan",
    option: "--yuan",
    what: { zh: "金额（元；原文没有写的留空）", en: "amount in yuan (nothing where the document names none)" },
    example: "200",
    expected: { zh: "以元为单位的金额，至多两位小数；原文没有写的留空", en: "an amount in yuan with at most two decimals, or nothing" },
    read: (written) => (written.trim() === "" || readYuan(written) !== undefined ? written.trim() : undefined),
    usual: () => "",
    applies: ({ kind }) => kind === "benefit",
  },
  {
    name: "times",
    option: "--times",
    what: { zh: "每个周期几次（原文没有写的留空）", en: "how many times (nothing where the document names no number)" },
    example: "2",
    ...wholeOrNothing(1, 1000),
    usual: () => "",
    applies: ({ kind, per }) => kind === "service" && per !== uncounted.value,
  },
];
