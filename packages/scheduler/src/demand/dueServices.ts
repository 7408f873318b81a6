import type { CivilDate, OlderPerson, Service, ServiceCatalogue } from "@eldercare/core";
import type { LastVisits } from "./checkDemand.js";
import { DueCalendar, type DueVisits } from "./dueDates.js";
import type { Grant } from "./grants.js";
import type { Frequency, Period, SlotPlace } from "./slots.js";

/** A service that is due to a person in the period. */
export interface DueService {
  readonly service: Service;
  readonly frequency: Frequency;
  readonly due: DueVisits;
  /** The last visit; absent where none is known. */
  readonly last?: CivilDate;
  /** Of each visit, whether it must be made. */
  readonly required: readonly boolean[];
}

/** The last visit of a service to a person, whatever their ids are called. */
function lastOf(lastVisits: LastVisits, person: string, service: string): CivilDate | undefined {
  const services = Object.hasOwn(lastVisits, person) ? lastVisits[person] : undefined;
  return services !== undefined && Object.hasOwn(services, service) ? services[service] : undefined;
}

/**
 * Which of the visits due must be made by a rule that asks for fewer: with the last one known, as many as that rule makes due;
 * else the first to begin in each of the rule's own parts of a week, month or year.
 */
function mustBeMade({ dates, places }: DueVisits, calendar: DueCalendar, ofRule: DueCalendar, key: string, last: CivilDate | undefined): boolean[] {
  if (ofRule === calendar) return dates.map(() => true);
  if (last !== undefined) {
    const asked = ofRule.due(key, last).dates.length;
    return dates.map((_, nth) => nth < asked);
  }
  const partOf = (place: SlotPlace): string => {
    const { term, nth } = ofRule.slots.placeOf(calendar.slots.at(place)[0] ?? place.term);
    return `${term} ${nth}`;
  };
  return places.map((place) => partOf(place) !== partOf(calendar.slots.before(place)));
}

/** Works out which services are due to whom in a period, in the order of the catalogue. */
export function dueServicesIn(
  period: Period,
  { services }: ServiceCatalogue,
  lastVisits: LastVisits,
): (person: OlderPerson, granted: ReadonlyMap<string, Grant>) => DueService[] {
  // one for each service and frequency: people share what was worked out of weeks and months
  const calendars = new Map<string, DueCalendar>();
  const calendarOf = ({ id, weekdays }: Service, frequency: Frequency): DueCalendar => {
    const key = JSON.stringify([id, frequency.times, frequency.per]);
    const calendar = calendars.get(key) ?? new DueCalendar(frequency, period, weekdays);
    calendars.set(key, calendar);
    return calendar;
  };
  return (person, granted) =>
    services.flatMap((service) => {
      const grant = granted.get(service.id);
      if (grant === undefined) return [];
      const { most: frequency, must } = grant;
      const key = `${person.id}/${service.id}`;
      const last = lastOf(lastVisits, person.id, service.id);
      const calendar = calendarOf(service, frequency);
      const due = calendar.due(key, last);
      if (due.dates.length === 0) return [];
      const byModality = service.required === "byModality" && must !== undefined && must.times >= 1;
      const required = byModality
        ? mustBeMade(due, calendar, calendarOf(service, must), key, last)
        : due.dates.map(() => service.required === "always");
      return [{ service, frequency, due, ...(last === undefined ? {} : { last }), required }];
    });
}
