import { daysBetween } from "@eldercare/core";
import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Prices the days by which visits are made later than wanted, or left out; no breach. */
export const wantedDatesCheck: FeatureCheck = {
  codes: {},
  cost: (checked) => {
    const { problem, unserved } = checked;
    if (problem.visits.every(({ when }) => when?.wantedBy === undefined)) return {};
    const late = (wantedBy: string | undefined, date: string): number =>
      wantedBy === undefined || wantedBy >= date ? 0 : daysBetween(wantedBy, date);
    const made = visitsOfRoutes(checked).reduce((sum, { visit, date }) => sum + late(visit.when?.wantedBy, date), 0);
    // what is left out is not made before the day after the horizon
    const waiting = unserved.reduce((sum, demand) => {
      const wantedBy = "place" in demand ? demand.when?.wantedBy : undefined;
      return sum + (wantedBy !== undefined && wantedBy <= problem.horizon.to ? late(wantedBy, problem.horizon.to) + 1 : 0);
    }, 0);
    return { overdueDays: (made + waiting) * fullObjective(problem.objective).overdueDay };
  },
};
