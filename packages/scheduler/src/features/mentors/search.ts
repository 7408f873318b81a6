import type { FeatureSearch } from "../searchHalf.js";
import { besideMentors, isTrainee } from "./besideMentors.js";
import { MentorsInOrder } from "./linkedLimit.js";

/** A trainee makes visits together with one of her mentors alone, in her crew or beside her, so none that nobody comes along to. */
export const mentorsSearch: FeatureSearch = {
  bar: ({ links = [] }) => {
    const joint = new Set(links.flatMap(({ kind, visits }) => (kind === "together" ? visits : [])));
    return (visit, { crew }) => {
      const alone = crew.some((caregiver) => isTrainee(caregiver) && !crew.some(({ id }) => caregiver.mentoredBy?.includes(id)));
      return alone && !joint.has(visit.id) ? { code: "MENTOR_MISSING" } : undefined;
    };
  },
  // without links the bar says all
  linkedLimit: (compiled) => {
    const beside = besideMentors(compiled);
    return beside === undefined ? undefined : new MentorsInOrder(beside);
  },
};
