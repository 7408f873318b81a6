import type { Logic, Override, Pack, Parameter, Rule } from "../src/pack/pack.js";

// Synthetic: no document says any of this.

const title = { zh: "题", en: "title" };

/** An age, an amount or a count with its value from the first day. */
export const number = (value: number, more: Partial<Parameter> = {}): Parameter => ({
  type: "integer",
  title,
  clause: "N",
  values: [{ from: "2020-01-01", value }],
  ...more,
});

export const ageFrom = (parameter: string): Logic => ({ ">=": [{ var: "age" }, { param: parameter }] });

/** A pack with one clause, called by its initial. */
export const packOf = (id: string, area: string, parents: readonly string[], more: Partial<Pack> = {}): Pack => ({
  id,
  version: "1.0.0",
  title,
  area,
  extends: parents,
  inForce: { from: "2020-01-01" },
  sources: { notice: { title: "通知", issuer: "虚构", issued: "2019-12-01", checkedOn: "2026-01-01", verification: "recalled" } },
  clauses: { [id.charAt(0).toUpperCase()]: { source: "notice", section: "一", modality: "required", quote: "虚构的条文。" } },
  parameters: {},
  facts: {},
  rules: [],
  ...more,
});

const rule = (id: string, more: Partial<Rule> & Pick<Rule, "then">): Rule => ({ id, subject: "person", title, clauses: ["N"], ...more });

/** What a nation owes: an allowance from an age, a service, a standard of its facilities. */
export const nation = (more: { readonly rules?: Readonly<Record<string, Partial<Rule>>>; readonly parameters?: Pack["parameters"] } = {}): Pack =>
  packOf("nation", "", [], {
    parameters: {
      oldAge: number(80),
      allowance: number(10_000, { type: "fen" }),
      visits: number(1),
      nursingShare: { ...number(0), type: "rational", values: [{ from: "2020-01-01", value: "1/2" }] },
      openAmount: { type: "fen", title, clause: "N", open: true },
      ...more.parameters,
    },
    facts: {
      age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } },
      share: { subject: "facility", type: "rational", title, is: { "/": [{ var: "nursingBeds" }, { var: "beds" }] } },
    },
    rules: [
      rule("allowance", { when: ageFrom("oldAge"), then: { kind: "benefit", benefit: "oldAge", amountFen: { param: "allowance" }, per: "month" } }),
      rule("visit", {
        when: { and: [ageFrom("oldAge"), { "==": [{ var: "livingArrangement" }, "alone"] }] },
        then: { kind: "service", service: "visit", times: { param: "visits" }, per: "month" },
      }),
      rule("open", { when: ageFrom("oldAge"), then: { kind: "benefit", benefit: "open", amountFen: { param: "openAmount" }, per: "month" } }),
      rule("nursing", { subject: "facility", then: { kind: "standard", metric: "share", op: ">=", value: { param: "nursingShare" } } }),
    ].map((each) => ({ ...each, ...more.rules?.[each.id] })),
  });

/** A province below the nation. */
export const province = (overrides: readonly Override[], more: Partial<Pack> = {}): Pack =>
  packOf("province", "50", ["nation"], { overrides, ...more });

/** A county below the province. */
export const county = (overrides: readonly Override[], more: Partial<Pack> = {}): Pack =>
  packOf("county", "500229", ["province"], { overrides, ...more });

/** An override by the province, whose clause is P. */
export const by = (does: Override["does"], target: Pick<Override, "rule" | "parameter">, more: Partial<Override> = {}): Override => ({
  does,
  ...target,
  clauses: ["P"],
  ...more,
});
