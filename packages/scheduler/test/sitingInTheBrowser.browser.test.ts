import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { site } from "../src/siting/site.js";
import { startBuiltSolver } from "./builtSolver.js";
import { countySiting } from "./randomSiting.js";

// found by the browser tests' configuration, or given
const chromiumPath = process.env.CHROMIUM_PATH;

const program = `
import { site } from "../src/siting/site.js";
import { countySiting } from "./randomSiting.js";
const startWorker = () => new Worker("/worker.js", { type: "module" });
const { run, ...answer } = await site(countySiting(9, 25, 10), { method: "exact", startWorker, wasmUrl: "/highs.wasm", maxIterations: 1 });
document.documentElement.dataset.answer = JSON.stringify(answer);
`;

type Entry =
  | { readonly stdin: { readonly contents: string; readonly resolveDir: string; readonly loader: "ts" } }
  | { readonly entryPoints: string[] };

async function bundled(entry: Entry): Promise<string> {
  const { outputFiles } = await build({
    ...entry,
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: ["node:*"],
    conditions: ["@eldercare/source"],
    logLevel: "warning",
  });
  return outputFiles?.[0]?.text ?? "";
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const page = `<!doctype html><meta charset="utf-8"><title>eldercare</title><script type="module" src="/program.js"></script>`;
const wasm = readFileSync(join(dirname(createRequire(import.meta.url).resolve("highs")), "highs.wasm"));

describe.skipIf(chromiumPath === undefined)("HiGHS in a Web Worker", () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    const scripts = new Map([
      ["/program.js", await bundled({ stdin: { contents: program, resolveDir: here("."), loader: "ts" } })],
      ["/worker.js", await bundled({ entryPoints: [here("../src/siting/worker.ts")] })],
    ]);
    server = createServer((request, response) => {
      // a page that forbids programs from elsewhere has to allow WebAssembly by name
      response.setHeader("content-security-policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
      if (request.url === "/highs.wasm") return response.setHeader("content-type", "application/wasm").end(wasm);
      const script = scripts.get(request.url ?? "");
      response.setHeader("content-type", script === undefined ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8");
      return response.end(script ?? page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath: chromiumPath ?? "", headless: true, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("chooses the same sites as in Node.js, and proves it", async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForSelector("html[data-answer]", { state: "attached", timeout: 60_000 }).catch(() => undefined);
    const seen = await tab.evaluate<string | undefined>("document.documentElement.dataset.answer");
    expect(complaints).toEqual([]);
    const { run: _, ...answer } = await site(countySiting(9, 25, 10), { method: "exact", startWorker: startBuiltSolver, maxIterations: 1 });
    expect(seen).toBe(JSON.stringify(answer));
    expect(answer).toMatchObject({ outcome: "found", proven: true });
  });
});
