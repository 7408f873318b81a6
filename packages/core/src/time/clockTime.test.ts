import { describe, expect, it } from "vitest";
import { isClockTime, minuteOfDay } from "./clockTime.js";

describe("a time of day", () => {
  it("runs from midnight to the end of the day", () => {
    expect(["00:00", "08:30", "23:59", "24:00"].map(minuteOfDay)).toEqual([0, 510, 1439, 1440]);
  });

  it.each(["8:30", "24:01", "23:60", "08:30:00", " 08:30", "", 830, null])("is not %j", (text) => {
    expect(isClockTime(text)).toBe(false);
  });
});
