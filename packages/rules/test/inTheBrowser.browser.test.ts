import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { thousandDecisions } from "./thousandDecisions.js";

// found by the browser tests' configuration, or given
const chromiumPath = process.env.CHROMIUM_PATH;

/** The program of the page: what Node.js computes here, computed there, and then a word of what the page forbids. */
const program = `
import { thousandDecisions } from "./thousandDecisions.js";
document.documentElement.dataset.decisions = thousandDecisions();
try {
  new Function("return 1");
} catch (error) {
  document.documentElement.dataset.evaluation = error.name;
}
`;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    conditions: ["@eldercare/source"],
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}

const page = `<!doctype html><meta charset="utf-8"><title>eldercare</title><script type="module" src="/program.js"></script>`;

describe.skipIf(chromiumPath === undefined)("the engine in a page that forbids eval", () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    const script = await bundled();
    server = createServer((request, response) => {
      const isProgram = request.url === "/program.js";
      response.setHeader("content-security-policy", "default-src 'self'");
      response.setHeader("content-type", isProgram ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8");
      response.end(isProgram ? script : page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath: chromiumPath ?? "", headless: true, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("gives the same thousand decisions as in Node.js, byte for byte", async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForSelector("html[data-evaluation]", { state: "attached" });
    const { decisions, evaluation } = await tab.evaluate<Record<string, string>>("({ ...document.documentElement.dataset })");
    expect(decisions).toBe(thousandDecisions());
    // the page forbids eval indeed; that one attempt is all that it complains of
    expect(evaluation).toBe("EvalError");
    expect(complaints).toHaveLength(1);
  });
});
