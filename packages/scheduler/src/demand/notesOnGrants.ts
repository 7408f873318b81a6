import { type Issue, jsonPointer, type OlderPerson, type ServiceCatalogue } from "@eldercare/core";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Grants } from "./grants.js";

/** Notes on entitlements that make no visits: of whom nobody knows, then service by service. */
export function notesOnGrants(grants: Grants, people: readonly OlderPerson[], { services }: ServiceCatalogue): Issue[] {
  const { of, withoutService, withoutFrequency, elsewhere } = grants;
  const counted = (times: number) => ({ count: String(times) });
  const known = new Set(people.map(({ id }) => id));
  return [
    ...[...of.keys()].flatMap((subject) =>
      known.has(subject) ? [] : [reportSchedulerIssue("GRANTED_TO_UNKNOWN_PERSON", "/decisions", { seen: subject })],
    ),
    ...Array.from(withoutService, ([service, times]) =>
      reportSchedulerIssue("SERVICE_NOT_IN_CATALOGUE", "/catalogue/services", { seen: service, values: counted(times) }),
    ),
    ...Array.from(withoutFrequency, ([service, times]) =>
      reportSchedulerIssue("FREQUENCY_OPEN", "/decisions", { seen: service, values: counted(times) }),
    ),
    ...services.flatMap(({ id, delivery }, row) => {
      const times = elsewhere.get(id);
      if (times === undefined) return [];
      const code = delivery === "onCall" ? "ANSWERED_ON_CALL" : "FETCHED_TO_SERVICE";
      return [reportSchedulerIssue(code, jsonPointer(["catalogue", "services", row, "delivery"]), { seen: id, values: counted(times) })];
    }),
  ];
}
