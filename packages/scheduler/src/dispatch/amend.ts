import { isFact } from "../model/facts.js";
import type { Link } from "../model/link.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";

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

/** A problem without a visit; what was linked to it stands by itself. */
export function withoutVisit(problem: Problem, id: string): Problem {
  const links = (problem.links ?? []).flatMap((link): Link[] => {
    const visits = link.visits.filter((other) => other !== id);
    return visits.length === link.visits.length ? [link] : visits.length < 2 ? [] : [{ ...link, visits }];
  });
  return { ...problem, visits: problem.visits.filter((visit) => visit.id !== id), ...(problem.links === undefined ? {} : { links }) };
}

/** Whether a visit of a problem is a fact. */
export function hasBegun({ visits }: Problem, id: string): boolean {
  const visit = visits.find((each) => each.id === id);
  return visit !== undefined && isFact(visit);
}
