import type { CheckedPlan } from "../../features/checks.js";
import { visitsOfRoutes } from "../../features/visitsOfRoutes.js";
import { isRequired } from "../../model/requiredPrice.js";
import { usualPriority } from "../../model/visit.js";
import { ratio } from "./hundredths.js";

/** How many of some visits a plan makes. */
export interface Coverage {
  readonly made: number;
  /** In no route of a caregiver and day that exist. */
  readonly leftOut: number;
  readonly madeShare: number | null;
}

/** How many visits a plan makes: of all, of those that must be made, and of each priority that occurs, highest first. */
export interface CoverageFigures extends Coverage {
  readonly required: Coverage;
  readonly byPriority: readonly (Coverage & { readonly priority: number })[];
}

/** How many people a plan carries. */
export interface TransportFigures extends Coverage {
  readonly required: Coverage;
}

function coverage<Item extends { readonly id: string }>(demands: readonly Item[], made: ReadonlySet<string>): Coverage {
  const count = demands.filter(({ id }) => made.has(id)).length;
  return { made: count, leftOut: demands.length - count, madeShare: ratio(count, demands.length) };
}

/** Coverage of visits. */
export function coverageOf(checked: CheckedPlan): CoverageFigures {
  const { visits } = checked.problem;
  const made = new Set(visitsOfRoutes(checked).map(({ visit }) => visit.id));
  const priorities = [...new Set(visits.map(({ priority = usualPriority }) => priority))].sort((a, b) => a - b);
  return {
    ...coverage(visits, made),
    required: coverage(visits.filter(isRequired), made),
    byPriority: priorities.map((priority) => ({
      priority,
      ...coverage(
        visits.filter((visit) => (visit.priority ?? usualPriority) === priority),
        made,
      ),
    })),
  };
}

/** Coverage of transports: those that board and alight on one route. */
export function transportsOf({ problem, routes }: CheckedPlan): TransportFigures | null {
  const { transports } = problem;
  if (transports === undefined) return null;
  const made = new Set(
    routes.flatMap(({ stops }) => {
      const boarded = new Set(stops.filter(({ kind }) => kind === "board").map(({ id }) => id));
      return stops.filter(({ kind, id }) => kind === "alight" && boarded.has(id)).map(({ id }) => id);
    }),
  );
  return { ...coverage(transports, made), required: coverage(transports.filter(isRequired), made) };
}
