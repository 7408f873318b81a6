import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { clientScript } from "./clientScript.js";
import { embeddedData, renderReport } from "./renderReport.js";
import type { ReportData } from "./reportData.js";
import { reportStyle } from "./style.js";
import { chengkouReport } from "./testing/chengkouReport.js";
import { syntheticUnassigned } from "./testing/visits.js";

const textOf = (page: string): string =>
  page
    .replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, "")
    .replace(/<span class="en"[^>]*>[^<]*<\/span>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const sectionOf = (page: string, id: string): string =>
  page.slice(page.indexOf(`<section id="${id}"`), page.indexOf("</section>", page.indexOf(`<section id="${id}"`)));

const embeddedIn = (page: string): unknown => JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "");

describe("the report", () => {
  it("is the same, byte for byte, for the same data", () => {
    expect(renderReport(chengkouReport())).toBe(renderReport(chengkouReport()));
  });

  it("embeds data that parse back equal", () => {
    const data = chengkouReport();
    expect(embeddedIn(renderReport(data))).toEqual(embeddedData(data));
  });

  it("loads nothing from anywhere", () => {
    const page = renderReport(chengkouReport());
    expect(page).not.toMatch(/(?:src|href|action|poster|srcset)\s*=\s*["']?(?:https?:)?\/\//i);
    expect(page).not.toMatch(/@import|url\(|<iframe|<object|<embed|<base/i);
    expect(page).toContain('<link rel="icon" href="data:,">');
  });

  it("lets only its own script and style run", () => {
    const page = renderReport(chengkouReport());
    const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#39;", "'") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src '${hash(clientScript)}'`);
    expect(policy).toContain(`style-src '${hash(reportStyle)}'`);
    expect(policy).not.toContain("unsafe");
    expect(page).not.toMatch(/ style=| on\w+=/);
  });

  it("escapes whatever registers and packs hold", () => {
    const attack = "</script><img src=x onerror=alert(1)>";
    const spoil = (value: unknown): unknown => {
      if (typeof value === "string") return value.length > 0 && !/^\d/.test(value) ? `${value}${attack}` : value;
      if (Array.isArray(value)) return value.map(spoil);
      if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoil(each)]));
      return value;
    };
    const data = chengkouReport();
    const known = ["kind", "subject", "modality", "status", "state"];
    const spoilt = (entries: readonly object[]): object[] =>
      entries.map((entry) => Object.fromEntries(Object.entries(entry).map(([key, each]) => [key, known.includes(key) ? each : spoil(each)])));
    const page = renderReport({
      ...data,
      title: spoil(data.title) as ReportData["title"],
      illustrativeParameters: spoilt(data.illustrativeParameters) as unknown as ReportData["illustrativeParameters"],
      openParameters: spoilt(data.openParameters) as unknown as ReportData["openParameters"],
      sources: spoilt(data.sources) as unknown as ReportData["sources"],
      rules: spoilt(data.rules) as unknown as ReportData["rules"],
      askNext: spoilt(data.askNext) as unknown as ReportData["askNext"],
      townships: spoilt(data.townships) as unknown as ReportData["townships"],
      villages: spoilt(data.villages) as unknown as ReportData["villages"],
      unassigned: spoilt(data.unassigned) as unknown as ReportData["unassigned"],
      facilities: data.facilities.map((facility) => ({
        ...facility,
        id: facility.id + attack,
        name: facility.name + attack,
        kind: attack,
        township: attack,
      })),
      targets: data.targets.map((target) => ({ ...target, rule: attack, observed: attack, required: attack, clauses: [attack] })),
      routes: data.routes.map((route) => ({ ...route, caregiver: route.caregiver + attack })),
      services: { [attack]: { zh: attack, en: attack } },
      clauses: Object.fromEntries(Object.entries(data.clauses).map(([id, clause]) => [id, { ...clause, quote: attack, section: attack }])),
      credits: [attack],
    });
    expect(page).not.toContain("<img");
    expect(page.match(/<\/script>/g)?.length).toBe(2);
    expect(page).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
  });

  it("says at its head that data are synthetic and which example values were used", () => {
    const text = textOf(renderReport(chengkouReport()));
    expect(text).toContain("合成数据");
    expect(text).toMatch(/示例参数.*高龄的起始年龄 advancedAge 80/);
    const plain = textOf(renderReport(chengkouReport({ synthetic: false, illustrative: false })));
    expect(plain).not.toContain("合成数据");
    expect(plain).not.toContain("示例参数");
  });

  it("quotes the clause of every rule", () => {
    const data = chengkouReport();
    const section = sectionOf(renderReport(data), "entitlements");
    for (const id of data.rules.flatMap((rule) => rule.clauses)) expect(section).toContain(data.clauses[id]?.quote);
  });

  it("puts the facilities that are short of staff first", () => {
    const data = chengkouReport();
    const section = sectionOf(renderReport(data), "facilities");
    const shortfalls = data.facilities
      .map((facility) => ({ at: section.indexOf(`<span class="title">${facility.name}<`), short: facility.staffing[0]?.short ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .map(({ short }) => short);
    expect(shortfalls.length).toBe(25);
    expect(shortfalls).toEqual([...shortfalls].sort((a, b) => b - a));
  });

  it("shows no figure where none could be computed", () => {
    const data = chengkouReport();
    const facility = { ...(data.facilities[0] as ReportData["facilities"][number]), standards: [], fundingSteps: [] };
    const { fundingFen: _, ...unfunded } = facility;
    const unknown = { ...unfunded, staffing: [{ rule: "r", title: { zh: "配备", en: "staff" }, steps: [], clauses: [] }] };
    const text = textOf(sectionOf(renderReport({ ...data, facilities: [unknown] }), "facilities"));
    expect(text).toContain("失能特困人员集中照护中心 · 葛城街道 — — — — —");
    expect(text).toContain("待补充信息");
  });

  it("sets the warnings of targets above them, with each clause quoted", () => {
    const section = textOf(sectionOf(renderReport(chengkouReport()), "targets"));
    expect(section.indexOf("相差6个")).toBeLessThan(section.indexOf("社会化运营率"));
    expect(section).toMatch(/相差6个。.*升级改造乡镇敬老院18个.*双河、厚坪、北屏、明中、治平、河鱼等6个.*周溪、蓼子、高燕、龙田、左岚、坪坝等6个/);
  });

  it("puts overdue targets first and met ones last", () => {
    const section = sectionOf(renderReport(chengkouReport()), "targets");
    const states = [...section.matchAll(/class="chip (\w+)"/g)].map(([, state]) => state);
    expect(states).toEqual(["overdue", "due", "undetermined", "undated", "met"]);
  });

  it("counts for each reason the visits that it kept from being planned", () => {
    const data = chengkouReport();
    const section = textOf(sectionOf(renderReport(data), "unassigned"));
    const busy = data.unassigned.filter((visit) => visit.reasons.some((reason) => reason.zh === "工作时间已满")).length;
    expect(section).toContain(`工作时间已满 ${busy} `);
  });

  it("holds back the rest of a long table in a template", () => {
    const data = chengkouReport();
    const many = syntheticUnassigned(data.townships, ["p-1"], 500);
    const section = sectionOf(renderReport({ ...data, unassigned: many }), "unassigned");
    const template = /<template>([\s\S]*)<\/template>/.exec(section)?.[1] ?? "";
    expect(template.match(/<tbody/g)?.length).toBe(480);
    expect(section.replace(template, "")).not.toContain("x-u-21<");
    expect(textOf(section)).toContain("显示全部 500 行");
  });

  it("leaves single people out where the register is too large, and says so", () => {
    const page = renderReport(chengkouReport({ people: { count: 60_000, listed: null } }));
    expect(textOf(page)).toContain("本报告未嵌入逐人结果");
    expect(textOf(page)).toContain("60,000");
    expect(page).not.toContain('<form id="look-up-form"');
    expect(embeddedIn(page)).toHaveProperty("people", null);
  });

  it("refuses outcomes that do not fit people and rules", () => {
    const data = chengkouReport();
    const { listed } = data.people;
    if (listed === null) throw new Error("the sample lists its people");
    expect(() => renderReport({ ...data, people: { count: 900, listed: { ...listed, status: "01" } } })).toThrow(RangeError);
  });

  it("prints the kind of a facility that it does not know as it is written", () => {
    const data = chengkouReport();
    const section = sectionOf(
      renderReport({ ...data, facilities: data.facilities.map((each) => ({ ...each, kind: "rescueStation" })) }),
      "facilities",
    );
    expect(textOf(section)).toContain("rescueStation");
  });
});
