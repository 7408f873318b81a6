import type { Decision, Service } from "@eldercare/core";
import { visitsInCycle } from "./dueDates.js";
import type { Frequency } from "./slots.js";

/** How often a person is due a service. */
export interface Grant {
  /** By the rule that grants it most often. */
  readonly most: Frequency;
  /** By the rule that grants it most often of those that must be kept; absent where none must. */
  readonly must?: Frequency;
}

/** What the decisions grant, and how many entitlements make no visits, by service. */
export interface Grants {
  /** By person, then by service. */
  readonly of: ReadonlyMap<string, ReadonlyMap<string, Grant>>;
  readonly withoutService: ReadonlyMap<string, number>;
  readonly withoutFrequency: ReadonlyMap<string, number>;
  /** Services of the catalogue that are no visits: answered on call, or to which people are fetched. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

const terms = ["week", "month", "year"] as const;

/** The more frequent of two; of equals that of the shorter term, which leaves no month of a year out. */
function moreOften(one: Frequency | undefined, other: Frequency): Frequency {
  if (one === undefined) return other;
  const more = visitsInCycle(other) - visitsInCycle(one);
  return more > 0 || (more === 0 && terms.indexOf(other.per) < terms.indexOf(one.per)) ? other : one;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Reads the granted services out of the decisions; their order does not matter. */
export function readGrants(decisions: readonly Decision[], services: ReadonlyMap<string, Service>): Grants {
  const of = new Map<string, Map<string, Grant>>();
  const [withoutService, withoutFrequency, elsewhere] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { status, effect, subject, modality } of decisions) {
    if (status !== "granted" || effect?.kind !== "service") continue;
    const { service, times, per } = effect;
    const { delivery = "visit" } = services.get(service) ?? {};
    if (!services.has(service)) count(withoutService, service);
    else if (delivery !== "visit") count(elsewhere, service);
    else if (times === undefined || per === undefined) count(withoutFrequency, service);
    else {
      const granted = of.get(subject) ?? new Map<string, Grant>();
      const before = granted.get(service);
      const must = modality === "required" ? moreOften(before?.must, { times, per }) : before?.must;
      granted.set(service, { most: moreOften(before?.most, { times, per }), ...(must === undefined ? {} : { must }) });
      of.set(subject, granted);
    }
  }
  return { of, withoutService, withoutFrequency, elsewhere };
}
