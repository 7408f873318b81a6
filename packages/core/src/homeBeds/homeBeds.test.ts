import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseShape } from "../register/parse.js";
import { countHomeBeds } from "./countHomeBeds.js";
import { type HomeCareBed, homeCareBedSchema } from "./homeCareBed.js";
import { type AdaptedHousehold, tallyAdaptations } from "./tallyAdaptations.js";

const listed = (...ids: readonly string[]) => ids.map((id) => ({ id, title: { zh: id, en: id } }));
const standard = {
  agreement: true,
  institution: true,
  adaptations: listed("nursingBed", "antiSlipMat", "grabRail", "barrierFree"),
  devices: listed("emergencyCall", "remoteMonitoring"),
  services: listed("dailyCare", "meals"),
};
const complete: HomeCareBed = {
  id: "b-1",
  agreedOn: "2022-05-01",
  institution: "f-1",
  adaptations: ["nursingBed", "antiSlipMat", "grabRail", "barrierFree"],
  devices: ["emergencyCall", "remoteMonitoring"],
  services: ["dailyCare", "meals"],
  endedOn: null,
};
const count = (beds: readonly HomeCareBed[], target?: number) =>
  countHomeBeds({ beds, standard, on: "2022-12-31", ...(target === undefined ? {} : { target }), clauses: ["NY-3.3.2-b"] }).value;

describe("a bed at home", () => {
  it("without emergency call is reported incomplete and not counted (demonstration 27)", () => {
    expect(count([complete, { ...complete, id: "b-2", devices: ["remoteMonitoring"] }])).toMatchObject({
      complete: ["b-1"],
      incomplete: [{ id: "b-2", missing: ["devices.emergencyCall"], unknown: [] }],
      counted: { least: 1, most: 1 },
    });
  });

  it("of which something is not recorded is undetermined, with what to ask", () => {
    const { devices: _, agreedOn: __, ...unknown } = complete;
    const open = count([unknown], 1);
    expect(open.undetermined).toEqual([{ id: "b-1", missing: [], unknown: ["agreement", "devices.emergencyCall", "devices.remoteMonitoring"] }]);
    expect(open).toMatchObject({ counted: { least: 0, most: 1 }, outcome: "undetermined" });
  });

  it("takes an agreement in force and an institution, and counts no longer once given up", () => {
    expect(count([{ ...complete, agreedOn: "2023-01-01", institution: null }]).incomplete[0]?.missing).toEqual(["agreement", "institution"]);
    expect(count([{ ...complete, endedOn: "2022-11-30" }]).incomplete[0]?.missing).toEqual(["inUse"]);
    expect(count([{ ...complete, endedOn: "2023-01-01" }], 1).outcome).toBe("met");
    // on its own day an agreement is in force, and a bed given up is no longer in use
    expect(count([{ ...complete, agreedOn: "2022-12-31" }]).complete).toEqual(["b-1"]);
    expect(count([{ ...complete, endedOn: "2022-12-31" }]).incomplete[0]?.missing).toEqual(["inUse"]);
  });

  it("is read from a file with all issues at once", () => {
    const { issues } = parseShape(homeCareBedSchema, { id: "b-1", agreedOn: "2022-02-30", device: [] });
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(["NOT_A_DATE /agreedOn", "UNKNOWN_KEY /device"]);
  });

  it("counts between bounds that hold whatever is found out", () => {
    const list = fc.option(fc.subarray([...(complete.devices ?? []), ...(complete.services ?? [])]), { nil: undefined });
    const beds = fc.array(fc.record({ devices: list, services: list }), { maxLength: 10 });
    fc.assert(
      fc.property(beds, fc.boolean(), (some, fill) => {
        const { devices: _, services: __, ...bare } = complete;
        const known = some.map(
          ({ devices, services }, index): HomeCareBed => ({ ...bare, id: `b-${index}`, ...(devices && { devices }), ...(services && { services }) }),
        );
        const full = fill ? { devices: complete.devices ?? [], services: complete.services ?? [] } : { devices: [], services: [] };
        const exact = count(known.map((bed) => ({ ...full, ...bed }))).counted;
        const bounds = count(known).counted;
        expect(bounds.least <= exact.least && exact.least === exact.most && exact.most <= bounds.most).toBe(true);
      }),
    );
  });
});

describe("the tally of adapted homes", () => {
  const households: readonly AdaptedHousehold[] = [
    { id: "h-1", adaptedOn: "2021-01-01", cost: "public" },
    { id: "h-2", adaptedOn: "2025-12-31", cost: "market" },
    { id: "h-3", adaptedOn: "2026-01-01", cost: "public" },
    { id: "h-4", adaptedOn: null },
    { id: "h-5", adaptedOn: "2023-05-05" },
    { id: "h-6" },
  ];
  const tally = (counts: "public" | "all") =>
    tallyAdaptations({ households, period: { from: "2021-01-01", to: "2025-12-31" }, counts, target: 4, clauses: ["CL-2.4.12-d"] }).value;

  it("takes both ends of the period, leaves open what is unknown, and says what is left", () => {
    expect(tally("all")).toEqual({
      public: ["h-1"],
      market: ["h-2"],
      undetermined: ["h-5", "h-6"],
      counted: { least: 3, most: 4 },
      remaining: { least: 0, most: 1 },
    });
  });

  it("counts those at public cost alone where the pack says so", () => {
    expect(tally("public")).toMatchObject({ counted: { least: 1, most: 3 }, remaining: { least: 1, most: 3 } });
  });
});
