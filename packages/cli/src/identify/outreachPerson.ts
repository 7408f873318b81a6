import type { DueVisit } from "@eldercare/core/visiting";
import type { IdentifiedPerson, VisitList } from "@eldercare/rules/identify";

/** What is known of the next visit to a person: the day, or that the packs do not tell. */
export type NextVisit = DueVisit | { readonly person: string; readonly state: "undetermined" };

/** A person of an outreach list: what an identification tells, and the visit that is due. */
export interface OutreachPerson extends IdentifiedPerson {
  readonly visit?: NextVisit;
}

const nothingTold = { events: [], changes: [], ask: [] } as const;

/**
 * Those identified, with the visits due to them and, in the order of their ids, those of whom nothing else is to be told.
 *
 * @param identified in the order of their ids
 */
export function* withVisits(identified: Iterable<IdentifiedPerson>, list: VisitList | undefined): Generator<OutreachPerson> {
  const visits = new Map<string, NextVisit>();
  for (const person of list?.undetermined ?? []) visits.set(person, { person, state: "undetermined" });
  for (const visit of list?.due ?? []) visits.set(visit.person, visit);
  const waiting = [...visits.keys()].sort();
  let next = 0;
  function* until(person?: string): Generator<OutreachPerson> {
    for (; next < waiting.length && (person === undefined || (waiting[next] as string) < person); next += 1) {
      const other = waiting[next] as string;
      yield { person: other, ...nothingTold, visit: visits.get(other) as NextVisit };
    }
  }
  for (const told of identified) {
    yield* until(told.person);
    const visit = visits.get(told.person);
    if (visit !== undefined) next += 1;
    yield visit === undefined ? told : { ...told, visit };
  }
  yield* until();
}
