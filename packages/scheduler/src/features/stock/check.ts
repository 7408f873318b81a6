import type { Breach, CheckedRoute, FeatureCheck } from "../checkHalf.js";

/** Routes that live on one load: all days of a tour, or a day alone. */
function loads(routes: readonly CheckedRoute[]): CheckedRoute[][] {
  const byTour = new Map<string, CheckedRoute[]>();
  const alone: CheckedRoute[][] = [];
  for (const route of routes) {
    if (route.tour === undefined) alone.push([route]);
    else byTour.set(route.tour.id, [...(byTour.get(route.tour.id) ?? []), route]);
  }
  return [...alone, ...byTour.values()];
}

/** Finds routes whose visits need more goods than the caregiver and the vehicle can carry, and tours that do. */
export const stockCheck: FeatureCheck = {
  codes: {
    STOCK_SHORT: {
      zh: "护理员 {caregiver} 自 {date} 起的路线，上门服务共需 {good} {needed} 份，最多可携带 {carried} 份",
      en: "the visits of caregiver {caregiver} on the route or tour from {date} on need {needed} of {good}, but {carried} can be carried",
    },
  },
  breaches: ({ problem, routes }) =>
    loads(routes).flatMap((load): Breach[] => {
      const [first] = load;
      if (first === undefined) return [];
      const { caregiver, crew, shift, date } = first;
      const onBoard = (problem.vehicles ?? []).find(({ id }) => id === shift.vehicle)?.stock;
      const own = crew.flatMap(({ stock }) => (stock === undefined ? [] : [stock]));
      if (own.length === 0 && onBoard === undefined) return [];
      const sums = new Map<string, number>();
      for (const { visit } of load.flatMap(({ stops }) => stops))
        for (const [good, amount] of Object.entries(visit?.needs?.stock ?? {})) sums.set(good, (sums.get(good) ?? 0) + amount);
      return [...sums].flatMap(([good, needed]) => {
        const carried = own.reduce((sum, stock) => sum + (stock[good] ?? 0), 0) + (onBoard?.[good] ?? 0);
        return needed <= carried
          ? []
          : [{ code: "STOCK_SHORT", caregiver: caregiver.id, date, values: { good, needed: String(needed), carried: String(carried) } }];
      });
    }),
};
