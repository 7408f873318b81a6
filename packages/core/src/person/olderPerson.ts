import * as v from "valibot";
import { areaCode, date, id, packFacts, place, titled, whole } from "../register/field.js";

/** Forms of social assistance; a person may have several. */
export const assistanceKinds = ["destitute", "minimumLiving", "lowIncome"] as const;
/** Honours that policies name. */
export const honourKinds = [
  "martyrSurvivor",
  "dutyDeathSurvivor",
  "illnessDeathSurvivor",
  "activeServiceFamily",
  "entitledVeteranBeneficiary",
] as const;
/** Kinds of certified disability. */
export const disabilityKinds = ["visual", "hearing", "speech", "limb", "intellectual", "mental", "multiple"] as const;

/** Shape of one older person of a register. Absent means unknown; `null` means known to be none. */
export const olderPersonSchema = v.strictObject({
  id,
  birthDate: v.exactOptional(titled(date, "出生日期", "date of birth")),
  sex: v.exactOptional(titled(v.picklist(["female", "male"]), "性别", "sex")),
  household: v.exactOptional(titled(id, "所属家庭", "household")),
  residence: v.exactOptional(v.strictObject({ area: titled(areaCode, "居住地", "area of residence"), place: v.exactOptional(place) })),
  registeredResidence: v.exactOptional(
    v.strictObject({
      area: v.exactOptional(titled(areaCode, "户籍地", "area of registered residence")),
      kind: v.exactOptional(titled(v.picklist(["rural", "urban"]), "户籍性质", "kind of registered residence")),
    }),
  ),
  livingArrangement: v.exactOptional(titled(v.picklist(["alone", "withSpouseOnly", "withFamily", "institution"]), "居住状况", "living arrangement")),
  leftBehind: v.exactOptional(titled(v.boolean(), "是否留守", "left behind")),
  emptyNest: v.exactOptional(titled(v.boolean(), "是否空巢", "empty nest")),
  childless: v.exactOptional(titled(v.boolean(), "是否孤寡", "without spouse and children")),
  uncaredFor: v.exactOptional(titled(v.boolean(), "是否无人照料", "nobody able to care")),
  assistance: v.exactOptional(titled(v.array(v.picklist(assistanceKinds)), "救助类别", "social assistance")),
  support: v.exactOptional(titled(v.picklist(["concentrated", "dispersed"]), "供养方式", "form of support")),
  monitoring: v.exactOptional(titled(v.nullable(v.picklist(["unstableExit", "nearPoverty"])), "防返贫监测类别", "anti-poverty monitoring")),
  specialFamilyPlanning: v.exactOptional(titled(v.boolean(), "是否计划生育特殊家庭", "special family-planning family")),
  ability: v.exactOptional(
    v.strictObject({
      level: titled(whole(0, 4), "能力等级", "ability level"),
      assessedOn: v.exactOptional(titled(date, "能力评估日期", "date of the ability assessment")),
      standard: v.exactOptional(titled(v.string(), "能力评估标准", "standard of the ability assessment")),
    }),
  ),
  dementia: v.exactOptional(titled(v.boolean(), "是否失智", "dementia")),
  disability: v.exactOptional(
    v.nullable(
      v.strictObject({
        grade: titled(whole(1, 4), "残疾等级", "grade of disability"),
        kinds: titled(v.array(v.picklist(disabilityKinds)), "残疾类别", "kinds of disability"),
      }),
    ),
  ),
  honours: v.exactOptional(titled(v.array(v.picklist(honourKinds)), "优抚身份", "honours")),
  wishes: v.exactOptional(
    v.strictObject({
      institution: v.exactOptional(titled(v.boolean(), "是否愿意入住机构", "wishes to live in an institution")),
      caregiverSex: v.exactOptional(titled(v.nullable(v.picklist(["female", "male"])), "希望护理员性别", "wished sex of the caregiver")),
      language: v.exactOptional(titled(v.nullable(v.picklist(["zh", "mn"])), "希望使用语言", "wished language")),
    }),
  ),
  insurance: v.exactOptional(
    v.strictObject({ longTermCare: v.exactOptional(titled(v.boolean(), "是否参加长期护理保险", "long-term care insurance")) }),
  ),
  adopted: v.exactOptional(titled(v.array(v.string()), "已获服务或设备", "services or devices already received")),
  died: v.exactOptional(titled(v.nullable(date), "死亡日期", "date of death")),
  facts: v.exactOptional(packFacts),
});

/** One older person of a register. Absent means unknown; `null` means known to be none. */
export interface OlderPerson extends v.InferOutput<typeof olderPersonSchema> {}
