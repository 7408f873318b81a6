import { type Issue, jsonPointer, parseShape, type ServiceCatalogue } from "@eldercare/core";
import * as v from "valibot";
import { reportSchedulerIssue } from "../model/codes.js";
import { civilDate, id, titled } from "../model/field.js";
import type { Period } from "./slots.js";

const lastVisitsSchema = v.record(id, v.record(id, titled(civilDate, "上次服务日期", "day of the last visit")));

/** When each person last had each service. */
export type LastVisits = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is wrong with the last visits of a demand. */
export function checkLastVisits(lastVisits: LastVisits, { to }: Period): Issue[] {
  const { value, issues } = parseShape(lastVisitsSchema, lastVisits, "/history/lastVisits");
  const later = Object.entries(value ?? {}).flatMap(([person, services]) =>
    Object.entries(services).flatMap(([service, date]) =>
      date > to
        ? [reportSchedulerIssue("LAST_VISIT_AFTER_PERIOD", jsonPointer(["history", "lastVisits", person, service]), { seen: date, values: { to } })]
        : [],
    ),
  );
  return [...issues, ...later];
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
