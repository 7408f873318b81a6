import type { Wording } from "../errors/issue.js";
import type { Tier } from "./areaCode.js";

/** How the tiers of a place are called: as in most of China, or as in the pastoral areas of Inner Mongolia. */
export type AreaNaming = "han" | "pastoral";

const titles: Readonly<Record<AreaNaming, Readonly<Record<Tier, Wording>>>> = {
  han: {
    province: { zh: "省", en: "province" },
    prefecture: { zh: "市", en: "prefecture" },
    county: { zh: "县", en: "county" },
    township: { zh: "乡镇", en: "township" },
    village: { zh: "村", en: "village" },
  },
  pastoral: {
    province: { zh: "自治区", en: "autonomous region" },
    prefecture: { zh: "盟", en: "league" },
    county: { zh: "旗", en: "banner" },
    township: { zh: "苏木", en: "sumu" },
    village: { zh: "嘎查", en: "gacha" },
  },
};

/**
 * What a tier is called in a naming: the same tier is 县 in one place and 旗 in another.
 *
 * Source: IM-1-a (旗（市）苏木嘎查), CK-1.1-a (县、乡镇、村).
 * @example
 * tierTitle("township", "pastoral") //=> { zh: "苏木", en: "sumu" }
 */
export function tierTitle(tier: Tier, naming: AreaNaming): Wording {
  return titles[naming][tier];
}
