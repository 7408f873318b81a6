import { createHash } from "node:crypto";
import type { Pack, PolicyCase } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as banner } from "@eldercare/rules/packs/cn-15-example-banner";
import { pack as pastoral } from "@eldercare/rules/packs/cn-15-pastoral";
import { describe, expect, it } from "vitest";
import { packPageData } from "./packPageData.js";
import { renderPackIndex } from "./renderPackIndex.js";
import { renderPackPage } from "./renderPackPage.js";

const on = "2026-11-21";
const attack = `</style><script>alert(1)</script>"'&`;
const title = (zh: string, en: string) => ({ zh, en });
const clause = (quote: string, modality: "required" | "permitted-or-encouraged" = "required") => ({
  source: "notice",
  section: "一",
  modality,
  quote,
});

/** A made-up pack with one of everything that a page shows; one title is written by somebody who means ill. */
const pack: Pack = {
  ...{ id: "example", version: "1.0.0", title: title("示例县养老服务", "Elder care in Example County"), area: "99", extends: ["cn"] },
  ...{ inForce: { from: "2026-01-01", to: "2027-12-31" }, note: "示例包，不是文件。" },
  sources: {
    notice: {
      title: "示例通知",
      number: "示例发〔2026〕1号",
      issuer: "示例县",
      issued: "2026-01-01",
      checkedOn: "2026-11-21",
      verification: "recalled",
    },
  },
  clauses: {
    "E-1": clause("为八十周岁以上老年人发放津贴。"),
    "E-2": clause("失能的每月二百元。"),
    "E-3": clause("两项补贴就高发放。"),
    "E-4": clause("建成三所。"),
    "E-5": clause("建成四所。"),
    "E-6": clause("有条件的村可以助餐。", "permitted-or-encouraged"),
  },
  parameters: {
    fromAge: {
      type: "integer",
      unit: "year",
      title: title("津贴起始年龄", "age from which the allowance is paid"),
      clause: "E-1",
      values: [
        { from: "2026-01-01", to: "2026-12-31", value: 80, clause: "E-1" },
        { from: "2027-01-01", value: 75, clause: "E-1" },
      ],
    },
    amount: { type: "fen", title: title("津贴标准", "rate of the allowance"), clause: "E-1", open: true },
    reading: {
      type: "choice",
      title: title("“失能”的含义", "what 失能 means"),
      clause: "E-2",
      open: true,
      of: { strict: title("重度失能", "severely disabled"), wide: title("各级失能", "disabled at any level") },
    },
  },
  facts: { poor: { subject: "person", type: "boolean", title: title("是否困难", "in hardship"), note: "由花名册提供。" } },
  tables: {
    care: {
      title: title("护理补贴标准", "rates of the nursing subsidy"),
      inputs: ["disabled", "age"],
      hit: "unique",
      rows: [{ if: [true, { ">=": 60 }], then: 20_000, from: "2026-01-01", clause: "E-2" }],
      type: "fen",
    },
  },
  rules: [
    {
      id: "allowance",
      subject: "person",
      title: title(`津贴${attack}`, `allowance${attack}`),
      when: { and: [{ var: "poor" }, { ">=": [{ var: "age" }, { param: "fromAge" }] }, { "==": [{ param: "reading" }, "wide"] }] },
      then: { kind: "benefit", benefit: "allowance", amountFen: { param: "amount" }, per: "month" },
      clauses: ["E-1"],
    },
    {
      id: "nursing",
      subject: "person",
      title: title("护理补贴", "nursing subsidy"),
      then: { kind: "benefit", benefit: "nursing", amountFen: { table: "care" }, per: "month" },
      clauses: ["E-2"],
    },
    {
      id: "meals",
      subject: "person",
      title: title("助餐", "meals"),
      then: { kind: "service", service: "meals" },
      clauses: ["E-6"],
      whereAdopted: true,
    },
  ],
  linkages: [{ benefits: ["allowance", "nursing"], rule: "higher", clauses: ["E-3"] }],
  contradictions: [{ clauses: ["E-4", "E-5"], title: title("建成几所", "how many are built") }],
};
const cases: readonly PolicyCase[] = [
  {
    name: "没有说明读法，先问读法",
    on,
    subject: { person: { birthDate: "1940-01-01", died: null, facts: { poor: true } } },
    expect: { allowance: { undetermined: ["reading"] } },
  },
  { name: "写错了结论", on, subject: { person: { birthDate: "1990-01-01", died: null } }, expect: { allowance: "granted" } },
];
const records = {
  clauses: {
    "E-7": { ...clause("要高度重视。"), home: { recorded: title("口号", "a slogan") } },
    "E-2": { home: { calculators: ["@eldercare/core/subsidy#accrueBenefit"] } },
  },
};
const data = packPageData(
  { pack, parents: [national], overlays: [], cases, records, findings: [{ code: "NOT_FOUND", pointer: "/x", why: title("无", "none") }] },
  on,
);
const [zh, en] = [renderPackPage(data, "zh"), renderPackPage(data, "en")];

/** The text of a page, without its tags. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("the page of a pack", () => {
  it("asks for nothing but itself: no script, no request, and only its own style may run", () => {
    for (const page of [zh, en]) {
      const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
      expect(page).toContain(`style-src &#39;sha256-${createHash("sha256").update(style, "utf8").digest("base64")}&#39;`);
      expect(page).not.toMatch(/<script|<img|src=|url\(|https?:/i);
      const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link = ""]) => link);
      expect(links.filter((link) => !link.startsWith("#") && !["data:,", "example.zh.html", "example.en.html"].includes(link))).toEqual([]);
    }
  });

  it("lets nothing that a pack says become markup", () => {
    for (const page of [zh, en]) expect(page).not.toContain(attack);
    expect(zh).toContain("津贴&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
  });

  it("leads only to places that it has", () => {
    for (const page of [zh, en]) {
      const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
      const lost = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id = ""]) => id).filter((id) => !ids.has(id));
      expect(lost).toEqual([]);
      expect(ids.size).toBe([...page.matchAll(/ id="/g)].length);
    }
  });

  it("tells every part of the pack in one language, with the clauses as they are written", () => {
    const [chinese, english] = [textOf(zh), textOf(en)];
    for (const quote of [...Object.values(pack.clauses).map((each) => each.quote), "要高度重视。"]) {
      expect(chinese).toContain(quote);
      expect(english).toContain(quote);
    }
    for (const part of [
      "自 2026-01-01 至 2027-12-31",
      "80周岁 自 2026-01-01 至 2026-12-31",
      "75周岁 自 2027-01-01 起",
      "待定",
      "重度失能",
      "失能：是；周岁：≥ 60",
      "200元",
      "就高发放一项",
      "建成几所",
      "当地决定实施的，适用",
      "先问：“失能”的含义",
      "仅记录 口号",
      "计算函数 @eldercare/core/subsidy#accrueBenefit",
      "未与公开文本核对",
    ])
      expect(chinese, part).toContain(part);
    for (const part of [
      "from 2026-01-01 to 2027-12-31",
      "80 years from 2026-01-01 to 2026-12-31",
      "open",
      "severely disabled",
      "the highest alone is paid",
      "how many are built",
      "ask first: what 失能 means",
      "recorded only a slogan",
      "nursing subsidy",
    ])
      expect(english, part).toContain(part);
    expect(english.replace(/\p{Script=Han}+/gu, "").length).toBeGreaterThan(english.length / 2);
  });

  it("shows a case that does not come out as written, and how many do", () => {
    expect(textOf(zh)).toContain("2 项结论中 1 项不符。");
    expect(zh.match(/与规则不符/g)?.length).toBe(1);
  });

  it("shows what an analysis finds, explained or not", () => {
    expect(data.found.length).toBeGreaterThan(0);
    expect(textOf(zh)).toContain("尚未说明");
    const [found] = data.found;
    const why = title("原文如此。", "The document says so.");
    const explained = packPageData({ ...data, findings: data.found.map(({ issue }) => ({ code: issue.code, pointer: issue.pointer, why })) }, on);
    expect(textOf(renderPackPage(explained, "en"))).not.toContain("not explained yet");
    expect(textOf(renderPackPage(explained, "en"))).toContain(`${found?.issue.message.en}`.slice(0, 30));
  });

  it("leaves out what the pack does not have, and is silent of rules before they hold", () => {
    const early = packPageData({ pack, parents: [national], overlays: [] }, "2025-12-31");
    const page = renderPackPage(early, "zh");
    expect(page).not.toContain('id="cases"');
    expect(page.match(/查看日期未施行/g)?.length).toBe(pack.rules.length);
    const { tables: _, linkages: __, contradictions: ___, ...plain } = pack;
    const bare = { ...plain, area: "", extends: [], facts: {}, rules: pack.rules.slice(2), parameters: {} };
    const shown = renderPackPage(packPageData({ pack: bare, parents: [], overlays: [], cases: [] }, on), "zh");
    expect(textOf(shown)).toContain("全国");
    const parts = ["documents", "rules", "parameters", "definitions", "tables", "linkages", "contradictions", "cases", "findings", "clauses"];
    expect(parts.filter((part) => shown.includes(`id="${part}"`))).toEqual(["documents", "rules", "parameters", "cases", "findings", "clauses"]);
  });

  it("says of example values that they are such", () => {
    const overlay = { id: "demo", for: "example", illustrative: true, parameters: { amount: [{ from: "2026-01-01", value: 5000 }] } };
    const page = textOf(renderPackPage(packPageData({ pack, parents: [national], overlays: [overlay] }, on), "zh"));
    expect(page).toContain("本页使用了示例值");
    expect(page).toContain("50元 示例");
    expect(textOf(zh)).not.toContain("本页使用了示例值");
  });
});

describe("the page of a pack that changes the packs above it", () => {
  const stands = packPageData({ pack: banner, parents: [national, pastoral], overlays: [] }, on);
  const page = renderPackPage(stands, "zh");

  it("sets the sentences of both sides side by side, with the kind of change and the value", () => {
    const row = textOf(/<tr id="override-5">([\s\S]*?)<\/tr>/.exec(page)?.[1] ?? "");
    expect(row).toMatch(/^\s*每月探访次数下限 monthlyVisit.timesPerMonth 提高 2次 自 2026-01-01 起/);
    expect(row).toMatch(/特殊困难老年人月探访率.*对特殊困难老年人每月探访不少于2次/);
  });

  it("tells the rules above as they are here, each once, and none that is withdrawn", () => {
    expect(textOf(page)).toContain("改动后的上级规则");
    expect(page.match(/<code>cn-15-pastoral\/service\.monthlyVisit<\/code>/g)?.length).toBe(1);
    expect(textOf(page)).toMatch(/特殊困难老年人月探访 cn-15-pastoral\/service\.monthlyVisit\s.*每月2次/);
    expect(page.match(/<h4>[^<]*<code>cn-15-pastoral\/model\.sojournWellness/)).toBeNull();
  });

  it("marks what does not hold on the date looked at", () => {
    expect(/<tr id="override-8">([\s\S]*?)<\/tr>/.exec(page)?.[1]).toContain("查看日期未施行");
  });
});

it("the index leads to the pages of its language", () => {
  expect(renderPackIndex([pack, national], "en")).toContain('<a href="example.en.html">Elder care in Example County</a>');
  expect(renderPackIndex([pack, national], "zh")).toContain('<a href="cn.zh.html">');
});
