import { type AreaCode, areaAtTier, type Caregiver, type Register, tierDigits } from "@eldercare/core";

/** The staff of a register by where they work. */
export interface Teams {
  /** Those who visit homes, by the township that they serve, each with the row of the register. */
  readonly teams: ReadonlyMap<AreaCode, readonly { readonly caregiver: Caregiver; readonly row: number }[]>;
  /** How many work in a facility of a township and visit nobody, by township. */
  readonly inFacilities: ReadonlyMap<AreaCode, number>;
  /** How many serve more than one township. */
  readonly elsewhere: number;
}

/**
 * Sorts staff into the teams that visit homes, one for each township. Who serves a whole township belongs to its team, and so
 * does who serves a village without being posted to a facility; who serves the village of a facility works there.
 */
export function teamsOf({ caregivers }: Pick<Register, "caregivers">): Teams {
  const teams = new Map<AreaCode, { caregiver: Caregiver; row: number }[]>();
  const inFacilities = new Map<AreaCode, number>();
  let elsewhere = 0;
  for (const [row, caregiver] of caregivers.entries()) {
    const township = areaAtTier(caregiver.area, "township");
    if (township === undefined) elsewhere += 1;
    else if (caregiver.area.length === tierDigits.village && caregiver.facility !== undefined)
      inFacilities.set(township, (inFacilities.get(township) ?? 0) + 1);
    else teams.set(township, [...(teams.get(township) ?? []), { caregiver, row }]);
  }
  return { teams, inFacilities, elsewhere };
}
