import { rational } from "@eldercare/core";
import { accrueBenefit, type Benefit, type BenefitHolder, serviceCredit, settleArrears, settleBenefits } from "@eldercare/core/subsidy";

// Nanyang: services worth 300 yuan a month for disabled, 200 for semi-disabled persons; the convention is an example
const rate = (amountFen: number, ability: string, clause: string) => ({
  from: "2021-10-13",
  amountFen,
  when: { ability: [ability] },
  clauses: [clause],
});
const purchase: Benefit = {
  ...{ id: "servicePurchase", title: { zh: "购买居家服务", en: "purchased home service" }, per: "month", form: "service" },
  rates: [rate(30_000, "disabled", "NY-3.3.4-a"), rate(20_000, "semiDisabled", "NY-3.3.4-b")],
  proration: { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" },
  paidThrough: "monthOfDeath",
};
const ability = (from: string, value: string, reportedOn = from) => ({ fact: "ability", from, value, reportedOn });
const person: BenefitHolder = {
  ...{ id: "p-1", died: null, claims: [{ benefit: "servicePurchase", from: "2026-01-01" }] },
  changes: [ability("2026-01-01", "disabled"), ability("2026-11-01", "semiDisabled")],
};
const question = { benefit: purchase, holder: person, period: { from: "2026-01-01", to: "2026-12-31" }, clauses: ["NY-3.3.4-c"] };

const year = accrueBenefit(question);
console.log(year.value.amountFen, year.unit, year.clauses.join(" ")); //=> 340000 fen of service NY-3.3.4-c NY-3.3.4-a NY-3.3.4-b
console.log(`${year.steps[10]?.zh} = ${year.steps[10]?.value}`); //=> 2026-11-01 – 2026-11-30：购买居家服务 200.00 元 × 1 个月 = 20000 分

// at 85 yuan a visit: whole visits, the rest carried to the next month
const months = year.value.months.map(({ month, amountFen = 0 }) => ({ month, amountFen }));
const credit = serviceCredit({ months, fenPerService: 8_500, rounding: "down", carriedFen: 0, clauses: [] });
console.log(credit.value.months.map(({ services }) => services).join(" "), credit.value.carriedFen); //=> 3 4 3 4 3 4 3 4 3 4 2 3 0

// nobody has assessed the person before May: four months are open between bounds, not nothing
const late = accrueBenefit({ ...question, holder: { ...person, changes: [ability("2026-05-01", "disabled")] } }).value;
console.log(late.amountFen, late.leastFen, late.mostFen, late.missing); //=> undefined 240000 360000 [ 'ability' ]

// better since September, but reported in November: withheld from what is paid after that, a quarter of each payment at most
const reported = { ...person, changes: [ability("2026-01-01", "disabled"), ability("2026-09-01", "semiDisabled", "2026-11-20")] };
const arrears = settleArrears({ ...question, holder: reported, payUntil: "2027-02", delayMonths: 1, recoveryShare: rational(1n, 4n) });
console.log(arrears.steps[11]?.zh, arrears.value.owedFen); //=> 2026-12：当月 200.00 − 50.00（抵扣），待抵扣 250.00 25000

// Changli asks for linkage and leaves the rule open: here the higher is paid, and insurance excludes both
const granted = (benefit: string, amountFen: number) => ({ benefit, person: "p-1", status: "granted" as const, amountFen });
const excludes = (benefit: string) => ({ rule: "exclusive" as const, benefits: ["insurance", benefit], precedence: ["insurance", benefit] });
const linkages = [{ rule: "higher" as const, benefits: ["nursing", "severe"] }, excludes("nursing"), excludes("severe")];
const settle = (insurance: "granted" | "denied" | "undetermined") => {
  const benefits = [granted("nursing", 10_000), granted("severe", 12_000), { ...granted("insurance", 0), status: insurance }];
  return settleBenefits({ benefits, linkages: linkages.map((linkage) => ({ ...linkage, clauses: ["CL-2.2.3-e"] })), clauses: [] });
};
for (const { zh, value } of settle("denied").steps) console.log(`${zh} = ${value}`);
//=> insurance 0.00 元 = 0.00 元
//=> nursing 100.00 元 − 100.00 元 (就高发放severe) = 0.00 元
//=> severe 120.00 元 = 120.00 元
//=> 合计 = 120.00 元
const unsure = settle("undetermined").value;
console.log(settle("granted").value.total, unsure.total, unsure.undetermined);
//=> { least: 0, most: 0 } { least: 0, most: 12000 } [ { benefit: 'insurance', person: 'p-1' } ]
