import { EldercareError, type Locale, type Wording } from "@eldercare/core";
import ical from "ical-generator";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Plan, PlanRoute, PlanStop } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { escapeText } from "./escapeText.js";
import { instantOf } from "./instantOf.js";
import { requirePlanOf } from "./requirePlanOf.js";

/** How a calendar is to be worded. */
export interface CalendarOptions {
  /** Chinese where absent. */
  readonly locale?: Locale;
  /** Titles of services by id; a service without one goes by its id. */
  readonly titles?: Readonly<Record<string, Wording>>;
}

const words = {
  calendar: { zh: "上门服务排班", en: "home visits" },
  pause: { zh: "休息", en: "break" },
  visit: { zh: "上门服务", en: "visit" },
  board: { zh: "接人上车", en: "fetch" },
  alight: { zh: "送达下车", en: "set down" },
  lodging: { zh: "在外过夜", en: "night out" },
} as const satisfies Readonly<Record<string, Wording>>;

function summaryOf(problem: Problem, stop: PlanStop, locale: Locale, titles: Readonly<Record<string, Wording>>): string {
  if (stop.kind === "break") return words.pause[locale];
  if (stop.kind === "lodging") return words.lodging[locale];
  if (stop.kind !== "visit") {
    const person = problem.transports?.find(({ id }) => id === stop.id)?.person;
    return person === undefined ? words[stop.kind][locale] : `${words[stop.kind][locale]} · ${person}`;
  }
  const visit = problem.visits.find(({ id }) => id === stop.id);
  const service = visit?.service === undefined ? words.visit[locale] : (titles[visit.service]?.[locale] ?? visit.service);
  return visit?.person === undefined ? service : `${service} · ${visit.person}`;
}

// half of a pair of surrogates has no percent-encoding
const encode = (id: string): string => encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\uFFFD"));

/**
 * Stable over re-planning of everything else: of the visit or transport alone, or of the caregiver's day and break. Ids of visits and transports begin
 * anew with each horizon, so its first day tells this week's from the next's.
 */
const uidOf = ({ horizon }: Problem, route: PlanRoute, stop: PlanStop): string =>
  stop.kind !== "break" && stop.kind !== "lodging"
    ? `${stop.kind}/${horizon.from}/${encode(stop.id)}@eldercare`
    : `${stop.kind}/${encode(route.caregiver)}/${route.date}/${encode(stop.id)}@eldercare`;

/**
 * One caregiver's visits, transports and breaks, those of her crew among them, as an iCalendar file (RFC 5545), times as instants so that every calendar shows them
 * rightly in its own zone. The same plan gives the same bytes: `DTSTAMP` is the midnight that begins the horizon.
 *
 * @param caregiver id of a caregiver of the problem
 * @throws EldercareError `NOT_AN_ICS_OWNER` where the problem has no such caregiver; every issue of the plan's shape;
 * `NOT_A_DATE`, `NOT_A_CLOCK_TIME`, `UNKNOWN_IN_ROUTE` where the plan is not of the problem
 * @example
 * toICalendar(problem, plan, "c-1").split("\r\n")[0] //=> "BEGIN:VCALENDAR"
 */
export function toICalendar(problem: Problem, plan: Plan, caregiver: string, options: CalendarOptions = {}): string {
  const { locale = "zh", titles = {} } = options;
  if (!problem.caregivers.some(({ id }) => id === caregiver))
    throw new EldercareError([reportSchedulerIssue("NOT_AN_ICS_OWNER", "/caregiver", { seen: caregiver })]);
  requirePlanOf(problem, plan);
  const places = new Map(problem.places.map((place) => [place.id, place]));
  const stamp = instantOf(problem.horizon.from, "00:00", problem.timeZone);
  const calendar = ical({
    // written as it is given, unlike the events' texts
    name: escapeText(`${words.calendar[locale]} ${caregiver}`),
    prodId: { company: "eldercare", product: "scheduler" },
  });
  for (const route of plan.routes) {
    const crew = problem.tours?.find(({ id }) => id === route.tour)?.crew ?? [route.caregiver];
    if (!crew.includes(caregiver)) continue;
    for (const stop of route.stops) {
      const place = places.get(stop.place);
      calendar.createEvent({
        id: uidOf(problem, route, stop),
        stamp,
        start: instantOf(route.date, stop.start, problem.timeZone),
        end: instantOf(route.date, stop.end, problem.timeZone),
        summary: summaryOf(problem, stop, locale, titles),
        ...(place === undefined ? {} : { location: { title: place.id, geo: { lat: place.lat, lon: place.lng } } }),
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}
