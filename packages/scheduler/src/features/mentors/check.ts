import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Finds visits that a trainee makes without a mentor of hers. */
export const mentorsCheck: FeatureCheck = {
  codes: {
    MENTOR_MISSING: {
      zh: "{date}：护理员 {caregiver} 尚在带教期，上门服务 {visit} 没有带教护理员（{mentors}）同时承担",
      en: "{date}: caregiver {caregiver} makes visit {visit} without a mentor ({mentors})",
    },
  },
  breaches: (checked) => {
    if (checked.problem.caregivers.every(({ mentoredBy = [] }) => mentoredBy.length === 0)) return [];
    const made = visitsOfRoutes(checked);
    const makerOf = new Map(made.map(({ visit, caregiver }) => [visit.id, caregiver.id]));
    const joint = (checked.problem.links ?? []).filter(({ kind }) => kind === "together").map(({ visits }) => visits);
    return made.flatMap(({ visit, crew, date }) =>
      crew.flatMap((caregiver) => {
        const mentors = caregiver.mentoredBy ?? [];
        if (mentors.length === 0 || crew.some(({ id }) => mentors.includes(id))) return [];
        const others = joint.filter((visits) => visits.includes(visit.id)).flatMap((visits) => visits.filter((id) => id !== visit.id));
        return others.some((id) => mentors.includes(makerOf.get(id) ?? ""))
          ? []
          : [{ code: "MENTOR_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { mentors: mentors.join(", ") } }];
      }),
    );
  },
};
