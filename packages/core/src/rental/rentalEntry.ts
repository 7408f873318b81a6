import * as v from "valibot";
import { date, id, titled, whole } from "../register/field.js";

/** What may happen to devices for rent. */
export const rentalEntryKinds = ["purchase", "lend", "return", "loss", "repair", "repaired"] as const;

/** Shape of one entry of the ledger. */
export const rentalEntrySchema = v.strictObject({
  id,
  on: titled(date, "日期", "date"),
  kind: titled(v.picklist(rentalEntryKinds), "事项", "what happened"),
  device: titled(id, "器具", "device"),
  units: titled(whole(1, 1_000_000), "件数", "units"),
  of: v.exactOptional(titled(id, "对应的借出或送修", "lending or repair that it ends")),
  person: v.exactOptional(titled(id, "借用人", "borrower")),
  termMonths: v.exactOptional(titled(whole(1, 1200), "租期（月）", "term (months)")),
});

/**
 * One entry of the ledger of devices for rent. `return` and `repaired` name in `of` what they end; `loss` does where the
 * device was lent or in repair, and takes it from the shelf where it names nothing.
 */
export interface RentalEntry extends v.InferOutput<typeof rentalEntrySchema> {}
