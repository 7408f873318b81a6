import { describe, expect, it } from "vitest";
import { checkRegister, type Register } from "./register.js";

const county = { code: "500229", name: "synthetic county", tier: "county" } as const;
const village = { code: "500229103205", name: "synthetic village", tier: "village" } as const;
const morning = { weekdays: [1, 2], from: "08:00", to: "12:00" };
const sound = {
  people: [{ id: "p-1", household: "h-1", residence: { area: village.code } }],
  households: [{ id: "h-1", members: [{ person: "p-1", relation: "self" }, { relation: "spouse" }] }],
  areas: [county, { ...village, hosts: ["f-1"] }],
  facilities: [{ id: "f-1", kind: "villageMutualAidPoint", area: village.code }],
  caregivers: [{ id: "c-1", roles: ["careWorker"], area: village.code, shifts: [morning] }],
  volunteers: [],
} as const satisfies Register;

const found = (change: Partial<Register>): string[] =>
  checkRegister({ ...sound, ...change }, "2026-11-21").map(({ code, pointer }) => `${code} ${pointer}`);

const withShifts = (...shifts: Register["caregivers"][number]["shifts"]): string[] => found({ caregivers: [{ ...sound.caregivers[0], shifts }] });

describe("a register", () => {
  it("is sound where everything that it names is in it", () => {
    expect(found({})).toEqual([]);
  });

  it("refuses two shifts at the same time of the same weekday, and takes one after the other", () => {
    expect(withShifts(morning, { weekdays: [2, 3], from: "11:59", to: "17:00" })).toEqual(["SHIFTS_OVERLAP /caregivers/0/shifts/1"]);
    expect(withShifts(morning, { weekdays: [1, 2], from: "12:00", to: "17:00" })).toEqual([]);
    expect(withShifts(morning, { ...morning, weekdays: [3] })).toEqual([]);
  });

  it("refuses an area whose tier does not fit the digits of its code", () => {
    expect(found({ areas: [...sound.areas, { code: "500229104", name: "synthetic township", tier: "village" }] })).toEqual([
      "AREA_TIER /areas/2/tier",
    ]);
  });

  it("refuses a household with a member, and an area with a facility, that nobody has listed", () => {
    expect(found({ households: [{ id: "h-1", members: [{ relation: "other" }, { person: "p-9", relation: "self" }] }] })).toEqual([
      "REFERENCE_NOT_FOUND /households/0/members/1/person",
    ]);
    expect(found({ areas: [county, { ...village, hosts: ["f-1", "f-9"] }] })).toEqual(["REFERENCE_NOT_FOUND /areas/1/hosts/1"]);
  });
});
