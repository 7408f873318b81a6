import { Random } from "../src/improve/random.js";
import type { PairedPerson, PairingProblem, PairingVolunteer } from "../src/pairing/model/problem.js";

/** What a synthetic pairing problem for tests is to have. */
export interface WantedPairing {
  readonly persons: number;
  readonly volunteers: number;
  /** Share of persons in grids. */
  readonly inGrids: number;
  /** True for wishes, ages, hours, unknown facts and whatever else a problem can state. */
  readonly rich: boolean;
  /** Degrees of the square in which everybody lives. */
  readonly across?: number;
}

/** A synthetic pairing problem drawn from a seed: the same seed, the same problem. */
export function randomPairing(seed: number, { persons, volunteers, inGrids, rich, across = 0.1 }: WantedPairing): PairingProblem {
  const random = new Random(seed);
  const chance = (share: number): boolean => rich && random.unit() < share;
  const between = (from: number, to: number): number => from + random.below(to - from + 1);
  const pick = <Value>(values: readonly Value[]): Value => values[random.below(values.length)] as Value;
  const spot = (id: string) => ({ id, lng: 108.5 + random.unit() * across, lat: 31.9 + random.unit() * across });
  const helperIds = Array.from({ length: volunteers }, (_, index) => `v-${index + 1}`);
  const places = [...Array.from({ length: persons }, (_, index) => spot(`home-${index + 1}`)), ...helperIds.map((id) => spot(`at-${id}`))];
  const sexes = ["female", "male"] as const;
  const helpers = helperIds.map(
    (id): PairingVolunteer => ({
      id,
      place: `at-${id}`,
      ...(chance(0.1) ? {} : { birthDate: `${between(1950, 1968)}-06-15` }),
      ...(chance(0.1) ? {} : { healthy: !chance(0.1) }),
      ...(chance(0.2) ? {} : { sex: pick(sexes) }),
      ...(chance(0.2) ? {} : { languages: chance(0.5) ? ["zh", "mn"] : ["zh"] }),
      ...(chance(0.3) ? { groups: [pick(["north", "south"])] } : {}),
      ...(chance(0.2) ? { modes: [pick(["oneToOne", "grid"] as const)] } : {}),
      ...(chance(0.5) ? { capacity: between(0, 4) } : {}),
      ...(chance(0.8) ? { hoursPerWeek: between(2, 12) } : {}),
    }),
  );
  const people = Array.from({ length: persons }, (_, index): PairedPerson => {
    const someone = (): string[] => (helperIds.length === 0 ? [] : [pick(helperIds)]);
    const bars = chance(0.15) ? someone() : [];
    return {
      id: `p-${index + 1}`,
      place: `home-${index + 1}`,
      mode: random.unit() < inGrids ? "grid" : "oneToOne",
      ...(chance(0.5) ? { priority: between(1, 5) } : {}),
      ...(chance(0.3)
        ? { wishes: chance(0.5) ? { sex: pick(sexes) } : { language: pick(["zh", "mn"]), ...(chance(0.3) ? { groups: ["north"] } : {}) } }
        : {}),
      ...(chance(0.2) ? { prefers: someone() } : {}),
      ...(bars.length > 0 ? { bars } : chance(0.05) ? { only: someone() } : {}),
      ...(chance(0.4) ? { partner: helperIds.length === 0 ? null : pick(helperIds) } : {}),
    };
  });
  const least = between(1, 3);
  const limits = () => ({
    ...(chance(0.7) ? { youngestAge: 60, oldestAge: 72 } : {}),
    ...(chance(0.5) ? { healthy: true } : {}),
    ...(chance(0.6) ? { longestMetres: between(3000, 12_000) } : {}),
    ...(chance(0.3) ? { hoursPerPerson: between(1, 3) } : {}),
    ...(chance(0.2) ? { acceptUnknown: true } : {}),
  });
  return {
    on: "2026-11-21",
    places,
    travel: { kind: "straightLine", circuity: 1.3 },
    persons: people,
    volunteers: helpers,
    requirements: {
      oneToOne: { ...limits(), mostPersons: between(1, 2), ...(chance(0.5) ? { exclusive: true } : {}) },
      grid: { ...limits(), leastPersons: least, mostPersons: least + between(0, 3), ...(chance(0.5) ? { widestMetres: between(4000, 12_000) } : {}) },
    },
    objective: {
      ...(chance(0.5) ? { change: between(0, 8), notPreferred: between(0, 4) } : {}),
      ...(chance(0.4) ? { furtherPerson: between(1, 5) } : {}),
    },
  };
}
