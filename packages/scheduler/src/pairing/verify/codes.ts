import type { Wording } from "@eldercare/core";

/** What the checker of pairings finds, with its words. */
export const verifyPairingCodes = {
  PAIRING_UNKNOWN_PERSON: { zh: "方案中的 {person} 不在结对对象中", en: "{person}, named in the pairing, is not among the persons" },
  PAIRING_UNKNOWN_VOLUNTEER: { zh: "方案中的志愿者 {volunteer} 不存在", en: "volunteer {volunteer}, named in the pairing, does not exist" },
  PAIRING_PERSON_LOST: { zh: "{person} 既未结对，也未列为未结对", en: "{person} is neither paired nor listed as unpaired" },
  PAIRING_PERSON_TWICE: { zh: "{person} 在方案中出现多次", en: "{person} occurs more than once in the pairing" },
  PAIRING_WRONG_MODE: { zh: "{person} 的结对方式应为 {expected}", en: "{person} is to be paired by {expected}" },
  PAIR_AGAINST_RULE: {
    zh: "{person} 不得与志愿者 {volunteer} 结对：{rule.zh}",
    en: "{person} must not be paired with volunteer {volunteer}, who {rule.en}",
  },
  PAIR_WRONG_UNKNOWN: {
    zh: "{person} 与志愿者 {volunteer} 之间不明的信息为 {expected}，方案写作 {seen}",
    en: "what is unknown between {person} and volunteer {volunteer} is {expected}, not {seen}",
  },
  PAIR_WRONG_DISTANCE: {
    zh: "{person} 与志愿者 {volunteer} 的路程为 {expected} 米，方案写作 {seen} 米",
    en: "from volunteer {volunteer} to {person} it is {expected} m, not {seen} m",
  },
  VOLUNTEER_OVERLOADED: {
    zh: "志愿者 {volunteer} 以 {mode} 方式结对 {seen} 人，超过 {most} 人",
    en: "volunteer {volunteer} has {seen} persons in mode {mode}, more than {most}",
  },
  VOLUNTEER_IN_BOTH_MODES: {
    zh: "志愿者 {volunteer} 已一对一结对，不得再负责网格",
    en: "volunteer {volunteer} has a one-to-one person and must lead no grid",
  },
  GRID_LEADER_TWICE: { zh: "志愿者 {volunteer} 负责了两个网格", en: "volunteer {volunteer} leads two grids" },
  GRID_BELOW_LEAST: {
    zh: "志愿者 {volunteer} 的网格有 {seen} 人，少于 {least} 人",
    en: "the grid of volunteer {volunteer} has {seen} persons, fewer than {least}",
  },
  GRID_WIDER_THAN_ALLOWED: {
    zh: "志愿者 {volunteer} 的网格宽 {seen} 米，超过 {most} 米",
    en: "the grid of volunteer {volunteer} is {seen} m wide, more than {most} m",
  },
  GRID_WRONG_MEASURE: {
    zh: "志愿者 {volunteer} 的网格的 {name} 为 {expected}，方案写作 {seen}",
    en: "{name} of the grid of volunteer {volunteer} is {expected}, not {seen}",
  },
  PAIRING_WRONG_LOAD: {
    zh: "志愿者 {volunteer} 的 {name} 为 {expected}，方案写作 {seen}",
    en: "{name} of volunteer {volunteer} is {expected}, not {seen}",
  },
  PAIRING_WRONG_CHANGE: {
    zh: "{person} 的志愿者变动与方案所列不符",
    en: "how the volunteer of {person} changes is not what the pairing says",
  },
  PAIRING_WRONG_COST: { zh: "成本项 {name} 为 {seen}，重新计算为 {expected}", en: "cost component {name} is {seen}; recomputed it is {expected}" },
  UNPAIRED_FOR_NO_REASON: {
    zh: "{person} 未结对的原因不成立：{seen}",
    en: "{person} is left unpaired for a reason that is none: {seen}",
  },
  UNPAIRED_OF_WRONG_KIND: {
    zh: "{person} 列为 {seen}，与可结对的志愿者人数（{expected}）不符",
    en: "{person} is listed as {seen}, which does not go with {expected} volunteers who are allowed",
  },
  OPTIMALITY_NOT_SHOWN: {
    zh: "{mode} 方式的最优性说明中 {name} 为 {seen}，由价格证明得出的是 {expected}",
    en: "of how good mode {mode} is, {name} is {seen}; by the prices given it is {expected}",
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** A code of the checker of pairings. */
export type VerifyPairingCode = keyof typeof verifyPairingCodes;
