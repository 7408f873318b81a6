import type { Counted } from "../counting/result.js";
import type { ServiceCatalogue, ServiceChannel } from "./catalogue.js";
import { offlineChannels } from "./offlineChannels.js";

/** 助餐、助浴、助洁、助行、助医、助急. */
export const assistances = ["meals", "bathing", "cleaning", "mobility", "medical", "emergency"] as const;
/** One of the six assistances. */
export type Assistance = (typeof assistances)[number];

const titles: Readonly<Record<Assistance, string>> = {
  meals: "助餐",
  bathing: "助浴",
  cleaning: "助洁",
  mobility: "助行",
  medical: "助医",
  emergency: "助急",
};

/** A catalogue, and which of its services are which assistance. */
export interface AssistanceQuestion {
  readonly catalogue: ServiceCatalogue;
  /** Ids of services by assistance; an assistance that is absent has none. */
  readonly services: Readonly<Partial<Record<Assistance, readonly string[]>>>;
  readonly offline: readonly ServiceChannel[];
  readonly clauses: readonly string[];
}

/** How one assistance is offered. */
export interface AssistanceFinding {
  readonly assistance: Assistance;
  readonly state: "met" | "notMet" | "undetermined";
  readonly why?: "noService" | "onlineOnly" | "channelsUnknown";
  /** Services named for it that the catalogue does not hold. */
  readonly notInCatalogue: readonly string[];
}

/**
 * Whether each of the six assistances is offered by a service that can be asked for offline.
 *
 * @returns the six in their usual order
 * @throws EldercareError where two services of the catalogue have one id
 * @example
 * const found = sixAssistances({ catalogue: { id: "c", services: [] }, services: { meals: ["mealDelivery"] }, offline: ["phone"], clauses: ["NY-3.5-a"] });
 * found.value[0] //=> { assistance: "meals", state: "notMet", why: "noService", notInCatalogue: ["mealDelivery"] }
 * Source: NY-3.5-a (助餐、助浴、助洁、助行、助医、助急), CL-2.4.13-a.
 */
export function sixAssistances({ catalogue, services, offline, clauses }: AssistanceQuestion): Counted<AssistanceFinding[]> {
  const { value: channels } = offlineChannels({ catalogue, offline, clauses });
  const inCatalogue = new Set(catalogue.services.map(({ id }) => id));
  const value = assistances.map((assistance): AssistanceFinding => {
    const named = services[assistance] ?? [];
    const notInCatalogue = named.filter((id) => !inCatalogue.has(id)).sort();
    const held = named.filter((id) => inCatalogue.has(id));
    if (held.length === 0) return { assistance, state: "notMet", why: "noService", notInCatalogue };
    if (held.some((id) => channels.offline.includes(id))) return { assistance, state: "met", notInCatalogue };
    if (held.some((id) => channels.undetermined.includes(id))) return { assistance, state: "undetermined", why: "channelsUnknown", notInCatalogue };
    return { assistance, state: "notMet", why: "onlineOnly", notInCatalogue };
  });
  const steps = value.map(({ assistance, state, why }) => ({
    zh: titles[assistance],
    en: assistance,
    value: why === undefined ? state : `${state} (${why})`,
  }));
  return { value, unit: "assistance", steps, clauses };
}
