import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Locale } from "@eldercare/core";
import type { Pack } from "@eldercare/rules";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackPageFiles, packPageData } from "./packPageData.js";
import { pageFile, renderPackPage } from "./renderPackPage.js";

// found by the browser tests' configuration, or given
const chromiumPath = process.env.CHROMIUM_PATH;
const screenshots = fileURLToPath(new URL("../../../../.cache/screenshots/", import.meta.url));
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 375, height: 740 }, deviceScaleFactor: 2, isMobile: true };

const read = (id: string, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../rules/packs/${id}/${name}.json`, import.meta.url), "utf8"));
const national = read("cn", "pack") as Pack;
/** A county's pack, with the files beside it. */
const filesOf = (id: string): PackPageFiles => ({
  pack: read(id, "pack") as Pack,
  parents: [national],
  overlays: [],
  cases: read(id, "cases") as NonNullable<PackPageFiles["cases"]>,
  findings: read(id, "findings") as NonNullable<PackPageFiles["findings"]>,
  records: read(id, "clauses"),
});

describe.skipIf(chromiumPath === undefined)("pages of packs in a browser", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "eldercare-pages-"));
  const ids = ["cn-361021-nancheng", "cn-130322-changli"];
  let browser: Browser;

  const open = async (id: string, locale: Locale, options: BrowserContextOptions) => {
    const page: Page = await (await browser.newContext(options)).newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(join(folder, pageFile(id, locale))).href);
    return { page, requests, complaints };
  };

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    for (const id of ids) {
      const data = packPageData(filesOf(id), "2026-11-21");
      for (const locale of ["zh", "en"] as const) writeFileSync(join(folder, pageFile(id, locale)), renderPackPage(data, locale));
    }
    browser = await chromium.launch({
      executablePath: chromiumPath ?? "",
      headless: true,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(ids)("%s opens offline, in silence, and leads from one language to the other and from a clause to its rule", async (id) => {
    const { page, requests, complaints } = await open(id, "zh", desktop);
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
    await page.screenshot({ path: join(screenshots, `pack-${id}-zh.png`) });
    await page.locator("#clauses a").first().click();
    const target = new URL(page.url()).hash;
    expect(await page.locator(`[id="${target.slice(1)}"]`).isVisible()).toBe(true);
    await page.click(".actions a");
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.screenshot({ path: join(screenshots, `pack-${id}-en.png`) });
    expect(requests.map((url) => url.split("/").at(-1)?.split("#")[0])).toEqual([pageFile(id, "zh"), pageFile(id, "en")]);
    expect(complaints).toEqual([]);
  });

  it.each(["zh", "en"] as const)("fit a phone without moving sideways (%s)", async (locale) => {
    const { page } = await open(ids[0] ?? "", locale, phone);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
    await page.locator("#parameters").scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(screenshots, `pack-phone-${locale}.png`) });
  });

  it("print without what only a screen needs", async () => {
    const { page } = await open(ids[0] ?? "", "zh", desktop);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("#clauses").isVisible()).toBe(true);
  });
});
