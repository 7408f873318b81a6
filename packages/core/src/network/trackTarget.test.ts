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
    expect(tracked.steps[0]?.zh).toBe("现值 18–24，目标不低于 23，期限 2022-12-31");
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

describe("five to seven entities by the end of 2023 (NY-4.3-5)", () => {
  const entities = { op: ">=", required: rational(5n, 1n), requiredMost: rational(7n, 1n), by: "2023-12-31", clauses: ["NY-4.3-5"] } as const;
  const state = (least: bigint, most = least, on = "2023-06-30") =>
    trackTarget({ ...entities, observed: { least: rational(least, 1n), most: rational(most, 1n) }, on }).value;

  it("are met by both ends and what lies between, and by nothing else", () => {
    expect([4n, 5n, 6n, 7n, 8n].map((count) => state(count))).toEqual(["due", "met", "met", "met", "due"]);
    expect(state(8n, 8n, "2024-01-01")).toBe("overdue");
    expect(trackTarget({ ...entities, on: "2023-06-30" }).steps[0]?.zh).toBe("现值 ?，目标在 5–7，期限 2023-12-31");
  });

  it("are not known to be missed, nor met, where the count is open", () => {
    expect([state(4n, 6n), state(6n, 8n), state(5n, 7n), state(8n, 9n)]).toEqual(["undetermined", "undetermined", "met", "due"]);
  });

  it("are no range with the ends changed about, or of another comparison", () => {
    expect(() => trackTarget({ ...entities, requiredMost: rational(4n, 1n), on: "2023-06-30" })).toThrow("OUT_OF_RANGE at /requiredMost");
    expect(() => trackTarget({ ...entities, op: "<=", on: "2023-06-30" })).toThrow("NOT_IN_LIST at /op");
  });
});

describe("a target that means nothing", () => {
  it("is refused with all that is wrong: dates that do not exist, bounds the wrong way round", () => {
    const reversed = { least: rational(2n, 1n), most: rational(1n, 1n) };
    expect(() => trackTarget({ ...centres, observed: reversed, by: "2022-02-30", on: "soon" })).toThrow(
      /OUT_OF_RANGE at \/observed\/most.*\(\+2 more\)/,
    );
  });
});
