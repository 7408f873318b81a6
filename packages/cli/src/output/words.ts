import type { Decision, Effect, Missing, Modality } from "@eldercare/core";
import { printYuan } from "@eldercare/core";
import { printMeasure } from "./printMeasure.js";

/** How an outcome is worded in tables. */
export const statusWords: Readonly<Record<Decision["status"], string>> = {
  granted: "符合",
  denied: "不符合",
  undetermined: "待补充信息",
  met: "达标",
  notMet: "未达标",
  notApplicable: "不适用",
};

/** How the strength of a clause is worded in tables. */
export const modalityWords: Readonly<Record<Modality, string>> = {
  required: "应当",
  "in-principle": "原则上",
  aspirational: "力争",
  "permitted-or-encouraged": "鼓励或可选",
  conditional: "有条件",
};

const perWords = { day: "每日", week: "每周", month: "每月", year: "每年", once: "一次性" } as const;

/** What a decision gives, in a few words; empty where it says nothing beyond the rule's title. */
export function effectWords(effect: Effect | undefined): string {
  if (effect === undefined) return "";
  if (effect.kind === "service" && effect.times !== undefined && effect.per !== undefined) return `${perWords[effect.per]} ${effect.times} 次`;
  if (effect.kind === "benefit" && effect.amountFen !== undefined && effect.per !== undefined)
    return `${perWords[effect.per]} ${printYuan(effect.amountFen)} 元`;
  if (effect.kind === "priority") return `第 ${effect.rank} 顺位`;
  if (effect.kind === "staffing" && effect.required !== undefined)
    return `应配 ${effect.required} 人，实配 ${effect.present} 人，缺 ${effect.short} 人`;
  if (effect.kind === "funding" && effect.amountFen !== undefined) return `每年不低于 ${printYuan(effect.amountFen)} 元`;
  if ((effect.kind === "standard" || effect.kind === "target") && effect.observed !== undefined)
    return `现值 ${printMeasure(effect.observed, effect.unit)}，要求 ${effect.required === undefined ? "待定" : printMeasure(effect.required, effect.unit)}`;
  return effect.open.length > 0 ? `待定：${effect.open.join("、")}` : "";
}

/** What to ask for, titles before names. */
export function askWords(missing: readonly Missing[]): string {
  return missing.map((item) => `${item.title?.zh ?? ""}（${"fact" in item ? item.fact : item.parameter}）`).join("；");
}
