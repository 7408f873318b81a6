import * as v from "valibot";
import { areaCode, date, id, measure, place, titled, whole } from "../register/field.js";

/** Shape of one volunteer. */
export const volunteerSchema = v.strictObject({
  id,
  birthDate: v.exactOptional(date),
  healthy: v.exactOptional(titled(v.boolean(), "身体是否健康", "healthy")),
  area: titled(areaCode, "所在地", "area"),
  place: v.exactOptional(place),
  hoursPerWeek: v.exactOptional(measure(0, 168)),
  groups: v.exactOptional(v.array(v.string())),
  capacity: v.exactOptional(whole(0, 1000)),
});

/** One volunteer. */
export interface Volunteer extends v.InferOutput<typeof volunteerSchema> {}
