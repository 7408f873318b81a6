import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRational, rational } from "../money/rational.js";
import { checkItems } from "../progress/checkItems.js";
import { checkLeases } from "./checkLeases.js";
import { facilityQuota } from "./facilityQuota.js";
import { type BuiltFacility, handoverShare } from "./handoverShare.js";

const m2 = (value: bigint) => rational(value, 1n);
const centre = { id: "centre", areaM2: m2(300n) };
const ask = (facilities: Parameters<typeof facilityQuota>[0]["facilities"], atLeastM2?: bigint) =>
  facilityQuota({
    households: 1850,
    areaM2PerHousehold: m2(1n),
    facilities,
    ...(atLeastM2 === undefined ? {} : { atLeastM2: m2(atLeastM2) }),
    clauses: ["NY-3.2.2-f"],
  });

describe("a residential area of 1,850 households with a centre of 300 m² and stations of 600 m² (demonstration 42)", () => {
  it("needs 1,850 m² and lacks 950 m²", () => {
    const { value, steps } = ask([centre, { id: "stations", areaM2: m2(600n) }]);
    expect(value).toMatchObject({ requiredM2: m2(1850n), shortM2: { least: m2(950n), most: m2(950n) }, outcome: "notMet" });
    expect(steps.map(({ zh, value: printed }) => `${zh} = ${printed}`)).toEqual([
      "1850 户 × 1 平方米 = 1850",
      "现有 300 + 600 平方米 = 900",
      "缺口（平方米） = 950",
    ]);
  });

  it("may lack nothing where the area of a facility is unknown", () => {
    expect(ask([centre, { id: "stations" }]).value).toMatchObject({
      presentM2: { least: m2(300n) },
      shortM2: { least: m2(0n), most: m2(1550n) },
      outcome: "undetermined",
      undetermined: ["stations"],
    });
    expect(ask([{ id: "centre", areaM2: m2(1850n) }, { id: "stations" }]).value).toMatchObject({ outcome: "met", shortM2: { most: m2(0n) } });
  });

  it("needs the floor of the pack where that is more", () => {
    expect(ask([centre], 2000n).value.requiredM2).toEqual(m2(2000n));
    expect(ask([centre], 300n).value.requiredM2).toEqual(m2(1850n));
  });

  it("never lacks less when households rise", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.bigInt(1n, 40n), (fewer, more, per) => {
        const short = (households: number) =>
          facilityQuota({ households, areaM2PerHousehold: rational(per, 20n), facilities: [centre], clauses: [] }).value.shortM2.most;
        expect(compareRational(short(fewer), short(fewer + more))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("leases of ten years", () => {
  const leases = [
    { id: "b", from: "2022-01-01", to: "2031-12-30" },
    { id: "a", from: "2022-01-01", to: "2031-12-31" },
    { id: "c", from: "2022-01-01" },
    { id: "d", from: "2022-01-01", to: null },
  ];

  it("end on the day before the tenth anniversary; shorter ones are warned about, unknown ones named", () => {
    const { value } = checkLeases({ leases, years: 10, clauses: ["NY-3.2.3-b"] });
    expect(value).toMatchObject({ longEnough: ["a", "d"], tooShort: ["b"], undetermined: ["c"] });
    expect(value.warnings.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([["LEASE_TOO_SHORT", "warning", "/leases/0/to"]]);
    expect(value.warnings[0]?.message.zh).toBe('租期至 "2031-12-30"，不足 10 年（应至 2031-12-31）');
  });
});

describe("a lease that begins on 29 February", () => {
  const until = (to: string) => checkLeases({ leases: [{ id: "l", from: "2024-02-29", to }], years: 10, clauses: ["NY-3.2.3-b"] }).value;

  it("is ten years long on 28 February, the last day of its month, and not a day before", () => {
    expect(until("2034-02-28").longEnough).toEqual(["l"]);
    expect(until("2034-02-27").tooShort).toEqual(["l"]);
  });
});

describe("facilities built with residential areas", () => {
  const ask = (...facilities: BuiltFacility[]) =>
    handoverShare({ facilities, atLeast: rational(1n, 1n), on: "2022-12-31", clauses: ["NY-3.2.3-a"] }).value;
  const handed = { id: "a", handedOverOn: "2022-12-31" };

  it("must all be handed over, by name", () => {
    expect(ask(handed)).toMatchObject({ outcome: "met", yes: ["a"] });
    expect(ask(handed, { id: "b", handedOverOn: "2023-01-01" }, { id: "c", handedOverOn: null })).toMatchObject({
      outcome: "notMet",
      no: ["b", "c"],
    });
  });

  it("are not taken for kept back where nothing is recorded", () => {
    expect(ask(handed, { id: "b" })).toMatchObject({ outcome: "undetermined", unknown: ["b"] });
    expect(ask().outcome).toBe("undetermined");
  });
});

describe("the four synchronisations", () => {
  const items = ["planned", "built", "accepted", "handedOver"].map((id) => ({ id, title: { zh: id, en: id } }));

  it("are a checklist in which silence is no no", () => {
    const ask4 = (record: Record<string, boolean>) => checkItems({ items, record, clauses: ["NY-5.2-a"] }).value.status;
    expect(ask4({ planned: true, built: true, accepted: true, handedOver: true })).toBe("met");
    expect(ask4({ planned: true, built: true, accepted: true })).toBe("undetermined");
    expect(ask4({ planned: true, handedOver: false })).toBe("notMet");
  });

  it("do not read names that every object has", () => {
    const odd = [{ id: "constructor", title: { zh: "", en: "" } }];
    expect(checkItems({ items: odd, record: {}, clauses: [] }).value.unknown).toEqual(["constructor"]);
  });
});
