import { describe, expect, it } from "vitest";
import { printCount, printDate, printDay, printShare, printYuan, secondsOfDay } from "./figures.js";

describe("figures", () => {
  it("prints counts with thousands separated", () => {
    expect(printCount(0)).toBe("0");
    expect(printCount(1_234_567)).toBe("1,234,567");
    expect(printCount(12_345.67, 1)).toBe("12,345.7");
  });

  it("prints fen as yuan with two decimals", () => {
    expect(printYuan(10_999_800)).toBe("109,998.00");
    expect(printYuan(5)).toBe("0.05");
  });

  it("never prints a share that exists as nothing, nor a share of nobody", () => {
    expect(printShare(1, 3)).toBe("33.3%");
    expect(printShare(1, 5000)).toBe("<0.1%");
    expect(printShare(0, 5000)).toBe("0.0%");
    expect(printShare(0, 0)).toBe("—");
  });

  it("writes dates as an official does", () => {
    expect(printDate("2026-11-03")).toEqual({ zh: "2026年11月3日", en: "2026-11-03" });
    expect(printDay("2026-11-23")).toEqual({ zh: "11月23日 周一", en: "Mon 2026-11-23" });
    expect(printDay("2026-11-29").zh).toBe("11月29日 周日");
  });

  it("reads times of day with and without seconds", () => {
    expect(secondsOfDay("08:30")).toBe(30_600);
    expect(secondsOfDay("08:30:15")).toBe(30_615);
    expect(() => secondsOfDay("8.30")).toThrow(RangeError);
  });
});
