import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

/** Chromium as the browser tests' configuration found it, or as it was given; undefined where there is none. */
export const chromiumPath = process.env.CHROMIUM_PATH;

/** A program for a page, as text that stands in this folder, or a worker's file. */
export type Program = { readonly text: string } | { readonly file: string };

/** A page in headless Chromium. */
export interface ServedPage {
  /** What programs have written into the root element's data once they have written one of them, and what the page complained of. */
  read(awaited: string, timeoutMs: number): Promise<{ readonly data: Readonly<Record<string, string>>; readonly complaints: readonly string[] }>;
  close(): Promise<void>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function bundled(program: Program): Promise<string> {
  const { outputFiles } = await build({
    ...("text" in program
      ? { stdin: { contents: program.text, resolveDir: here("."), loader: "ts" as const } }
      : { entryPoints: [here(program.file)] }),
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

const page = `<!doctype html><meta charset="utf-8"><title>eldercare</title><script type="module" src="/program.js"></script>`;

/** Serves a page with `/program.js` and what else it fetches, under a content security policy. */
export async function servePage(
  policy: string,
  programs: Readonly<Record<string, Program>>,
  wasm?: { readonly path: string; readonly bytes: Buffer },
): Promise<ServedPage> {
  const scripts = new Map(await Promise.all(Object.entries(programs).map(async ([path, program]) => [path, await bundled(program)] as const)));
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", policy);
    if (wasm !== undefined && request.url === wasm.path) return response.setHeader("content-type", "application/wasm").end(wasm.bytes);
    const script = scripts.get(request.url ?? "");
    response.setHeader("content-type", script === undefined ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8");
    return response.end(script ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? "",
    headless: true,
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
  });
  return {
    read: async (awaited, timeoutMs) => {
      const tab = await browser.newPage();
      const complaints: string[] = [];
      tab.on("console", (message) => complaints.push(message.text()));
      tab.on("pageerror", (error) => complaints.push(String(error)));
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      // a program that fails writes nothing: its complaint says more than the time that ran out
      await tab.waitForSelector(`html[data-${awaited}]`, { state: "attached", timeout: timeoutMs }).catch(() => undefined);
      const data = await tab.evaluate<Record<string, string>>("({ ...document.documentElement.dataset })");
      return { data, complaints };
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
