import * as v from "valibot";
import { areaCode, clockTime, date, id, packFacts, place, titled, whole } from "../register/field.js";

/** What a member of staff does. */
export const caregiverRoles = ["careWorker", "careAssistant", "nurse", "doctor", "driver", "director", "managementStaff"] as const;

const breakSchema = v.strictObject({
  minutes: whole(1, 24 * 60),
  from: clockTime,
  to: clockTime,
  paid: v.exactOptional(v.boolean()),
});

const certificateSchema = v.strictObject({
  kind: titled(v.string(), "证书类别", "kind of certificate"),
  level: v.exactOptional(titled(whole(0, 9), "证书等级", "level of the certificate")),
  validTo: v.exactOptional(titled(date, "有效期至", "last day of validity")),
});

/** Shape of one member of staff who cares for people. */
export const caregiverSchema = v.strictObject({
  id,
  name: v.exactOptional(titled(v.string(), "姓名", "name")),
  birthDate: v.exactOptional(titled(date, "出生日期", "date of birth")),
  sex: v.exactOptional(titled(v.picklist(["female", "male"]), "性别", "sex")),
  roles: titled(v.pipe(v.array(v.picklist(caregiverRoles)), v.minLength(1, "EMPTY_LIST")), "岗位", "roles"),
  facility: v.exactOptional(titled(id, "所属设施", "facility")),
  area: titled(areaCode, "服务区域", "area served"),
  skills: v.exactOptional(titled(v.record(v.string(), whole(0, 9)), "技能等级", "skills with levels")),
  certificates: v.exactOptional(titled(v.array(certificateSchema), "证书", "certificates")),
  trainedOn: v.exactOptional(titled(v.nullable(date), "岗前培训日期", "date of training before work")),
  post: v.exactOptional(titled(v.picklist(["establishment", "contract", "publicWelfare", "purchased", "volunteer"]), "岗位性质", "kind of post")),
  languages: v.exactOptional(titled(v.array(v.picklist(["zh", "mn"])), "使用语言", "languages")),
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
    v.metadata({ title: { zh: "班次", en: "shifts" }, whenMissing: "CAREGIVER_WITHOUT_SHIFTS" }),
  ),
  workMinutes: v.exactOptional(
    v.strictObject({
      perDay: v.exactOptional(titled(whole(0, 24 * 60), "每日工作时间上限（分钟）", "most work a day (minutes)")),
      perWeek: v.exactOptional(titled(whole(0, 7 * 24 * 60), "每周工作时间上限（分钟）", "most work a week (minutes)")),
      overtimePerDay: v.exactOptional(titled(whole(0, 24 * 60), "每日加班时间上限（分钟）", "most overtime a day (minutes)")),
      overtimePerMonth: v.exactOptional(titled(whole(0, 31 * 24 * 60), "每月加班时间上限（分钟）", "most overtime a month (minutes)")),
    }),
  ),
  homePlace: v.exactOptional(titled(place, "住所位置", "place of the home")),
  facts: v.exactOptional(packFacts),
});

/** One member of staff. Weekdays are 1 = Monday … 7 = Sunday. */
export interface Caregiver extends v.InferOutput<typeof caregiverSchema> {}
