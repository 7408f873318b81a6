import * as v from "valibot";
import { areaCode, date, id, titled, whole } from "../register/field.js";

const minutes = titled(whole(1), "分钟数", "minutes");
const member = titled(id, "时间银行成员", "member");
const village = titled(areaCode, "村（社区）", "village");
const booked = { id, on: titled(date, "日期", "date") };

/** Shape of one entry of a time bank. */
export const timeBankEntrySchema = v.variant("kind", [
  v.strictObject({
    ...booked,
    kind: v.literal("earn"),
    member,
    village,
    servedMinutes: minutes,
    activity: titled(id, "服务类别", "kind of service"),
  }),
  v.strictObject({ ...booked, kind: v.literal("redeem"), member, village, minutes }),
  v.strictObject({ ...booked, kind: v.literal("give"), member, to: member, minutes }),
  v.strictObject({ ...booked, kind: v.literal("settle"), village, to: village, minutes }),
  v.strictObject({ ...booked, kind: v.literal("reverse"), reverses: titled(id, "被冲正的分录", "entry reversed") }),
]);

/**
 * One entry of a time bank: hours earned by serving in a village, redeemed in any village, given to another member, a
 * village's debt settled with another, or an earlier entry reversed.
 */
export type TimeBankEntry = v.InferOutput<typeof timeBankEntrySchema>;

/** By what a time bank credits service: the pack's rates and caps. */
export interface TimeBankRules {
  /** Minutes credited for one minute served, by kind of service: numerator and denominator. */
  readonly rates: Readonly<Record<string, { readonly credited: number; readonly served: number }>>;
  /** Most minutes that a member may hold; absent where the pack sets no cap. */
  readonly capMinutes?: number;
}

/** One line of the books: the same minutes out of one account and into another. */
export interface TimeBankPosting {
  readonly entry: TimeBankEntry;
  /** Accounts are `member:<id>` and `village:<area code>`. */
  readonly debit: string;
  readonly credit: string;
  readonly minutes: number;
  /** Minutes served beyond the cap, which are credited to nobody. */
  readonly uncreditedMinutes: number;
}

/** The books of a time bank: postings are only ever added. */
export interface TimeBankLedger {
  readonly rules: TimeBankRules;
  readonly postings: readonly TimeBankPosting[];
}
