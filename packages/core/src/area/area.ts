import * as v from "valibot";
import { areaCode, id, packFacts, place, titled, whole } from "../register/field.js";

/** Shape of one administrative area. */
export const areaSchema = v.strictObject({
  code: titled(areaCode, "区划代码", "area code"),
  name: titled(v.pipe(v.string(), v.minLength(1, "NOT_AN_ID")), "名称", "name"),
  tier: titled(v.picklist(["province", "prefecture", "county", "township", "village"]), "层级", "tier"),
  naming: v.exactOptional(titled(v.picklist(["han", "pastoral"]), "层级称谓", "naming of the tiers")),
  pastoral: v.exactOptional(titled(v.boolean(), "是否牧区", "pastoral area")),
  kind: v.exactOptional(titled(v.string(), "类型", "kind")),
  population: v.exactOptional(titled(whole(0), "人口", "population")),
  population60: v.exactOptional(titled(whole(0), "60岁以上人口", "population aged 60 or over")),
  households: v.exactOptional(titled(whole(0), "户数", "households")),
  dispersed: v.exactOptional(titled(v.boolean(), "居住是否分散", "dispersed dwellings")),
  townSeat: v.exactOptional(titled(v.boolean(), "是否场镇", "market-town seat")),
  place: v.exactOptional(titled(place, "位置", "place")),
  hosts: v.exactOptional(titled(v.array(id), "所在设施", "facilities hosted")),
  adopts: v.exactOptional(titled(v.array(v.string()), "已决定实施的条款", "clauses that the place has decided to apply")),
  facts: v.exactOptional(packFacts),
});

/** One administrative area. Absent means unknown. */
export interface Area extends v.InferOutput<typeof areaSchema> {}
