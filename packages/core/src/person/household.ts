import * as v from "valibot";
import { areaCode, date, fen, id, packFacts, titled } from "../register/field.js";

/** Shape of one household. */
export const householdSchema = v.strictObject({
  id,
  area: v.exactOptional(titled(areaCode, "家庭所在地", "area of the household")),
  members: v.exactOptional(
    v.array(
      v.strictObject({
        person: v.exactOptional(id),
        relation: v.picklist(["self", "spouse", "child", "parent", "grandchild", "sibling", "other"]),
        birthDate: v.exactOptional(date),
        cares: v.exactOptional(v.boolean()),
      }),
    ),
  ),
  monthlyIncomeFen: v.exactOptional(titled(fen, "家庭月收入", "monthly income of the household")),
  assetsFen: v.exactOptional(titled(fen, "家庭财产", "assets of the household")),
  homeAdapted: v.exactOptional(titled(v.boolean(), "是否已适老化改造", "home already adapted")),
  facts: v.exactOptional(packFacts),
});

/** One household. Absent means unknown. */
export interface Household extends v.InferOutput<typeof householdSchema> {}
