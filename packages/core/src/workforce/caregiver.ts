import * as v from "valibot";
import { areaCode, clockTime, date, id, place, titled, whole } from "../register/field.js";

/** What a member of staff does. */
export const caregiverRoles = ["careWorker", "careAssistant", "nurse", "doctor", "driver", "director", "managementStaff"] as const;

const breakSchema = v.strictObject({
  minutes: whole(1, 24 * 60),
  from: clockTime,
  to: clockTime,
  paid: v.exactOptional(v.boolean()),
});

/** Shape of one member of staff who cares for people. */
export const caregiverSchema = v.strictObject({
  id,
  name: v.exactOptional(v.string()),
  birthDate: v.exactOptional(date),
  sex: v.exactOptional(titled(v.picklist(["female", "male"]), "性别", "sex")),
  roles: titled(v.pipe(v.array(v.picklist(caregiverRoles)), v.minLength(1, "EMPTY_LIST")), "岗位", "roles"),
  facility: v.exactOptional(titled(id, "所属设施", "facility")),
  area: titled(areaCode, "服务区域", "area served"),
  skills: v.exactOptional(titled(v.record(v.string(), whole(0, 9)), "技能等级", "skills with levels")),
  certificates: v.exactOptional(v.array(v.strictObject({ kind: v.string(), level: v.exactOptional(whole(0, 9)), validTo: v.exactOptional(date) }))),
  trainedOn: v.exactOptional(titled(v.nullable(date), "岗前培训日期", "date of training before work")),
  post: v.exactOptional(titled(v.picklist(["establishment", "contract", "publicWelfare", "purchased", "volunteer"]), "岗位性质", "kind of post")),
  languages: v.exactOptional(v.array(v.picklist(["zh", "mn"]))),
  shifts: v.pipe(
    v.array(
      v.strictObject({
        weekdays: v.pipe(v.array(whole(1, 7)), v.minLength(1, "EMPTY_LIST")),
        from: clockTime,
        to: clockTime,
        breaks: v.exactOptional(v.array(breakSchema)),
      }),
    ),
    v.minLength(1, "CAREGIVER_WITHOUT_SHIFTS"),
    v.metadata({ whenMissing: "CAREGIVER_WITHOUT_SHIFTS" }),
  ),
  workMinutes: v.exactOptional(v.strictObject({ perDay: v.exactOptional(whole(0, 24 * 60)), perWeek: v.exactOptional(whole(0, 7 * 24 * 60)) })),
  homePlace: v.exactOptional(place),
});

/** One member of staff. Weekdays are 1 = Monday … 7 = Sunday. */
export interface Caregiver extends v.InferOutput<typeof caregiverSchema> {}
