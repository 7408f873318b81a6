import * as v from "valibot";
import { date, id, titled } from "../register/field.js";

/** Ways in which an older person is visited or asked after: 上门、电话、视频. */
export const visitChannels = ["homeVisit", "phone", "video"] as const;
/** A way in which an older person is visited or asked after. */
export type VisitChannel = (typeof visitChannels)[number];

/** Shape of one entry of a visit log; a channel that is absent is unknown. */
export const visitRecordSchema = v.strictObject({
  id,
  person: titled(id, "探访对象", "person visited"),
  on: titled(date, "探访日期", "date of the visit"),
  channel: v.exactOptional(titled(v.picklist(visitChannels), "探访方式", "channel")),
  visitor: v.exactOptional(titled(id, "探访人", "visitor")),
});

/** One entry of a visit log; a channel that is absent is unknown. */
export interface VisitRecord extends v.InferOutput<typeof visitRecordSchema> {}

/** Shape of something found on a visit; `closedOn` is `null` while it is open, absent where that is unknown. */
export const visitFindingSchema = v.strictObject({
  id,
  person: titled(id, "探访对象", "person visited"),
  foundOn: titled(date, "发现日期", "date of the finding"),
  closedOn: v.exactOptional(titled(v.nullable(date), "办结日期", "date on which it was settled")),
  kind: v.exactOptional(titled(v.string(), "问题类别", "kind of finding")),
});

/** Something found on a visit; `closedOn` is `null` while it is open, absent where that is unknown. */
export interface VisitFinding extends v.InferOutput<typeof visitFindingSchema> {}
