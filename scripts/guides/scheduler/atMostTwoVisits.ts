import type { Feature } from "@eldercare/scheduler";

/** Nobody makes more than two visits a day. */
export const atMostTwoVisits: Feature = {
  name: "acme/atMostTwo",
  reasons: { ACME_DAY_FULL: { zh: "当日上门次数已满", en: "has her two visits that day" } },
  search: {
    limit: () => ({
      reason: "ACME_DAY_FULL",
      admits: (state, route) => (state.stopsOn[route] ?? 0) < 2,
      refresh: (state, route) => (state.stopsOn[route] ?? 0) <= 2,
    }),
  },
  check: {
    codes: { ACME_TOO_MANY_VISITS: { zh: "{caregiver} 在 {date} 上门过多", en: "{caregiver} makes too many visits on {date}" } },
    breaches: ({ routes }) =>
      routes.flatMap(({ caregiver, date, stops }) =>
        stops.filter(({ kind }) => kind === "visit").length > 2 ? [{ code: "ACME_TOO_MANY_VISITS", caregiver: caregiver.id, date }] : [],
      ),
  },
};
