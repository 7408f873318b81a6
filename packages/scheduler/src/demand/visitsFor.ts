import type { Area, Decision, Issue, OlderPerson, Service, ServiceCatalogue } from "@eldercare/core";
import { jsonPointer } from "@eldercare/core";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Place } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { dueDates, type Frequency, type Period, visitsInCycle } from "./dueDates.js";
import { idSegment } from "./idSegment.js";
import { areaPlaces, placeOf } from "./placeOf.js";

/** What `visitsFor` makes visits of. */
export interface Demand {
  /** Decisions of the rules; only granted services count. */
  readonly decisions: readonly Decision[];
  readonly people: readonly OlderPerson[];
  readonly catalogue: ServiceCatalogue;
  /** Days to be planned, both ends included. */
  readonly period: Period;
  /** Areas whose places stand in for homes without coordinates. */
  readonly areas?: readonly Area[];
}

/** A part of a problem: visits with their places, and notes on everything that made none or went elsewhere. */
export interface DemandedVisits {
  readonly places: readonly Place[];
  readonly visits: readonly Visit[];
  readonly notes: readonly Issue[];
}

interface Grants {
  /** The most frequent grant of each service to each person. */
  readonly most: ReadonlyMap<string, ReadonlyMap<string, Frequency>>;
  readonly withoutService: ReadonlyMap<string, number>;
  readonly withoutFrequency: ReadonlyMap<string, number>;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function readGrants(decisions: readonly Decision[], services: ReadonlyMap<string, Service>): Grants {
  const most = new Map<string, Map<string, Frequency>>();
  const withoutService = new Map<string, number>();
  const withoutFrequency = new Map<string, number>();
  for (const { status, effect, subject } of decisions) {
    if (status !== "granted" || effect?.kind !== "service") continue;
    const { service, times, per } = effect;
    if (!services.has(service)) count(withoutService, service);
    else if (times === undefined || per === undefined) count(withoutFrequency, service);
    else {
      const granted = most.get(subject) ?? new Map<string, Frequency>();
      const before = granted.get(service);
      if (before === undefined || visitsInCycle({ times, per }) > visitsInCycle(before)) granted.set(service, { times, per });
      most.set(subject, granted);
    }
  }
  return { most, withoutService, withoutFrequency };
}

function visitOf(person: OlderPerson, service: Service, place: string, dates: readonly string[], nth: number): Visit {
  const { caregiverSex, language } = person.wishes ?? {};
  const wishes = {
    ...(caregiverSex === undefined || caregiverSex === null ? {} : { sex: caregiverSex }),
    ...(language === undefined || language === null ? {} : { language }),
  };
  return {
    id: `${idSegment(person.id)}/${idSegment(service.id)}/${nth}`,
    person: person.id,
    place,
    service: service.id,
    serviceMinutes: service.serviceMinutes,
    when: { dates: [...dates], daily: service.windows.map(({ from, to }) => ({ from, to })) },
    needs: { ...(service.skills === undefined ? {} : { skills: service.skills }), ...wishes },
    priority: service.priority,
  };
}

/**
 * The visits that granted services make due within a period.
 *
 * Each service is made for a person as often as the most frequent of the rules that grant it says, once and not twice. Where
 * a home has no coordinates its village's or township's place is used, with a note; where there is none either, a note says
 * that there is no visit. Nothing is lost silently.
 *
 * @returns places and visits for a problem, in the order of `people` and of the catalogue, and notes (severity `note`):
 * `VISIT_AT_VILLAGE_PLACE`, `VISIT_WITHOUT_PLACE`, `SERVICE_NOT_IN_CATALOGUE`, `FREQUENCY_OPEN`, `GRANTED_TO_UNKNOWN_PERSON`,
 * `MORE_VISITS_THAN_DAYS`
 * @example
 * visitsFor({ decisions, people, catalogue, period: { from: "2026-11-23", to: "2026-11-29" } }).visits[0].id //=> "p-17/bathing/1"
 */
export function visitsFor({ decisions, people, catalogue, period, areas = [] }: Demand): DemandedVisits {
  const services = new Map(catalogue.services.map((service) => [service.id, service]));
  const { most, withoutService, withoutFrequency } = readGrants(decisions, services);
  const known = areaPlaces(areas);
  const places = new Map<string, Place>();
  const visits: Visit[] = [];
  const notes: Issue[] = [];
  for (const [row, person] of people.entries()) {
    const granted = most.get(person.id);
    if (granted === undefined) continue;
    const pointer = jsonPointer(["people", row, "residence"]);
    const found = placeOf(person, known);
    let placed = false;
    for (const service of catalogue.services) {
      const frequency = granted.get(service.id);
      if (frequency === undefined) continue;
      const due = dueDates(frequency, period, service.weekdays, `${person.id}/${service.id}`);
      if (due.length === 0) continue;
      if (found === undefined) {
        notes.push(reportSchedulerIssue("VISIT_WITHOUT_PLACE", pointer, { seen: person.id, values: { service: service.id } }));
        continue;
      }
      if (frequency.per === "week" && frequency.times > service.weekdays.length)
        notes.push(
          reportSchedulerIssue("MORE_VISITS_THAN_DAYS", jsonPointer(["people", row]), {
            seen: person.id,
            values: { service: service.id, times: String(frequency.times), days: String(service.weekdays.length) },
          }),
        );
      placed = true;
      visits.push(...due.map((dates, index) => visitOf(person, service, found.place.id, dates, index + 1)));
    }
    if (!placed || found === undefined) continue;
    places.set(found.place.id, found.place);
    if (found.tier !== undefined)
      notes.push(
        reportSchedulerIssue("VISIT_AT_VILLAGE_PLACE", pointer, {
          seen: person.id,
          values: { "tier.zh": found.tier === "village" ? "村" : "乡镇", "tier.en": found.tier },
        }),
      );
  }
  const ids = new Set(people.map(({ id }) => id));
  for (const subject of most.keys())
    if (!ids.has(subject)) notes.push(reportSchedulerIssue("GRANTED_TO_UNKNOWN_PERSON", "/decisions", { seen: subject }));
  for (const [service, times] of withoutService)
    notes.push(reportSchedulerIssue("SERVICE_NOT_IN_CATALOGUE", "/catalogue/services", { seen: service, values: { count: String(times) } }));
  for (const [service, times] of withoutFrequency)
    notes.push(reportSchedulerIssue("FREQUENCY_OPEN", "/decisions", { seen: service, values: { count: String(times) } }));
  return { places: [...places.values()], visits, notes };
}
