import type { DecisionStatus, Locale, Wording } from "@eldercare/core";

const say = (zh: string, en: string): Wording => ({ zh, en });

/** Texts of a pack's page. */
export const packPageWords = {
  skip: say("跳到正文", "Skip to the content"),
  contents: say("目录", "Contents"),
  otherLanguage: say("English", "中文"),
  area: say("适用区划", "Area"),
  country: say("全国", "the whole country"),
  inForce: say("施行", "In force"),
  from: say("自", "from"),
  to: say("至", "to"),
  since: say("起", ""),
  standsOn: say("上级政策包", "Stands on"),
  lookedAt: say("查看日期", "Looked at"),
  illustrativeTitle: say("示例参数", "Example values"),
  illustrativeText: say("本页使用了示例值，仅供演示，不作为执行依据。", "This page uses example values; nobody enacted them."),

  sources: say("文件", "Documents"),
  documentTitle: say("文件名称", "Title"),
  issuerAndDate: say("发文机关、日期", "Issued by, dated"),
  checked: say("核对", "Checked"),
  verified: say("已与公开文本逐字核对", "compared with a public copy, word for word"),
  recalled: say("未与公开文本核对，引文为转述", "not compared with a public copy; quotes restate it"),

  rules: say("规则", "Rules"),
  rulesHint: say(
    "每条规则一句话，下附依据的原文；参数按查看日期取值。",
    "Each rule in a sentence, with the clauses behind it; parameters as they are on the date looked at.",
  ),
  noRules: say("查看日期没有施行中的规则。", "No rule is in force on the date looked at."),
  whereAdopted: say("当地决定实施的，适用", "where the place has adopted it"),
  floor: say("底线", "floor"),
  notInForce: say("查看日期未施行", "not in force on the date looked at"),
  overrides: say("对上级规定的改动", "Overrides of rules above"),
  above: say("上级规定", "Above"),
  here: say("本地规定", "Here"),
  affected: say("改动后的上级规则", "Rules above, as they are here"),

  parameters: say("参数", "Parameters"),
  parameter: say("参数", "Parameter"),
  value: say("取值", "Value"),
  basis: say("依据", "Clause"),
  open: say("待定", "open"),
  openText: say("原文未定，由当地确定", "left open by the document; the place sets it"),
  openOf: say("可取：", "one of: "),
  noParameters: say("没有参数。", "There are no parameters."),
  example: say("示例", "example"),

  definitions: say("定义", "Definitions"),
  asked: say("由花名册提供", "given by the register"),
  definition: say("名称", "Word"),
  subject: say("对象", "Of"),

  tables: say("标准表", "Tables"),
  table: say("各行", "Rows"),
  gives: say("标准", "Gives"),
  any: say("不限", "any"),
  yes: say("是", "yes"),
  no: say("否", "no"),
  colon: say("：", ": "),
  semicolon: say("；", "; "),

  linkages: say("补贴衔接", "How benefits meet"),
  pays: say("发放：", "paid: "),
  contradictions: say("原文前后不一致之处", "Contradictions in the document"),
  contradictionsText: say(
    "各处原文均照录，不作改动；涉及的结论都会提示。",
    "The sentences are kept as they stand; every decision that rests on one says so.",
  ),

  cases: say("情形", "Cases"),
  casesHint: say("每个情形应得的结论，已逐一运行：", "What must come out of each situation; each has been run: "),
  noCases: say("没有情形。", "There are no cases."),
  situation: say("情形", "Situation"),
  expected: say("结论", "Outcome"),
  ask: say("先问：", "ask first: "),
  between: say("、", "; "),
  failed: say("与规则不符", "not what the rules say"),

  findings: say("分析结果", "Findings of the analysis"),
  findingsHint: say("自动分析后仍保留的结果及其说明。", "What the analysis still finds, and why it stays."),
  noFindings: say("分析没有发现问题。", "The analysis found nothing."),
  undecided: say("有问题未能判定。", "Some questions were not decided."),
  finding: say("结果", "Finding"),
  why: say("说明", "Why it stays"),
  unexplained: say("尚未说明", "not explained yet"),

  clauses: say("条款落实", "Clauses and what carries them out"),
  clause: say("条款", "Clause"),
  where: say("落实之处", "Carried out by"),
  executable: say("可执行", "executable"),
  recorded: say("仅记录", "recorded only"),
  homeless: say("没有落实之处", "nothing carries it out"),

  tileRules: say("规则", "Rules"),
  tileClauses: say("可执行条款", "Clauses executable"),
  tileOpen: say("待定参数", "Open parameters"),
  tileCases: say("情形", "Cases"),
  tileFindings: say("分析结果", "Findings"),
  tileContradictions: say("不一致之处", "Contradictions"),
  footer: say(
    "本页由 eldercare 据政策包生成（MIT 许可证）。政策包是对公开文件的解读，未经发文机关认可，以文件原文为准。",
    "Made by eldercare from the policy pack (MIT licence). A pack is a reading of a public document, not endorsed by its issuer; the document holds.",
  ),
  index: say("政策包", "Policy packs"),
} as const satisfies Record<string, Wording>;

/** Sentences with a number in them. */
export const countedPackWords = {
  ofAll: (n: number) => say(`共 ${n} 条`, `of ${n}`),
  expectations: (n: number, failed: number) =>
    failed === 0
      ? say(`${n} 项结论全部相符。`, `all ${n} outcomes are as expected.`)
      : say(`${n} 项结论中 ${failed} 项不符。`, `${failed} of ${n} outcomes are not as expected.`),
} as const;

/** How benefits meet. */
export const linkageWords = {
  exclusive: say("只能享受其中一项", "one excludes the others"),
  higher: say("就高发放一项", "the highest alone is paid"),
  offset: say("相互抵扣", "one is set off against the other"),
  topUp: say("补足差额", "one tops up the other"),
} as const satisfies Record<string, Wording>;

/** What an override does. */
export const verbWords = {
  raise: say("提高", "raises"),
  widen: say("放宽", "widens"),
  narrow: say("收窄", "narrows"),
  replace: say("替换", "replaces"),
  withdraw: say("不再适用", "withdraws"),
} as const satisfies Record<string, Wording>;

/** Figures of an effect that a case expects. */
export const figureWords: Readonly<Record<string, Wording>> = {
  amountFen: say("金额（元）", "amount (yuan)"),
  times: say("次数", "times"),
  required: say("应配", "required"),
  present: say("实配", "present"),
  short: say("缺口", "short"),
  observed: say("现状", "observed"),
  state: say("状态", "state"),
};

/** The class of a mark that shows an outcome. */
export const chipOf: Readonly<Record<DecisionStatus, string>> = {
  granted: "granted",
  met: "met",
  denied: "denied",
  notMet: "notMet",
  undetermined: "undetermined",
  notApplicable: "denied",
};

/** A text in the language of a page. */
export type Tell = (wording: Wording) => string;

/** Tells texts in one language. */
export const tellIn =
  (locale: Locale): Tell =>
  (wording) =>
    wording[locale];
