import { describe, expect, it } from "vitest";
import { startBuiltWorker } from "./builtWorker.js";
import { manyPlans } from "./manyPlans.js";
import { chromiumPath, servePage } from "./servedPage.js";

/** The program of the page: what Node.js computes here, computed there, alone and with workers. */
const text = `
import { manyPlans } from "./manyPlans.js";
const { dataset } = document.documentElement;
dataset.alone = await manyPlans();
dataset.together = await manyPlans({ threads: 2, startWorker: () => new Worker("/worker.js", { type: "module" }) });
`;

describe.skipIf(chromiumPath === undefined)("a search in a page that forbids eval and programs from elsewhere", () => {
  it("finds the same plans as in Node.js, byte for byte, alone and with a Web Worker", async () => {
    const page = await servePage("default-src 'self'", { "/program.js": { text }, "/worker.js": { file: "../src/parallel/worker.ts" } });
    try {
      const { data, complaints } = await page.read("together", 120_000);
      expect(complaints).toEqual([]);
      expect(data.alone).toBe(await manyPlans());
      const together = await manyPlans({ threads: 2, startWorker: startBuiltWorker });
      expect(together).toContain(",2,8000");
      expect(data.together).toBe(together);
    } finally {
      await page.close();
    }
  });
});
