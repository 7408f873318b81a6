import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportMissing } from "../errors/missing.js";
import type { ServiceCatalogue } from "./catalogue.js";

/** An order of one service. */
export interface OrderQuestion {
  readonly catalogue: ServiceCatalogue;
  /** Id of the service ordered. */
  readonly service: string;
  readonly clauses: readonly string[];
}

/** What one visit of the service takes. */
export interface OrderNeeds {
  readonly serviceMinutes: number;
  /** Skills with their levels, empty where it takes none; absent where the catalogue does not say. */
  readonly skills?: Readonly<Record<string, number>>;
  /** Caregivers at once; absent where the catalogue does not say. */
  readonly caregivers?: number;
  /** Equipment to bring; absent where the catalogue does not say. */
  readonly equipment?: readonly string[];
  readonly missing: readonly ("skills" | "caregivers" | "equipment")[];
}

/**
 * What a visit takes that an older person orders: minutes, caregivers at once, skills and equipment.
 *
 * @throws EldercareError `REFERENCE_NOT_FOUND` where the catalogue has no such service
 * @example
 * const bathing = { id: "bathing", title: { zh: "助浴", en: "bathing" }, serviceMinutes: 90, windows: [{ from: "09:00", to: "16:00" }], weekdays: [1], priority: 3, skills: { bathing: 1 }, caregivers: 2, equipment: ["bath"] };
 * orderNeeds({ catalogue: { id: "c", services: [bathing] }, service: "bathing", clauses: ["NY-3.5-a"] }).value //=> { serviceMinutes: 90, skills: { bathing: 1 }, caregivers: 2, equipment: ["bath"], missing: [] }
 * Source: NY-3.5-a, IM-2.2-f.
 */
export function orderNeeds({ catalogue, service: ordered, clauses }: OrderQuestion): Counted<OrderNeeds> {
  const check = new QuestionCheck();
  const service = catalogue.services.find(({ id }) => id === ordered);
  if (service === undefined) check.add(reportMissing("service", "/service", ordered));
  check.done();
  const { serviceMinutes = 0, skills, caregivers, equipment } = service ?? {};
  const missing = (["skills", "caregivers", "equipment"] as const).filter((name) => service?.[name] === undefined);
  const known = {
    ...(skills === undefined ? {} : { skills }),
    ...(caregivers === undefined ? {} : { caregivers }),
    ...(equipment === undefined ? {} : { equipment }),
  };
  const steps = [
    { zh: "服务时长（分钟）", en: "minutes", value: String(serviceMinutes) },
    {
      zh: "所需技能及等级",
      en: "skills with levels",
      value:
        skills === undefined
          ? "?"
          : Object.entries(skills)
              .map(([name, level]) => `${name} ${level}`)
              .sort()
              .join(", ") || "0",
    },
    { zh: "所需人数", en: "caregivers at once", value: String(caregivers ?? "?") },
    { zh: "所需设备", en: "equipment", value: equipment?.join(", ") ?? "?" },
  ];
  return { value: { serviceMinutes, ...known, missing }, unit: "visit", steps, clauses };
}
