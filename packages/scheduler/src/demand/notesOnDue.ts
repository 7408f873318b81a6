import { type Issue, jsonPointer, type OlderPerson, type Service } from "@eldercare/core";
import { reportSchedulerIssue, type SchedulerCode } from "../model/codes.js";
import type { DueService } from "./dueServices.js";
import type { PersonPlace } from "./placeOf.js";

/** A note on a service to a person. */
export function noteOn(
  code: SchedulerCode,
  { id }: OlderPerson,
  service: Service,
  pointer: string,
  values: Readonly<Record<string, string>> = {},
): Issue {
  return reportSchedulerIssue(code, pointer, { seen: id, values: { service: service.id, ...values } });
}

/** Notes on visits of a service that are due: that nobody knows where to, that they are many, that they are late. */
export function notesOnDue(person: OlderPerson, row: number, { service, frequency, due, last }: DueService, placed: boolean): Issue[] {
  if (!placed) return [noteOn("VISIT_WITHOUT_PLACE", person, service, jsonPointer(["people", row, "residence"]))];
  const { times, per } = frequency;
  const days = service.weekdays.length;
  const many = { times: String(times), days: String(days) };
  const pointer = jsonPointer(["history", "lastVisits", person.id, service.id]);
  const late = due.overdueDays === undefined || last === undefined ? [] : [{ last, days: String(due.overdueDays) }];
  return [
    ...(per === "week" && times > days ? [noteOn("MORE_VISITS_THAN_DAYS", person, service, jsonPointer(["people", row]), many)] : []),
    ...late.map((values) => noteOn("VISIT_OVERDUE", person, service, pointer, values)),
  ];
}

/** A note where another place stands in for a home. */
export function notesOnHome({ id }: OlderPerson, row: number, { tier }: PersonPlace): Issue[] {
  if (tier === undefined) return [];
  const values = { "tier.zh": tier === "village" ? "村" : "乡镇", "tier.en": tier };
  return [reportSchedulerIssue("VISIT_AT_VILLAGE_PLACE", jsonPointer(["people", row, "residence"]), { seen: id, values })];
}
