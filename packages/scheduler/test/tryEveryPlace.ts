import { EldercareError } from "@eldercare/core";
import { evaluate } from "../src/evaluate/evaluate.js";
import type { Plan, RouteOrder } from "../src/model/plan.js";
import type { Problem } from "../src/model/problem.js";
import { isOptionalBreak } from "../src/model/softTerms.js";
import { verify } from "../src/verify/verify.js";

/** A caregiver's day, as a text. */
export const keyOf = ({ caregiver, date }: { readonly caregiver: string; readonly date: string }): string => `${caregiver} ${date}`;

/** The cheapest way of putting a visit into a caregiver's day that keeps everything, by trying every place; infinite where there is none. */
export function cheapestIn(problem: Problem, base: Plan["routes"], visit: string, day: { caregiver: string; date: string }): number {
  const own = base.find((route) => keyOf(route) === keyOf(day));
  const shift = problem.caregivers.find(({ id }) => id === day.caregiver)?.shifts.find(({ date }) => date === day.date);
  const breaks = (shift?.breaks ?? []).flatMap((pause, index) =>
    isOptionalBreak(pause) ? [] : [{ kind: "break" as const, id: `break-${index + 1}` }],
  );
  const stops: RouteOrder["stops"] = own?.stops ?? breaks;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= stops.length; at++) {
    const route = { ...day, stops: [...stops.slice(0, at), { kind: "visit" as const, id: visit }, ...stops.slice(at)] };
    try {
      const plan = evaluate(problem, [...base.filter((other) => other !== own), route]);
      if (verify(problem, plan).length === 0) least = Math.min(least, plan.cost.total);
    } catch (error) {
      if (!(error instanceof EldercareError)) throw error;
    }
  }
  return least;
}

/** The cheapest way of putting two linked visits into the routes of a day, or of any days, by trying every pair of places. */
export function cheapestPair(problem: Problem, base: Plan["routes"], [first, second]: readonly [string, string], onAnyDays = false): number {
  const days = problem.caregivers.flatMap(({ id, shifts }) =>
    shifts.map(({ date, breaks = [] }) => {
      const own = base.find((route) => keyOf(route) === keyOf({ caregiver: id, date }));
      const pauses = breaks.flatMap((pause, index) => (isOptionalBreak(pause) ? [] : [{ kind: "break" as const, id: `break-${index + 1}` }]));
      return { caregiver: id, date, stops: (own?.stops ?? pauses) as RouteOrder["stops"] };
    }),
  );
  const withVisit = (visit: string, routes: readonly RouteOrder[]): RouteOrder[][] =>
    routes.flatMap((route) =>
      Array.from({ length: route.stops.length + 1 }, (_, at) =>
        routes.map((other) =>
          other === route
            ? { ...other, stops: [...other.stops.slice(0, at), { kind: "visit" as const, id: visit }, ...other.stops.slice(at)] }
            : other,
        ),
      ),
    );
  let least = Number.POSITIVE_INFINITY;
  for (const one of withVisit(first, days))
    for (const both of withVisit(second, one)) {
      const routes = both.filter(({ stops }) => stops.some(({ kind }) => kind === "visit"));
      if (!onAnyDays && new Set(routes.filter(({ stops }) => stops.some(({ id }) => id === first || id === second)).map(({ date }) => date)).size > 1)
        continue;
      try {
        const plan = evaluate(problem, routes);
        if (plan.cost.total < least && verify(problem, plan).length === 0) least = plan.cost.total;
      } catch (error) {
        if (!(error instanceof EldercareError)) throw error;
      }
    }
  return least;
}
