import { ageOn, fundingNeed, planStaffing, printYuan } from "@eldercare/core";

// born on a day without midnight in Asia/Shanghai: naive local dates still say 79 on the 80th birthday
console.log(ageOn("1940-06-01", "2020-05-31"), ageOn("1940-06-01", "2020-06-01")); //=> 79 80

// at least one member of staff for every three disabled residents: 47 ÷ 3, rounded up
const perThree = { class: { zh: "失能", en: "disabled" }, residents: 47, residentsPerCarer: { numerator: 3n, denominator: 1n } };
const staff = planStaffing({ ratios: [perThree], rounding: "upPerClass", present: 12, clauses: ["CK-2.5-a"] });
console.log(staff.value); //=> { required: 16, present: 12, short: 4 }
console.log(staff.steps.map((step) => `${step.zh} = ${step.value}`).join("；")); //=> 失能 47 人 ÷ 3，进一取整 = 16；应配 16 人 − 实配 12 人 = 4

// running cost: 15 % of the yearly allowance (here 11,000 yuan) of 80 people, exact, in fen
const share = { numerator: 3n, denominator: 20n };
const cost = fundingNeed({ persons: 80, allowanceFenPerYear: 1_100_000, share, rounding: "up", clauses: ["CK-3.3-a"] });
console.log(`${printYuan(cost.value)} yuan`, cost.clauses); //=> 132000.00 yuan [ 'CK-3.3-a' ]
