import { fairShareSeconds, statedSeconds } from "../../model/fairShare.js";
import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Prices what caregivers are given above their fair share; no breach. */
export const fairLoadCheck: FeatureCheck = {
  codes: {},
  cost: (checked): Record<string, number> => {
    const { problem } = checked;
    const { unfairMinute } = fullObjective(problem.objective);
    if (unfairMinute === 0) return {};
    const load = new Map<string, number>();
    for (const { visit, caregiver } of visitsOfRoutes(checked)) load.set(caregiver.id, (load.get(caregiver.id) ?? 0) + statedSeconds(visit));
    const over = fairShareSeconds(problem).map((share, row) => Math.max(0, (load.get(problem.caregivers[row]?.id ?? "") ?? 0) - share));
    return { unfair: (over.reduce((sum, seconds) => sum + seconds, 0) / 60) * unfairMinute };
  },
};
