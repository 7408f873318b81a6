import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { addDays } from "../time/civilDate.js";
import { accrueBenefit } from "./accrueBenefit.js";
import type { Benefit, BenefitHolder, Proration } from "./benefit.js";
import { settleArrears } from "./settleArrears.js";

const byMonth: Proration = { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" };
const nursing = (proration: Proration = byMonth): Benefit => ({
  id: "nursing",
  title: { zh: "护理补贴", en: "nursing subsidy" },
  per: "month",
  form: "cash",
  rates: [
    { from: "2020-01-01", amountFen: 30_000, when: { ability: ["disabled"] }, clauses: ["CL-2.2.3-d"] },
    { from: "2020-01-01", amountFen: 20_000, when: { ability: ["semiDisabled"] }, clauses: ["CL-2.2.3-d"] },
  ],
  proration,
  paidThrough: "monthOfDeath",
});
const person = (more: Partial<BenefitHolder>): BenefitHolder => ({
  id: "p-1",
  died: null,
  changes: [{ fact: "ability", from: "2026-01-01", value: "semiDisabled" }],
  claims: [{ benefit: "nursing", from: "2026-01-01" }],
  ...more,
});
const half = rational(1n, 2n);
const of2026 = { from: "2026-01-01", to: "2026-06-30" };
const settle = (holder: BenefitHolder, more: { payUntil?: string; recoveryShare?: typeof half } = {}) =>
  settleArrears({ benefit: nursing(), holder, period: of2026, payUntil: "2026-08", delayMonths: 1, recoveryShare: half, clauses: [], ...more }).value;

describe("a change reported late", () => {
  const worse = (reportedOn: string) =>
    person({
      changes: [
        { fact: "ability", from: "2026-01-01", value: "semiDisabled" },
        { fact: "ability", from: "2026-02-01", value: "disabled", reportedOn },
      ],
    });

  it("is made good in the month after the report", () => {
    const { runs, ...sums } = settle(worse("2026-04-20"));
    expect(runs.map(({ paidFen }) => paidFen / 100)).toEqual([200, 200, 200, 200, 300 + 300, 300, 0, 0]);
    expect(runs[4]?.corrections).toEqual(["2026-02", "2026-03", "2026-04"].map((month) => ({ month, fen: 10_000 })));
    expect(sums).toEqual({ dueFen: 170_000, paidFen: 170_000, owedFen: 0, toPayFen: 0 });
  });

  it("that comes too late for the last run is still to be paid", () => {
    expect(settle(worse("2026-08-31"))).toMatchObject({ dueFen: 170_000, paidFen: 120_000, owedFen: 0, toPayFen: 50_000 });
  });
});

describe("overpayment", () => {
  const better = person({
    changes: [
      { fact: "ability", from: "2026-01-01", value: "disabled" },
      { fact: "ability", from: "2026-02-01", value: "semiDisabled", reportedOn: "2026-03-05" },
    ],
  });

  it("is withheld up to the share of each month's payment that the rules allow", () => {
    const { runs, ...sums } = settle(better, { recoveryShare: rational(1n, 4n) });
    expect(runs.map(({ paidFen, owedFen }) => [paidFen / 100, owedFen / 100])).toEqual([
      [300, 0],
      [300, 0],
      [300, 0],
      [150, 150],
      [150, 100],
      [150, 50],
      [0, 50],
      [0, 50],
    ]);
    expect(sums).toEqual({ dueFen: 130_000, paidFen: 135_000, owedFen: 5000, toPayFen: 0 });
  });

  it("of a death reported late remains owed, for nothing is paid from which to withhold", () => {
    const { runs, owedFen } = settle(person({ died: "2026-02-10", deathReportedOn: "2026-04-02" }));
    expect(runs.map(({ paidFen }) => paidFen / 100)).toEqual([200, 200, 200, 200, 0, 0, 0, 0]);
    expect(owedFen).toBe(40_000);
  });
});

describe("a month that is not known", () => {
  it("is paid what is sure of it, and the rest once it is reported", () => {
    const late = person({ changes: [{ fact: "ability", from: "2026-01-01", value: "disabled", reportedOn: "2026-02-15" }] });
    expect(settle(late).runs.map(({ paidFen }) => paidFen / 100)).toEqual([0, 0, 900, 300, 300, 300, 0, 0]);
  });
});

describe("later reporting", () => {
  const day = fc.integer({ min: 0, max: 170 }).map((days) => addDays("2026-01-01", days));
  const reported = fc.option(
    fc.integer({ min: -20, max: 330 }).map((days) => addDays("2026-01-31", days)),
    { nil: undefined },
  );
  const change = fc.tuple(day, fc.constantFrom("disabled", "semiDisabled", "selfCaring"), reported);
  const holders = fc
    .record({
      changes: fc.uniqueArray(change, { maxLength: 4, selector: ([from]) => from }),
      died: fc.option(day),
      deathReportedOn: reported,
      claimReportedOn: reported,
      end: fc.option(day, { nil: undefined }),
    })
    .map(({ changes, died, deathReportedOn, claimReportedOn, end }) =>
      person({
        died,
        ...(deathReportedOn === undefined ? {} : { deathReportedOn }),
        changes: [
          { fact: "ability", from: "2025-12-31", value: "disabled" },
          ...changes.map(([from, value, reportedOn]) => ({ fact: "ability", from, value, ...(reportedOn === undefined ? {} : { reportedOn }) })),
        ],
        claims: [
          {
            benefit: "nursing",
            from: "2026-01-01",
            ...(end === undefined ? {} : { to: end }),
            ...(claimReportedOn === undefined ? {} : { reportedOn: claimReportedOn }),
          },
        ],
      }),
    );
  const conventions = fc.constantFrom<Proration>(
    byMonth,
    { ...byMonth, begins: "nextUnit", changes: "nextUnit", ends: "unpaid" },
    { method: "calendarDay", rounding: "halfEven", roundedPer: "month" },
    { method: "thirty360", rounding: "up", roundedPer: "period" },
    { ...byMonth, method: "halfMonth", splitDay: 15, rounding: "down", roundedPer: "month" },
  );

  it("changes when money is paid, never the total", () => {
    fc.assert(
      fc.property(holders, conventions, fc.nat(4), fc.nat(3), (holder, proration, quarters, delayMonths) => {
        const benefit = nursing(proration);
        const question = { benefit, holder, period: of2026, clauses: [] };
        const { paidFen, owedFen, dueFen, toPayFen, runs } = settleArrears({
          ...question,
          payUntil: "2027-12",
          delayMonths,
          recoveryShare: rational(BigInt(quarters), 4n),
        }).value;
        expect(dueFen).toBe(accrueBenefit(question).value.amountFen);
        expect([paidFen - owedFen, toPayFen]).toEqual([dueFen, 0]);
        for (const run of runs) expect(run.paidFen * 4).toBeGreaterThanOrEqual(run.regularFen * (4 - quarters));
      }),
    );
  });
});

describe("a question that cannot be meant", () => {
  it("is refused", () => {
    expect(() => settle(person({}), { payUntil: "2025-12", recoveryShare: rational(3n, 2n) })).toThrow(/PERIOD_REVERSED at \/payUntil.*\+1 more/);
    expect(() => settle(person({}), { payUntil: "2026-13" })).toThrow(/NOT_A_DATE at \/payUntil(?!\/)/);
  });
});
