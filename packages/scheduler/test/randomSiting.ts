import { Random } from "../src/improve/random.js";
import type { SiteCandidate, SitingDemand, SitingProblem, SitingRules, SitingWeights } from "../src/siting/problem.js";

/** How large a random question of siting is. */
export interface SitingSize {
  readonly demands: number;
  readonly sites: number;
}

/** A random question of siting: any of the rules, each in some of them. */
export function randomSiting(seed: number, size: SitingSize): SitingProblem {
  const random = new Random(seed);
  const often = (share: number): boolean => random.unit() < share;
  const place = () => ({ lng: 116 + random.below(300) / 1000, lat: 27 + random.below(300) / 1000 });
  const demands = Array.from(
    { length: size.demands },
    (_, row): SitingDemand => ({ id: `v-${row}`, ...place(), persons: 1 + random.below(30), households: random.below(25) }),
  );
  const persons = demands.reduce((sum, demand) => sum + demand.persons, 0);
  const tight = often(0.6);
  const sites = Array.from({ length: size.sites }, (_, row): SiteCandidate => {
    const existing = often(0.4);
    return {
      id: `s-${row}`,
      ...place(),
      existing,
      ...(tight && often(0.8) ? { capacity: 5 + random.below(Math.max(10, persons)) } : {}),
      ...(often(0.15) ? { leastPersons: random.below(30) } : {}),
      ...(often(0.1) ? { required: true } : often(0.1) ? { barred: true } : {}),
      ...(existing ? { closingFen: 100 * random.below(50) } : { openingFen: 1000 * random.below(50) }),
      yearlyFen: 100 * random.below(80),
    };
  });
  const open = sites.filter(({ barred }) => barred !== true);
  const required = open.filter((site) => site.required === true).length;
  const between = (least: number, most: number): number => least + random.below(Math.max(1, most - least + 1));
  const count = random.below(4);
  const rules: SitingRules = {
    ...(often(0.6) ? { furthestMetres: 4000 + random.below(20_000) } : {}),
    ...(often(0.2) ? { longestSeconds: 600 + random.below(3000) } : {}),
    ...(often(0.4) ? { leastHouseholds: random.below(40) } : {}),
    ...(count === 0 ? { sites: { exactly: between(required, open.length) } } : {}),
    ...(count === 1 ? { sites: { most: between(required, open.length) } } : {}),
    ...(often(0.25) ? { oneOffBudgetFen: 20_000 + random.below(150_000) } : {}),
    ...(often(0.2) ? { yearlyBudgetFen: 5000 + random.below(20_000) } : {}),
  };
  const weights: SitingWeights = {
    ...(often(0.6) ? { oneOffFen: random.below(10) / 100, yearlyFen: random.below(10) / 50 } : {}),
    ...(often(0.2) ? { personMinute: random.below(3) } : {}),
    ...(often(0.3) ? { unservedPerson: random.below(40) } : {}),
  };
  return { demands, sites, travel: { kind: "straightLine", circuity: 1.3, metresPerSecond: 8 }, rules, weights };
}

/** Villages and candidates of a county, with rooms and least loads that bite. */
export function countySiting(seed: number, demands: number, sites: number): SitingProblem {
  const { rules: _, weights: __, ...problem } = randomSiting(seed, { demands, sites });
  const roomy = problem.sites.map(({ id, lng, lat }) => ({ id, lng, lat, capacity: 110 }));
  return { ...problem, sites: roomy, rules: { sites: { most: Math.ceil(demands / 6) }, furthestMetres: 15_000, leastHouseholds: 20 } };
}
