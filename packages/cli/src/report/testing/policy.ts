import type { EffectKind, Modality, SubjectKind, Wording } from "@eldercare/core";
import type { ReportClause, ReportRule, ReportTarget } from "../reportData.js";

const clause = (section: string, quote: string, modality: Modality = "required"): ReportClause => ({ section, quote, modality, source: "notice" });

/** Clauses of the Chengkou notice as the fixture quotes them. */
export const clauses: Readonly<Record<string, ReportClause>> = {
  "CK-1.1-c": clause("一（一）", "实现农村失能特困人员集中照护“应护尽护”"),
  "CK-1.1-d": clause("一（一）", "实现农村特困人员集中供养“应养尽养”"),
  "CK-1.1-h": clause("一（一）", "升级改造乡镇敬老院18个"),
  "CK-1.1-i": clause("一（一）", "建成乡镇养老服务中心23个"),
  "CK-1.3-d": clause("一（三）", "乡镇敬老院社会化运营率不低于60%"),
  "CK-2.1-c": clause("二（一）", "护理型床位占比不低于80%"),
  "CK-2.2-f": clause("二（二）", "2021年完成双河、厚坪、北屏、明中、治平、河鱼等6个敬老院升级改造任务"),
  "CK-2.2-g": clause("二（二）", "2022年完成周溪、蓼子、高燕、龙田、左岚、坪坝等6个敬老院升级改造任务"),
  "CK-2.2-h": clause("二（二）", "力争所有乡镇敬老院达到《特困人员供养服务设施(敬老院)改造提升基础指标》要求", "aspirational"),
  "CK-2.3-a": clause("二（三）", "面积原则上不低于800 平方米", "in-principle"),
  "CK-2.5-a": clause("二（五）", "农村失能特困人员集中照护中心要按照不低于1：3标准配备服务人员"),
  "CK-2.5-d": clause("二（五）", "按照不低于1︰10标准配备管理服务人员"),
  "CK-2.6-e": clause("二（六）", "为农村独居、孤寡、留守等老年群体开展集中助餐或送餐服务", "permitted-or-encouraged"),
  "CK-2.6-g": clause("二（六）", "上门为老年人提供巡回流动助浴、助医、家政、康复护理等服务", "permitted-or-encouraged"),
  "CK-2.7-b": clause("二（七）", "对居家特困人员、低收入家庭以及计划生育特殊家庭失能老年人等重点对象,  组织开展“一对一”结对帮扶"),
  "CK-2.7-c": clause("二（七）", "提供居家照料、寻医送药、代买代缴、春种秋收等生产生活支持服务"),
  "CK-2.7-d": clause("二（七）", "对其他高龄、独居、留守社会老年人, 实行“网格化”“划片式”结  对帮扶"),
  "CK-2.7-e": clause("二（七）", "定期上门巡访探视"),
  "CK-2.12-b": clause(
    "二（十二）",
    "为居家特困人员以及低收入、高龄、独居、计划生育特殊家庭老年人配备安全防护手环等智能监测设备",
    "permitted-or-encouraged",
  ),
  "CK-3.3-a": clause("三（三）", "按照不低于集中供养对象年基本生活金15%的比例,核定乡镇敬老院、农村失能特困人员集中照护机构管理运行经费"),
};

const ruleTable: readonly (readonly [id: string, zh: string, en: string, kind: EffectKind, subject: SubjectKind, clauses: readonly string[]])[] = [
  ["care.concentrated", "失能特困人员集中照护", "concentrated care of disabled destitute persons", "service", "person", ["CK-1.1-c"]],
  ["support.concentrated", "特困人员集中供养", "concentrated support of destitute persons", "service", "person", ["CK-1.1-d"]],
  ["pairing.oneToOne", "“一对一”结对帮扶", "one-to-one pairing", "pairing", "person", ["CK-2.7-b"]],
  ["pairing.grid", "网格化结对帮扶", "pairing by grid", "pairing", "person", ["CK-2.7-d"]],
  ["visit.regular", "定期巡访探视", "regular visits", "service", "person", ["CK-2.7-d", "CK-2.7-e"]],
  ["service.homeCare", "居家照料", "care at home", "service", "person", ["CK-2.7-b", "CK-2.7-c"]],
  ["service.medicineDelivery", "寻医送药", "fetching a doctor or medicine", "service", "person", ["CK-2.7-b", "CK-2.7-c"]],
  ["service.mobileBathing", "流动助浴", "mobile bathing", "service", "person", ["CK-2.6-g"]],
  ["service.meals", "集中助餐或送餐", "meals together or brought home", "service", "person", ["CK-2.6-e"]],
  ["device.monitor", "智能监测设备", "monitoring device", "device", "person", ["CK-2.12-b"]],
  ["model.canteen", "老年幸福食堂", "happiness canteen", "model", "village", ["CK-2.6-e"]],
];

/** Rules of the fixture with counts that its outcomes give. */
export function rulesWith(
  counts: (rule: string) => { readonly granted: number; readonly denied: number; readonly undetermined: number },
): ReportRule[] {
  return ruleTable.map(([id, zh, en, kind, subject, ids]) => ({
    id: `cn-500229-chengkou/${id}`,
    title: { zh, en },
    kind,
    subject,
    modality: clauses[ids[0] ?? ""]?.modality ?? "required",
    clauses: ids,
    illustrative: id === "pairing.grid" || id === "visit.regular" || id === "device.monitor",
    ...(subject === "person" ? counts(`cn-500229-chengkou/${id}`) : { granted: 61, denied: 118, undetermined: 25 }),
  }));
}

/** Ids of the rules about persons. */
export const personRules: readonly string[] = ruleTable.filter(([, , , , subject]) => subject === "person").map(([id]) => `cn-500229-chengkou/${id}`);

const target = (
  rule: string,
  title: Wording,
  rest: Omit<ReportTarget, "rule" | "title" | "modality" | "warnings"> & Partial<Pick<ReportTarget, "warnings">>,
): ReportTarget => ({
  rule: `cn-500229-chengkou/${rule}`,
  title,
  modality: clauses[rest.clauses[0] ?? ""]?.modality ?? "required",
  warnings: [],
  ...rest,
});

/** Targets of the fixture, one in each state. */
export const targets: readonly ReportTarget[] = [
  target(
    "target.homesUpgraded",
    { zh: "升级改造乡镇敬老院", en: "township homes upgraded" },
    {
      state: "overdue",
      required: "≥ 18",
      observed: "11",
      by: "2022-12-31",
      clauses: ["CK-1.1-h"],
      warnings: [
        {
          message: {
            zh: "目标为18个，分年任务点名6＋6＝12个，相差6个。",
            en: "The target is 18 homes; the yearly tasks name 6 + 6 = 12, so 6 are unnamed.",
          },
          clauses: ["CK-1.1-h", "CK-2.2-f", "CK-2.2-g"],
        },
      ],
    },
  ),
  target(
    "target.centresBuilt",
    { zh: "建成乡镇养老服务中心", en: "township care centres built" },
    { state: "met", required: "≥ 23", observed: "23", by: "2022-12-31", clauses: ["CK-1.1-i"] },
  ),
  target(
    "target.socialised",
    { zh: "乡镇敬老院社会化运营率", en: "share of homes in socialised operation" },
    { state: "due", required: "≥ 60%", observed: "44.0%", by: "2027-12-31", clauses: ["CK-1.3-d"] },
  ),
  target(
    "target.basicIndicators",
    { zh: "乡镇敬老院达到基础指标要求", en: "homes that meet the basic indicators" },
    { state: "undated", required: "100%", observed: "72.0%", clauses: ["CK-2.2-h"] },
  ),
  target(
    "target.nursingBeds",
    { zh: "护理型床位占比", en: "share of nursing beds" },
    { state: "undetermined", required: "≥ 80%", clauses: ["CK-2.1-c"] },
  ),
];
