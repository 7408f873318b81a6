import type { FeatureCheck } from "../checkHalf.js";

/** Finds routes whose visits need more goods than the caregiver and the vehicle can carry. */
export const stockCheck: FeatureCheck = {
  codes: {
    STOCK_SHORT: {
      zh: "护理员 {caregiver} 在 {date} 的上门服务共需 {good} {needed} 份，最多可携带 {carried} 份",
      en: "the visits of caregiver {caregiver} on {date} need {needed} of {good}, but {carried} can be carried",
    },
  },
  breaches: ({ problem, routes }) =>
    routes.flatMap(({ caregiver, shift, date, stops }) => {
      const onBoard = (problem.vehicles ?? []).find(({ id }) => id === shift.vehicle)?.stock;
      if (caregiver.stock === undefined && onBoard === undefined) return [];
      const sums = new Map<string, number>();
      for (const { visit } of stops)
        for (const [good, amount] of Object.entries(visit?.needs?.stock ?? {})) sums.set(good, (sums.get(good) ?? 0) + amount);
      return [...sums].flatMap(([good, needed]) => {
        const carried = (caregiver.stock?.[good] ?? 0) + (onBoard?.[good] ?? 0);
        return needed <= carried
          ? []
          : [{ code: "STOCK_SHORT", caregiver: caregiver.id, date, values: { good, needed: String(needed), carried: String(carried) } }];
      });
    }),
};
