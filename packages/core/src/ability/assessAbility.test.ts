import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classOfAbility } from "./abilityClass.js";
import type { AbilityScale } from "./abilityScale.js";
import { assessAbility } from "./assessAbility.js";
import type { AbilityFindings } from "./assessmentRecord.js";
import { parseAssessment } from "./assessmentRecord.js";
import { gbt42195 } from "./gbt42195.js";

const free = { coma: false, dementia: false, otherMentalDisorder: false, incidents: 0 };

/** Scores that add up to so many points, the first items losing theirs first. */
function scoresOf(points: number): Record<string, number> {
  let lost = 90 - points;
  return Object.fromEntries(
    gbt42195.items.map(({ id, most }) => {
      const taken = Math.min(most, lost);
      lost -= taken;
      return [id, most - taken];
    }),
  );
}
const assess = (findings: AbilityFindings, scale: AbilityScale = gbt42195) => assessAbility({ scale, ...findings, clauses: ["CL-2.1.1-a"] }).value;
const atPoints = (points: number, conditions: Partial<AbilityFindings> = {}) => assess({ scores: scoresOf(points), ...free, ...conditions }).level;

describe("the scale of GB/T 42195-2022", () => {
  it("has 26 items of 90 points in four groups of 32, 15, 28 and 15", () => {
    const sums = new Map<string, number>();
    for (const { group, most } of gbt42195.items) sums.set(group, (sums.get(group) ?? 0) + most);
    expect(gbt42195.items).toHaveLength(26);
    expect([...sums]).toEqual([
      ["selfCare", 32],
      ["motor", 15],
      ["mental", 28],
      ["perceptionAndSociety", 15],
    ]);
  });

  it.each([
    [90, 0],
    [89, 1],
    [66, 1],
    [65, 2],
    [46, 2],
    [45, 3],
    [30, 3],
    [29, 4],
    [0, 4],
  ])("puts %i points at level %i", (points, level) => {
    expect(atPoints(points)).toBe(level);
  });
});

describe("demonstration 12", () => {
  const mapping = { 0: "selfCaring", 1: "semiDisabled", 2: "semiDisabled", 3: "disabled", 4: "disabled" } as const;

  it("a score of 58 is moderate, dementia raises it to severe, and the pack calls that disabled", () => {
    expect(atPoints(58)).toBe(2);
    const severe = assess({ scores: scoresOf(58), ...free, dementia: true });
    expect(severe).toMatchObject({ level: 3, leastPoints: 58, mostPoints: 58, missing: [] });
    expect(severe.unverified).toEqual(["fromLevel"]);
    expect(classOfAbility({ ...severe, mapping, clauses: [] }).value).toEqual({ class: "disabled", possible: ["disabled"], unmapped: [] });
  });
});

describe("conditions that make a level worse", () => {
  it("do so by one level, whatever their number, and never beyond the worst", () => {
    expect(atPoints(58, { incidents: 1 })).toBe(2);
    expect(atPoints(58, { incidents: 2 })).toBe(3);
    expect(atPoints(58, { otherMentalDisorder: true })).toBe(3);
    expect(atPoints(58, { dementia: true, otherMentalDisorder: true, incidents: 5 })).toBe(3);
    expect(atPoints(10, { dementia: true })).toBe(4);
  });

  it("put a person in a coma at the worst level, or at another that the scale's data names", () => {
    expect(atPoints(60, { coma: true })).toBe(4);
    const { adjustments } = gbt42195;
    const byItemNote = { ...gbt42195, adjustments: { ...adjustments, comaLevel: { value: 3, verified: true, source: "B.3.9" } } };
    expect(assess({ scores: scoresOf(60), ...free, coma: true }, byItemNote).level).toBe(3);
    expect(assess({ scores: scoresOf(10), ...free, coma: true }, byItemNote).level).toBe(4);
  });

  it("may spare an able person, or add up, where the scale's data says so", () => {
    const { adjustments } = gbt42195;
    const spared = { ...gbt42195, adjustments: { ...adjustments, fromLevel: { value: 1, verified: true, source: "" } } };
    expect(atPoints(90, { dementia: true })).toBe(1);
    expect(assess({ scores: scoresOf(90), ...free, dementia: true }, spared).level).toBe(0);
    const twice = { ...gbt42195, adjustments: { ...adjustments, levelsInAll: { value: 2, verified: true, source: "" } } };
    expect(assess({ scores: scoresOf(70), ...free, dementia: true, incidents: 2 }, twice).level).toBe(3);
  });
});

describe("an assessment with gaps", () => {
  it("lies between what the missing scores allow, and names them", () => {
    const { bathing: _, hearing: __, ...scores } = scoresOf(90);
    const found = assess({ scores, ...free });
    expect(found).toEqual({ leastLevel: 0, mostLevel: 1, leastPoints: 84, mostPoints: 90, missing: ["bathing", "hearing"], unverified: [] });
  });

  it("is determined where what is missing cannot change the level", () => {
    const { bathing: _, ...scores } = scoresOf(10);
    expect(assess({ scores, ...free, coma: true })).toMatchObject({ level: 4, missing: ["bathing"] });
  });

  it("does not take an untold condition for none", () => {
    expect(assess({ scores: scoresOf(58) })).toMatchObject({
      leastLevel: 2,
      mostLevel: 4,
      missing: ["coma", "dementia", "otherMentalDisorder", "incidents"],
    });
    expect(assess({ scores: scoresOf(58) })).not.toHaveProperty("level");
  });

  it("holds the true level within its bounds, whatever is left out", () => {
    const someScores = fc.record(Object.fromEntries(gbt42195.items.map(({ id, most }) => [id, fc.nat(most)])));
    const condition = { coma: fc.boolean(), dementia: fc.boolean(), otherMentalDisorder: fc.boolean(), incidents: fc.nat(3) };
    const hidden = fc.subarray([...gbt42195.items.map(({ id }) => id), ...Object.keys(condition)]);
    fc.assert(
      fc.property(someScores, fc.record(condition), hidden, (scores, conditions, gaps) => {
        const whole = assess({ scores, ...conditions });
        const without = <Value>(fields: Record<string, Value>) => Object.fromEntries(Object.entries(fields).filter(([key]) => !gaps.includes(key)));
        const part = assess({ scores: without(scores), ...without(conditions) });
        expect(part.missing).toHaveLength(gaps.length);
        expect(part.leastLevel).toBeLessThanOrEqual(whole.level ?? -1);
        expect(part.mostLevel).toBeGreaterThanOrEqual(whole.level ?? 9);
      }),
    );
  });

  it("never gets a better level from a lower score", () => {
    fc.assert(
      fc.property(fc.nat(90), fc.nat(90), fc.boolean(), (a, b, dementia) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((points) => atPoints(points, { dementia }) ?? -1);
        expect(low).toBeGreaterThanOrEqual(high ?? 9);
      }),
    );
  });
});

describe("an assessment record", () => {
  it("is read with every fault at once, in the words of the form", () => {
    const record = { id: "a-1", person: "p-1", assessedOn: "2026-02-30", scores: { eating: 5, hearing: 1.5, waking: 1 }, incidents: -1 };
    const { issues } = parseAssessment(gbt42195, record, "/0");
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      "NOT_A_DATE /0/assessedOn",
      "NOT_A_WHOLE_NUMBER /0/scores/hearing",
      "OUT_OF_RANGE /0/incidents",
      "OUT_OF_RANGE /0/scores/eating",
      "UNKNOWN_KEY /0/scores/waking",
    ]);
    expect(issues.find(({ code }) => code === "UNKNOWN_KEY")?.message.en).toContain('did you mean "walking"');
  });

  it("cannot be counted with a score out of range, or by a scale whose bands leave a gap", () => {
    expect(() => assess({ scores: { eating: 5, hearing: -1 } })).toThrow(/OUT_OF_RANGE at \/scores\/eating.*\(\+1 more\)/);
    const torn = { ...gbt42195, bands: gbt42195.bands.slice(0, 4) };
    expect(() => assess({ scores: {} }, torn)).toThrow(/SCALE_BANDS_BROKEN at \/scale\/bands/);
  });
});
