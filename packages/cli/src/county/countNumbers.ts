import { type Area, areaAtTier, type Decision, type Facility } from "@eldercare/core";
import type { Engine, Pack, Subject } from "@eldercare/rules";
import type { County } from "./loadRegister.js";
import { ofTable } from "./ofTable.js";
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

const notApplicable = 3;

/** Asks the staffing, standard, funding, siting and target rules of everything that they speak of. */
export function countNumbers(
  engine: Engine,
  pack: Pack,
  { register, known, placed }: Pick<County, "register" | "known" | "placed">,
  { on }: Pick<CountyRequest, "on">,
): Numbers {
  const { facilities, areas } = register;
  const places = areas.filter((area) => area.tier === "village" || area.tier === "township");
  const county = areas.find((area) => area.code === pack.area);
  const subjects: Subject[] = [
    ...facilities.map((facility) => ({ facility })),
    ...places.map((area) => (area.tier === "village" ? { village: area } : { township: area })),
    ...(county === undefined ? [] : [{ area: county }]),
  ];
  const rowOf = (row: number): string =>
    row < facilities.length ? `/facilities/${row}` : `/areas/${areas.indexOf(places[row - facilities.length] ?? county ?? (areas[0] as Area))}`;
  const many = ofTable(rowOf, placed, () => engine.assessMany(subjects, { on, register: known }));
  const decisionsOf = (row: number): Decision[] =>
    many.rules.flatMap((_, column) => (many.status[row * many.rules.length + column] === notApplicable ? [] : [many.decision(row, column)]));
  return {
    facilities: facilities.map((facility, row) => ({
      facility,
      township: areaAtTier(facility.area, "township") ?? facility.area,
      decisions: decisionsOf(row),
    })),
    places: places.map((area, index) => ({ area, decisions: decisionsOf(facilities.length + index) })),
    county,
    targets: county === undefined ? [] : decisionsOf(facilities.length + places.length),
  };
}
