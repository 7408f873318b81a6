import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DestituteQuestion, destituteCriteria, determineDestitute } from "./determineDestitute.js";

const on = "2026-11-21";
const poor = { countedIncomeFen: 30_000, minimumLivingFen: 60_000, propertyWithinRule: true };
const ask = (question: Partial<DestituteQuestion>) =>
  determineDestitute({ criteria: destituteCriteria, on, clauses: ["CK-1.1-d"], ...question }).value;

describe("who is destitute (demonstration 13: destitute yes or no)", () => {
  it("is without ability to work, without source of living and without able supporter: all three", () => {
    const alone = { birthDate: "1966-11-21", disability: null, ...poor, supporters: [] };
    expect(ask(alone)).toEqual({
      state: "destitute",
      withoutAbilityToWork: true,
      withoutSourceOfLiving: true,
      withoutAbleSupporter: true,
      missing: [],
      unverified: [],
    });
    expect(ask({ ...alone, birthDate: "1966-11-22" }).state).toBe("notDestitute");
    expect(ask({ ...alone, countedIncomeFen: 60_000 }).state).toBe("notDestitute");
    expect(ask({ ...alone, propertyWithinRule: false }).state).toBe("notDestitute");
    expect(ask({ ...alone, supporters: [{ id: "s-1", able: false }] }).state).toBe("destitute");
    expect(
      ask({
        ...alone,
        supporters: [
          { id: "s-1", able: false },
          { id: "s-2", able: true },
        ],
      }).state,
    ).toBe("notDestitute");
  });

  it("may be so by disability before that age; that its grade is only recalled is said", () => {
    const at40 = { birthDate: "1986-01-01", ...poor, supporters: [] };
    const state = (grade: number, kind: "limb" | "visual" | "hearing") => ask({ ...at40, disability: { grade, kinds: [kind] } }).state;
    expect([state(2, "limb"), state(3, "limb"), state(1, "visual"), state(2, "visual"), state(1, "hearing")]).toEqual([
      "destitute",
      "notDestitute",
      "destitute",
      "notDestitute",
      "notDestitute",
    ]);
    expect(ask({ ...at40, disability: { grade: 2, kinds: ["limb"] } }).unverified).toEqual(["mildestGrade.limb"]);
  });

  it("is open where what is missing could turn it, and only that is named", () => {
    expect(ask({})).toMatchObject({
      state: "undetermined",
      missing: ["birthDate", "disability", "countedIncomeFen", "minimumLivingFen", "propertyWithinRule", "supporters"],
    });
    expect(ask({ birthDate: "1940-01-01", ...poor, supporters: [{ id: "s-2" }, { id: "s-1" }] })).toMatchObject({
      state: "undetermined",
      missing: ["supporters.s-1", "supporters.s-2"],
    });
    expect(ask({ supporters: [{ id: "s-1", able: true }] })).toMatchObject({ state: "notDestitute", missing: [] });
  });

  it("is settled for good: filling in what was unknown never turns a settled answer", () => {
    const question = fc.record(
      {
        birthDate: fc.constantFrom("1940-01-01", "1990-01-01", "2015-01-01"),
        disability: fc.constantFrom(null, { grade: 1, kinds: ["mental" as const] }, { grade: 4, kinds: ["limb" as const] }),
        countedIncomeFen: fc.constantFrom(0, 90_000),
        minimumLivingFen: fc.constant(60_000),
        propertyWithinRule: fc.boolean(),
        supporters: fc.array(
          fc.record({ id: fc.constantFrom("a", "b"), able: fc.boolean() }).map((each) => each),
          { maxLength: 1 },
        ),
      },
      { requiredKeys: [] },
    );
    const rest = fc.constantFrom<Partial<DestituteQuestion>>(
      { birthDate: "1950-01-01", disability: null, ...poor, supporters: [] },
      {
        birthDate: "1995-01-01",
        disability: null,
        countedIncomeFen: 1_000_000,
        minimumLivingFen: 60_000,
        propertyWithinRule: false,
        supporters: [{ id: "z", able: true }],
      },
    );
    fc.assert(
      fc.property(question, rest, (known, filled) => {
        const before = ask(known).state;
        const after = ask({ ...filled, ...known });
        expect(after.state).not.toBe("undetermined");
        if (before !== "undetermined") expect(after.state).toBe(before);
      }),
    );
  });

  it("is not asked of somebody born later, or of a grade that does not exist", () => {
    expect(() => ask({ birthDate: "2027-01-01", disability: { grade: 5, kinds: ["limb"] } })).toThrow(/BIRTH_DATE_IN_FUTURE.*\(\+1 more\)/);
  });
});
