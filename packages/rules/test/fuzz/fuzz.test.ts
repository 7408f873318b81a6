import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InheritedReads } from "./inheritedReads.js";
import { tryPack } from "./tryPack.js";

const seed = Number(process.env.FC_SEED ?? 20261121) * 100_000;
const total = Number(process.env.FUZZ_PACKS ?? 60);
const faults: string[] = [];
describe("explore", () => {
  const reads = new InheritedReads();
  beforeAll(() => reads.install());
  afterAll(() => reads.restore());
  it("x", () => {
    let [accepted, answered, longest] = [0, 0, 0];
    const began = performance.now();
    const seen = new Map<string, string>();
    for (let n = 0; n < total; n += 1) {
      const t = tryPack(seed + n, 50, reads);
      accepted += Number(t.accepted); answered += t.answered; longest = Math.max(longest, t.longestMs);
      for (const f of t.faults) { const key = f.split("\n").slice(0, 3).join("|").replace(/\d+ ms/, "N ms"); if (!seen.has(key)) { seen.set(key, `${seed + n}`); faults.push(`${seed + n} ${f.split("\n").slice(0, 9).join("\n")}`); } }
    }
    console.log(JSON.stringify({ total, accepted, answered, longest, ms: performance.now() - began, kinds: faults.length }));
    for (const f of faults.slice(0, 25)) console.log(f);
    expect(1).toBe(1);
  }, 600_000);
});
