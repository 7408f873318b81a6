import { addDays, addMonths, type Decision, type OlderPerson, type ServiceCatalogue } from "@eldercare/core";
import { monthlyVisitRate, type VisitRecord } from "@eldercare/core/visiting";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodsOf, weeksOf } from "../../test/madeVisits.js";
import type { Period } from "./slots.js";
import { visitsFor } from "./visitsFor.js";

const service = {
  id: "regularVisit",
  title: { zh: "探访关爱", en: "visit and care" },
  serviceMinutes: 20,
  windows: [{ from: "08:00", to: "17:00" }],
  priority: 2,
  required: "byModality" as const,
};
const people = Array.from(
  { length: 30 },
  (_, nth): OlderPerson => ({ id: `p-${nth}`, residence: { area: "150100001001", place: { lng: 111.7, lat: 40.8 } } }),
);
const decisions = people.map(
  ({ id }): Decision => ({
    rule: "cn-15-pastoral/service.monthlyVisit",
    subject: id,
    on: "2026-01-01",
    status: "granted",
    effect: { kind: "service", service: "regularVisit", times: 1, per: "month", open: [] },
    modality: "required",
    illustrative: false,
    warnings: [],
    clauses: ["IM-1-k"],
  }),
);

/** Makes every visit of a time cut into periods on a day that it allows, and writes the log of them. */
function logOf(
  periods: readonly Period[],
  weekdays: readonly number[],
  pick: () => number,
  told: boolean,
  lastVisits: Record<string, Record<string, string>>,
  granted = decisions,
) {
  const catalogue: ServiceCatalogue = { id: "test", services: [{ ...service, weekdays: [...weekdays] }] };
  const log: VisitRecord[] = [];
  const lasts = structuredClone(lastVisits);
  let [required, overdue] = [0, 0];
  for (const period of periods) {
    const { visits, notes } = visitsFor({ decisions: granted, people, catalogue, period, ...(told ? { history: { lastVisits: lasts } } : {}) });
    overdue += notes.filter(({ code }) => code === "VISIT_OVERDUE").length;
    for (const { id, person = "", when, required: must } of visits) {
      const dates = when?.dates as string[];
      const on = dates[Math.min(dates.length - 1, Math.floor(pick() * dates.length))] ?? "";
      log.push({ id: `${period.from} ${id}`, person, on, channel: "homeVisit" });
      lasts[person] = { regularVisit: on };
      if (must === true) required += 1;
    }
  }
  return { log, required, overdue };
}

const rateOf = (month: string, visits: readonly VisitRecord[]) =>
  monthlyVisitRate({
    month,
    targets: people.map(({ id }) => ({ person: id })),
    visits,
    accepts: ["homeVisit"],
    counting: "anyDay",
    clauses: ["IM-1-k"],
  });

describe("visit and care (探访关爱)", () => {
  const weekdaySets = fc.oneof(fc.constant([1, 2, 3, 4, 5]), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }));
  const days = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  const year = (from: number) => ({ from: `${from}-01-01`, to: `${from}-12-31` });
  const years = fc.constantFrom(year(2026), year(2027), year(2028));
  const someCuts = fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { minLength: 8, maxLength: 60 });

  it("reaches everybody granted it in every month of a year cut into weeks, whatever days are chosen, told of the last visits or not", () => {
    let across = 0;
    fc.assert(
      fc.property(years, weekdaySets, days, fc.boolean(), fc.option(someCuts, { nil: undefined }), (span, weekdays, stream, told, cuts) => {
        const periods = cuts === undefined ? weeksOf(span) : periodsOf(span, cuts);
        const { log, required } = logOf(periods, weekdays, () => stream.next().value, told, {});
        for (let month = span.from; month < span.to; month = addMonths(month, 1)) expect(rateOf(month.slice(0, 7), log).value.no).toEqual([]);
        // once a month and no more, and every one of them must be made
        expect([log.length, required]).toEqual([12 * people.length, log.length]);
        across += periods.filter(({ from, to }) => from.slice(0, 7) !== to.slice(0, 7)).length;
      }),
      { numRuns: 30 },
    );
    expect(across).toBeGreaterThan(200);
  });

  it("goes on from the last visits of the year before, in every month, also where somebody has waited long", () => {
    let late = 0;
    const ago = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: people.length, maxLength: people.length });
    fc.assert(
      fc.property(weekdaySets, days, ago, (weekdays, stream, agoes) => {
        const lastVisits = Object.fromEntries(people.map(({ id }, nth) => [id, { regularVisit: addDays("2025-12-31", -(agoes[nth] ?? 0)) }]));
        const { log, overdue } = logOf(weeksOf(year(2026)), weekdays, () => stream.next().value, true, lastVisits);
        for (let month = "2026-01-01"; month < "2026-12-31"; month = addMonths(month, 1)) expect(rateOf(month.slice(0, 7), log).value.no).toEqual([]);
        expect(log.length).toBe(12 * people.length);
        // nobody but those who had waited before
        expect(overdue).toBeLessThanOrEqual(people.length);
        late += overdue;
      }),
      { numRuns: 15 },
    );
    expect(late).toBeGreaterThan(50);
  });

  it("reaches everybody in every month also where another rule grants more visits a year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 40 }), weekdaySets, days, fc.boolean(), (times, weekdays, stream, told) => {
        const more = decisions.map(
          (decision): Decision => ({
            ...decision,
            rule: "test/more",
            modality: "aspirational",
            effect: { kind: "service", service: "regularVisit", times, per: "year", open: [] },
          }),
        );
        const { log, required } = logOf(weeksOf(year(2026)), weekdays, () => stream.next().value, told, {}, [...more, ...decisions]);
        for (let month = "2026-01-01"; month < "2026-12-31"; month = addMonths(month, 1)) expect(rateOf(month.slice(0, 7), log).value.no).toEqual([]);
        // what is made more often than it must be is required only where it has not been made for a month
        expect([log.length, told || required === 12 * people.length, required <= 12 * people.length]).toEqual([times * people.length, true, true]);
      }),
      { numRuns: 12 },
    );
  });

  it("is made at once in the month in which it was missed, and by its last day", () => {
    const lastVisits = { "p-0": { regularVisit: "2026-10-10" } };
    const catalogue: ServiceCatalogue = { id: "test", services: [{ ...service, weekdays: [1, 2, 3, 4, 5] }] };
    const period = { from: "2026-11-30", to: "2026-12-06" };
    const { visits, notes } = visitsFor({ decisions: decisions.slice(0, 1), people, catalogue, history: { lastVisits }, period });
    expect(visits.map(({ when, required }) => [when?.dates, required])).toEqual([[["2026-11-30"], true]]);
    expect(notes.map(({ code, message }) => [code, message.en])).toEqual([
      ["VISIT_OVERDUE", '"p-0" had regularVisit last on 2026-10-10: 20 days overdue as the period begins, and due in it at once'],
    ]);
  });

  it("must be made where the clause says 应, and is left at its price where it encourages", () => {
    const catalogue: ServiceCatalogue = { id: "test", services: [{ ...service, weekdays: [1, 2, 3, 4, 5] }] };
    const period = { from: "2026-11-01", to: "2026-11-30" };
    const encouraged = decisions.map((decision, nth) => (nth % 2 === 0 ? decision : { ...decision, modality: "permitted-or-encouraged" as const }));
    const { visits } = visitsFor({ decisions: encouraged, people, catalogue, period });
    expect(visits.map(({ required }) => required === true)).toEqual(people.map((_, nth) => nth % 2 === 0));
  });
});
