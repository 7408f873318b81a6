import { hasSeen } from "../../model/history.js";
import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Prices the caregivers whom people see for the first time; no breach. */
export const continuityCheck: FeatureCheck = {
  codes: {},
  cost: (checked): Record<string, number> => {
    const { problem } = checked;
    const { newFace } = fullObjective(problem.objective);
    if (newFace === 0) return {};
    const faces = new Set<string>();
    for (const { visit, caregiver } of visitsOfRoutes(checked))
      if (visit.person !== undefined && !hasSeen(problem.history, visit.person, caregiver.id))
        faces.add(JSON.stringify([visit.person, caregiver.id]));
    return { newFaces: faces.size * newFace };
  },
};
