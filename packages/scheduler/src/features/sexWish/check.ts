import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made against a wish for the caregiver's sex. */
export const sexWishCheck: FeatureCheck = {
  codes: {
    SEX_WISH: {
      zh: "{date}：护理员 {caregiver} 的性别不符合上门服务 {visit} 的意愿（{wish}）",
      en: "{date}: caregiver {caregiver} is not of the sex wished for visit {visit} ({wish})",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "sex").flatMap(({ visit, caregiver, crew, date }) => {
      const wish = visit.needs?.sex;
      return typeof wish === "string" && crew.every((member) => member.sex !== wish)
        ? [{ code: "SEX_WISH", visit: visit.id, caregiver: caregiver.id, date, values: { wish } }]
        : [];
    }),
};
