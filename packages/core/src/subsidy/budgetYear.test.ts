import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { addDays } from "../time/civilDate.js";
import { monthAfter } from "../time/civilMonth.js";
import { accrueBenefit } from "./accrueBenefit.js";
import type { Benefit, BenefitHolder, BenefitHousehold, Proration } from "./benefit.js";
import { type BudgetQuestion, budgetYear } from "./budgetYear.js";
import { compareBudgets } from "./compareBudgets.js";
import type { BenefitCap, Linkage } from "./linkage.js";
import { settleBenefits } from "./settleBenefits.js";

const byMonth: Proration = { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" };
const benefit = (id: string, amountFen: number, more: Partial<Benefit> = {}): Benefit => ({
  id,
  title: { zh: id, en: id },
  per: "month",
  form: "cash",
  rates: [
    { from: "2020-01-01", amountFen, when: { ability: ["disabled"] }, clauses: [] },
    { from: "2020-01-01", amountFen: Math.floor(amountFen / 2), when: { ability: ["semiDisabled"] }, clauses: [] },
  ],
  proration: byMonth,
  paidThrough: "monthOfDeath",
  ...more,
});
const benefits = [
  benefit("nursing", 10_000),
  benefit("severeDisability", 9000, { proration: { method: "calendarDay", rounding: "halfUp", roundedPer: "month" }, paidThrough: "dayOfDeath" }),
  benefit("heating", 20_000, { rates: [{ from: "2020-01-01", amountFen: 20_000, clauses: [] }] }),
];
const higher: Linkage = { benefits: ["nursing", "severeDisability"], rule: "higher", clauses: ["CL-2.2.3-e"] };
const holder = (id: string, claims: string[], more: Partial<BenefitHolder> = {}): BenefitHolder => ({
  id,
  died: null,
  changes: [{ fact: "ability", from: "2020-01-01", value: "disabled" }],
  claims: claims.map((claimed) => ({ benefit: claimed, from: "2020-01-01" })),
  ...more,
});
const ask = (households: Iterable<BenefitHousehold>, more: Partial<BudgetQuestion> = {}) =>
  budgetYear({ households, benefits, linkages: [higher], year: 2026, payDelayMonths: 0, clauses: [], ...more });

describe("a year's budget", () => {
  const households: BenefitHousehold[] = [
    { id: "h-1", holders: [holder("p-1", ["nursing", "severeDisability"], { died: "2026-03-10" }), holder("h-1", ["heating"])] },
    { id: "h-2", holders: [holder("p-2", ["nursing"], { changes: [{ fact: "ability", from: "2026-05-01", value: "semiDisabled" }] })] },
  ];

  it("counts fen, persons paid and persons open, by benefit and month", () => {
    const { value, steps } = ask(households);
    const line = (id: string) => value.lines.find((found) => found.benefit === id);
    expect(
      line("nursing")
        ?.months.slice(0, 6)
        .map(({ leastFen, mostFen, paidHolders, openHolders }) => [leastFen, mostFen, paidHolders, openHolders]),
    ).toEqual([
      [10_000, 20_000, 1, 1],
      [10_000, 20_000, 1, 1],
      [10_000, 20_000, 1, 1],
      [0, 10_000, 0, 1],
      [5000, 5000, 1, 0],
      [5000, 5000, 1, 0],
    ]);
    expect(line("severeDisability")?.mostFen).toBe(0);
    expect(line("heating")).toMatchObject({ leastFen: 240_000, mostFen: 240_000 });
    expect([value.leastFen, value.mostFen]).toEqual([30_000 + 40_000 + 240_000, 30_000 + 80_000 + 240_000]);
    expect([value.households, value.holders]).toEqual([2, 3]);
    expect(steps[0]).toEqual({ zh: "heating：12 人次", en: "heating: 12 payments", value: "2400.00 元" });
  });

  it("pays so many months later as declared, also what is due for the year before", () => {
    const only = [{ id: "h-3", holders: [holder("p-3", ["nursing"], { claims: [{ benefit: "nursing", from: "2025-12-01", to: "2026-01-31" }] })] }];
    const months = ask(only, { payDelayMonths: 2 }).value.lines[1]?.months.map(({ mostFen }) => mostFen);
    expect(months).toEqual([0, 10_000, 10_000, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("uses up a yearly cap month by month, and begins again in January", () => {
    const cap: BenefitCap = { id: "cap", benefits: ["heating"], capFen: 50_000, period: "year", within: "household", clauses: [] };
    const only = [{ id: "h-4", holders: [holder("h-4", ["heating"])] }];
    const months = ask(only, { caps: [cap], payDelayMonths: 2 }).value.lines[0]?.months.map(({ mostFen }) => mostFen / 100);
    expect(months).toEqual([0, 0, 200, 200, 100, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("compares with another year of changed rates", () => {
    const before = ask(households).value;
    const raised = benefits.map((own) =>
      own.id === "heating"
        ? benefit("heating", 0, {
            rates: [
              { from: "2026-07-01", amountFen: 25_000, clauses: [] },
              { from: "2020-01-01", to: "2026-06-30", amountFen: 20_000, clauses: [] },
            ],
          })
        : own,
    );
    const { value, steps } = compareBudgets(before, ask(households, { benefits: raised }).value);
    expect([value.leastFen, value.mostFen]).toEqual([30_000, 30_000]);
    expect(value.lines[0]?.months.map(({ mostFen }) => mostFen)).toEqual([0, 0, 0, 0, 0, 0, 5000, 5000, 5000, 5000, 5000, 5000]);
    expect(steps.at(-1)?.value).toBe("300.00 元");
  });

  it("is not compared month by month with that of another year", () => {
    const year = (of: number) => ask(households, { year: of }).value;
    expect(() => compareBudgets(year(2026), year(2027))).toThrow("OUT_OF_RANGE at /after/year");
  });

  it("refuses sums beyond what a number holds exactly", () => {
    const dear: Benefit = { ...benefit("nursing", 0), rates: [{ from: "2020-01-01", amountFen: 1_000_000_000_000, clauses: [] }] };
    const many = Array.from({ length: 800 }, (_, index) => ({ id: `h-${index}`, holders: [holder(`p-${index}`, ["nursing"])] }));
    expect(() => ask(many, { benefits: [dear] })).toThrow(/OUT_OF_RANGE at \/benefits\/0.*\(\+1 more\)/);
  });

  it("refuses what is wrong with any household, with its place in the stream", () => {
    const wrong = [...households, { id: "h-5", holders: [holder("p-5", ["nursing", "nursery"], { died: "2026-02-30" }), holder("p-5", [])] }];
    const issues = (() => {
      try {
        ask(wrong);
      } catch (error) {
        if (error instanceof EldercareError) return error.issues;
      }
      return [];
    })();
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "NOT_A_DATE /households/2/holders/0/died",
      "REFERENCE_NOT_FOUND /households/2/holders/0/claims/1/benefit",
      "DUPLICATE_ID /households/2/holders/1/id",
    ]);
    expect(() => ask([], { year: 2026.5, payDelayMonths: 13 })).toThrow(/NOT_A_WHOLE_NUMBER.*\+1 more/);
  });
});

describe("a budget", () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays("2025-01-01", days));
  const claim = fc.record({
    benefit: fc.constantFrom("nursing", "severeDisability", "heating"),
    from: day,
    days: fc.option(fc.nat(500), { nil: undefined }),
  });
  const someHolder = (id: string) =>
    fc
      .record({
        claims: fc.uniqueArray(claim, { maxLength: 3, selector: ({ benefit: claimed }) => claimed }),
        died: fc.option(day),
        changes: fc.uniqueArray(fc.tuple(day, fc.constantFrom("disabled", "semiDisabled", "selfCaring", undefined)), {
          maxLength: 3,
          selector: ([from]) => from,
        }),
      })
      .map(
        ({ claims, died, changes }): BenefitHolder => ({
          id,
          died,
          changes: [
            { fact: "ability", from: "2020-01-01", value: "disabled" },
            ...changes.map(([from, value]) => ({ fact: "ability", from, ...(value === undefined ? {} : { value }) })),
          ],
          claims: claims.map(({ benefit: claimed, from, days }) => ({
            benefit: claimed,
            from,
            ...(days === undefined ? {} : { to: addDays(from, days) }),
          })),
        }),
      );
  const household = fc.tuple(someHolder("h-1"), someHolder("p-1"), someHolder("p-2")).map((holders): BenefitHousehold => ({ id: "h-1", holders }));
  const rules = fc.constantFrom<{ linkages: Linkage[]; caps: BenefitCap[] }>(
    { linkages: [higher], caps: [] },
    {
      linkages: [{ ...higher, within: "household" }],
      caps: [{ id: "cap", benefits: ["heating", "severeDisability"], capFen: 15_000, period: "month", within: "household", clauses: [] }],
    },
    {
      linkages: [{ benefits: ["nursing", "severeDisability"], rule: "exclusive", precedence: ["severeDisability", "nursing"], clauses: [] }],
      caps: [],
    },
    {
      linkages: [
        {
          benefits: ["nursing", "severeDisability", "heating"],
          rule: "offset",
          precedence: ["nursing", "severeDisability", "heating"],
          within: "household",
          clauses: [],
        },
      ],
      caps: [],
    },
  );

  it("is what accruing and settling each household month by month gives", () => {
    fc.assert(
      fc.property(household, rules, fc.nat(3), (own, { linkages, caps }, payDelayMonths) => {
        const { value } = ask([own], { linkages, caps, payDelayMonths });
        const accrued = own.holders.flatMap((of) =>
          benefits
            .filter(({ id }) => of.claims.some((claimed) => claimed.benefit === id))
            .map((rule) => ({
              of,
              rule,
              months: accrueBenefit({ benefit: rule, holder: of, period: { from: "2025-01-01", to: "2026-12-31" }, clauses: [] }).value.months,
            })),
        );
        const totals = { least: 0, most: 0 };
        for (let index = 0; index < 12; index++) {
          const month = monthAfter("2026-01", index - payDelayMonths);
          const due = accrued.flatMap(({ of, rule, months }) => {
            const found = months.find((entry) => entry.month === month);
            if (found === undefined || found.days === 0) return [];
            const status = found.missing.length > 0 && found.leastFen === 0 ? ("undetermined" as const) : ("granted" as const);
            return [
              { benefit: rule.id, ...(of.id === "h-1" ? {} : { person: of.id }), status, amountFen: { least: found.leastFen, most: found.mostFen } },
            ];
          });
          const settled = settleBenefits({ benefits: due, linkages, caps, clauses: [] }).value;
          totals.least += settled.total.least;
          totals.most += settled.total.most ?? Number.NaN;
          for (const line of value.lines) {
            const of = settled.benefits.filter((one) => one.benefit === line.benefit);
            expect(line.months[index]).toMatchObject({
              leastFen: of.reduce((sum, { paid }) => sum + paid.least, 0),
              mostFen: of.reduce((sum, { paid }) => sum + (paid.most ?? Number.NaN), 0),
              paidHolders: of.filter(({ paid }) => paid.least > 0 && paid.least === paid.most).length,
            });
          }
        }
        expect([value.leastFen, value.mostFen]).toEqual([totals.least, totals.most]);
      }),
    );
  });

  it("of two groups is the sum of the budgets of each", () => {
    fc.assert(
      fc.property(household, household, rules, (first, second, { linkages, caps }) => {
        const cost = (...households: BenefitHousehold[]) => ask(households, { linkages, caps }).value.mostFen;
        expect(cost(first, second)).toBe(cost(first) + cost(second));
      }),
      { numRuns: 30 },
    );
  });
});
