import * as v from "valibot";
import { id, packFacts, titled } from "../register/field.js";

/** Shape of one body that may be entrusted with services. */
export const providerSchema = v.strictObject({
  id,
  kind: v.exactOptional(titled(v.string(), "服务机构类型", "kind of provider")),
  legalPerson: v.exactOptional(titled(v.boolean(), "是否具备独立法人资格", "legal person of its own")),
  qualified: v.exactOptional(titled(v.boolean(), "是否具备专业运营资质", "professionally qualified")),
  fullTimeTeam: v.exactOptional(titled(v.boolean(), "是否有专职运营团队", "full-time team")),
  creditGood: v.exactOptional(titled(v.boolean(), "社会信用是否良好", "good social credit")),
  facts: v.exactOptional(packFacts),
});

/**
 * One body that may be entrusted with services. Absent means unknown.
 *
 * Source: NY-3.5.2-a (独立法人资格、专业运营资质、专职运营团队和良好的社会信用).
 */
export interface Provider extends v.InferOutput<typeof providerSchema> {}
