import { type CodeWording, defineCodes } from "@eldercare/core";

/** The codes of pairing problems and of what they are made from. */
export const pairingCodes = {
  AGES_UPSIDE_DOWN: {
    message: { zh: "志愿者最高年龄 {seen} 低于最低年龄 {least}", en: "the oldest age {seen} is below the youngest, {least}" },
    advice: { zh: "核对 youngestAge 和 oldestAge", en: "check `youngestAge` and `oldestAge`" },
  },
  GRID_SIZES_UPSIDE_DOWN: {
    message: { zh: "网格最多人数 {seen} 少于最少人数 {least}", en: "a grid has at most {seen} persons, fewer than its least, {least}" },
    advice: { zh: "核对 leastPersons 和 mostPersons", en: "check `leastPersons` and `mostPersons`" },
  },
  LOAD_NOT_LIMITED: {
    severity: "warning",
    message: {
      zh: "{count} 名志愿者在 {mode} 方式下的结对人数没有任何上限，例如 {seen}",
      en: "nothing limits how many persons {count} volunteers may have in mode {mode}, for example {seen}",
    },
    advice: {
      zh: "填写志愿者的 capacity，或要求中的 mostPersons、hoursPerPerson",
      en: "give the volunteers a `capacity`, or the requirements `mostPersons` or `hoursPerPerson`",
    },
  },
  PERSON_IS_VOLUNTEER: {
    severity: "warning",
    message: {
      zh: "编号 {seen} 既是结对对象又是志愿者；如为同一人，可能与本人结对",
      en: "{seen} is the id of a person and of a volunteer; where they are one, she may be paired with herself",
    },
    advice: {
      zh: "同一人的，把该编号列入本人的 bars；不是同一人的，可忽略",
      en: "where they are one, put the id among her `bars`; where not, leave it",
    },
  },
  ONLY_AND_BARRED_VOLUNTEER: {
    message: { zh: "志愿者 {seen} 既被限定又被排除", en: "volunteer {seen} is both among `only` and among `bars`" },
    advice: { zh: "只保留其中一项", en: "keep one of the two" },
  },
  PAIRING_COSTS_TOO_LARGE: {
    message: { zh: "权重与路程的乘积过大，费用无法精确计算", en: "weights times distances are too large for costs to stay exact" },
    advice: { zh: "按比例调小 objective 的各项权重，或核对路程矩阵", en: "scale down the weights of `objective`, or check the distances" },
  },
  PAIRED_TWICE_BY_RULES: {
    severity: "note",
    message: { zh: "{seen} 同时符合一对一和网格化结对，按一对一结对", en: "{seen} is due both one-to-one and grid pairing: one to one it is" },
    advice: { zh: "如应按网格结对，核对规则", en: "check the rules where a grid was meant" },
  },
  PAIRING_UNDETERMINED: {
    severity: "note",
    message: { zh: "{seen} 是否应当结对尚不能确定，未列入", en: "whether {seen} is due pairing is undetermined: not included" },
    advice: { zh: "补充该结论所缺的信息", en: "supply the facts that the decision misses" },
  },
  PAIRING_WITHOUT_PLACE: {
    severity: "note",
    message: { zh: "{seen} 没有坐标，所在村、乡镇也没有，未列入结对", en: "{seen} has no place, nor has the village or township: not included" },
    advice: { zh: "补上本人、所在村或乡镇的坐标", en: "add coordinates of the person, the village or the township" },
  },
  PAIRING_AT_VILLAGE_PLACE: {
    severity: "note",
    message: { zh: "{seen} 没有坐标，按所在{tier.zh}的位置结对", en: "{seen} has no coordinates; the place of the {tier.en} stands in" },
    advice: { zh: "补上坐标", en: "add coordinates" },
  },
  PAIRING_OF_UNKNOWN_PERSON: {
    severity: "note",
    message: { zh: "应当结对的 {seen} 不在人员名单中", en: "{seen}, who is due pairing, is not among the people" },
    advice: { zh: "核对编号", en: "check the identifier" },
  },
  PAIRING_OF_THE_DEAD: {
    severity: "note",
    message: { zh: "{seen} 已去世，未列入结对", en: "{seen} has died: not included" },
    advice: { zh: "核对死亡日期", en: "check the date of death" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;

/** A code of pairing. */
export type PairingCode = keyof typeof pairingCodes;

/** Reports an issue under a code of pairing. */
export const reportPairingIssue = defineCodes<PairingCode>(pairingCodes);
