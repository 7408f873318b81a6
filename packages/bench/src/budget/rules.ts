import type { Benefit, Linkage } from "@eldercare/core/subsidy";

const title = { zh: "示例待遇", en: "example benefit" };
const home = ["home"];

/** Illustrative benefits: amounts and conventions are examples, no place's policy. */
export const exampleBenefits = (nursingFen: number): Benefit[] => [
  {
    id: "nursingSubsidy",
    title,
    per: "month",
    form: "service",
    rates: [
      { from: "2020-01-01", amountFen: nursingFen, when: { ability: ["disabled"], setting: home }, clauses: [] },
      { from: "2020-01-01", amountFen: 20_000, when: { ability: ["semiDisabled"], setting: home }, clauses: [] },
    ],
    proration: { method: "fullMonth", begins: "nextUnit", ends: "paid", changes: "nextUnit", rateOn: "firstDay" },
    paidThrough: "monthOfDeath",
  },
  {
    id: "severeDisabilityNursing",
    title,
    per: "month",
    form: "cash",
    rates: [{ from: "2020-01-01", amountFen: 12_000, when: { ability: ["disabled"] }, clauses: [] }],
    proration: { method: "calendarDay", rounding: "halfUp", roundedPer: "month" },
    paidThrough: "dayOfDeath",
  },
  {
    id: "oldAgeAllowance",
    title,
    per: "month",
    form: "cash",
    rates: [
      { from: "2020-01-01", to: "2026-06-30", amountFen: 5000, clauses: [] },
      { from: "2026-07-01", amountFen: 6000, clauses: [] },
    ],
    proration: { method: "thirty360", rounding: "down", roundedPer: "month" },
    paidThrough: "dayOfDeath",
  },
];

export const exampleLinkages: readonly Linkage[] = [{ benefits: ["nursingSubsidy", "severeDisabilityNursing"], rule: "higher", clauses: [] }];
