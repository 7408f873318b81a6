import { describe, expect, it } from "vitest";
import { ageFrom, by, nation, number, province } from "../../../test/jurisdictions.js";
import { createEngine } from "../../assess/engine.js";
import type { BenefitTerms, EffectDeclaration, Override, Pack } from "../../pack/pack.js";
import { checkOverrides } from "./checkOverrides.js";
import { proveOverrides } from "./proveOverrides.js";

// Synthetic: no document says any of this.

const title = { zh: "题", en: "title" };
const notSo = (rule: string): string => `OVERRIDE_NOT_SO /overrides/0 nation/${rule}`;
const paid = (param: string, terms: BenefitTerms = {}): EffectDeclaration => ({
  kind: "benefit",
  benefit: "oldAge",
  amountFen: { param },
  per: "month",
  ...terms,
});
const ranked = (places: string, age = "oldAge"): EffectDeclaration => ({
  kind: "priority",
  queue: "home",
  tieBreakers: [ageFrom(age)],
  reservedPlaces: { param: places },
});

const country = (terms: BenefitTerms = {}): Pack => {
  const pack = nation({ parameters: { places: number(5) }, rules: { allowance: { then: paid("allowance", terms) } } });
  return { ...pack, rules: [...pack.rules, { id: "queue", subject: "person", title, then: ranked("places"), clauses: ["N"] }] };
};
const parameters = {
  fen200: number(20_000, { type: "fen", clause: "P" }),
  six: number(6, { clause: "P" }),
  four: number(4, { clause: "P" }),
  age70: number(70, { clause: "P" }),
} as const;
const found = (override: Override, above = country()): string[] =>
  checkOverrides([above, province([override], { parameters })]).map(({ code, pointer, rules }) => `${code} ${pointer} ${rules}`);
const allowance = { rule: "nation/allowance" } as const;
const queue = { rule: "nation/queue" } as const;

describe("an override of the terms of a benefit", () => {
  it.each<[string, Override, Pack, string[]]>([
    ["more money on the same terms", by("raise", allowance, { then: paid("fen200", { form: "service" }) }), country({ form: "service" }), []],
    ["more, but as services", by("raise", allowance, { then: paid("fen200", { form: "service" }) }), country({ form: "cash" }), [notSo("allowance")]],
    ["more, but to the facility", by("raise", allowance, { then: paid("fen200", { payee: "facility" }) }), country(), [notSo("allowance")]],
    [
      "more, but whole months only",
      by("raise", allowance, { then: paid("fen200", { proration: "fullMonth" }) }),
      country({ proration: "calendarDay" }),
      [notSo("allowance")],
    ],
    ["other terms, said to be so", by("replace", allowance, { then: paid("fen200", { form: "service" }) }), country({ form: "cash" }), []],
  ])("says what it does: %s", (_, override, above, expected) => {
    expect(found(override, above)).toEqual(expected);
  });
});

describe("an override of a rank", () => {
  it.each<[string, Override, string[]]>([
    ["more places reserved", by("raise", { parameter: "places" }, { value: 6 }), []],
    ["fewer places reserved, said to be more", by("raise", { parameter: "places" }, { value: 4 }), [notSo("queue")]],
    ["other places, said to leave the rule as it is", by("widen", { parameter: "places" }, { value: 6 }), [notSo("queue")]],
    ["the same rank", by("narrow", queue, { when: ageFrom("age70") }), []],
    ["fewer places", by("replace", queue, { then: ranked("four") }), []],
  ])("says what it does: %s", (_, override, expected) => {
    expect(found(override)).toEqual(expected);
  });

  it("shows somebody who would come first no more, where a tie-breaker asks for a higher age", () => {
    const override = by("raise", { parameter: "oldAge" }, { value: 90 });
    const findings = checkOverrides([country(), province([override], { parameters })]);
    expect(findings.flatMap(({ rules }) => rules)).toContain("nation/queue");
  });

  it("ranks as the nearest pack has it", () => {
    const packs = [country(), province([by("replace", queue, { then: ranked("six", "age70") })], { parameters })];
    const engine = createEngine({ packs, prove: proveOverrides });
    const person = { birthDate: "1950-01-01", residence: { area: "500229" } };
    const [decision] = engine.assess({ person }, { on: "2026-11-21", rules: ["nation/queue"] });
    expect(decision?.effect).toMatchObject({ rank: 1, tieBreakers: [true], reservedPlaces: 6 });
  });
});
