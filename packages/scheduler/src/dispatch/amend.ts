import { isFact } from "../model/facts.js";
import type { Link } from "../model/link.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";

/** No horizon is longer. */
const longestHorizonDays = 366;

/** Something so short that it takes no time, yet is there. */
export const aSecond = 1 / 60;

/** The service-time factor of who makes a visit that is fixed. */
export function factorOf({ caregivers }: Problem, { fixed }: Visit): number {
  return caregivers.find(({ id }) => id === fixed?.caregiver)?.serviceTimeFactor ?? 1;
}

/** A problem with one visit amended. */
export function withVisit(problem: Problem, id: string, amend: (visit: Visit) => Visit): Problem {
  return { ...problem, visits: problem.visits.map((visit) => (visit.id === id ? amend(visit) : visit)) };
}

/** A visit that nothing holds any more. */
export function released({ fixed: _, ...visit }: Visit): Visit {
  return visit;
}

/** A visit that lasts only so many minutes of its caregiver's time, at least a second. */
export function lasting(problem: Problem, visit: Visit, minutes: number): Visit {
  return { ...visit, serviceMinutes: Math.min(24 * 60, Math.max(aSecond, minutes) / factorOf(problem, visit)) };
}

/** The days between the members of a spacing that count so many steps. */
function stretched(link: Extract<Link, { kind: "spacing" }>, steps: number) {
  const { minDays, maxDays } = link;
  return {
    ...(minDays === undefined ? {} : { minDays: Math.min(longestHorizonDays, steps * minDays) }),
    ...(maxDays === undefined ? {} : { maxDays: Math.min(longestHorizonDays, steps * maxDays) }),
  };
}

/** What a link asks of those of its visits that it keeps: of one between two that is gone, twice the days. */
export function linksAmong(link: Link, isKept: (visit: string) => boolean): Link[] {
  const visits = link.visits.filter(isKept);
  if (visits.length === link.visits.length) return [link];
  if (visits.length < 2 || link.kind === "sequence") return [];
  if (link.kind !== "spacing") return [{ ...link, visits }];
  const steps = link.visits.flatMap((id, step) => (isKept(id) ? [{ id, step }] : []));
  return steps.flatMap((to, row) =>
    steps.slice(0, row).map((from): Link => ({ kind: "spacing", visits: [from.id, to.id], ...stretched(link, to.step - from.step) })),
  );
}

/** A problem without a visit; what was linked to it, or kept a pattern with it, goes on without it. */
export function withoutVisit(problem: Problem, id: string): Problem {
  const stays = (other: string): boolean => other !== id;
  const patterns = (problem.patterns ?? [])
    .map((pattern) => ({ ...pattern, visits: pattern.visits.filter(stays) }))
    .filter(({ visits }) => visits.length > 1);
  return {
    ...problem,
    visits: problem.visits.filter((visit) => visit.id !== id),
    ...(problem.links === undefined ? {} : { links: problem.links.flatMap((link) => linksAmong(link, stays)) }),
    ...(problem.patterns === undefined ? {} : { patterns }),
  };
}

/** Whether a visit of a problem is a fact. */
export function hasBegun({ visits }: Problem, id: string): boolean {
  const visit = visits.find((each) => each.id === id);
  return visit !== undefined && isFact(visit);
}
