import { defineCodes } from "../errors/issue.js";

/** The codes of the ability room. */
export const abilityCodes = {
  SCALE_BANDS_BROKEN: {
    message: { zh: "分级区间 {seen} 未覆盖 0 分至满分", en: "the bands {seen} do not cover the points from none to all" },
    advice: {
      zh: "等级从 0 起连续编号，起始分由高到低排列，最末一级从 0 分起",
      en: "number the levels from 0 on, with falling least points, the last beginning at 0 points",
    },
  },
} as const;

/** Reports an issue under a code of the ability room. */
export const reportAbility = defineCodes<keyof typeof abilityCodes>(abilityCodes);
