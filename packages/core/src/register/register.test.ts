import { describe, expect, it } from "vitest";
import { parseShape } from "./parse.js";
import { checkRegister, type Register, registerTables, type ServiceRegister, serviceTables } from "./register.js";

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

const found = (change: Partial<ServiceRegister>): string[] =>
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

describe("those who serve a place from outside its facilities", () => {
  const team = { id: "t-1", area: village.code, vehicle: "van-1", crew: ["c-1"] };

  it("are sound where crew, vehicle and area are in the register", () => {
    expect(found({ mobileTeams: [team], vehicles: [{ id: "van-1", seats: 4 }], providers: [{ id: "o-1", legalPerson: true }] })).toEqual([]);
  });

  it("are refused with a crew, a vehicle or an area that nobody has listed, and with one that goes twice", () => {
    const wrong = { ...team, area: "500229104", vehicle: "van-9", crew: ["c-1", "c-9", "c-1"] };
    expect(found({ mobileTeams: [wrong, { id: "t-1", area: village.code }], vehicles: [{ id: "van-1" }] })).toEqual([
      "DUPLICATE_ID /mobileTeams/1/id",
      "AREA_NOT_FOUND /mobileTeams/0/area",
      "REFERENCE_NOT_FOUND /mobileTeams/0/vehicle",
      "DUPLICATE_ID /mobileTeams/0/crew/2",
      "REFERENCE_NOT_FOUND /mobileTeams/0/crew/1",
    ]);
  });

  it("may name a vehicle that cannot be looked up, where no table of vehicles is given, and may be known to have none", () => {
    expect(found({ mobileTeams: [team] })).toEqual([]);
    expect(found({ mobileTeams: [{ ...team, vehicle: null }], vehicles: [] })).toEqual([]);
    expect(found({ mobileTeams: [team], vehicles: [] })).toEqual(["REFERENCE_NOT_FOUND /mobileTeams/0/vehicle"]);
  });

  it("have shapes that refuse what makes no sense", () => {
    const codes = (schema: (typeof serviceTables)[keyof typeof serviceTables], row: unknown): string[] =>
      parseShape(schema, row).issues.map(({ code, pointer }) => `${code} ${pointer}`);
    expect(codes(serviceTables.vehicles, { id: "van-1", seats: 0, metresPerSecond: 0, stock: { meals: -1 } })).toEqual([
      "OUT_OF_RANGE /seats",
      "OUT_OF_RANGE /stock/meals",
      "OUT_OF_RANGE /metresPerSecond",
    ]);
    expect(codes(serviceTables.mobileTeams, { id: "t-1", crew: [1] })).toEqual(["MISSING_FIELD /area", "WRONG_TYPE /crew/0"]);
    expect(codes(serviceTables.providers, { id: "o-1", legalPersn: true })).toEqual(["UNKNOWN_KEY /legalPersn"]);
  });
});

describe("a caregiver", () => {
  it("may have limits of overtime", () => {
    const caregiver = { ...sound.caregivers[0], workMinutes: { perDay: 480, perWeek: 2400, overtimePerDay: 180, overtimePerMonth: 2160 } };
    expect(parseShape(registerTables.caregivers, caregiver)).toEqual({ value: caregiver, issues: [] });
  });
});
