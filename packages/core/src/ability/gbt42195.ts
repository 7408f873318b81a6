import type { AbilityScale } from "./abilityScale.js";

/**
 * The national scale of ability: 26 items, 90 points, five levels. Values marked `verified: false` are recalled and to be
 * confirmed; replace them by `{ ...gbt42195, adjustments: { ...gbt42195.adjustments, … } }`.
 *
 * Source: GB/T 42195-2022 老年人能力评估规范, annexes B and C. Annex C.4 puts a coma at level 4, the note at B.3.9 at level 3.
 */
export const gbt42195: AbilityScale = {
  id: "GB/T 42195-2022",
  title: { zh: "老年人能力评估规范", en: "Specification for ability assessment of older adults" },
  items: [
    { id: "eating", group: "selfCare", most: 4, title: { zh: "进食", en: "eating" }, verified: true },
    { id: "grooming", group: "selfCare", most: 4, title: { zh: "修饰", en: "grooming" }, verified: true },
    { id: "bathing", group: "selfCare", most: 4, title: { zh: "洗澡", en: "bathing" }, verified: true },
    { id: "upperDressing", group: "selfCare", most: 4, title: { zh: "穿/脱上衣", en: "dressing the upper body" }, verified: true },
    { id: "lowerDressing", group: "selfCare", most: 4, title: { zh: "穿/脱裤子和鞋袜", en: "dressing the lower body" }, verified: true },
    { id: "bladder", group: "selfCare", most: 4, title: { zh: "小便控制", en: "bladder control" }, verified: true },
    { id: "bowel", group: "selfCare", most: 4, title: { zh: "大便控制", en: "bowel control" }, verified: true },
    { id: "toileting", group: "selfCare", most: 4, title: { zh: "如厕", en: "toileting" }, verified: true },
    { id: "bedMobility", group: "motor", most: 4, title: { zh: "床上体位转移", en: "moving in bed" }, verified: true },
    { id: "bedChairTransfer", group: "motor", most: 4, title: { zh: "床椅转移", en: "moving from bed to chair" }, verified: true },
    { id: "walking", group: "motor", most: 4, title: { zh: "平地行走", en: "walking on level ground" }, verified: true },
    { id: "stairs", group: "motor", most: 3, title: { zh: "上下楼梯", en: "climbing stairs" }, verified: true },
    { id: "timeOrientation", group: "mental", most: 4, title: { zh: "时间定向", en: "orientation in time" }, verified: true },
    { id: "placeOrientation", group: "mental", most: 4, title: { zh: "空间定向", en: "orientation in place" }, verified: true },
    { id: "personOrientation", group: "mental", most: 4, title: { zh: "人物定向", en: "orientation to persons" }, verified: true },
    { id: "memory", group: "mental", most: 4, title: { zh: "记忆", en: "memory" }, verified: true },
    { id: "understanding", group: "mental", most: 4, title: { zh: "理解能力", en: "understanding" }, verified: true },
    { id: "expression", group: "mental", most: 4, title: { zh: "表达能力", en: "expression" }, verified: true },
    { id: "aggression", group: "mental", most: 1, title: { zh: "攻击行为", en: "aggression" }, verified: true },
    { id: "depression", group: "mental", most: 1, title: { zh: "抑郁症状", en: "signs of depression" }, verified: true },
    { id: "consciousness", group: "mental", most: 2, title: { zh: "意识水平", en: "consciousness" }, verified: true },
    { id: "sight", group: "perceptionAndSociety", most: 2, title: { zh: "视力", en: "sight" }, verified: true },
    { id: "hearing", group: "perceptionAndSociety", most: 2, title: { zh: "听力", en: "hearing" }, verified: true },
    { id: "dailyAffairs", group: "perceptionAndSociety", most: 4, title: { zh: "执行日常事务", en: "managing daily affairs" }, verified: true },
    { id: "transport", group: "perceptionAndSociety", most: 3, title: { zh: "使用交通工具外出", en: "going out by transport" }, verified: true },
    { id: "socialContact", group: "perceptionAndSociety", most: 4, title: { zh: "社会交往能力", en: "social contact" }, verified: true },
  ],
  bands: [
    { level: 0, leastPoints: 90, title: { zh: "能力完好", en: "able" }, verified: true },
    { level: 1, leastPoints: 66, title: { zh: "轻度失能", en: "mildly disabled" }, verified: true },
    { level: 2, leastPoints: 46, title: { zh: "中度失能", en: "moderately disabled" }, verified: true },
    { level: 3, leastPoints: 30, title: { zh: "重度失能", en: "severely disabled" }, verified: true },
    { level: 4, leastPoints: 0, title: { zh: "完全失能", en: "wholly disabled" }, verified: true },
  ],
  adjustments: {
    comaLevel: { value: 4, verified: true, source: "C.4" },
    incidents: { value: 2, verified: true, source: "C.4" },
    incidentDays: { value: 30, verified: true, source: "C.4" },
    levelsPerReason: { value: 1, verified: true, source: "C.4" },
    levelsInAll: { value: 1, verified: false, source: "C.4" },
    fromLevel: { value: 0, verified: false, source: "C.4" },
  },
};
