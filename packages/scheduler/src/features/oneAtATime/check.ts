import type { Visit } from "../../model/visit.js";
import type { FeatureCheck } from "../checkHalf.js";
import { type VisitMade, visitsOfRoutes } from "../visitsOfRoutes.js";
import { meantAtOnce } from "./meantAtOnce.js";

const bothFixed = (a: Visit, b: Visit): boolean => a.fixed?.start !== undefined && b.fixed?.start !== undefined && a.fixed.date === b.fixed.date;

/** Finds pairs of visits to one person that are under way at once; one may begin as the other ends. */
export const oneAtATimeCheck: FeatureCheck = {
  codes: {
    PERSON_TWICE_AT_ONCE: {
      zh: "{date}：护理员 {caregiver} 的上门服务 {visit} 与护理员 {by} 的上门服务 {other} 时间重叠，服务对象同为 {person}",
      en: "{date}: visit {visit} of caregiver {caregiver} overlaps visit {other} of caregiver {by}, both to {person}",
    },
  },
  breaches: (checked) => {
    const isMeant = meantAtOnce(checked.problem);
    const ofDay = new Map<string, VisitMade[]>();
    for (const made of visitsOfRoutes(checked)) {
      if (made.visit.person === undefined) continue;
      const key = `${made.date} ${made.visit.person}`;
      ofDay.set(key, [...(ofDay.get(key) ?? []), made]);
    }
    return [...ofDay.values()].flatMap((day) =>
      day.flatMap((made, index) =>
        day.slice(0, index).flatMap((earlier) => {
          const apart = made.stop.end <= earlier.stop.start || earlier.stop.end <= made.stop.start;
          if (apart || bothFixed(made.visit, earlier.visit) || isMeant(made.visit, earlier.visit)) return [];
          const values = { person: made.visit.person ?? "", other: earlier.visit.id, by: earlier.caregiver.id };
          return [{ code: "PERSON_TWICE_AT_ONCE", visit: made.visit.id, caregiver: made.caregiver.id, date: made.date, values }];
        }),
      ),
    );
  },
};
