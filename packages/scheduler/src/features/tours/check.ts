import { daysBetween } from "@eldercare/core";
import { printClock, secondsPerDay } from "../../model/clock.js";
import { datesOf, type Tour } from "../../model/tour.js";
import type { Breach, CheckedPlan, CheckedRoute, FeatureCheck } from "../checkHalf.js";
import { printMinutes } from "../printMinutes.js";

const words = { begins: { "what.zh": "开始", "what.en": "begins" }, ends: { "what.zh": "结束", "what.en": "ends" } } as const;

function checkNight(tour: Tour, route: CheckedRoute, next: CheckedRoute): Breach[] {
  const about = { caregiver: route.caregiver.id, date: route.date };
  const { night, returns } = route;
  if (night === undefined) return [{ code: "NIGHT_MISSING", ...about, values: { tour: tour.id } }];
  const morning = secondsPerDay + next.departs;
  const rest = morning - returns;
  const limit = tour.restMinutes ?? 0;
  const times = [
    ["begins", night.arrive, returns],
    ["begins", night.start, returns],
    ["ends", night.end, morning],
  ] as const;
  return [
    ...((tour.lodgings ?? []).some((lodging) => lodging === night.place)
      ? []
      : [{ code: "LODGING_NOT_ALLOWED", ...about, values: { tour: tour.id, seen: night.place } }]),
    ...times.flatMap(([what, seen, expected]) =>
      seen === expected
        ? []
        : [{ code: "WRONG_NIGHT", ...about, values: { seen: printClock(seen), expected: printClock(expected), ...words[what] } }],
    ),
    ...(rest >= limit * 60 ? [] : [{ code: "REST_TOO_SHORT", ...about, values: { minutes: printMinutes(rest), limit: String(limit) } }]),
  ];
}

function checkTour(tour: Tour, routes: readonly CheckedRoute[]): Breach[] {
  const [some] = routes;
  if (some === undefined) return [];
  const dates = datesOf(tour);
  return dates.flatMap((date, index): Breach[] => {
    const route = routes.find((other) => other.date === date);
    if (route === undefined) return [{ code: "TOUR_DAY_MISSING", caregiver: some.caregiver.id, date, values: { tour: tour.id } }];
    const next = routes.find((other) => other.date === dates[index + 1]);
    return next === undefined ? [] : checkNight(tour, route, next);
  });
}

interface Use {
  readonly vehicle: string;
  readonly by: CheckedRoute;
  readonly from: number;
  readonly to: number;
}

/** From when to when vehicles are out by what the plan says: on a tour for its nights too. */
function usesOf({ problem, routes }: CheckedPlan): Use[] {
  const moment = ({ date }: CheckedRoute, seconds: number): number => daysBetween(problem.horizon.from, date) * secondsPerDay + seconds;
  return routes.flatMap((by) => {
    const { vehicle } = by.shift;
    if (vehicle === undefined) return [];
    return [{ vehicle, by, from: moment(by, by.departs), to: moment(by, by.night?.end ?? by.returns) }];
  });
}

function checkVehicles(checked: CheckedPlan): Breach[] {
  const uses = usesOf(checked);
  return uses.flatMap((use, index) =>
    uses
      .slice(0, index)
      .filter((other) => other.vehicle === use.vehicle && other.from < use.to && use.from < other.to)
      // overtime may run into another's shift, which only the plan shows: of that the shifts have to answer for themselves
      .filter(({ by }) => by.tour !== undefined || use.by.tour !== undefined)
      .map(({ by }) => ({
        code: "VEHICLE_ELSEWHERE",
        caregiver: use.by.caregiver.id,
        date: use.by.date,
        values: { vehicle: use.vehicle, other: by.caregiver.id, on: by.date },
      })),
  );
}

/** Finds tours that are not out on all their dates, nights that are spent elsewhere or too short, and vehicles in two places. */
export const toursCheck: FeatureCheck = {
  codes: {
    TOUR_DAY_MISSING: {
      zh: "巡回服务 {tour} 已出队，{date} 却没有路线",
      en: "tour {tour} is out, but has no route on {date}",
    },
    NIGHT_MISSING: {
      zh: "巡回服务 {tour} 在 {date} 的路线没有写明过夜地点",
      en: "the route of tour {tour} on {date} does not say where the night is spent",
    },
    LODGING_NOT_ALLOWED: {
      zh: "巡回服务 {tour} 在 {date} 过夜于 {seen}，不在可过夜的地点之中",
      en: "tour {tour} spends the night of {date} at {seen}, which is not among its lodgings",
    },
    WRONG_NIGHT: {
      zh: "护理员 {caregiver} 的队伍 {date} 过夜{what.zh}于 {seen}，按路线应为 {expected}",
      en: "the night of {date} of the crew of {caregiver} {what.en} at {seen}; by the routes it would be {expected}",
    },
    REST_TOO_SHORT: {
      zh: "护理员 {caregiver} 的队伍 {date} 夜间休息 {minutes} 分钟，少于 {limit} 分钟",
      en: "the crew of {caregiver} rests for {minutes} minutes in the night of {date}, less than {limit}",
    },
    VEHICLE_ELSEWHERE: {
      zh: "车辆 {vehicle} 在 {date} 由护理员 {caregiver} 使用，同时又在护理员 {other} 于 {on} 的路线上",
      en: "vehicle {vehicle} is with caregiver {caregiver} on {date} and at the same time on the route of {other} on {on}",
    },
  },
  breaches: (checked) => {
    const { tours = [] } = checked.problem;
    const byTours = tours.flatMap((tour) =>
      checkTour(
        tour,
        checked.routes.filter((route) => route.tour?.id === tour.id),
      ),
    );
    return [...byTours, ...checkVehicles(checked)];
  },
};
