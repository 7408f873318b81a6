import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made by someone before her training, or whose training nobody has told of; of a crew, by anybody in it. */
export const trainingCheck: FeatureCheck = {
  codes: {
    NOT_TRAINED: {
      zh: "护理员 {caregiver} 在 {date} 尚未完成岗前培训，不得承担上门服务 {visit}",
      en: "caregiver {caregiver} has not been trained by {date}, which visit {visit} asks for",
    },
    TRAINING_UNKNOWN: {
      zh: "护理员 {caregiver} 的岗前培训情况未知，不得在 {date} 承担上门服务 {visit}",
      en: "nobody has said whether caregiver {caregiver} was trained, which visit {visit} on {date} asks for",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "trained")
      .filter(({ visit }) => visit.needs?.trained ?? false)
      .flatMap(({ visit, crew, date }) =>
        crew.flatMap((caregiver) => {
          const isTrained = typeof caregiver.trainedOn === "string" && caregiver.trainedOn <= date;
          const code = caregiver.trainedOn === undefined ? "TRAINING_UNKNOWN" : "NOT_TRAINED";
          return isTrained ? [] : [{ code, visit: visit.id, caregiver: caregiver.id, date }];
        }),
      ),
};
