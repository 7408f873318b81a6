import * as v from "valibot";
import { areaCode, date, id, measure, place, titled, whole } from "../register/field.js";

/** Shape of one volunteer. */
export const volunteerSchema = v.strictObject({
  id,
  birthDate: v.exactOptional(titled(date, "出生日期", "date of birth")),
  healthy: v.exactOptional(titled(v.boolean(), "身体是否健康", "healthy")),
  area: titled(areaCode, "所在地", "area"),
  place: v.exactOptional(titled(place, "位置", "place")),
  hoursPerWeek: v.exactOptional(titled(measure(0, 168), "每周可服务小时数", "hours available a week")),
  groups: v.exactOptional(titled(v.array(v.string()), "所属志愿组织", "groups")),
  capacity: v.exactOptional(titled(whole(0, 1000), "可结对人数", "persons that can be paired")),
});

/** One volunteer. */
export interface Volunteer extends v.InferOutput<typeof volunteerSchema> {}
