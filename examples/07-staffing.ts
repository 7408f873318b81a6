import { printRational, rational } from "@eldercare/core";
import { planStaffing, platformStaff, staffForCoverage, staffingBounds } from "@eldercare/core/staffing";
import { mayWork } from "@eldercare/core/training";

const disabled = { class: { zh: "失能", en: "disabled" }, residentsPerCarer: rational(3n, 2n) };
const semiDisabled = { class: { zh: "半失能", en: "semi-disabled" }, residentsPerCarer: rational(4n, 1n) };
const selfCaring = { class: { zh: "自理", en: "self-caring" }, residentsPerCarer: rational(10n, 1n) };

// 1:1.5, 1:4 and 1:10, each class rounded up
const home = planStaffing({
  ratios: [
    { ...disabled, residents: 60 },
    { ...semiDisabled, residents: 80 },
    { ...selfCaring, residents: 60 },
  ],
  rounding: "upPerClass",
  present: 50,
  clauses: ["NY-3.1.4-a"],
});
console.log(home.value, home.steps.map((step) => step.value).join(", ")); //=> { required: 66, present: 50, short: 16 } 40, 20, 6, 16

// residents of one class are not counted: at most as many as there are beds
const bounded = staffingBounds({
  ratios: [
    { ...disabled, residents: 60 },
    { ...selfCaring, residentsAtMost: 60 },
  ],
  rounding: "upPerClass",
  present: 43,
  clauses: ["NY-3.1.4-a"],
});
console.log(bounded.value.state, bounded.value.leastRequired, bounded.value.mostRequired); //=> undetermined 40 46

// one city platform, 17 counties, 45 streets and 421 communities at 10 : 6 : 3 : 3
const level = (zh: string, en: string, units: number, staffPerUnit: number) => ({ title: { zh, en }, units, staffPerUnit });
const levels = [level("市级", "city", 1, 10), level("县级", "county", 17, 6), level("街道", "street", 45, 3), level("社区", "community", 421, 3)];
console.log(platformStaff({ levels, clauses: ["NY-3.4.4-a"] }).value.required); //=> 1510

// two at night and four by day, all week: 8 hours a day and 40 a week, with example values for leave and holidays
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const shifts = staffForCoverage({
  posts: [
    { people: 4, from: "07:00", to: "19:00", weekdays: everyDay },
    { people: 2, from: "19:00", to: "24:00", weekdays: everyDay },
    { people: 2, from: "00:00", to: "07:00", weekdays: everyDay },
  ],
  ...{ minutesPerDay: 480, minutesPerWeek: 2400, restDaysPerWeek: 1, leaveDaysPerYear: 5, holidaysPerYear: 13, daysOfYear: 365 },
  clauses: [],
});
console.log(shifts.value.required, printRational(shifts.value.byHours)); //=> 14 22995/1699

// trained before work: who may not work yet, and whose record is missing
const staff = [{ id: "c-1", trainedOn: "2026-10-01" }, { id: "c-2", trainedOn: null }, { id: "c-3" }];
const { may, mayNot, undetermined } = mayWork({ staff, on: "2026-11-21", trainingFirst: true, clauses: ["NY-3.1.4-c"] }).value;
console.log(may, mayNot[0]?.id, undetermined[0]?.id); //=> [ 'c-1' ] c-2 c-3
