import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InheritedReads } from "./inheritedReads.js";
import { type Trial, tryPack } from "./tryPack.js";

const subjects = 50;
// 60 packs at every change; 4,000 in the wide run, which asks for 1,000 runs of every property
const packs = process.env.FC_RUNS === undefined ? 60 : Number(process.env.FC_RUNS) * 4;
const parts = 4;

// what a seed has shown is kept in kept.test.ts, in words
describe("a spoilt pack, asked about spoilt subjects, gives answers or coded errors", () => {
  const reads = new InheritedReads();
  const trials: Trial[] = [];
  beforeAll(() => reads.install());
  afterAll(() => reads.restore());

  it.each(Array.from({ length: parts }, (_, part) => part + 1))("in time, and reads nothing that every object inherits (part %i)", (part) => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat({ max: 2 ** 30 })), (seed) => {
        const trial = tryPack(seed * parts + part, subjects, reads);
        trials.push(trial);
        expect(trial.faults).toEqual([]);
      }),
      { numRuns: packs / parts },
    );
  });

  it("and is often enough sound still, so that subjects are asked about at all", () => {
    const accepted = trials.filter((trial) => trial.accepted);
    expect(trials.length).toBe(packs);
    expect(accepted.length).toBeGreaterThan(packs / 10);
    expect(accepted.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThan(accepted.length * 5);
  });
});
