import type { CivilDate, OlderPerson } from "@eldercare/core";
import type { PersonEvent } from "./identifiedPerson.js";

const diedBy = (person: OlderPerson, on: CivilDate): CivilDate | undefined =>
  typeof person.died === "string" && person.died <= on ? person.died : undefined;

/** What happened to a person between two days: came, went, died, moved; nothing where neither record says so. */
export function personEvents(
  before: OlderPerson | undefined,
  after: OlderPerson | undefined,
  { since, on }: { readonly since: CivilDate; readonly on: CivilDate },
): PersonEvent[] {
  if (after === undefined) return before === undefined ? [] : [{ kind: "left" }];
  const died = diedBy(after, on);
  const events: PersonEvent[] = before === undefined ? [{ kind: "joined" }] : [];
  if (died !== undefined && (before === undefined || diedBy(before, since) === undefined)) events.push({ kind: "died", on: died });
  const [from, to] = [before?.residence?.area, after.residence?.area];
  // a home that becomes known, or is no longer known, is no move
  if (from !== undefined && to !== undefined && from !== to) events.push({ kind: "moved", from, to });
  return events;
}

/** Whether a person is known to have died by a day. */
export const isDead = (person: OlderPerson, on: CivilDate): boolean => diedBy(person, on) !== undefined;
