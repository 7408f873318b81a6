import { addDays, daysBetween } from "@eldercare/core";
import { printClock, secondsPerDay } from "../../model/clock.js";
import type { Breach, CheckedPlan, FeatureCheck } from "../checkHalf.js";

interface Stay {
  readonly transport: string;
  readonly place: string;
  /** 1 who comes, −1 who goes. */
  readonly change: 1 | -1;
  /** Seconds since the midnight that begins the horizon. */
  readonly at: number;
}

/** Every coming and going of a plan that concerns a bed. */
function staysOf({ problem, routes }: CheckedPlan): Stay[] {
  const bedTaken = new Map((problem.transports ?? []).flatMap(({ id, bed }) => (typeof bed === "string" ? [[id, bed] as const] : [])));
  return routes.flatMap(({ date, stops }) => {
    const carrying = stops.filter(({ transport }) => transport !== undefined);
    if (carrying.length === 0) return [];
    const midnight = daysBetween(problem.horizon.from, date) * secondsPerDay;
    return carrying.flatMap(({ kind, transport, start, end }): Stay[] => {
      if (transport === undefined) return [];
      const { id, from, to, bed, returnOf } = transport;
      const isReturn = typeof returnOf === "string";
      const left = isReturn ? bedTaken.get(returnOf) : bed;
      if (kind === "alight" && !isReturn && typeof bed === "string" && bed === to)
        return [{ transport: id, place: bed, change: 1, at: midnight + start }];
      if (kind === "board" && typeof left === "string" && left === from) return [{ transport: id, place: left, change: -1, at: midnight + end }];
      return [];
    });
  });
}

function checkPlace(checked: CheckedPlan, place: string, stays: readonly Stay[]): Breach[] {
  const { horizon, beds = [] } = checked.problem;
  const free = beds.find((each) => each.place === place)?.free ?? 0;
  const steps = typeof free === "number" ? [] : free.map(({ date }) => daysBetween(horizon.from, date) * secondsPerDay);
  const freeAt = (moment: number): number => {
    if (typeof free === "number") return free;
    const begun = free.filter(({ date }) => daysBetween(horizon.from, date) * secondsPerDay <= moment);
    return begun.sort((a, b) => daysBetween(a.date, b.date)).at(0)?.count ?? 0;
  };
  const crowded = [...new Set([...stays.map(({ at }) => at), ...steps])]
    .sort((a, b) => a - b)
    .find((moment) => stays.filter(({ at }) => at <= moment).reduce((sum, { change }) => sum + change, 0) > freeAt(moment));
  if (crowded === undefined) return [];
  const there = stays.filter(({ at }) => at <= crowded);
  const last = there.filter(({ change }) => change > 0).sort((a, b) => b.at - a.at)[0];
  const date = addDays(horizon.from, Math.floor(crowded / secondsPerDay));
  return [
    {
      code: "BED_NOT_FREE",
      ...(last === undefined ? {} : { transport: last.transport }),
      date,
      values: {
        place,
        seen: printClock(crowded - daysBetween(horizon.from, date) * secondsPerDay),
        taken: String(there.reduce((sum, { change }) => sum + change, 0)),
        free: String(freeAt(crowded)),
      },
    },
  ];
}

/** Finds places to which more people are brought than beds are free, at any moment of the horizon. */
export const bedsCheck: FeatureCheck = {
  codes: {
    BED_NOT_FREE: {
      zh: "{place} 在 {date} {seen} 入住 {taken} 人，空床位只有 {free} 张（最后接来的是 {transport}）",
      en: "{taken} people have beds at {place} on {date} at {seen}, where {free} are free (the last brought by {transport})",
    },
  },
  breaches: (checked) => {
    const stays = staysOf(checked);
    return [...new Set(stays.map(({ place }) => place))].flatMap((place) =>
      checkPlace(
        checked,
        place,
        stays.filter((stay) => stay.place === place),
      ),
    );
  },
};
