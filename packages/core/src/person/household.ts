import * as v from "valibot";
import { areaCode, date, fen, id, packFacts, titled } from "../register/field.js";

const memberSchema = v.strictObject({
  person: v.exactOptional(titled(id, "老年人编号", "older person")),
  relation: titled(v.picklist(["self", "spouse", "child", "parent", "grandchild", "sibling", "other"]), "家庭关系", "relation"),
  birthDate: v.exactOptional(titled(date, "出生日期", "date of birth")),
  cares: v.exactOptional(titled(v.boolean(), "是否承担照料", "gives care")),
});

/** Shape of one household. */
export const householdSchema = v.strictObject({
  id,
  area: v.exactOptional(titled(areaCode, "家庭所在地", "area of the household")),
  members: v.exactOptional(titled(v.array(memberSchema), "家庭成员", "members of the household")),
  monthlyIncomeFen: v.exactOptional(titled(fen, "家庭月收入", "monthly income of the household")),
  assetsFen: v.exactOptional(titled(fen, "家庭财产", "assets of the household")),
  homeAdapted: v.exactOptional(titled(v.boolean(), "是否已适老化改造", "home already adapted")),
  facts: v.exactOptional(packFacts),
});

/** One household. Absent means unknown. */
export interface Household extends v.InferOutput<typeof householdSchema> {}
