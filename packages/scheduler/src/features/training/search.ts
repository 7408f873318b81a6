import type { FeatureSearch } from "../searchHalf.js";

/** A visit that asks for it is made by nobody before her training; whose training is unknown is told apart from who had none. */
export const trainingSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver: { trainedOn }, date }) => {
      if (visit.needs?.trained !== true) return undefined;
      if (trainedOn === undefined) return { code: "TRAINING_UNKNOWN", relax: { trainedOn: date } };
      return trainedOn === null || trainedOn > date ? { code: "NOT_TRAINED", relax: { trainedOn: date } } : undefined;
    },
};
