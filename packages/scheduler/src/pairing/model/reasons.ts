import type { Wording } from "@eldercare/core";

/**
 * Words for the reasons why a volunteer is not paired with a person. A certain “no” comes before what nobody knows, so that
 * nobody is asked for facts that would change nothing.
 */
export const pairingReasons = {
  NOT_FOR_MODE: { zh: "不承担这种结对方式", en: "does not take part in this way of pairing" },
  TOO_YOUNG: { zh: "低于规定的最低年龄", en: "is below the youngest age" },
  TOO_OLD: { zh: "超过规定的最高年龄", en: "is above the oldest age" },
  NOT_HEALTHY: { zh: "身体状况不符合要求", en: "is not healthy" },
  NO_CAPACITY: { zh: "没有可结对的名额或时间", en: "has no room or no hours" },
  BARRED: { zh: "已被排除", en: "is barred" },
  NOT_AMONG_ONLY: { zh: "不在限定的志愿者之中", en: "is not among those to whom the person is left" },
  SEX_WISH: { zh: "性别不符合意愿", en: "is not of the sex wished for" },
  LANGUAGE_WISH: { zh: "不会希望使用的语言", en: "does not speak the language wished for" },
  GROUP_WISH: { zh: "不属于限定的志愿组织", en: "is of none of the groups asked for" },
  NO_WAY: { zh: "没有道路相通", en: "has no way there" },
  TOO_FAR: { zh: "路程超过上限", en: "is farther away than allowed" },
  AGE_UNKNOWN: { zh: "出生日期不明", en: "has no known date of birth" },
  HEALTH_UNKNOWN: { zh: "健康状况不明", en: "is not known to be healthy" },
  HOURS_UNKNOWN: { zh: "每周可服务时间不明", en: "has no known hours" },
  SEX_UNKNOWN: { zh: "性别不明", en: "is of unknown sex" },
  LANGUAGES_UNKNOWN: { zh: "会何种语言不明", en: "has no known languages" },
  GROUPS_UNKNOWN: { zh: "所属组织不明", en: "has no known groups" },
  TAKEN_ONE_TO_ONE: { zh: "已一对一结对，不再负责网格", en: "has a one-to-one person and leads no grid" },
  FULL: { zh: "结对名额已满", en: "has as many persons as allowed" },
  GRID_TOO_SMALL: { zh: "凑不足网格的最少人数", en: "cannot gather the fewest persons of a grid" },
  GRID_TOO_WIDE: { zh: "加入后网格范围过大", en: "leads a grid that would become too wide" },
  NO_GRID: { zh: "方案中未负责网格", en: "leads no grid in this pairing" },
  NOT_CHOSEN: { zh: "计算结束时尚未安排，可延长计算时间", en: "was not yet chosen when the search ended; a longer one may do better" },
} as const satisfies Readonly<Record<string, Wording>>;

/** A code of `pairingReasons`. */
export type PairingReasonCode = keyof typeof pairingReasons;

/**
 * Words for the code of a reason in a pairing; undefined for a code that there is not.
 *
 * @example
 * pairingReasonWording("TOO_FAR")?.en //=> "is farther away than allowed"
 */
export function pairingReasonWording(code: string): Wording | undefined {
  const all: Readonly<Record<string, Wording>> = pairingReasons;
  return Object.hasOwn(all, code) ? all[code] : undefined;
}
