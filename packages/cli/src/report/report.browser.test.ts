import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReport } from "./renderReport.js";
import type { ReportData } from "./reportData.js";
import { chengkouReport } from "./testing/chengkouReport.js";

// found by the browser tests' configuration, or given
const chromiumPath = process.env.CHROMIUM_PATH;
const screenshots = fileURLToPath(new URL("../../../../.cache/screenshots/", import.meta.url));
const desktop: BrowserContextOptions = { locale: "zh-CN", viewport: { width: 1280, height: 900 } };
const phone: BrowserContextOptions = { locale: "zh-CN", viewport: { width: 375, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** An open report, with every request that it made and every error and warning of its console. */
interface OpenReport {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

// everything is off that would reach for the network by itself
const startChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

async function openReport(browser: Browser, file: string, options: BrowserContextOptions): Promise<OpenReport> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
}

/** What a reader sees of an element, without what the style sheet hides. */
const shownText = (page: Page, selector: string): Promise<string> =>
  page.evaluate<string>(`document.querySelector(${JSON.stringify(selector)}).innerText`);

it("a Chromium is installed where the tests must run in a browser", (context) => {
  if (chromiumPath === undefined && process.env.CI !== "true")
    context.skip("no Chromium found: the report's browser tests are left out (apt-get install chromium)");
  expect(chromiumPath).toBeDefined();
});

describe.skipIf(chromiumPath === undefined)("the report in a browser", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "eldercare-report-"));
  let browser: Browser;
  let opened: OpenReport[] = [];

  const open = async (data: ReportData, options = desktop): Promise<OpenReport> => {
    const file = join(folder, `report-${opened.length}.html`);
    writeFileSync(file, renderReport(data));
    const report = await openReport(browser, file, options);
    opened.push(report);
    return report;
  };
  const sidewaysOverflow = ({ page }: OpenReport): Promise<number> =>
    page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await startChromium(chromiumPath ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    opened = [];
  });

  it("opens offline: it asks for nothing but itself and its console stays silent", async () => {
    const report = await open(chengkouReport());
    await report.page.waitForTimeout(300);
    expect(report.requests).toEqual([pathToFileURL(join(folder, "report-0.html")).href]);
    expect(report.complaints).toEqual([]);
    await report.page.screenshot({ path: join(screenshots, "report-zh-desktop.png"), fullPage: true });
  });

  it("speaks Chinese to a Chinese browser, English to another, and switches", async () => {
    const { page } = await open(chengkouReport());
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
    expect(await shownText(page, "#entitlements h2")).toBe("资格认定结果");
    await page.click("#language");
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(await shownText(page, "#entitlements h2")).toBe("Entitlements");
    expect(await page.title()).toBe("Rural elder care in Chengkou County: the week");
    await page.screenshot({ path: join(screenshots, "report-en-desktop.png"), fullPage: true });
    const english = await open(chengkouReport(), { ...desktop, locale: "en-GB" });
    expect(await english.page.getAttribute("html", "lang")).toBe("en");
    expect(english.complaints).toEqual([]);
  });

  it("draws the routes of the township and day that is chosen, and no others", async () => {
    const data = chengkouReport();
    const report = await open(data);
    const { page } = report;
    const township = data.townships.findIndex(({ name }) => name === "高燕镇");
    await page.selectOption("#township", String(township));
    await page.selectOption("#day", "2");
    const routes = data.routes.filter((route) => route.township === data.townships[township]?.code && route.date === "2026-11-25");
    const visits = routes.flatMap((route) => route.stops.filter((stop) => stop.kind === "visit"));
    expect(routes.length).toBeGreaterThan(1);
    expect(await page.locator("#route-map .route").count()).toBe(routes.length);
    expect(await page.locator("#route-map .stop").count()).toBe(visits.length);
    expect(await page.locator("#timetable .bar.visit").count()).toBe(visits.length);
    expect(await page.locator("#county-map .town.chosen text").innerHTML()).toBe("高燕镇");
    expect(await shownText(page, "#day-figures")).toContain(`${routes.length} 名护理人员，${visits.length} 次上门服务`);
    await page.click("#itinerary summary");
    expect(await page.locator("#itinerary-table tbody tr").count()).toBe(routes.reduce((sum, route) => sum + route.stops.length, 0));
    expect(report.complaints).toEqual([]);
  });

  it("brings one caregiver's day forward, by mouse and by keyboard", async () => {
    const { page } = await open(chengkouReport());
    const first = page.locator("#timetable .lane button").first();
    await first.click();
    expect(await first.getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator("#route-map .route:not(.dim)").count()).toBe(1);
    await page.locator("#visits").screenshot({ path: join(screenshots, "report-zh-caregiver.png") });
    await first.press("Enter");
    expect(await page.locator("#route-map .route.dim").count()).toBe(0);
  });

  it("numbers one caregiver's visits at a time where a day has too many to number them all", async () => {
    const data = chengkouReport();
    const day = data.routes.filter((route) => route.township === "500229108" && route.date === "2026-11-23");
    const routes = Array.from({ length: 8 }, (_, copy) => day.map((route) => ({ ...route, caregiver: `${route.caregiver}-${copy}` }))).flat();
    const { page } = await open({ ...data, routes });
    expect(await page.locator("#crowded-hint").isVisible()).toBe(true);
    expect(await page.locator("#route-map .stop text:visible").count()).toBe(0);
    await page.locator("#timetable .lane button").nth(3).click();
    const chosen = [...routes].sort((a, b) => (a.caregiver < b.caregiver ? -1 : 1))[3];
    const visits = chosen?.stops.filter((stop) => stop.kind === "visit").length ?? 0;
    expect(visits).toBeGreaterThan(0);
    expect(await page.locator("#route-map .stop text:visible").count()).toBe(visits);
    await page.locator("#visits").screenshot({ path: join(screenshots, "report-zh-crowded.png") });
  });

  it("looks one person up by id, with the clauses quoted", async () => {
    const data = chengkouReport();
    const { page } = await open(data);
    await page.fill("#person-id", "p-17");
    await page.press("#person-id", "Enter");
    const rules = data.people.listed?.rules ?? [];
    const outcomes = data.people.listed?.status.slice(16 * rules.length, 17 * rules.length) ?? "";
    const count = (character: string): number => [...outcomes].filter((each) => each === character).length;
    expect(await page.locator("#look-up-answer .chip.granted").count()).toBe(count("1"));
    expect(await page.locator("#look-up-answer .chip.undetermined").count()).toBe(count("2"));
    expect(await page.locator("#look-up-answer details .chip.denied").count()).toBe(count("0"));
    expect(await page.locator("#look-up-answer q").count()).toBeGreaterThanOrEqual(rules.length);
    await page.locator("#look-up").screenshot({ path: join(screenshots, "report-zh-person.png") });
    await page.fill("#person-id", "P-88");
    await page.click("#look-up-form button");
    expect(await shownText(page, "#look-up-answer")).toContain("没有编号为“P-88”的人员");
    await page.locator("#look-up-answer button.near").first().click();
    expect(await shownText(page, "#look-up-answer h3")).toBe("p-88");
  });

  it("unfolds the workings of a figure and shows the whole of a long table", async () => {
    const data = chengkouReport();
    const { page } = await open(data);
    const facility = page.locator("#facilities tbody").first();
    expect(await facility.locator(".steps").first().isVisible()).toBe(false);
    await facility.locator(".unfold").click();
    expect(await facility.locator(".steps").first().isVisible()).toBe(true);
    expect(await facility.locator("q").first().isVisible()).toBe(true);
    await page.locator("#facilities").screenshot({ path: join(screenshots, "report-zh-facility.png") });
    expect(await page.locator("#facilities tbody").count()).toBeLessThan(data.facilities.length);
    await page.click("#facilities .show-all");
    expect(await page.locator("#facilities tbody").count()).toBe(data.facilities.length);
    await page.locator("#facilities .unfold").last().click();
    expect(await page.locator("#facilities tbody").last().locator(".workings").isVisible()).toBe(true);
  });

  it("fits a phone without moving sideways", async () => {
    const report = await open(chengkouReport(), phone);
    await report.page.locator("#timetable .lane button").first().tap();
    expect(await report.page.locator("#route-map .route.dim").count()).toBeGreaterThan(0);
    await report.page.locator("#all-caregivers").tap();
    expect(await sidewaysOverflow(report)).toBe(0);
    await report.page.screenshot({ path: join(screenshots, "report-zh-phone.png"), fullPage: true });
    await report.page.click("#language");
    expect(await sidewaysOverflow(report)).toBe(0);
    await report.page.screenshot({ path: join(screenshots, "report-en-phone.png"), fullPage: true });
  });

  it("prints", async () => {
    const { page } = await open(chengkouReport());
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#language").isVisible()).toBe(false);
    expect(await shownText(page, "#facilities .rest")).toBe("仅列前 15 行，共 25 行。");
    const examples = page.locator(".banner dd").first();
    expect(await examples.isVisible()).toBe(false);
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await examples.isVisible()).toBe(true);
    await page.screenshot({ path: join(screenshots, "report-zh-print.png"), fullPage: true });
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    expect(await examples.isVisible()).toBe(false);
    writeFileSync(join(screenshots, "report-zh-print.pdf"), pdf);
  });

  it("runs nothing that a register smuggles in", async () => {
    const attack = "</script><img src=x onerror=document.title='broken'><svg onload=alert(1)>";
    const data = chengkouReport();
    const listed = data.people.listed;
    const report = await open({
      ...data,
      title: { zh: attack, en: attack },
      townships: data.townships.map((township) => ({ ...township, name: attack })),
      routes: data.routes.map((route) => ({ ...route, caregiver: `${route.caregiver}${attack}` })),
      people: { ...data.people, listed: listed === null ? null : { ...listed, ids: listed.ids.map((id) => `${id}${attack}`) } },
      services: Object.fromEntries(Object.keys(data.services).map((id) => [id, { zh: attack, en: attack }])),
    });
    await report.page.fill("#person-id", `p-1${attack}`);
    await report.page.press("#person-id", "Enter");
    expect(await shownText(report.page, "#look-up-answer h3")).toBe(`p-1${attack}`);
    expect(await report.page.title()).toBe(attack);
    expect(await report.page.locator("img, [onload], [onerror]").count()).toBe(0);
    expect(report.requests.length).toBe(1);
    expect(report.complaints).toEqual([]);
  });

  it("shows an empty county in words instead of empty boxes", async () => {
    const data = chengkouReport();
    const report = await open({
      ...data,
      synthetic: false,
      illustrative: false,
      illustrativeParameters: [],
      openParameters: [],
      rules: [],
      people: { count: 0, listed: { rules: [], ids: [], areas: [], status: "" } },
      askNext: [],
      facilities: [],
      targets: [],
      villages: [],
      visits: { asked: 0, planned: 0, unassigned: 0, caregivers: 0, distanceKm: 0, travelMinutes: 0, serviceMinutes: 0 },
      unassigned: [],
      routes: [],
      credits: [],
    });
    expect(await report.page.locator("p.none:visible").count()).toBeGreaterThanOrEqual(7);
    expect(await report.page.locator(".banner").count()).toBe(0);
    expect(report.complaints).toEqual([]);
    await report.page.screenshot({ path: join(screenshots, "report-zh-empty.png"), fullPage: true });
  });
});
