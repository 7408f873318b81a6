import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completePeople, conditions, packOf, partialPeople } from "../../test/policies.js";
import type { Logic, Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { comparePacks, type PackComparison } from "./comparePacks.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const clause = "C";

/** A pack that gives an allowance from an age. */
const allowance = (fromAge: number, amountFen: number | undefined): Pack => {
  const base = packOf(true);
  return {
    ...base,
    parameters: {
      age: { type: "integer", title, clause, values: [{ from: "2000-01-01", value: fromAge }] },
      amount:
        amountFen === undefined
          ? { type: "fen", title, clause, open: true }
          : { type: "fen", title, clause, values: [{ from: "2000-01-01", value: amountFen }] },
    },
    rules: [
      {
        id: "allowance",
        subject: "person",
        title,
        when: { ">=": [{ var: "age" }, { param: "age" }] },
        then: { kind: "benefit", benefit: "allowance", amountFen: { param: "amount" }, per: "month" },
        clauses: [clause],
      },
    ],
  };
};

// 85, 75, 60 years old, and one of unknown age
const people = [
  { id: "p-85", birthDate: "1941-01-01" },
  { id: "p-75", birthDate: "1951-01-01" },
  { id: "p-60", birthDate: "1966-01-01" },
  { id: "p-0" },
] as unknown as NonNullable<Parameters<typeof comparePacks>[2]["population"]>["people"];

const touched = ({ outcomes }: PackComparison): string[] =>
  outcomes.map(({ kind, count, first, amountBeforeFen, amountAfterFen }) =>
    [kind, count, first.join(" "), amountBeforeFen, amountAfterFen].join("|"),
  );

const compared = (before: Pack, after: Pack): PackComparison =>
  comparePacks(before, after, { on, population: { ...(people === undefined ? {} : { people }) } });

describe("a new version of a pack", () => {
  it("says who gains, who loses and who gets another amount", () => {
    expect(touched(compared(allowance(80, 5000), allowance(70, 6000)))).toEqual(["gained|1|p-75|0|6000", "amountChanged|1|p-85|5000|6000"]);
    expect(touched(compared(allowance(70, 6000), allowance(80, 5000)))).toEqual(["lost|1|p-75|6000|0", "amountChanged|1|p-85|6000|5000"]);
  });

  it("gives no sum of amounts that are open", () => {
    expect(touched(compared(allowance(80, 5000), allowance(80, undefined)))).toEqual(["amountChanged|1|p-85|5000|"]);
  });

  it("counts as undetermined who can no longer be decided, and never as denied", () => {
    const everybody = { ...allowance(0, 5000) };
    const [rule] = everybody.rules;
    const unconditional: Pack = { ...everybody, rules: rule === undefined ? [] : [{ ...rule, when: { or: [true, { var: "leftBehind" }] } }] };
    expect(touched(compared(unconditional, allowance(80, 5000)))).toEqual(["lost|2|p-60 p-75|10000|0", "nowUndetermined|1|p-0|5000|"]);
  });

  it("shows a rule that only got another id as the same rule", () => {
    const before = allowance(80, 5000);
    const after = { ...before, rules: before.rules.map((rule) => ({ ...rule, id: "oldAge" })) };
    const { text, outcomes } = compared(before, after);
    expect(text.rules).toEqual([{ id: "oldAge", title, change: "renamed", was: "allowance", members: [] }]);
    expect(outcomes).toEqual([]);
  });

  it("shows rules added and removed, with all whom they concern", () => {
    const before = allowance(80, 5000);
    const none = { ...before, rules: [] };
    expect(touched(compared(none, before))).toEqual(["gained|1|p-85|0|5000", "nowUndetermined|1|p-0|0|"]);
    expect(touched(compared(before, none))).toEqual(["lost|1|p-85|5000|0", "nowDenied|1|p-0||0"]);
    expect(compared(before, none).text.rules.map(({ id, change }) => `${change} ${id}`)).toEqual(["removed allowance"]);
  });

  it("names the periods in which a parameter has another value, as long as they are", () => {
    const dated = (...values: readonly { from: string; to?: string; value: number }[]): Pack => {
      const base = allowance(80, 5000);
      return { ...base, parameters: { ...base.parameters, amount: { type: "fen", title, clause, values } } };
    };
    const before = dated({ from: "2020-01-01", value: 5000 }, { from: "2024-01-01", to: "2025-12-31", value: 6000 });
    const after = dated({ from: "2020-01-01", value: 5000 }, { from: "2023-07-01", value: 6000 });
    expect(comparePacks(before, after, { on }).text.parameters).toEqual([
      {
        id: "amount",
        change: "changed",
        members: [],
        values: [
          { from: "2023-07-01", to: "2023-12-31", before: 5000, after: 6000 },
          { from: "2026-01-01", before: 5000, after: 6000 },
        ],
      },
    ]);
  });

  it("names clauses, definitions and tables that differ, and leaves remarks aside", () => {
    const before = allowance(80, 5000);
    const [quoted] = Object.values(before.clauses);
    if (quoted === undefined) throw new Error("the pack has a clause");
    const after: Pack = {
      ...before,
      note: "synthetic",
      clauses: { C: { ...quoted, quote: "other", note: "a remark" } },
      tables: { t: { inputs: ["age"], hit: "first", rows: [{ if: [80], then: 1, from: "2000-01-01", clause }] } },
    };
    const { clauses, facts, tables, rules } = comparePacks(before, after, { on }).text;
    expect({ clauses, facts, tables, rules }).toEqual({
      clauses: [{ id: "C", change: "changed", members: ["quote"] }],
      facts: [],
      tables: [{ id: "t", change: "added", members: [] }],
      rules: [],
    });
  });

  it("is not compared with people who cannot be, each named by where they are in the question", () => {
    const many = Array.from({ length: 2100 }, (_, row) => ({ id: `p-${row}`, birthDate: row === 2050 ? "1950-02-30" : "1950-02-03" }));
    const question = { on, population: { people: many as unknown as NonNullable<typeof people> } };
    expect(() => comparePacks(allowance(80, 5000), allowance(70, 6000), question)).toThrow("NOT_A_DATE at /population/people/2050/birthDate");
  });

  it("changes nothing for anybody where it is the same", () => {
    expect(compared(national, structuredClone(national))).toMatchObject({ subjects: 4, outcomes: [] });
  });

  it("gains for whom the way back loses, whatever the conditions and whoever they are, in any order", () => {
    const population = fc.array(fc.oneof(completePeople, partialPeople), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(conditions, conditions, population, (one, other, rows) => {
        const named = rows.map((row, index) => ({ ...row, id: `p-${index}` })) as unknown as NonNullable<typeof people>;
        const counts = (from: Logic, to: Logic, who: NonNullable<typeof people>): Record<string, readonly string[]> =>
          Object.fromEntries(
            comparePacks(packOf(from), packOf(to), { on, population: { people: who } }).outcomes.map(({ kind, first }) => [kind, first]),
          );
        const [there, back] = [counts(one, other, named), counts(other, one, named)];
        const gainedNow = there.gained ?? [];
        // who gains was denied or undetermined before: on the way back they lose, or can no longer be decided
        expect([...(back.lost ?? []), ...(back.nowUndetermined ?? [])]).toEqual(expect.arrayContaining([...gainedNow]));
        expect(counts(one, other, named.toReversed())).toEqual(there);
      }),
      { numRuns: 60 },
    );
  });
});
