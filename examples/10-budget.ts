import { printRational, printYuan } from "@eldercare/core";
import { firstSource, fundingMix, lotteryShare } from "@eldercare/core/funding";
import { type Benefit, type BenefitHousehold, budgetYear, compareBudgets } from "@eldercare/core/subsidy";

// an allowance by months and a nursing subsidy by days: example amounts and conventions, synthetic persons
const allowance = (amountFen: number): Benefit => ({
  ...{ id: "oldAgeAllowance", title: { zh: "高龄津贴", en: "old-age allowance" }, per: "month", form: "cash" },
  rates: [{ from: "2020-01-01", amountFen, clauses: ["CK-2.13-a"] }],
  proration: { method: "fullMonth", begins: "nextUnit", ends: "paid", changes: "nextUnit", rateOn: "firstDay" },
  paidThrough: "monthOfDeath",
});
const nursing: Benefit = {
  ...{ id: "nursing", title: { zh: "护理补贴", en: "nursing subsidy" }, per: "month", form: "cash" },
  rates: [{ from: "2020-01-01", amountFen: 31_000, when: { ability: ["disabled"] }, clauses: ["CL-2.2.3-d"] }],
  proration: { method: "calendarDay", rounding: "halfUp", roundedPer: "month" },
  paidThrough: "dayOfDeath",
};
function* households(): Generator<BenefitHousehold> {
  for (let index = 0; index < 300; index++) {
    const changes = index % 100 === 0 ? [] : [{ fact: "ability", from: "2020-01-01", value: index % 3 === 0 ? "disabled" : "selfCaring" }];
    const claims = ["oldAgeAllowance", "nursing"].map((benefit) => ({ benefit, from: index % 2 === 0 ? "2025-06-10" : "2026-03-10" }));
    yield { id: `h-${index}`, holders: [{ id: `p-${index}`, died: index % 50 === 7 ? "2026-08-16" : null, changes, claims }] };
  }
}

const rules = { linkages: [], year: 2026, payDelayMonths: 1, clauses: [] };
const budget = budgetYear({ ...rules, households: households(), benefits: [allowance(10_000), nursing] });
for (const { zh, value } of budget.steps) console.log(zh, value);
//=> 护理补贴：1032 人次 315120.00–326280.00 元
//=> 高龄津贴：2982 人次 298200.00 元
//=> 合计 613320.00–624480.00 元
console.log(JSON.stringify(budget.value.lines[0]?.months[3]));
//=> {"month":"2026-04","leastFen":2619000,"mostFen":2712000,"paidHolders":99,"openHolders":3}
const raised = budgetYear({ ...rules, households: households(), benefits: [allowance(12_000), nursing] });
console.log(`${printYuan(compareBudgets(budget.value, raised.value).value.mostFen)} yuan more`);
//=> 59640.00 yuan more

// where the money comes from: shares are exact, and what nobody has said is unknown
const title = { zh: "来源", en: "source" };
const sources = [
  { id: "county", title, amountFen: 60_000_000 },
  { id: "lottery", title, amountFen: 25_000_000 },
  { id: "donation", title },
];
const mix = fundingMix({ sources, totalFen: 90_000_000, expected: ["county", "donation", "fees"], clauses: ["CK-2.6-a"] });
for (const { source, share } of mix.value.shares) console.log(source, share && printRational(share.least));
//=> county 2/3
//=> donation 1/18
//=> lottery 5/18
console.log(mix.value.absent, mix.value.unknown); //=> [ 'fees' ] []
const required = { numerator: 11n, denominator: 20n };
const lottery = lotteryShare({ returnedFen: 50_000_000, usedFen: 25_000_000, required, clauses: ["NY-5.4-a"] });
console.log(lottery.value.state, `${printYuan(lottery.value.short.least)} yuan short`); //=> notMet 25000.00 yuan short
const options = [
  { id: "central", title },
  { id: "municipal", title, open: true, availableFen: 80_000_000 },
];
const asked = firstSource({ neededFen: 50_000_000, sources: options, clauses: ["CK-3.2-c", "CK-3.2-b"] });
console.log(asked.value.state, asked.value.candidates); //=> undetermined [ 'central', 'municipal' ]
