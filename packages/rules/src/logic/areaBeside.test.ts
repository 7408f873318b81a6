import { isAreaCode, isInside } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaBeside, otherAreas } from "./areaBeside.js";

const lengths = [2, 4, 6, 9, 12];
// few digits, so that many codes lie in each other
const code = fc.tuple(fc.constantFrom(...lengths), fc.stringMatching(/^[089]{12}$/)).map(([digits, text]) => text.slice(0, digits));
const named = fc.array(code, { maxLength: 6 });

const isApart = (one: string, other: string): boolean => !isInside(one, other) && !isInside(other, one);
/** How an area stands to another: the same, in it, around it, or apart. */
const relation = (one: string, other: string): string =>
  one === other ? "same" : isInside(one, other) ? "in" : isInside(other, one) ? "around" : "apart";

describe("an area beside others", () => {
  it("lies where it was asked for, at its tier, and apart from all that are named there", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "99", "9980", "998099"), fc.constantFrom(...lengths), named, (area, digits, codes) => {
        const found = areaBeside(area, digits, codes);
        // a dozen codes fill no area
        expect(found === undefined).toBe(digits <= area.length);
        if (found === undefined) return;
        expect([isAreaCode(found), found.length, isInside(found, area)]).toEqual([true, digits, true]);
        for (const other of codes)
          if (isInside(other, area) && other !== area) expect([other, found, isApart(other, found)]).toEqual([other, found, true]);
      }),
    );
  });

  it("does not depend on the order in which the others are named", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lengths), named, (digits, codes) => {
        expect(areaBeside("", digits, [...codes].reverse())).toBe(areaBeside("", digits, codes));
      }),
    );
  });

  const all = (area: string, count: number): string[] => Array.from({ length: count }, (_, number) => area + String(number).padStart(2, "0"));

  it("is none where those named fill the area", () => {
    expect(areaBeside("50", 4, all("50", 100))).toBeUndefined();
    expect(areaBeside("50", 12, all("50", 100))).toBeUndefined();
    expect(areaBeside("50", 4, all("50", 99))).toBe("5099");
  });

  it("lies deeper where something is named in every part of the area, but leaves room there", () => {
    const oneInEach = all("50", 100).map((part) => `${part}01`);
    expect(areaBeside("50", 4, oneInEach)).toBeUndefined();
    expect(areaBeside("50", 6, oneInEach)).toBe("500099");
    expect(areaBeside("50", 6, [...oneInEach, "5000"])).toBe("500199");
  });

  it("is the last that is left, be it the lowest of all", () => {
    expect(areaBeside("50", 4, all("50", 100).slice(1))).toBe("5000");
    expect(areaBeside("50", 6, all("50", 100).slice(1))).toBe("500099");
  });

  it("does not lie deeper in the part that happens to be named first", () => {
    const oneInEach = all("50", 100).map((part) => `${part}01`);
    expect(areaBeside("50", 6, [...oneInEach].reverse())).toBe("500099");
  });

  it("stays within the area, whatever is named outside of it, or is the area itself", () => {
    const oneInEach = all("50", 100).map((part) => `${part}01`);
    expect(areaBeside("50", 6, ["490101", "", "50", ...oneInEach])).toBe("500099");
    expect(areaBeside("50", 6, ["490101", "", "50", ...all("50", 100)])).toBeUndefined();
  });

  it("is none below a village, nor at a tier that the area is above or at", () => {
    expect(areaBeside("500229103205", 12, [])).toBeUndefined();
    expect(areaBeside("500229103", 9, [])).toBeUndefined();
    expect(areaBeside("500229103", 6, [])).toBeUndefined();
  });
});

describe("the areas that stand for all others", () => {
  it("are none of those named, each once", () => {
    fc.assert(
      fc.property(named, (codes) => {
        const others = otherAreas(codes);
        expect(others.filter((other) => codes.includes(other))).toEqual([]);
        expect(new Set(others).size).toBe(others.length);
        expect(others.every(isAreaCode)).toBe(true);
      }),
    );
  });

  it("stand to those named as any area does, at every tier", () => {
    fc.assert(
      fc.property(named, code, (codes, area) => {
        const stands = (each: string): string => `${each.length} ${codes.map((other) => relation(each, other)).join(" ")}`;
        expect([...codes, ...otherAreas(codes)].map(stands)).toContain(stands(area));
      }),
    );
  });

  it("begin with the whole country where any is named", () => {
    expect(otherAreas(["500229"]).slice(0, 3)).toEqual(["", "50", "5002"]);
    expect(otherAreas([])).toEqual(["99", "9999", "999999", "999999999", "999999999999"]);
  });

  it("are what lies around and beside a place, at every tier", () => {
    const outside = ["99", "9999", "999999", "999999999", "999999999999"];
    expect(otherAreas(["50", "5002"])).toEqual([
      "",
      ...outside,
      "5099",
      "509999",
      "509999999",
      "509999999999",
      "500299",
      "500299999",
      "500299999999",
    ]);
  });
});
