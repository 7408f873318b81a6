import fc from "fast-check";
import { createEngine, type Pack, parsePack } from "../src/index.js";
import { pack as national } from "../src/packs/cn.js";
import { pack as chengkou } from "../src/packs/cn-500229-chengkou.js";
import { packOf, partialPeople, conditions as randomConditions } from "./policies.js";

const on = "2026-11-21";
const residence = { area: "500229103205" };
const seed = 20261121;

/** Random synthetic packs, as many as asked for. */
const randomPacks = (count: number): Pack[] => fc.sample(randomConditions, { seed, numRuns: count }).map((when) => parsePack(packOf(when)));

/**
 * A thousand decisions as one text: synthetic people, of whom part is known, under the packs delivered and under random
 * packs. The same text must come out wherever the engine runs.
 */
export function thousandDecisions(): string {
  const people = fc
    .sample(partialPeople, { seed, numRuns: 40 })
    .map(({ facts: _, ...person }, index) => ({ id: `p-${index}`, ...person, residence }));
  const delivered = createEngine({ packs: [national, chengkou] });
  const decisions = [
    ...people.slice(0, 20).flatMap((person) => delivered.assess({ person }, { on })),
    ...randomPacks(25).flatMap((pack) => {
      const engine = createEngine({ packs: [pack] });
      return fc.sample(partialPeople, { seed, numRuns: 20 }).flatMap((person) => engine.assess({ person }, { on }));
    }),
  ];
  if (decisions.length < 1000) throw new Error(`only ${decisions.length} decisions`);
  return decisions
    .slice(0, 1000)
    .map((decision) => JSON.stringify(decision))
    .join("\n");
}
