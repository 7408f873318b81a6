import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBuiltWorker } from "./builtWorker.js";
import { manyPlans } from "./manyPlans.js";

// found by the browser tests' configuration, or given
const chromiumPath = process.env.CHROMIUM_PATH;

/** The program of the page: what Node.js computes here, computed there, alone and with workers. */
const program = `
import { manyPlans } from "./manyPlans.js";
const { dataset } = document.documentElement;
dataset.alone = await manyPlans();
dataset.together = await manyPlans({ threads: 2, startWorker: () => new Worker("/worker.js", { type: "module" }) });
`;

async function bundled(
  entry: { readonly stdin: { readonly contents: string; readonly resolveDir: string; readonly loader: "ts" } } | { readonly entryPoints: string[] },
): Promise<string> {
  const { outputFiles } = await build({
    ...entry,
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: ["@eldercare/source"],
    logLevel: "warning",
  });
  return outputFiles?.[0]?.text ?? "";
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const page = `<!doctype html><meta charset="utf-8"><title>eldercare</title><script type="module" src="/program.js"></script>`;

describe.skipIf(chromiumPath === undefined)("a search in a page that forbids eval and programs from elsewhere", () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    const scripts = new Map([
      ["/program.js", await bundled({ stdin: { contents: program, resolveDir: here("."), loader: "ts" } })],
      ["/worker.js", await bundled({ entryPoints: [here("../src/parallel/worker.ts")] })],
    ]);
    server = createServer((request, response) => {
      const script = scripts.get(request.url ?? "");
      response.setHeader("content-security-policy", "default-src 'self'");
      response.setHeader("content-type", script === undefined ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8");
      response.end(script ?? page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath: chromiumPath ?? "", headless: true, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("finds the same plans as in Node.js, byte for byte, alone and with a Web Worker", async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForSelector("html[data-together]", { state: "attached", timeout: 120_000 });
    const seen = await tab.evaluate<Record<string, string>>("({ ...document.documentElement.dataset })");
    expect(complaints).toEqual([]);
    expect(seen.alone).toBe(await manyPlans());
    const together = await manyPlans({ threads: 2, startWorker: startBuiltWorker });
    expect(together).toContain(",2,8000");
    expect(seen.together).toBe(together);
  });
});
