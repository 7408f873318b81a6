import { addDays, type CivilDate } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { PopulationPlan } from "../../population/plan.js";
import { RecordPopulation } from "../../population/recordPopulation.js";
import { indexOf, Scope } from "../scope.js";
import { dayNumberOf } from "./dayNumber.js";
import { firstsOf, numbersFor, stretchesOf } from "./grouping.js";

const index = indexOf(undefined);
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-01", days));
const leapDay = fc.integer({ min: 476, max: 500 }).map((four) => `${four * 4}-02-29`);
const dates: fc.Arbitrary<CivilDate> = fc.oneof(
  day,
  leapDay,
  leapDay.map((date) => addDays(date, 1)),
);

/** A pack whose one condition holds a date or a whole number against a parameter. */
function packWith(when: Logic, limit: number | string): Pack {
  const pack = packOf(when);
  const { title } = pack;
  const values = [{ from: "1000-01-01", value: limit }];
  return {
    ...pack,
    inForce: { from: "1000-01-01" },
    parameters: { limit: { type: typeof limit === "number" ? "integer" : "rational", title, clause: "C", values } },
    facts: { count: { subject: "person", type: "integer", title }, since: { subject: "person", type: "date", title } },
  };
}

const op = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const counted = fc.constantFrom<Logic>(
  { ageOn: [{ var: "birthDate" }] },
  { daysBetween: [{ var: "birthDate" }, { dateAsked: [] }] },
  { monthsBetween: [{ var: "birthDate" }, { dateAsked: [] }] },
  { yearsBetween: [{ dateAsked: [] }, { var: "birthDate" }] },
  { monthsBetween: [{ dateAsked: [] }, { var: "birthDate" }] },
);

const answersBothWays = (pack: Pack, on: CivilDate, people: readonly Record<string, unknown>[]) => {
  const rules = contextsOf([pack], [])[0]?.on(on).rules ?? [];
  const scopes = people.map((person) => new Scope("person", person, on, index));
  const plan = new PopulationPlan(rules, { subject: "person", on, index });
  const answers = plan.assess(new RecordPopulation(scopes));
  return { seen: scopes.map((_, subject) => answers.status(subject, 0)), expected: scopes.map((scope) => rules[0]?.truth(scope)), plan };
};

describe("the thresholds of a comparison", () => {
  it("part dates as the calendar does, on leap days too", () => {
    fc.assert(
      fc.property(
        op,
        counted,
        dates,
        fc.integer({ min: -2, max: 130 }),
        fc.array(dates, { minLength: 1, maxLength: 40 }),
        (compare, left, on, limit, births) => {
          const near = births.flatMap((date) => [date, addDays(date, 1)]);
          const people: { birthDate?: CivilDate }[] = [...near.map((birthDate) => ({ birthDate })), {}];
          const { seen, expected, plan } = answersBothWays(packWith({ [compare]: [left, { param: "limit" }] }, limit), on, people);
          expect(seen).toEqual(expected);
          const values = Int32Array.from(people, ({ birthDate }) => (birthDate === undefined ? 0 : dayNumberOf(birthDate)));
          const missing = new Uint32Array((people.length + 31) >>> 5);
          missing[(people.length - 1) >>> 5] = 1 << ((people.length - 1) & 31);
          const given = plan.assess(plan.fromColumns({ "/birthDate": { kind: "days", values, missing } }));
          expect(people.map((_, subject) => given.status(subject, 0))).toEqual(expected);
        },
      ),
    );
  });

  it("part whole numbers exactly, at fractions too", () => {
    const limits = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom("7/2", "-7/2", "-1/3", "4", "0.5"));
    fc.assert(
      fc.property(op, limits, (compare, limit) => {
        const people = [...Array.from({ length: 13 }, (_, place) => ({ facts: { count: place - 6 } })), {}];
        const { seen, expected } = answersBothWays(packWith({ [compare]: [{ var: "count" }, { param: "limit" }] }, limit), "2026-11-21", people);
        expect(seen).toEqual(expected);
      }),
    );
  });

  it("are counted alike in a table and by search", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 9 }),
        fc.constantFrom(1, 10_000),
        fc.integer({ min: -60, max: 60 }),
        (all, scale, value) => {
          const thresholds = all.map((each) => each * scale).sort((a, b) => a - b);
          const reached = stretchesOf(thresholds);
          for (const near of [value * scale - 1, value * scale, value * scale + 1])
            expect(reached(near)).toBe(thresholds.filter((threshold) => near >= threshold).length);
        },
      ),
    );
  });

  it("leave a group without anybody without a first", () => {
    const groupOf = numbersFor(3, 4);
    groupOf.set([2, 0, 2]);
    expect(firstsOf(groupOf, 4)).toEqual([1, -1, 0, -1]);
  });
});
