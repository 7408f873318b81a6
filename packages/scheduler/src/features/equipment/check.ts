import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made without the equipment that they need. */
export const equipmentCheck: FeatureCheck = {
  codes: {
    EQUIPMENT_MISSING: {
      zh: "{date}：护理员 {caregiver} 的车辆没有上门服务 {visit} 所需的设备 {item}",
      en: "{date}: caregiver {caregiver} drives no vehicle with the equipment {item} that visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "equipment").flatMap(({ visit, caregiver, shift, date }) =>
      (visit.needs?.equipment ?? []).flatMap((item) =>
        (checked.problem.vehicles ?? []).some(({ id, equipment = [] }) => id === shift.vehicle && equipment.includes(item))
          ? []
          : [{ code: "EQUIPMENT_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { item } }],
      ),
    ),
};
