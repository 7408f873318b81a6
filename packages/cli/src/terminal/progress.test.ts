import { describe, expect, it } from "vitest";
import { progressBar } from "./progress.js";

describe("the bar of a phase", () => {
  it("is empty at the beginning, and full at the end and not before", () => {
    expect(progressBar(0)).toBe(`${"░".repeat(24)} 0%`);
    expect(progressBar(0.999)).toBe(`${"█".repeat(23)}░ 99%`);
    expect(progressBar(1)).toBe(`${"█".repeat(24)} 100%`);
  });
});
