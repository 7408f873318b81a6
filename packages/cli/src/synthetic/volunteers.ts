import type { CivilDate, Volunteer } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import { birthDateFor } from "./people.js";
import { seededRandom } from "./random.js";
import { scatter } from "./scatter.js";
import type { VillageSite } from "./villageSites.js";

const groups = ["partyMembers", "youngOlderPersons", "olderPersonsAssociation", "villagers"];

/** Draws volunteers over the villages, more of them where there are more older persons. */
export function drawVolunteers(villages: readonly VillageSite[], people: number, seed: number, on: CivilDate): Volunteer[] {
  const { perVillage, perHundredPeople, healthyShare, ageYears, hoursPerWeek, capacity } = syntheticAssumptions.volunteers;
  const random = seededRandom(seed, "volunteers");
  const count = Math.ceil(villages.length * perVillage + (people * perHundredPeople) / 100);
  return Array.from({ length: count }, (_, index) => {
    const { area, place } = random.pick(villages);
    return {
      id: `syn-v-${String(index + 1).padStart(5, "0")}`,
      birthDate: birthDateFor(random, random.whole(...ageYears), on),
      healthy: random.chance(healthyShare),
      area: area.code,
      ...(place === undefined ? {} : { place: scatter(random, place, syntheticAssumptions.scatterMetres.person) }),
      hoursPerWeek: random.whole(...hoursPerWeek),
      groups: [random.pick(groups)],
      capacity: random.whole(...capacity),
    };
  });
}
