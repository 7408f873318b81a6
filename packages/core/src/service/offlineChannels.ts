import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { ServiceCatalogue, ServiceChannel } from "./catalogue.js";

/** A catalogue, and the channels that need no device of one's own. */
export interface ChannelQuestion {
  readonly catalogue: ServiceCatalogue;
  /** Channels that count as offline, as the pack says. */
  readonly offline: readonly ServiceChannel[];
  readonly clauses: readonly string[];
}

/** Services by whether they can be asked for offline. */
export interface ChannelFinding {
  readonly state: "met" | "notMet" | "undetermined";
  readonly offline: readonly string[];
  /** Services that can be asked for by no offline channel. */
  readonly onlineOnly: readonly string[];
  /** Services whose channels nobody has told. */
  readonly undetermined: readonly string[];
}

/**
 * Whether every service of a catalogue can be asked for by a channel that older people know: not by an app alone.
 *
 * @returns services by id; `notMet` where one is online only, `undetermined` where channels are unknown
 * @throws EldercareError where two services have one id
 * @example
 * const service = { id: "bathing", title: { zh: "助浴", en: "bathing" }, serviceMinutes: 90, windows: [{ from: "09:00", to: "16:00" }], weekdays: [1], priority: 3, channels: ["app"] };
 * offlineChannels({ catalogue: { id: "c", services: [service] }, offline: ["phone", "visit", "counter"], clauses: ["CL-2.4.13-a"] }).value.onlineOnly //=> ["bathing"]
 * Source: CL-2.4.13-a (保留老年人熟悉的线下服务途径), IM-2.6-c.
 */
export function offlineChannels({ catalogue, offline, clauses }: ChannelQuestion): Counted<ChannelFinding> {
  const { services } = catalogue;
  const check = new QuestionCheck();
  check.unique(
    (index) => `/catalogue/services/${index}/id`,
    services.map(({ id }) => id),
  );
  check.done();
  const reached = (channels: readonly ServiceChannel[] | undefined): boolean | undefined => channels?.some((channel) => offline.includes(channel));
  const those = (answer: boolean | undefined): string[] => services.flatMap(({ id, channels }) => (reached(channels) === answer ? [id] : [])).sort();
  const value = { offline: those(true), onlineOnly: those(false), undetermined: those(undefined) };
  const state = value.onlineOnly.length > 0 ? "notMet" : value.undetermined.length > 0 ? "undetermined" : "met";
  const steps = [
    { zh: "可线下申请", en: "can be asked for offline", value: String(value.offline.length) },
    { zh: "仅可线上申请", en: "online only", value: value.onlineOnly.join(", ") || "0" },
    { zh: "渠道不明", en: "channels unknown", value: value.undetermined.join(", ") || "0" },
  ];
  return { value: { state, ...value }, unit: "service", steps, clauses };
}
