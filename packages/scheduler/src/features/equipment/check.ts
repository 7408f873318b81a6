import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Finds visits made without the equipment that they need. */
export const equipmentCheck: FeatureCheck = {
  codes: {
    EQUIPMENT_MISSING: {
      zh: "{date}：护理员 {caregiver} 的车辆没有上门服务 {visit} 所需的设备 {item}",
      en: "{date}: caregiver {caregiver} drives no vehicle with the equipment {item} that visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsOfRoutes(checked).flatMap(({ visit, caregiver, shift, date }) => {
      const vehicle = (checked.problem.vehicles ?? []).filter(({ id }) => id === shift.vehicle);
      const onBoard = new Set(vehicle.flatMap(({ equipment }) => equipment ?? []));
      return (visit.needs?.equipment ?? []).flatMap((item) =>
        onBoard.has(item) ? [] : [{ code: "EQUIPMENT_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { item } }],
      );
    }),
};
