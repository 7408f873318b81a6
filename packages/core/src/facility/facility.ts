import * as v from "valibot";
import { areaCode, date, id, measure, packFacts, place, titled, whole } from "../register/field.js";

/** Kinds of facility (glossary: Facilities and teams). */
export const facilityKinds = [
  "concentratedDisabledCareCentre",
  "centralHome",
  "townshipHome",
  "regionalHome",
  "townshipCareCentre",
  "regionalCareCentre",
  "villageMutualAidPoint",
  "gachaStation",
  "neighbourPoint",
  "mutualAidHappinessHome",
  "happinessHome",
  "happinessCanteen",
  "happinessPark",
  "oldAndYoungHome",
  "dayCareCentre",
  "homeCareStation",
  "streetCareCentre",
  "countyCareCentre",
  "guidanceCentre",
  "honourHome",
  "carePark",
  "seniorApartments",
] as const;

/** States of a facility's life, in their order. */
export const facilityStates = ["planned", "ready", "started", "built", "accepted", "operating", "closed"] as const;

/** Shape of one facility. */
export const facilitySchema = v.strictObject({
  id,
  kind: titled(v.picklist(facilityKinds), "设施类型", "kind of facility"),
  area: titled(areaCode, "所在地", "area"),
  name: v.exactOptional(titled(v.string(), "名称", "name")),
  place: v.exactOptional(titled(place, "位置", "place")),
  siteMu: v.exactOptional(titled(measure(0), "用地面积（亩）", "site area (mu)")),
  floorAreaM2: v.exactOptional(titled(measure(0), "建筑面积（平方米）", "floor area (m²)")),
  beds: v.exactOptional(titled(whole(0), "床位数", "beds")),
  nursingBeds: v.exactOptional(titled(whole(0), "护理型床位数", "nursing beds")),
  residents: v.exactOptional(
    v.strictObject({
      disabled: v.exactOptional(titled(whole(0), "失能入住人数", "disabled residents")),
      semiDisabled: v.exactOptional(titled(whole(0), "半失能入住人数", "semi-disabled residents")),
      selfCaring: v.exactOptional(titled(whole(0), "自理入住人数", "self-caring residents")),
    }),
  ),
  rooms: v.exactOptional(titled(v.array(v.string()), "功能用房", "rooms")),
  functions: v.exactOptional(titled(v.array(v.string()), "功能", "functions")),
  operation: v.exactOptional(
    v.strictObject({
      form: v.exactOptional(titled(v.string(), "运营方式", "form of operation")),
      operator: v.exactOptional(titled(v.string(), "运营主体", "operator")),
      socialised: v.exactOptional(titled(v.boolean(), "是否社会化运营", "socialised operation")),
    }),
  ),
  grade: v.exactOptional(titled(v.nullable(whole(1, 5)), "等级", "grade")),
  events: v.exactOptional(titled(v.array(v.strictObject({ on: date, state: v.picklist(facilityStates) })), "建设运营节点", "events")),
  checklist: v.exactOptional(titled(v.record(v.string(), v.boolean()), "检查清单", "checklist")),
  facts: v.exactOptional(packFacts),
});

/** One facility. Absent means unknown. */
export interface Facility extends v.InferOutput<typeof facilitySchema> {}
