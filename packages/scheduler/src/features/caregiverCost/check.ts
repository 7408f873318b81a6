import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Prices the time that visits take at what an hour of their caregivers costs; no breach. */
export const caregiverCostCheck: FeatureCheck = {
  codes: {},
  cost: (checked) => {
    const { caregivers, objective } = checked.problem;
    const { caregiverYuan } = fullObjective(objective);
    if (caregiverYuan === 0) return {};
    const known = caregivers.flatMap(({ costPerHourFen }) => (costPerHourFen === undefined ? [] : [costPerHourFen]));
    const fen = visitsOfRoutes(checked).reduce((sum, { caregiver, stop }) => {
      const hours = (stop.end - stop.start) / 3600;
      return sum + hours * (caregiver.costPerHourFen ?? Math.max(0, ...known));
    }, 0);
    return { caregiverCost: (fen / 100) * caregiverYuan };
  },
};
