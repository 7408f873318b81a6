import type { OlderPerson, Register } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forget } from "../../test/forget.js";
import { completeSituations, dateAsked, languageConditions, languagePack, registerOf } from "../../test/language.js";
import { createEngine } from "../assess/engine.js";
import type { Logic, Pack } from "../pack/pack.js";
import { definePlugin } from "../plugin/definePlugin.js";
import { whatWouldChange } from "./change/whatWouldChange.js";
import { explain } from "./explain.js";
import { factsOf } from "./factsOf.js";
import { wordRule } from "./wordRule.js";

const on = "2026-11-21";
const title = (zh: string, en: string) => ({ zh, en });
const settled = (type: "integer" | "fen" | "date" | "area", value: number | string, unit?: string) =>
  ({ type, title: title("界限", "limit"), clause: "C", values: [{ from: "2000-01-01", value }], ...(unit === undefined ? {} : { unit }) }) as const;

/** A synthetic pack with one rule, whose condition reads what the national and county packs do not. */
const packOf = (when: Logic): Pack => ({
  id: "synthetic",
  version: "1.0.0",
  title: title("示例", "synthetic"),
  area: "",
  extends: [],
  inForce: { from: "2000-01-01" },
  sources: { s: { title: "示例办法", issuer: "示例", issued: "2000-01-01", checkedOn: "2026-01-01", verification: "recalled" } },
  clauses: { C: { source: "s", section: "第一条", modality: "required", quote: "示例条文。" } },
  parameters: {
    two: settled("integer", 2, "person"),
    income: settled("fen", 600_000),
    half: settled("integer", 6, "month"),
    from: settled("date", "2026-01-01"),
    here: settled("area", "500229"),
  },
  facts: {
    claims: {
      subject: "person",
      type: "list",
      title: title("申请记录", "claims"),
      fields: {
        kind: { type: "enum", values: ["care", "meal"], titles: { care: title("照料", "help at home") }, title: title("类别", "kind") },
        urgent: { type: "boolean", title: title("是否紧急", "urgent") },
      },
    },
    visitedOn: { subject: "person", type: "date", title: title("上次探访日期", "date of the last visit") },
    paidFen: { subject: "person", type: "fen", title: title("已付金额", "amount paid") },
    tags: { subject: "person", type: "list", values: ["dementia"], title: title("标签", "tags") },
  },
  tables: {
    fee: {
      title: title("收费标准", "scale of fees"),
      type: "fen",
      inputs: ["ability.level"],
      hit: "first",
      rows: [
        { if: [{ ">=": 3 }], then: 30_000, from: "2000-01-01", clause: "C" },
        { if: ["-"], then: 20_000, from: "2000-01-01", clause: "C" },
      ],
    },
  },
  rules: [
    { id: "r", subject: "person", title: title("示例服务", "synthetic service"), when, then: { kind: "service", service: "visit" }, clauses: ["C"] },
  ],
});

const asked = (when: Logic) => createEngine({ packs: [packOf(when)] });
const rule = (when: Logic) => ({
  zh: wordRule(asked(when), "synthetic/r", { on, locale: "zh" }).replace(/，应当提供.*$/s, ""),
  en: wordRule(asked(when), "synthetic/r", { on, locale: "en" }).replace(/^.*?\. Where (.*), the person shall receive.*$/s, "$1"),
});
const reasons = (when: Logic, person: Record<string, unknown>, register?: Partial<Register>) => {
  const question = { on, ...(register === undefined ? {} : { register }) };
  const ask = (locale: "zh" | "en") =>
    explain(asked(when), { person: person as Partial<OlderPerson> }, "synthetic/r", { ...question, locale }).reasons;
  return { zh: ask("zh"), en: ask("en") };
};

describe("a condition in words", () => {
  it("counts members of a list", () => {
    const when = { ">=": [{ count: [{ var: "claims" }, { var: "urgent" }] }, { param: "two" }] };
    expect(rule(when).zh).toBe("凡申请记录中紧急的数量不少于2人的");
    expect(reasons(when, { facts: { claims: [] } }).zh).toEqual(["申请记录中紧急的数量为0人，少于2人"]);
  });

  it("asks of some, all or none of a list", () => {
    const some = { some: [{ var: "household.members" }, { var: "cares" }] };
    expect(rule(some)).toEqual({ zh: "凡家庭成员中有承担照料的", en: "at least one of the members of the household is such that it gives care" });
    const none = { none: [{ var: "claims" }, { "==": [{ var: "kind" }, "care"] }] };
    expect(reasons(none, { facts: { claims: [{ kind: "care" }] } }).zh).toEqual(["申请记录中有类别为照料的"]);
  });

  it("holds money, in yuan, against a limit", () => {
    const when = { "<=": [{ var: "household.monthlyIncomeFen" }, { param: "income" }] };
    const register = { households: [{ id: "h-1", monthlyIncomeFen: 823_450 }] } as unknown as Partial<Register>;
    expect(rule(when).zh).toBe("凡家庭月收入不高于6,000元的");
    expect(reasons(when, { household: "h-1" }, register)).toEqual({
      zh: ["家庭月收入为8,234.50元，高于6,000元"],
      en: ["the monthly income of the household is 8,234.50 yuan, above 6,000 yuan"],
    });
  });

  it("counts months from a date to the date asked", () => {
    const when = { "<": [{ monthsBetween: [{ var: "visitedOn" }, { dateAsked: [] }] }, { param: "half" }] };
    expect(rule(when).zh).toBe("凡上次探访日期至查询日的整月数少于6个月的");
    expect(reasons(when, { facts: { visitedOn: "2026-02-21" } }).zh).toEqual(["上次探访日期至查询日的整月数为9个月，不少于6个月"]);
  });

  it("holds one date against another", () => {
    const when = { ">=": [{ var: "visitedOn" }, { param: "from" }] };
    expect(reasons(when, { facts: { visitedOn: "2025-12-31" } })).toEqual({
      zh: ["上次探访日期为2025年12月31日，早于2026年1月1日"],
      en: ["your date of the last visit is 31 December 2025, before 1 January 2026"],
    });
  });

  it("calls an area by the name that the register gives it, or by its code", () => {
    const when = { inside: [{ var: "residence.area" }, { param: "here" }] };
    const areas = [{ code: "500229", name: "城口县", tier: "county" as const }];
    const person = { residence: { area: "110101001001" } };
    expect(reasons(when, person, { areas }).zh).toEqual(["居住地不在城口县范围内"]);
    expect(reasons(when, person).en).toEqual(["your area of residence lies outside the area with the code 500229"]);
  });

  it("looks a table up, and gives the value of the row that applies", () => {
    const when = { ">=": [{ table: "fee" }, { var: "paidFen" }] };
    expect(rule(when).zh).toBe("凡“收费标准”所列标准不低于已付金额的");
    expect(reasons(when, { ability: { level: 1 }, facts: { paidFen: 25_000 } }).zh).toEqual(["“收费标准”所列标准为200元，低于250元（已付金额）"]);
  });

  it("says that something is known to be none", () => {
    expect(reasons({ "==": [{ var: "monitoring" }, null] }, { monitoring: "nearPoverty" }).zh).toEqual(["有防返贫监测类别"]);
    expect(reasons({ in: ["dementia", { var: "tags" }] }, { facts: { tags: [] } }).en).toEqual(["your tags do not include dementia"]);
  });

  it("words the operators of a plug-in as the plug-in does", () => {
    const plugin = definePlugin({
      id: "example",
      version: "1.0.0",
      operators: {
        points: {
          title: title("按{0}折算的积分", "points for {0}"),
          args: [{ kind: "number", integer: true }],
          result: { kind: "number", integer: true },
          evaluate: ([level]) => Number(level) * 10,
        },
      },
    });
    const pack = packOf({ ">=": [{ "example.points": [{ var: "ability.level" }] }, { param: "two" }] });
    const engine = createEngine({ packs: [pack], plugins: [plugin] });
    const person = { ability: { level: 0 } };
    expect(explain(engine, { person }, "synthetic/r", { on, locale: "zh" }).reasons).toEqual(["按能力等级折算的积分为0人，少于2人"]);
    const [change] = whatWouldChange(engine, { person }, "synthetic/r", { on });
    expect(change).toMatchObject({ kind: "facts", changes: [{ fact: "/ability/level", from: 0, to: 1 }], proven: false });
  });

  it("is never without words, whatever the condition and whatever is known", () => {
    const conditions = fc.array(languageConditions({ plain: false, open: true }), { minLength: 10, maxLength: 10 });
    const kept = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(conditions, completeSituations(true), kept, (when, situation, keeps) => {
        let next = 0;
        const person = forget(situation.person, () => keeps[next++ % keeps.length] ?? true) as Partial<OlderPerson>;
        const engine = createEngine({ packs: [languagePack(when)] });
        const register = registerOf(situation);
        for (const { key } of engine.rules(dateAsked))
          for (const locale of ["zh", "en"] as const) {
            const { text, reasons: why, status } = explain(engine, { person }, key, { on: dateAsked, locale, register });
            for (const words of [text, ...why, wordRule(engine, key, { on: dateAsked, locale })]) {
              expect(words).not.toBe("");
              expect(words).not.toMatch(/undefined|null|NaN|\[object/);
            }
            if (status === "denied")
              for (const found of whatWouldChange(engine, { person }, key, { on: dateAsked, register, until: "2027-06-30" }))
                expect(found.text[locale]).not.toMatch(/undefined|\[object/);
          }
      }),
      { numRuns: 15 },
    );
  });
});

describe("the facts that a rule reads", () => {
  it("are each named once, with type, unit and choices, those of other records as a whole", () => {
    const when = {
      and: [
        { "==": [{ var: "livingArrangement" }, "alone"] },
        { "!=": [{ var: "livingArrangement" }, "institution"] },
        { ">=": [{ var: "ability.level" }, { param: "two" }] },
        { "<=": [{ var: "household.monthlyIncomeFen" }, { param: "income" }] },
        { some: [{ var: "claims" }, { var: "urgent" }] },
      ],
    };
    const facts = factsOf(asked(when), "synthetic/r", on);
    expect(facts.map(({ fact }) => fact)).toEqual(["/livingArrangement", "/ability/level", "/household/monthlyIncomeFen", "/facts/claims"]);
    expect(facts[0]?.choices?.[0]).toEqual({ value: "alone", title: { zh: "独居", en: "living alone" } });
    expect(facts[1]?.unit?.zh).toBe("级");
    expect(facts.every(({ changeable }) => changeable)).toBe(true);
  });
});
