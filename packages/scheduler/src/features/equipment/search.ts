import { drivenOn } from "../driven.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Only who drives a vehicle with everything that a visit needs makes it. */
export const equipmentSearch: FeatureSearch = {
  bar: (problem) => (visit, day) => {
    const needed = visit.needs?.equipment ?? [];
    if (needed.length === 0) return undefined;
    const onBoard = drivenOn(problem, day)?.equipment;
    const lacking = needed.filter((item) => onBoard?.includes(item) !== true);
    return lacking.length === 0 ? undefined : { code: "EQUIPMENT_MISSING", relax: { equipment: lacking } };
  },
};
