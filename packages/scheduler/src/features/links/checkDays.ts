import { type CivilDate, daysBetween, type Wording } from "@eldercare/core";
import type { Link } from "../../model/link.js";
import type { Breach } from "../checkHalf.js";
import type { VisitMade } from "../visitsOfRoutes.js";

/** Wording of the breaches that `checkDays` finds. */
export const dayCodes = {
  NOT_ON_ONE_DAY: {
    zh: "上门服务 {visit} 安排在 {date}，而应在同一天的 {other} 安排在 {expected}",
    en: "visit {visit} is made on {date}, {other} on {expected}, though they belong on one day",
  },
  SPACING_NOT_KEPT: {
    zh: "{date}：上门服务 {visit} 距 {other} 为 {seen} 天，应为 {expected} 天",
    en: "{date}: visit {visit} follows {other} by {seen} days, not by {expected}",
  },
  ALTERNATIVES_BOTH: {
    zh: "上门服务 {visit} 与其备选 {other} 都已安排，只应择一",
    en: "visit {visit} and its alternative {other} are both made, though one is enough",
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** Breaches of a link that binds those of its visits that are made; `made` in the order of the link. */
export function checkDays(link: Link, made: readonly VisitMade[], from: CivilDate): Breach[] {
  const about = ({ visit, caregiver, date }: VisitMade) => ({ visit: visit.id, caregiver: caregiver.id, date });
  return made.flatMap((each, index) =>
    made.slice(0, index).flatMap((earlier): Breach[] => {
      const other = earlier.visit.id;
      if (link.kind === "oneOf") return [{ code: "ALTERNATIVES_BOTH", ...about(each), values: { other } }];
      if (link.kind === "sameDay")
        return each.date === earlier.date ? [] : [{ code: "NOT_ON_ONE_DAY", ...about(each), values: { other, expected: earlier.date } }];
      if (link.kind !== "spacing") return [];
      const steps = link.visits.indexOf(each.visit.id) - link.visits.indexOf(other);
      const [least, most] = [steps * (link.minDays ?? 0), link.maxDays === undefined ? Number.POSITIVE_INFINITY : steps * link.maxDays];
      const days = daysBetween(from, each.date) - daysBetween(from, earlier.date);
      if (days >= least && days <= most) return [];
      const expected = `${least}–${most === Number.POSITIVE_INFINITY ? "" : most}`;
      return [{ code: "SPACING_NOT_KEPT", ...about(each), values: { other, seen: String(days), expected } }];
    }),
  );
}
