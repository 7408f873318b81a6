import type { CivilDate } from "@eldercare/core";
import { horizonDates, mayBeOn } from "../model/mayBeOn.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";

/** A visit that nobody is to make. */
export function barredForAll({ caregivers }: Problem, { only: _, ...visit }: Visit): Visit {
  return { ...visit, bars: caregivers.map(({ id }) => id) };
}

/** A visit that a caregiver is not to make; where she alone might, nobody is. */
export function barredFor(problem: Problem, visit: Visit, caregiver: string): Visit {
  const { only, ...rest } = visit;
  const left = (only ?? []).filter((id) => id !== caregiver);
  if (only !== undefined && only.length > 0 && left.length === 0) return barredForAll(problem, visit);
  return { ...rest, ...(left.length > 0 ? { only: left } : {}), bars: [...new Set([...(visit.bars ?? []), caregiver])] };
}

/** A visit that one caregiver alone may make. */
export function leftTo(problem: Problem, visit: Visit, caregiver: string): Visit {
  const { only = [], bars = [] } = visit;
  const isFree = (only.length === 0 || only.includes(caregiver)) && !bars.includes(caregiver);
  return isFree ? { ...visit, only: [caregiver] } : barredForAll(problem, visit);
}

/** A visit that is to be made on some of its dates alone; where it has none of them, nobody is to make it. */
export function onDates(problem: Problem, visit: Visit, may: (date: CivilDate) => boolean): Visit {
  const dates = horizonDates(problem).filter((date) => mayBeOn(visit, date) && may(date));
  return dates.length === 0 ? barredForAll(problem, visit) : { ...visit, when: { ...visit.when, dates } };
}
