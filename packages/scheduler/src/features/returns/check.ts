import { daysBetween } from "@eldercare/core";
import { secondsPerDay } from "../../model/clock.js";
import type { Breach, CheckedPlan, FeatureCheck } from "../checkHalf.js";

/** When somebody begins to board, or has alighted, in seconds since the midnight that begins the horizon; undefined where a plan does not carry her. */
function momentOf({ problem, routes }: CheckedPlan, kind: "board" | "alight", id: string): number | undefined {
  for (const { date, stops } of routes) {
    const stop = stops.find((each) => each.kind === kind && each.id === id);
    if (stop !== undefined) return daysBetween(problem.horizon.from, date) * secondsPerDay + (kind === "board" ? stop.start : stop.end);
  }
  return undefined;
}

/** Finds people who are brought back without having been fetched, or before. */
export const returnsCheck: FeatureCheck = {
  codes: {
    NOT_FETCHED_BEFORE: {
      zh: "送回 {transport} 之前，没有用 {other} 把人接来",
      en: "transport {transport} brings somebody back whom {other} has not fetched before",
    },
  },
  breaches: (checked) =>
    (checked.problem.transports ?? []).flatMap(({ id, returnOf }): Breach[] => {
      const boards = typeof returnOf === "string" ? momentOf(checked, "board", id) : undefined;
      if (typeof returnOf !== "string" || boards === undefined) return [];
      const alighted = momentOf(checked, "alight", returnOf);
      return alighted !== undefined && alighted <= boards ? [] : [{ code: "NOT_FETCHED_BEFORE", transport: id, values: { other: returnOf } }];
    }),
};
