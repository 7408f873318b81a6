import type { CivilDate, OlderPerson, Service, ServiceCatalogue } from "@eldercare/core";
import type { LastVisits } from "./checkDemand.js";
import { DueCalendar, type DueVisits } from "./dueDates.js";
import type { Grant } from "./grants.js";
import type { Frequency, Period } from "./slots.js";

/** A service that is due to a person in the period. */
export interface DueService {
  readonly service: Service;
  readonly frequency: Frequency;
  readonly due: DueVisits;
  /** The last visit; absent where none is known. */
  readonly last?: CivilDate;
  /** How many of the visits must be made, the first of them. */
  readonly required: number;
}

/** The last visit of a service to a person, whatever their ids are called. */
function lastOf(lastVisits: LastVisits, person: string, service: string): CivilDate | undefined {
  const services = Object.hasOwn(lastVisits, person) ? lastVisits[person] : undefined;
  return services !== undefined && Object.hasOwn(services, service) ? services[service] : undefined;
}

/** Works out which services are due to whom in a period, in the order of the catalogue. */
export function dueServicesIn(
  period: Period,
  { services }: ServiceCatalogue,
  lastVisits: LastVisits,
): (person: OlderPerson, granted: ReadonlyMap<string, Grant>) => DueService[] {
  // one for each service and frequency: people share what was worked out of weeks and months
  const calendars = new Map<string, DueCalendar>();
  const dueOf = (person: string, { id, weekdays }: Service, frequency: Frequency, last: CivilDate | undefined): DueVisits => {
    const key = JSON.stringify([id, frequency.times, frequency.per]);
    const calendar = calendars.get(key) ?? new DueCalendar(frequency, period, weekdays);
    calendars.set(key, calendar);
    return calendar.due(`${person}/${id}`, last);
  };
  return (person, granted) =>
    services.flatMap((service) => {
      const grant = granted.get(service.id);
      if (grant === undefined) return [];
      const { most: frequency, must } = grant;
      const last = lastOf(lastVisits, person.id, service.id);
      const due = dueOf(person.id, service, frequency, last);
      if (due.dates.length === 0) return [];
      const byModality = (): number => (must === undefined ? 0 : dueOf(person.id, service, must, last).dates.length);
      const required = service.required === "always" ? due.dates.length : service.required === "byModality" ? byModality() : 0;
      return [{ service, frequency, due, ...(last === undefined ? {} : { last }), required }];
    });
}
