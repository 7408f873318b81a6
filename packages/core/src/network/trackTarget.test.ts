import { describe, expect, it } from "vitest";
import type { Interval } from "../counting/comparison.js";
import { rational } from "../money/rational.js";
import { trackTarget } from "./trackTarget.js";

const exactly = (value: bigint): Interval => ({ least: rational(value, 1n), most: rational(value, 1n) });
const centres = { op: ">=", required: rational(23n, 1n), by: "2022-12-31", clauses: ["CK-1.1-i"] } as const;

describe("a target of 23 centres by the end of 2022", () => {
  it("is due on its last day and overdue the day after", () => {
    expect(trackTarget({ ...centres, observed: exactly(18n), on: "2022-12-31" }).value).toBe("due");
    expect(trackTarget({ ...centres, observed: exactly(18n), on: "2023-01-01" }).value).toBe("overdue");
  });

  it("is met by 23, whenever", () => {
    expect(trackTarget({ ...centres, observed: exactly(23n), on: "2026-11-21" }).value).toBe("met");
  });

  it("is not known to be missed where the bounds leave it open", () => {
    const open = { least: rational(18n, 1n), most: rational(24n, 1n) };
    const tracked = trackTarget({ ...centres, observed: open, on: "2026-11-21" });
    expect(tracked.value).toBe("undetermined");
    expect(tracked.steps[0]?.zh).toBe("现值 18–24，目标 >= 23，期限 2022-12-31");
  });

  it("is undetermined where nothing is observed", () => {
    expect(trackTarget({ ...centres, on: "2026-11-21" }).value).toBe("undetermined");
  });
});

describe("a target without a date", () => {
  it("is undated until it is met", () => {
    const { by: _, ...undated } = centres;
    expect(trackTarget({ ...undated, observed: exactly(18n), on: "2026-11-21" }).value).toBe("undated");
  });
});
