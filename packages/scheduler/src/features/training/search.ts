import type { FeatureSearch } from "../searchHalf.js";

/**
 * A visit that asks for it is made by nobody before her training, and by a crew once all of it is trained, as any of them may do the work;
 * whose training is unknown is told apart from who had none.
 */
export const trainingSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew, date }) => {
      if (visit.needs?.trained !== true) return undefined;
      if (crew.some(({ trainedOn }) => trainedOn === undefined)) return { code: "TRAINING_UNKNOWN", relax: { trainedOn: date } };
      const isTrained = crew.every(({ trainedOn }) => typeof trainedOn === "string" && trainedOn <= date);
      return isTrained ? undefined : { code: "NOT_TRAINED", relax: { trainedOn: date } };
    },
};
