import type { OlderPerson, Service } from "@eldercare/core";
import type { Link } from "../model/link.js";
import type { Pattern } from "../model/pattern.js";
import type { Visit } from "../model/visit.js";
import type { DueService } from "./dueServices.js";
import { idSegment } from "./idSegment.js";
import type { Rhythm } from "./rhythmOf.js";

/** Visits of one service to one person, with what binds them. */
export interface PersonVisits {
  readonly visits: readonly Visit[];
  readonly links: readonly Link[];
  readonly patterns: readonly Pattern[];
}

type Needs = NonNullable<Service["needsOfEach"]>[number];

/** What each of those who come at once needs: all the skills and certificates; what is brought along is brought by the first. */
function needsOfEach({ needsOfEach: stated, caregivers = 1, skills, certificates, equipment, stock }: Service): readonly Needs[] {
  if (stated !== undefined) return stated;
  const able = { ...(skills === undefined ? {} : { skills }), ...(certificates === undefined ? {} : { certificates }) };
  const brought = { ...(equipment === undefined ? {} : { equipment }), ...(stock === undefined ? {} : { stock }) };
  return Array.from({ length: caregivers }, (_, nth) => (nth === 0 ? { ...able, ...brought } : able));
}

/** What the visits on several days have in common, as the catalogue asks: `series` are the ids of each caregiver's, day by day. */
function patternsOf({ pattern = {} }: Service, person: string, series: readonly (readonly string[])[], { weekdayGroups = [] }: Rhythm): Pattern[] {
  const { startToleranceMinutes, sameCaregiver } = pattern;
  const rhythm = startToleranceMinutes === undefined ? {} : { startToleranceMinutes };
  const face = sameCaregiver === undefined ? {} : { sameCaregiver };
  // those who come at once begin together: the day and the hour are asked of the first alone
  const asked = series.map((visits, nth) => ({ person, visits: [...visits], ...(nth === 0 ? rhythm : {}), ...face }));
  const first = series[0] ?? [];
  const groups = [...new Set(weekdayGroups)].sort((a, b) => a - b);
  const weekly = groups.map((group) => ({ person, visits: first.filter((_, nth) => weekdayGroups[nth] === group), sameWeekday: true }));
  const says = (each: Pattern): boolean => each.sameWeekday === true || each.startToleranceMinutes !== undefined || each.sameCaregiver !== undefined;
  return [...asked, ...weekly].filter((each) => each.visits.length > 1 && says(each));
}

/** The visits of one service to one person on their days. */
export function personVisits(person: OlderPerson, { service, required }: DueService, place: string, rhythm: Rhythm): PersonVisits {
  const { caregiverSex, language } = person.wishes ?? {};
  const wishes = {
    ...(caregiverSex === undefined || caregiverSex === null ? {} : { sex: caregiverSex }),
    ...(language === undefined || language === null ? {} : { language }),
  };
  const each = needsOfEach(service);
  const atOnce = rhythm.dates.map((dates, index): Visit[] => {
    const id = `${idSegment(person.id)}/${idSegment(service.id)}/${index + 1}`;
    return each.map((needs, nth) => ({
      id: each.length === 1 ? id : `${id}/${nth + 1}`,
      person: person.id,
      place,
      service: service.id,
      serviceMinutes: service.serviceMinutes,
      when: { dates: [...dates], daily: service.windows.map(({ from, to }) => ({ from, to })) },
      needs: { ...needs, ...wishes },
      priority: service.priority,
      ...(required[index] === true ? { required: true } : {}),
    }));
  });
  const series = each.map((_, nth) => atOnce.map((visits) => visits[nth]?.id ?? ""));
  const together = each.length === 1 ? [] : atOnce.map((visits): Link => ({ kind: "together", visits: visits.map(({ id }) => id) }));
  const spaced: Link[] = rhythm.spacing === undefined ? [] : [{ kind: "spacing", visits: [...(series[0] ?? [])], ...rhythm.spacing }];
  return { visits: atOnce.flat(), links: [...together, ...spaced], patterns: patternsOf(service, person.id, series, rhythm) };
}
