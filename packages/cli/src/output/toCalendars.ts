import type { ServiceCatalogue } from "@eldercare/core";
import { toICalendar } from "@eldercare/scheduler";
import type { WeekPlan } from "../county/planWeek.js";

/** A file name that every file system takes. */
const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}._-]/gu, "_");

/** One calendar file for each caregiver who has visits. */
export function toCalendars({ teams }: WeekPlan, catalogue: ServiceCatalogue): [path: string, text: string][] {
  const titles = Object.fromEntries(catalogue.services.map((service) => [service.id, service.title]));
  return teams.flatMap(({ problem, plan }) => {
    const busy = new Set(plan.routes.map((route) => route.caregiver));
    return problem.caregivers
      .filter((caregiver) => busy.has(caregiver.id))
      .map(({ id }): [string, string] => [`calendars/${fileName(id)}.ics`, toICalendar(problem, plan, id, { titles })]);
  });
}
