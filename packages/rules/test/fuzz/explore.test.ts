import { appendFileSync } from "node:fs";
import { it } from "vitest";
import { InheritedReads } from "./inheritedReads.js";
import { tryPack } from "./tryPack.js";

it("x", () => {
  const reads = new InheritedReads();
  reads.install();
  const [from, to] = [Number(process.env.FROM), Number(process.env.TO)];
  const seen = new Set<string>();
  for (let seed = from; seed < to; seed += 1) {
    const t = tryPack(seed, 50, reads);
    for (const f of t.faults) {
      const key = f
        .split("\n")
        .slice(0, 3)
        .join("|")
        .replace(/\d+ ms/, "N ms");
      if (f.includes("took") || !seen.has(key)) {
        seen.add(key);
        appendFileSync("/tmp/p/explore.log", `${seed} ${f.split("\n").slice(0, 8).join("\n")}\n`);
      }
    }
    if (seed % 100 === 0) appendFileSync("/tmp/p/explore.log", `at ${seed} ${Math.round(t.longestMs)}\n`);
  }
  appendFileSync("/tmp/p/explore.log", "done\n");
}, 3_000_000);
