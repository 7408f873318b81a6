import { accrueBenefit, type Benefit, type Decision, type OlderPerson } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import { explain } from "../explain/explain.js";
import { wordRule } from "../explain/wordRule.js";
import type { Pack, Rule } from "../pack/pack.js";
import { checkPack } from "../pack/parsePack.js";
import { mutatePack } from "../testing/mutatePack.js";
import { type PolicyCase, testPack } from "../testing/testPack.js";
import { benefitOf, priorityOf } from "./grantedTerms.js";

const on = "2026-11-21";
const title = { zh: "购买服务", en: "purchased services" };
const rate = (value: number, clause: string) =>
  ({ type: "fen", title, clause, values: [{ from: "2021-10-13", value }], note: "单位为分。" }) as const;

/** A made-up county that buys services for disabled persons by their class, and ranks who may move in. */
const packOf = (rules: readonly Omit<Rule, "subject" | "title">[]): Pack => ({
  ...{ id: "county", version: "1.0.0", title, area: "990001", extends: [], inForce: { from: "2021-10-13" } },
  sources: { s: { title: "示例办法", issuer: "示例县", issued: "2021-10-13", checkedOn: on, verification: "recalled", note: "虚构的文件。" } },
  clauses: {
    A: { source: "s", section: "第一条", modality: "required", quote: "失能老年人每人每月300元，采取政府购买服务的方式。" },
    B: { source: "s", section: "第一条", modality: "required", quote: "半失能老年人每人每月200元，采取政府购买服务的方式。" },
    C: { source: "s", section: "第二条", modality: "required", quote: "同等条件下优先安排烈士遗属。" },
  },
  parameters: {
    disabledRate: rate(30_000, "A"),
    semiDisabledRate: rate(20_000, "B"),
    disabledFrom: { type: "integer", title, clause: "A", open: true, least: 0, most: 4 },
    places: { type: "integer", title, clause: "C", open: true, least: 0 },
  },
  facts: {},
  rules: rules.map((rule) => ({ subject: "person", title, ...rule })),
});

const terms = { form: "service", payee: "provider", proration: "fullMonth" } as const;
const purchase = packOf([
  {
    id: "disabled",
    when: { ">=": [{ var: "ability.level" }, { param: "disabledFrom" }] },
    then: { kind: "benefit", benefit: "purchase", amountFen: { param: "disabledRate" }, per: "month", ...terms },
    clauses: ["A"],
  },
  {
    id: "semiDisabled",
    when: { "<": [{ var: "ability.level" }, { param: "disabledFrom" }] },
    then: { kind: "benefit", benefit: "purchase", amountFen: { param: "semiDisabledRate" }, per: "month", ...terms },
    clauses: ["B"],
  },
]);
const overlay = (parameters: Readonly<Record<string, number>>) => ({
  ...{ id: "o", for: "county", illustrative: false },
  parameters: Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, [{ from: "2021-10-13", value }]])),
});

describe("a benefit", () => {
  const engine = createEngine({ packs: [purchase], overlays: [overlay({ disabledFrom: 3 })] });
  const granted = (level: number): Decision => {
    const found = engine.assess({ person: { ability: { level } } }, { on }).find(({ status }) => status === "granted");
    if (found === undefined) throw new Error("nothing is granted");
    return found;
  };

  it("is granted on the terms that the document states", () => {
    expect(benefitOf(granted(4))).toEqual({ kind: "benefit", benefit: "purchase", per: "month", amountFen: 30_000, ...terms, open: [] });
  });

  it("of 300 yuan for ten months and 200 for two comes to 3,400 yuan as services", () => {
    // whom the rates are for, and from when, the decisions say; what a whole month is, whoever pays decides
    const rates = (["disabled", "semiDisabled"] as const).map((ability, index) => {
      const decision = granted(index === 0 ? 4 : 1);
      return { from: "2026-01-01", amountFen: benefitOf(decision)?.amountFen ?? 0, when: { ability: [ability] }, clauses: [...decision.clauses] };
    });
    const { form = "cash", proration: method = "calendarDay" } = benefitOf(granted(4)) ?? {};
    const proration = { method, begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" } as const;
    const benefit: Benefit = { id: "purchase", title, per: "month", form, rates, proration, paidThrough: "monthOfDeath" };
    const changes = [
      { fact: "ability", from: "2026-01-01", value: "disabled" },
      { fact: "ability", from: "2026-11-01", value: "semiDisabled" },
    ];
    const holder = { id: "p-1", died: null, changes, claims: [{ benefit: "purchase", from: "2026-01-01" }] };
    const year = accrueBenefit({ benefit, holder, period: { from: "2026-01-01", to: "2026-12-31" }, clauses: ["A"] });
    expect([year.value.amountFen, year.unit, year.clauses]).toEqual([340_000, "fen of service", ["A", "B"]]);
  });

  it("may be paid by the day", () => {
    const daily = packOf([
      { id: "daily", then: { kind: "benefit", benefit: "care", amountFen: { param: "disabledRate" }, per: "day", form: "cash" }, clauses: ["A"] },
    ]);
    const [decision] = createEngine({ packs: [daily] }).assess({ person: {} }, { on });
    expect(decision === undefined ? undefined : benefitOf(decision)).toMatchObject({ per: "day", form: "cash", amountFen: 30_000 });
    expect(explain(createEngine({ packs: [daily] }), { person: {} }, "county/daily", { on, locale: "zh" }).text).toContain("每日300元，以现金发放");
  });

  it("says in its sentences in what form it is paid, to whom, and how part of a month counts", () => {
    const told = (locale: "zh" | "en") => explain(engine, { person: { ability: { level: 4 } } }, "county/disabled", { on, locale }).text;
    const inWords = /每月300元，以服务形式.{2}，付给提供服务的机构，按整月计发/;
    expect(told("zh")).toMatch(inWords);
    expect(told("en")).toContain("300 yuan a month, in the form of services, paid to the provider of the services, months being paid whole");
    expect(wordRule(engine, "county/disabled", { on, locale: "zh" })).toMatch(inWords);
  });

  it.each([
    ["form", "voucher"],
    ["payee", "nobody"],
    ["proration", "byTheHour"],
    ["rounding", "nearest"],
    ["per", "hour"],
  ])("with a %s that there is not is refused", (term, value) => {
    const [rule] = purchase.rules;
    const pack = { ...purchase, rules: [{ ...rule, then: { ...rule?.then, [term]: value } }] };
    expect(checkPack(pack).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([`PACK_SHAPE /rules/0/then/${term}`]);
  });
});

describe("a place in a queue", () => {
  const survivor = { in: ["martyrSurvivor", { var: "honours" }] } as const;
  const then = { kind: "priority", queue: "home", tieBreakers: [survivor, { var: "childless" }], reservedPlaces: { param: "places" } } as const;
  const queue = packOf([{ id: "rank", when: { var: "wishes.institution" }, then, clauses: ["C"] }]);
  const placeOf = (person: Partial<OlderPerson>, parameters: Readonly<Record<string, number>> = {}) => {
    const [decision] = createEngine({ packs: [queue], overlays: [overlay(parameters)] }).assess(
      { person: { wishes: { institution: true }, ...person } },
      { on },
    );
    return decision === undefined ? undefined : priorityOf(decision);
  };

  it("says of each tie-breaker whether it holds, and names what is missing where that is not known", () => {
    expect(placeOf({ honours: ["martyrSurvivor"], childless: false }, { places: 2 })).toEqual({
      ...{ kind: "priority", queue: "home", rank: 1 },
      tieBreakers: [true, false],
      reservedPlaces: 2,
      open: [],
    });
    expect(placeOf({ honours: [] }, { places: 2 })).toMatchObject({ tieBreakers: [false, null], open: ["/childless"] });
  });

  it("names the number of places that nobody has supplied", () => {
    expect(placeOf({ honours: [], childless: true })).toMatchObject({ tieBreakers: [false, true], reservedPlaces: null, open: ["places"] });
  });

  it("is worded with what decides among equals", () => {
    const engine = createEngine({ packs: [queue], overlays: [overlay({ places: 2 })] });
    const told = (person: Partial<OlderPerson>, locale: "zh" | "en") =>
      explain(engine, { person: { wishes: { institution: true }, ...person } }, "county/rank", { on, locale }).text;
    expect(told({ honours: ["martyrSurvivor"] }, "zh")).toContain("排在第1位，同等条件下优先，预留名额2个");
    expect(told({ honours: [] }, "zh")).toContain("同等条件下是否优先尚待查明");
    expect(told({ honours: [], childless: false }, "en")).toContain("in place 1, places kept for that rank: 2.");
    expect(wordRule(engine, "county/rank", { on, locale: "zh" })).toContain("；同等条件下依次优先：优抚身份包括烈士遗属；");
    expect(wordRule(engine, "county/rank", { on, locale: "zh" })).toContain("；预留名额2");
  });

  it("is checked where it is written", () => {
    const broken = packOf([
      {
        id: "rank",
        then: {
          ...then,
          tieBreakers: [{ var: "ability.level" }, { var: "childles" }],
          reservedPlaces: { "/": [{ param: "places" }, { param: "places" }] },
        },
        clauses: ["C"],
      },
    ]);
    expect(() => createEngine({ packs: [broken] })).toThrow(/TYPE_MISMATCH at \/rules\/0\/then\/tieBreakers\/0.* \(\+2 more\)/);
  });

  it("is guarded by cases that expect its tie-breakers, which notice when one is dropped or turned round", () => {
    const person = { wishes: { institution: true }, honours: ["martyrSurvivor" as const], childless: false };
    const cases: PolicyCase[] = [
      {
        name: "烈士遗属",
        on,
        subject: { person },
        parameters: { places: 2 },
        expect: { rank: { granted: { rank: 1, tieBreakers: [true, false], reservedPlaces: 2 } } },
      },
      {
        name: "孤寡",
        on,
        subject: { person: { ...person, honours: [], childless: true } },
        expect: { rank: { granted: { tieBreakers: [false, true] } } },
      },
      { name: "无意愿", on, subject: { person: { wishes: { institution: false } } }, expect: { rank: "denied" } },
      { name: "意愿不明", on, subject: { person: {} }, expect: { rank: { undetermined: ["/wishes/institution"] } } },
    ];
    const either = { ...then, tieBreakers: [{ or: [survivor, { in: ["dutyDeathSurvivor", { var: "honours" }] }] }, { var: "childless" }] };
    const pack = packOf([{ id: "rank", when: { var: "wishes.institution" }, then: either, clauses: ["C"] }]);
    expect(testPack(pack, cases)).toMatchObject({ failures: [], uncovered: [] });
    const wrong = cases.slice(0, 1).map((each) => ({ ...each, expect: { rank: { granted: { tieBreakers: [false, false] } } } }));
    expect(testPack(pack, wrong).failures[0]?.message.en).toBe(
      'case "烈士遗属": rank should be granted { tieBreakers: [false,false] }, is "granted { tieBreakers: [true,false] }"',
    );
    const { unnoticed } = mutatePack(pack, cases);
    // of an `or` of two honours the cases show one; exchanging it for `and`, or dropping it, they notice
    expect(unnoticed.map(({ pointer }) => pointer)).toEqual(["/rules/0/then/tieBreakers/0/or/1", "/rules/0/then/tieBreakers/0/or/1/in/0"]);
  });
});
