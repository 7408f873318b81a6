import { daysBetween } from "@eldercare/core";
import { bindingLinks } from "../../model/bindingLinks.js";
import { printClock, secondsPerDay } from "../../model/clock.js";
import { gapSeconds, isAllOrNone, type Link } from "../../model/link.js";
import type { Breach, CheckedPlan, FeatureCheck } from "../checkHalf.js";
import { type VisitMade, visitsOfRoutes } from "../visitsOfRoutes.js";
import { checkDays, dayCodes } from "./checkDays.js";

function checkLinks(checked: CheckedPlan): Breach[] {
  const { horizon } = checked.problem;
  const links = bindingLinks(checked.problem);
  if (links.length === 0) return [];
  const made = new Map(visitsOfRoutes(checked).map((each) => [each.visit.id, each]));
  const momentOf = ({ date }: VisitMade, seconds: number): number => daysBetween(horizon.from, date) * secondsPerDay + seconds;
  return links.flatMap((link) => {
    const there = link.visits.flatMap((id) => made.get(id) ?? []);
    if (!isAllOrNone(link)) return checkDays(link, there, horizon.from);
    const missing = link.visits.filter((id) => !made.has(id));
    if (missing.length > 0) return there.length === 0 ? [] : missing.map((visit) => ({ code: "LINK_BROKEN", visit }));
    return checkKept(link, there, momentOf);
  });
}

function checkKept(link: Link, made: readonly VisitMade[], momentOf: (made: VisitMade, seconds: number) => number): Breach[] {
  const [first, ...others] = made;
  if (first === undefined) return [];
  const about = (each: VisitMade) => ({ visit: each.visit.id, caregiver: each.caregiver.id, date: each.date });
  if (link.kind === "sequence") {
    const { fromEnd, least, most } = gapSeconds(link);
    return others.flatMap((each) => {
      const gap = momentOf(each, each.stop.start) - momentOf(first, fromEnd ? first.stop.end : first.stop.start);
      if (gap >= least && gap <= most) return [];
      const expected = `${least / 60}–${most === Number.POSITIVE_INFINITY ? "" : most / 60}`;
      return [{ code: "GAP_NOT_KEPT", ...about(each), values: { other: first.visit.id, minutes: String(Math.round(gap / 6) / 10), expected } }];
    });
  }
  const sameCaregiver = made.flatMap((each, index) =>
    made
      .slice(0, index)
      .filter((earlier) => earlier.caregiver.id === each.caregiver.id)
      .map((earlier) => ({ code: "SAME_CAREGIVER", ...about(each), values: { other: earlier.visit.id } })),
  );
  if (link.kind === "apart") return sameCaregiver;
  const late = others
    .filter((each) => momentOf(each, each.stop.start) !== momentOf(first, first.stop.start))
    .map((each) => ({
      code: "NOT_TOGETHER",
      ...about(each),
      values: { other: first.visit.id, seen: printClock(each.stop.start), expected: `${first.date} ${printClock(first.stop.start)}` },
    }));
  return [...sameCaregiver, ...late];
}

/** Finds links that a plan does not keep. */
export const linksCheck: FeatureCheck = {
  codes: {
    LINK_BROKEN: {
      zh: "关联的上门服务只安排了一部分：缺 {visit}",
      en: "linked visits are made in part only: {visit} is missing",
    },
    NOT_TOGETHER: {
      zh: "{date}：上门服务 {visit} 于 {seen} 开始，而与其同时的 {other} 于 {expected} 开始",
      en: "{date}: visit {visit} begins at {seen}, {other} at {expected}, though they begin together",
    },
    GAP_NOT_KEPT: {
      zh: "{date}：上门服务 {visit} 距 {other} 的间隔为 {minutes} 分钟，应为 {expected} 分钟",
      en: "{date}: visit {visit} follows {other} by {minutes} minutes, not by {expected}",
    },
    SAME_CAREGIVER: {
      zh: "{date}：护理员 {caregiver} 承担了上门服务 {visit} 和 {other}，两者应由不同护理员完成",
      en: "{date}: caregiver {caregiver} makes visits {visit} and {other}, which take different caregivers",
    },
    ...dayCodes,
  },
  breaches: checkLinks,
};
