import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classOfAbility } from "./abilityClass.js";
import { type CareClass, classifySelfCare, destituteSelfCareTest } from "./selfCare.js";

const ids = destituteSelfCareTest.indicators.map(({ id }) => id);
const classify = (manages: Readonly<Record<string, boolean>>) => classifySelfCare({ test: destituteSelfCareTest, manages, clauses: ["CK-1.1-c"] });
const failing = (count: number) => Object.fromEntries(ids.map((id, index) => [id, index >= count]));

describe("demonstration 13", () => {
  it("who cannot bathe, dress, use the toilet and walk fails four indicators and is wholly dependent", () => {
    const { value, steps } = classify({ eating: true, bedTransfer: true, bathing: false, dressing: false, toileting: false, walkingIndoors: false });
    expect(value).toMatchObject({ careClass: "whollyDependent", failed: ["dressing", "toileting", "walkingIndoors", "bathing"], missing: [] });
    expect(steps[0]).toEqual({
      zh: "不能自理：穿衣、如厕、室内行走、洗澡",
      en: "failed: dressing, toileting, walking indoors, bathing",
      value: "4",
    });
  });
});

describe("the six indicators", () => {
  it.each([
    [0, "selfCaring"],
    [1, "partlyDependent"],
    [3, "partlyDependent"],
    [4, "whollyDependent"],
    [6, "whollyDependent"],
  ] as const)("%i failed: %s", (count, careClass) => {
    expect(classify(failing(count)).value.careClass).toBe(careClass);
  });

  it("leave the class open where one is unknown and could change it", () => {
    const { eating: _, ...known } = failing(4);
    expect(classify(known).value).toMatchObject({ best: "partlyDependent", worst: "whollyDependent", missing: ["eating"] });
    expect(classify(known).value).not.toHaveProperty("careClass");
  });

  it("of which nobody has told anything are missing, even where one is called what every object has", () => {
    const [first, ...others] = destituteSelfCareTest.indicators;
    const test = { ...destituteSelfCareTest, indicators: [{ ...first, id: "constructor", title: { zh: "甲", en: "a" } }, ...others] };
    expect(classifySelfCare({ test, manages: {}, clauses: [] }).value.missing).toContain("constructor");
  });

  it("hold the true class within the bounds, whatever is unknown", () => {
    const order: CareClass[] = ["selfCaring", "partlyDependent", "whollyDependent"];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.subarray(ids), (answers, hidden) => {
        const all = Object.fromEntries(ids.map((id, index) => [id, answers[index] ?? true]));
        const some = Object.fromEntries(Object.entries(all).filter(([id]) => !hidden.includes(id)));
        const truth = order.indexOf(classify(all).value.careClass ?? "selfCaring");
        const { best, worst } = classify(some).value;
        expect(order.indexOf(best)).toBeLessThanOrEqual(truth);
        expect(order.indexOf(worst)).toBeGreaterThanOrEqual(truth);
      }),
    );
  });

  it("are not mistaken for others", () => {
    expect(() => classify({ eatin: true, walking: false })).toThrow(/UNKNOWN_KEY at \/manages\/eatin: .*did you mean "eating".*\(\+1 more\)/);
  });
});

describe("a test of self-care", () => {
  it("has classes that rise from none failed on", () => {
    const [first, second, third] = destituteSelfCareTest.classes;
    const test = { ...destituteSelfCareTest, classes: [first, third, second].flatMap((each) => each ?? []) };
    expect(() => classifySelfCare({ test, manages: {}, clauses: [] })).toThrow("OUT_OF_RANGE at /test/classes/2/leastFailed");
    expect(() => classifySelfCare({ test: { ...test, classes: [] }, manages: {}, clauses: [] })).toThrow("EMPTY_LIST at /test/classes");
  });
});

describe("a pack's reading of the levels", () => {
  const mapping = { 0: "selfCaring", 1: "semiDisabled", 3: "disabled" } as const;

  it("is one class where every possible level has it", () => {
    expect(classOfAbility({ leastLevel: 3, mostLevel: 3, mapping, clauses: [] }).value.class).toBe("disabled");
  });

  it("is open where the possible levels differ, where one is not mapped, and where no level is known", () => {
    expect(classOfAbility({ leastLevel: 0, mostLevel: 1, mapping, clauses: [] }).value).toEqual({
      possible: ["selfCaring", "semiDisabled"],
      unmapped: [],
    });
    expect(classOfAbility({ leastLevel: 1, mostLevel: 2, mapping, clauses: [] }).value).toEqual({ possible: ["semiDisabled"], unmapped: [2] });
    expect(classOfAbility({ mapping, clauses: [] }).value).toEqual({ possible: ["disabled", "selfCaring", "semiDisabled"], unmapped: [] });
  });

  it("refuses reversed bounds", () => {
    expect(() => classOfAbility({ leastLevel: 3, mostLevel: 2, mapping, clauses: [] })).toThrow(/OUT_OF_RANGE at \/mostLevel/);
  });
});
