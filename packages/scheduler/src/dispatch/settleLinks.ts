import { addDays, daysBetween } from "@eldercare/core";
import { printClock, printedSeconds, secondsPerDay } from "../model/clock.js";
import { isFact } from "../model/facts.js";
import { gapSeconds, type Link } from "../model/link.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { momentsOf, type When } from "../model/when.js";
import { serviceSeconds } from "../model/windowsOf.js";
import { factorOf, linksAmong } from "./amend.js";
import { barredFor, onDates } from "./narrow.js";

/** A moment so many seconds after the midnight that begins a date. */
function momentAt(date: string, seconds: number): string {
  const days = Math.floor(seconds / secondsPerDay);
  return `${addDays(date, days)}T${printClock(seconds - days * secondsPerDay)}`;
}

/** The later of two releases, the earlier of two due dates. */
function narrowed(when: Visit["when"], least: string | undefined, most: string | undefined, from: string): Visit["when"] {
  const at = (field: "from" | "to", bound: Pick<When, "notBefore" | "dueBy">) => momentsOf(bound, from)[field];
  const { notBefore, dueBy } = when ?? {};
  const isLater = least !== undefined && at("from", { notBefore: least }) > at("from", notBefore === undefined ? {} : { notBefore });
  const isEarlier = most !== undefined && at("to", { dueBy: most }) < at("to", dueBy === undefined ? {} : { dueBy });
  return { ...when, ...(isLater ? { notBefore: least } : {}), ...(isEarlier ? { dueBy: most } : {}) };
}

/** What a visit that has begun asks of one linked to it that has not. */
function bind(problem: Problem, link: Exclude<Link, { kind: "oneOf" }>, begun: Visit, visit: Visit): Visit {
  const { fixed } = begun;
  if (fixed === undefined || fixed === null) return visit;
  const start = printedSeconds(fixed.start ?? "") ?? 0;
  const bound = (least: number | undefined, most: number | undefined): Visit => {
    const [from, to] = [least, most].map((seconds) => (seconds === undefined ? undefined : momentAt(fixed.date, seconds)));
    return { ...visit, when: narrowed(visit.when, from, to, problem.horizon.from) ?? {} };
  };
  const apart = (other: Visit): Visit => barredFor(problem, other, fixed.caregiver);
  if (link.kind === "sameDay") return onDates(problem, visit, (date) => date === fixed.date);
  if (link.kind === "spacing") {
    const steps = link.visits.indexOf(visit.id) - link.visits.indexOf(begun.id);
    const { minDays = 0, maxDays = Number.POSITIVE_INFINITY } = link;
    return onDates(problem, visit, (date) => {
      const days = daysBetween(fixed.date, date) * Math.sign(steps);
      return days >= Math.abs(steps) * minDays && days <= Math.abs(steps) * maxDays;
    });
  }
  if (link.kind === "apart") return apart(visit);
  if (link.kind === "together") return apart(bound(start, start));
  const { fromEnd, least, most } = gapSeconds(link);
  const counted = start + (fromEnd ? serviceSeconds(begun, factorOf(problem, begun)) : 0);
  if (link.visits[0] === begun.id) return bound(counted + least, most === Number.POSITIVE_INFINITY ? undefined : counted + most);
  return visit;
}

/**
 * Links of which a part has begun bind no more as links, which would leave out all where one cannot be made: what they ask of
 * the visits to come is written into those, as moments, dates and barred caregivers. Alternatives to what has begun are no
 * longer wanted, and stay linked to it.
 */
export function settleLinks(problem: Problem): Problem {
  if (problem.links === undefined || problem.links.length === 0) return problem;
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const links = new Map(problem.links.map((link) => [JSON.stringify(link), link]));
  const isToCome = (id: string): boolean => !isFact(visits.get(id) ?? {});
  for (const link of problem.links) {
    if (link.kind === "oneOf") continue;
    const members = link.visits.flatMap((id) => visits.get(id) ?? []);
    const rest = members.filter((visit) => !isFact(visit));
    if (rest.length === members.length) continue;
    for (const fact of members.filter(isFact)) for (const { id } of rest) visits.set(id, bind(problem, link, fact, visits.get(id) as Visit));
    for (const among of linksAmong(link, isToCome)) links.set(JSON.stringify(among), among);
  }
  return { ...problem, links: [...links.values()], visits: problem.visits.map((visit) => visits.get(visit.id) ?? visit) };
}
