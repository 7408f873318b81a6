import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import type { Link } from "../../model/link.js";
import type { Plan } from "../../model/plan.js";
import { verify } from "../../verify/verify.js";

/** x-1 and x-2 at given times, by given caregivers. */
const planOf = (...made: readonly (readonly [id: string, caregiver: string, start: string, end: string])[]): Plan => ({
  routes: made.map(([id, caregiver, start, end]) => ({
    caregiver,
    date: "2026-11-23",
    vehicle: null,
    departs: "08:00",
    returns: "16:00",
    stops: [{ kind: "visit", id, place: id === "x-1" ? "home-1" : "home-2", arrive: "08:10", start, end }],
  })),
  unassigned: [],
  cost: { total: 0 },
});
const both = (one: string, two: string, by = "c-2"): Plan => planOf(["x-1", "c-1", one, "10:00"], ["x-2", by, two, "11:00"]);
const linkCodes = new Set(["LINK_BROKEN", "NOT_TOGETHER", "GAP_NOT_KEPT", "SAME_CAREGIVER"]);
const found = (plan: Plan, ...links: Link[]): string[] =>
  verify(linkedPair({ links }), plan)
    .filter(({ code }) => linkCodes.has(code))
    .map(({ code, message }) => `${code} ${message.en}`);

describe("the check of links", () => {
  it("finds visits of which only some are made", () => {
    for (const kind of ["together", "apart"] as const)
      expect(found(planOf(["x-1", "c-1", "09:00", "10:00"]), { kind, visits: ["x-1", "x-2"] })).toEqual([
        "LINK_BROKEN linked visits are made in part only: x-2 is missing",
      ]);
    expect(found(planOf(), { kind: "together", visits: ["x-1", "x-2"] })).toEqual([]);
  });

  it("finds visits that do not begin together, or with one caregiver", () => {
    const together: Link = { kind: "together", visits: ["x-1", "x-2"] };
    expect(found(both("09:00", "09:00"), together)).toEqual([]);
    expect(found(both("09:00", "09:01"), together)).toEqual([
      "NOT_TOGETHER 2026-11-23: visit x-2 begins at 09:01, x-1 at 2026-11-23 09:00, though they begin together",
    ]);
    expect(found(both("09:00", "09:00", "c-1"), together).map((text) => text.split(" ")[0])).toEqual(["SAME_CAREGIVER"]);
    expect(found(both("09:00", "12:00", "c-1"), { kind: "apart", visits: ["x-1", "x-2"] })).toEqual([
      "SAME_CAREGIVER 2026-11-23: caregiver c-1 makes visits x-2 and x-1, which take different caregivers",
    ]);
    expect(found(both("09:00", "12:00"), { kind: "apart", visits: ["x-1", "x-2"] })).toEqual([]);
  });

  it("finds gaps that are not kept, from the end or the start", () => {
    const sequence = (bounds: object): Link => ({ kind: "sequence", visits: ["x-1", "x-2"], ...bounds });
    expect(found(both("09:00", "10:00"), sequence({}))).toEqual([]);
    expect(found(both("09:00", "09:59"), sequence({}))).toEqual(["GAP_NOT_KEPT 2026-11-23: visit x-2 follows x-1 by -1 minutes, not by 0–"]);
    expect(found(both("09:00", "09:30"), sequence({ from: "start", minMinutes: 30, maxMinutes: 30 }))).toEqual([]);
    expect(found(both("09:00", "09:31"), sequence({ from: "start", minMinutes: 30, maxMinutes: 30 }))).toHaveLength(1);
    expect(found(both("09:00", "10:29"), sequence({ minMinutes: 30 }))).toHaveLength(1);
    expect(found(both("09:00", "10:30"), sequence({ minMinutes: 30, maxMinutes: 40 }))).toEqual([]);
    expect(found(both("09:00", "10:41"), sequence({ minMinutes: 30, maxMinutes: 40 }))).toEqual([
      "GAP_NOT_KEPT 2026-11-23: visit x-2 follows x-1 by 41 minutes, not by 30–40",
    ]);
  });
});
