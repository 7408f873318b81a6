import type * as v from "valibot";
import { type Area, areaSchema } from "../area/area.js";
import { type Facility, facilitySchema } from "../facility/facility.js";
import { type Household, householdSchema } from "../person/household.js";
import { type OlderPerson, olderPersonSchema } from "../person/olderPerson.js";
import { type Caregiver, caregiverSchema } from "../workforce/caregiver.js";
import { type MobileTeam, mobileTeamSchema } from "../workforce/mobileTeam.js";
import { type Provider, providerSchema } from "../workforce/provider.js";
import { type Vehicle, vehicleSchema } from "../workforce/vehicle.js";
import { type Volunteer, volunteerSchema } from "../workforce/volunteer.js";

export { checkRegister } from "./checkRegister.js";

/** Everything that is known of a place: who lives there, in what households and areas, with what facilities and staff. */
export interface Register {
  readonly people: readonly OlderPerson[];
  readonly households: readonly Household[];
  readonly areas: readonly Area[];
  readonly facilities: readonly Facility[];
  readonly caregivers: readonly Caregiver[];
  readonly volunteers: readonly Volunteer[];
}

/** The tables of a register with the shape of their rows. */
export const registerTables = {
  people: olderPersonSchema,
  households: householdSchema,
  areas: areaSchema,
  facilities: facilitySchema,
  caregivers: caregiverSchema,
  volunteers: volunteerSchema,
} as const satisfies Record<keyof Register, v.GenericSchema>;

/** A register with those who serve a place from outside its facilities; an absent table is not known, an empty one holds nobody. */
export interface ServiceRegister extends Register {
  readonly providers?: readonly Provider[];
  readonly mobileTeams?: readonly MobileTeam[];
  readonly vehicles?: readonly Vehicle[];
}

/** The further tables of a `ServiceRegister` with the shape of their rows. */
export const serviceTables = {
  providers: providerSchema,
  mobileTeams: mobileTeamSchema,
  vehicles: vehicleSchema,
} as const satisfies Record<Exclude<keyof ServiceRegister, keyof Register>, v.GenericSchema>;
