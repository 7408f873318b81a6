import { type CivilDate, type Issue, isCivilDate, jsonPointer, reportIssue, type ServiceCatalogue } from "@eldercare/core";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Period } from "./slots.js";

/** When each person last had each service. */
export type LastVisits = Readonly<Record<string, Readonly<Record<string, CivilDate>>>>;

/** What is wrong with the last visits of a demand. */
export function checkLastVisits(lastVisits: LastVisits | undefined, { to }: Period): Issue[] {
  return Object.entries(lastVisits ?? {}).flatMap(([person, services]) =>
    Object.entries(services).flatMap(([service, date]) => {
      const pointer = jsonPointer(["history", "lastVisits", person, service]);
      if (!isCivilDate(date)) return [reportIssue("NOT_A_DATE", pointer, { seen: date })];
      return date > to ? [reportSchedulerIssue("LAST_VISIT_AFTER_PERIOD", pointer, { seen: date, values: { to } })] : [];
    }),
  );
}

/** What the shape of a catalogue cannot show of how its visits are made. */
export function checkServices({ services }: ServiceCatalogue): Issue[] {
  return services.flatMap(({ caregivers, needsOfEach, spacing: { minDays = 0, maxDays } = {} }, row) => [
    ...(needsOfEach !== undefined && caregivers !== undefined && needsOfEach.length !== caregivers
      ? [
          reportSchedulerIssue("NEEDS_OF_EACH_DIFFER", jsonPointer(["catalogue", "services", row, "needsOfEach"]), {
            seen: needsOfEach.length,
            values: { caregivers: String(caregivers) },
          }),
        ]
      : []),
    ...(maxDays !== undefined && maxDays < minDays
      ? [reportSchedulerIssue("DAYS_UPSIDE_DOWN", jsonPointer(["catalogue", "services", row, "spacing", "maxDays"]), { seen: maxDays })]
      : []),
  ]);
}
