import { fullObjective } from "../../model/objective.js";
import { serviceSeconds } from "../../model/windowsOf.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Prices the time that visits take at what an hour of their caregivers costs, of a crew each; no breach. */
export const caregiverCostCheck: FeatureCheck = {
  codes: {},
  cost: (checked) => {
    const { caregivers, objective } = checked.problem;
    const { caregiverYuan } = fullObjective(objective);
    if (caregiverYuan === 0) return {};
    const known = caregivers.flatMap(({ costPerHourFen }) => (costPerHourFen === undefined ? [] : [costPerHourFen]));
    const fen = visitsOfRoutes(checked).reduce((sum, { visit, crew, tour, caregiver }) => {
      // a crew takes as long as the visit says, and what was cut short costs what it was to take
      const hours = serviceSeconds(visit, tour === undefined ? (caregiver.serviceTimeFactor ?? 1) : 1) / 3600;
      const dearest = Math.max(0, ...known);
      return sum + crew.reduce((fen, { costPerHourFen }) => fen + hours * (costPerHourFen ?? dearest), 0);
    }, 0);
    return { caregiverCost: (fen / 100) * caregiverYuan };
  },
};
