import type { CivilDate, Household, OlderPerson } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import { drawHousehold, type HouseholdDraft } from "./households.js";
import type { Lodging } from "./lodging.js";
import { birthDateFor, drawPerson } from "./people.js";
import { type Random, seededRandom } from "./random.js";
import type { VillageSite } from "./villageSites.js";

/** The older persons of a register and the households they belong to. */
export interface Population {
  readonly people: OlderPerson[];
  readonly households: Household[];
}

type Member = NonNullable<Household["members"]>[number];

function drawChildren(random: Random, household: HouseholdDraft, youngestParentAge: number, on: CivilDate): Member[] {
  if (!household.hasChildren) return [];
  const { childCaresShare } = syntheticAssumptions;
  const together = household.kind === "family";
  return Array.from({ length: together ? 1 : random.whole(1, 3) }, () => ({
    relation: "child" as const,
    birthDate: birthDateFor(random, youngestParentAge - random.whole(20, 32), on),
    cares: random.chance(together ? childCaresShare.together : childCaresShare.away),
  }));
}

const fenBetween = (random: Random, [least, most]: readonly [number, number]): number => random.whole(least, most) * 100;

/** Picks villages by weight: one draw, one binary search. */
function villagePicker(villages: readonly VillageSite[]): (random: Random) => VillageSite {
  let sum = 0;
  const upTo = villages.map((village) => {
    sum += village.weight;
    return sum;
  });
  return (random) => {
    const target = random.fraction() * sum;
    let low = 0;
    let high = villages.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? sum) > target) high = middle;
      else low = middle + 1;
    }
    const village = villages[low];
    if (village === undefined) throw new RangeError("no village to live in");
    return village;
  };
}

/**
 * Draws so many older persons, household by household, over the villages by their weights.
 *
 * @param count older persons wanted, at least 0
 * @param on civil date on which the ages hold
 */
export function drawPopulation(villages: readonly VillageSite[], count: number, lodging: Lodging, seed: number, on: CivilDate): Population {
  const random = seededRandom(seed, "people");
  const pickVillage = villagePicker(villages);
  const { monthlyIncomeYuan, assetsYuan, adaptedHomeShare } = syntheticAssumptions;
  const digits = Math.max(5, String(count).length);
  const people: OlderPerson[] = [];
  const households: Household[] = [];
  while (people.length < count) {
    const village = pickVillage(random);
    const household = drawHousehold(random, count - people.length);
    const id = `syn-h-${String(households.length + 1).padStart(digits, "0")}`;
    const members: Member[] = household.ages.map((age, member) => {
      const personId = `syn-p-${String(people.length + 1).padStart(digits, "0")}`;
      const birthDate = birthDateFor(random, age, on);
      people.push(drawPerson(random, { id: personId, householdId: id, household, member, village, birthDate }, lodging, on));
      return { person: personId, relation: member === 0 ? "self" : "spouse", birthDate };
    });
    const income = household.assistance ?? "other";
    households.push({
      id,
      area: village.area.code,
      members: [...members, ...drawChildren(random, household, Math.min(...household.ages), on)],
      monthlyIncomeFen: fenBetween(random, monthlyIncomeYuan[income]),
      assetsFen: fenBetween(random, assetsYuan[income]),
      homeAdapted: random.chance(adaptedHomeShare),
      facts: { synthetic: true },
    });
  }
  return { people, households };
}
