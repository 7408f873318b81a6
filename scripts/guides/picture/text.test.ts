import { describe, expect, it } from "vitest";
import { levelsBelow, levelsOf } from "./levels.js";
import { sizes, widthOf, wrapped } from "./text.js";

describe("a text in lines", () => {
  it.each([
    "阿梅、小斌：不具备所需技能；春兰：班次时间与服务时段不相合，届时另有护理员在为同一服务对象服务",
    "Amei: lacks a skill that the visit needs; Bin: no time is left beside the visits planned",
  ])("loses nothing and keeps within its width: %s", (text) => {
    const lines = wrapped(text, 180, sizes.plain);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    for (const line of lines) expect(widthOf(line, sizes.plain)).toBeLessThanOrEqual(180 + sizes.plain);
  });

  it("never begins a line with a closing mark", () => {
    expect(wrapped("助浴，助洁，助餐", 30, 13).filter((line) => /^[，。；：、）]/.test(line))).toEqual([]);
  });
});

describe("stretches on levels", () => {
  it("share one where they do not meet, and take the next where they do", () => {
    const stretches = [
      { from: 0, to: 5 },
      { from: 3, to: 8 },
      { from: 6, to: 9 },
    ];
    expect(levelsOf(stretches, 0.5)).toEqual([0, 1, 0]);
    expect(levelsOf(stretches, 2)).toEqual([0, 1, 2]);
  });
});

describe("words that hang below a lane", () => {
  it("are crossed by no leader of another", () => {
    const stretches = [0, 10, 14, 60, 64, 200].map((from) => ({ from, to: from + 40 }));
    const levels = levelsBelow(stretches);
    expect(Math.max(...levels)).toBeGreaterThan(1);
    for (const [i, word] of stretches.entries())
      for (const [j, other] of stretches.entries())
        if (i !== j && other.from >= word.from && other.from <= word.to) expect(levels[j]).toBeLessThan(levels[i] ?? 0);
  });
});
