import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planStaffing } from "./planStaffing.js";
import { platformStaff } from "./platformStaff.js";
import { type CoveredPost, type ShiftCoverageQuestion, staffForCoverage } from "./staffForCoverage.js";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const law = {
  minutesPerDay: 480,
  minutesPerWeek: 2400,
  restDaysPerWeek: 1,
  leaveDaysPerYear: 5,
  holidaysPerYear: 13,
  daysOfYear: 365,
  clauses: [],
} as const;
const post = (people: number, from: string, to: string, weekdays = everyDay): CoveredPost => ({ people, from, to, weekdays });
const staff = (posts: CoveredPost[], more: Partial<ShiftCoverageQuestion> = {}) => staffForCoverage({ ...law, posts, ...more });

describe("demonstration 15", () => {
  it("60 disabled, 80 semi-disabled and 60 self-caring residents take 40 + 20 + 6 = 66", () => {
    const ratios = [
      { class: { zh: "失能", en: "disabled" }, residents: 60, residentsPerCarer: { numerator: 3n, denominator: 2n } },
      { class: { zh: "半失能", en: "semi-disabled" }, residents: 80, residentsPerCarer: { numerator: 4n, denominator: 1n } },
      { class: { zh: "自理", en: "self-caring" }, residents: 60, residentsPerCarer: { numerator: 10n, denominator: 1n } },
    ];
    const { value, steps } = planStaffing({ ratios, rounding: "upPerClass", present: 0, clauses: ["NY-3.1.4-a"] });
    expect(steps.slice(0, 3).map((step) => step.value)).toEqual(["40", "20", "6"]);
    expect(value.required).toBe(66);
  });
});

describe("demonstration 16", () => {
  const level = (zh: string, units: number | undefined, staffPerUnit: number) => ({
    title: { zh, en: zh },
    staffPerUnit,
    ...(units === undefined ? {} : { units }),
  });

  it("the whole city takes 10 + 17 × 6 + 45 × 3 + 421 × 3 = 1,510 platform staff", () => {
    const levels = [level("市", 1, 10), level("县", 17, 6), level("街道", 45, 3), level("社区", 421, 3)];
    const { value, steps } = platformStaff({ levels, clauses: ["NY-3.4.4-a"] });
    expect(steps.map((step) => step.value)).toEqual(["10", "102", "135", "1263", "1510"]);
    expect(value).toEqual({ required: 1510, atLeast: 1510, missing: [] });
  });

  it("a sum beyond what a number holds exactly is refused", () => {
    const many = { title: { zh: "", en: "" }, units: Number.MAX_SAFE_INTEGER, staffPerUnit: 2 };
    expect(() => platformStaff({ levels: [many], clauses: [] })).toThrow("OUT_OF_RANGE at /levels");
  });

  it("without the number of communities the sum is only a lower bound", () => {
    const { value } = platformStaff({ levels: [level("市", 1, 10), level("社区", undefined, 3)], clauses: [] });
    expect(value).toEqual({ atLeast: 10, missing: ["社区"] });
  });
});

describe("people employed for posts to be filled", () => {
  it("for two posts round the clock are ten: 20,160 minutes a week by people who work 242 5/7 days a year", () => {
    const { value, steps } = staff([post(2, "00:00", "24:00")]);
    expect(value).toMatchObject({ required: 10, atOnce: 2, onOneDay: 6 });
    // 365/7 weeks of 5 days less 18 days; 20160 × 365/7 ÷ (1699/7 × 480)
    expect(steps[1]?.value).toBe("1699/7");
    expect(value.byHours).toEqual({ numerator: 15330n, denominator: 1699n });
  });

  it("are at least those at work at one moment, and those that one day's hours take", () => {
    expect(staff([post(3, "08:00", "10:00", [1]), post(2, "09:00", "11:00", [1])]).value).toMatchObject({ required: 5, atOnce: 5 });
    expect(staff([post(1, "00:00", "24:00", [1])]).value).toMatchObject({ required: 3, onOneDay: 3 });
  });

  it("are none where no post is to be filled", () => {
    expect(staff([]).value.required).toBe(0);
  });

  it("never fall when posts, rest days or leave rise, and always have the hours", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(5), fc.nat(6), fc.nat(3), fc.nat(30), (people, more, rest, moreRest, leave) => {
        const required = (count: number, restDaysPerWeek: number, leaveDaysPerYear: number) =>
          staff([post(count, "07:00", "19:00")], { restDaysPerWeek, leaveDaysPerYear }).value.required;
        const restDays = Math.min(rest, 5);
        const plain = required(people, restDays, 0);
        expect(required(people + more, restDays, 0)).toBeGreaterThanOrEqual(plain);
        expect(required(people, Math.min(5, restDays + moreRest), leave)).toBeGreaterThanOrEqual(plain);
        const daysPerWeek = Math.min(5, 7 - restDays);
        expect(plain * 480 * ((365 * daysPerWeek) / 7 - 13)).toBeGreaterThanOrEqual(people * 720 * 365 - 1e-6);
      }),
    );
  });

  it("cannot be found where nobody ever works, or a post passes midnight", () => {
    expect(() => staff([post(1, "08:00", "09:00")], { leaveDaysPerYear: 300 })).toThrow(/NO_WORKING_TIME at \/leaveDaysPerYear/);
    expect(() => staff([post(1, "22:00", "06:00", [1, 1])])).toThrow(/POST_ENDS_BEFORE_IT_BEGINS at \/posts\/0\/to.*\(\+1 more\)/);
  });
});
