import { problemSchema } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { fieldTitle } from "./schemaPath.js";

describe("the title of a field", () => {
  it.each([
    ["visits[].serviceMinutes", "服务时长（分钟）"],
    ["caregivers[].shifts[].breaks[].minutes", "休息时长（分钟）"],
    ["visits[].needs.skills{}", undefined],
    ["links[].minMinutes", "最短间隔（分钟）"],
    ["objective.missedBreak", "每错过一次可选休息"],
  ])("%s is found in the schema", (path, zh) => {
    expect(fieldTitle(problemSchema, path)?.zh).toBe(zh);
  });

  it.each(["visits[].serviceMinute", "visits.id", "links[].hours", "visits[].needs.skills[]"])("%s is refused: there is no such field", (path) => {
    expect(() => fieldTitle(problemSchema, path)).toThrow(RangeError);
  });
});
