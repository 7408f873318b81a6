import { defineCodes } from "../errors/issue.js";

/** What may be wrong with a ledger of devices for rent. */
export const rentalCodes = {
  STOCK_EXCEEDED: {
    message: {
      zh: "{on} 可用的 {device} 只有 {available} 件，登记了 {seen} 件",
      en: "only {available} of {device} are available on {on}, {seen} were entered",
    },
    advice: {
      zh: "核对日期和数量；补登之前的归还、维修完成或购入，或列入等候",
      en: "check date and units; enter earlier returns, finished repairs or purchases, or put the person on the waiting list",
    },
  },
  MORE_THAN_IS_OUT: {
    message: { zh: "{seen} 件多于 {of} 尚未了结的 {out} 件", en: "{seen} are more than the {out} that {of} still has out" },
    advice: { zh: "核对归还、遗失或修复的件数", en: "check how many were returned, lost or repaired" },
  },
  ENDED_BEFORE_BEGUN: {
    message: { zh: "日期 {seen} 早于 {of} 的日期 {on}", en: "the date {seen} is before {of} of {on}" },
    advice: { zh: "核对两个日期", en: "check both dates" },
  },
  ANOTHER_ENTRY: {
    message: { zh: "{seen} 与 {of}（{expected}）不符", en: "{seen} does not fit {of} ({expected})" },
    advice: {
      zh: "归还对应借出，修复对应送修，遗失对应二者之一；器具须相同",
      en: "a return ends a lending, a repair done ends a repair, a loss either; the device must be the same",
    },
  },
} as const;

export const reportRentalIssue = defineCodes<keyof typeof rentalCodes>(rentalCodes);
