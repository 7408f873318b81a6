import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made against a wish for the caregiver's language. */
export const languageWishCheck: FeatureCheck = {
  codes: {
    LANGUAGE_WISH: {
      zh: "{date}：护理员 {caregiver} 不会上门服务 {visit} 希望使用的语言（{wish}）",
      en: "{date}: caregiver {caregiver} does not speak the language wished for visit {visit} ({wish})",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "language").flatMap(({ visit, caregiver, crew, date }) => {
      const wish = visit.needs?.language;
      return typeof wish === "string" && !crew.flatMap((member) => member.languages ?? []).some((spoken) => spoken === wish)
        ? [{ code: "LANGUAGE_WISH", visit: visit.id, caregiver: caregiver.id, date, values: { wish } }]
        : [];
    }),
};
