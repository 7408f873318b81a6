import { type Area, areaAtTier, type Decision, type Facility, type Register } from "@eldercare/core";
import type { Engine, Pack } from "@eldercare/rules";
import type { CountyRequest } from "./request.js";

/** What the rules say of one facility. */
export interface FacilityNumbers {
  readonly facility: Facility;
  readonly township: string;
  readonly decisions: readonly Decision[];
}

/** Facilities, villages and the county under their rules. */
export interface Numbers {
  readonly facilities: readonly FacilityNumbers[];
  /** Decisions of villages and townships: siting, models, targets of their own. */
  readonly places: readonly { readonly area: Area; readonly decisions: readonly Decision[] }[];
  readonly county: Area | undefined;
  /** Targets and funding of the county. */
  readonly targets: readonly Decision[];
}

const applies = (decision: Decision): boolean => decision.status !== "notApplicable";

/** Asks the staffing, standard, funding, siting and target rules of everything that they speak of. */
export function countNumbers(engine: Engine, pack: Pack, register: Register, { on }: Pick<CountyRequest, "on">): Numbers {
  const question = { on, register };
  const facilities = register.facilities.map((facility) => ({
    facility,
    township: areaAtTier(facility.area, "township") ?? facility.area,
    decisions: engine.assess({ facility }, question).filter(applies),
  }));
  const places = register.areas
    .filter((area) => area.tier === "village" || area.tier === "township")
    .map((area) => ({ area, decisions: engine.assess(area.tier === "village" ? { village: area } : { township: area }, question).filter(applies) }));
  const county = register.areas.find((area) => area.code === pack.area);
  const targets = county === undefined ? [] : engine.assess({ area: county }, question).filter(applies);
  return { facilities, places, county, targets };
}
