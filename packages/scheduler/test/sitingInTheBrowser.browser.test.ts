import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { site } from "../src/siting/site.js";
import { startBuiltSolver } from "./builtSolver.js";
import { countySiting } from "./randomSiting.js";
import { chromiumPath, servePage } from "./servedPage.js";

const text = `
import { site } from "../src/siting/site.js";
import { countySiting } from "./randomSiting.js";
const startWorker = () => new Worker("/worker.js", { type: "module" });
const { run, ...answer } = await site(countySiting(9, 25, 10), { method: "exact", startWorker, wasmUrl: "/highs.wasm", maxIterations: 1 });
document.documentElement.dataset.answer = JSON.stringify(answer);
`;
// a page that forbids programs from elsewhere has to allow WebAssembly by name
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const wasm = () => readFileSync(join(dirname(createRequire(import.meta.url).resolve("highs")), "highs.wasm"));

describe.skipIf(chromiumPath === undefined)("HiGHS in a Web Worker", () => {
  it("chooses the same sites as in Node.js, and proves it", async () => {
    const programs = { "/program.js": { text }, "/worker.js": { file: "../src/siting/worker.ts" } };
    const page = await servePage(policy, programs, { path: "/highs.wasm", bytes: wasm() });
    try {
      const { data, complaints } = await page.read("answer", 60_000);
      expect(complaints).toEqual([]);
      const { run: _, ...answer } = await site(countySiting(9, 25, 10), { method: "exact", startWorker: startBuiltSolver, maxIterations: 1 });
      expect(data.answer).toBe(JSON.stringify(answer));
      expect(answer).toMatchObject({ outcome: "found", proven: true });
    } finally {
      await page.close();
    }
  });
});
