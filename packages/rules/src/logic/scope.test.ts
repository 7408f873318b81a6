import type { Register } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { areasAround, indexOf, indexRegister, type Row, readPath, Scope } from "./scope.js";

const on = "2026-11-21";
const register = {
  households: [{ id: "h-1", area: "500229103205" }],
  people: [{ id: "p-1", birthDate: "1940-01-01" }],
  areas: [
    { code: "500229", name: "县", tier: "county" },
    { code: "500229103", name: "镇", tier: "township" },
    { code: "500229103205", name: "村", tier: "village" },
  ],
  facilities: [
    { id: "f-1", kind: "townshipHome", area: "500229103" },
    { id: "f-2", kind: "townshipHome", area: "500229103205" },
    { id: "f-3", kind: "townshipHome", area: "500230" },
  ],
  caregivers: [
    { id: "c-1", facility: "f-1", roles: ["careWorker"] },
    { id: "c-2", facility: "f-1", roles: ["nurse", "director"] },
    { id: "c-3", facility: "f-2", roles: ["nurse"] },
    { id: "c-4", roles: ["careWorker"] },
  ],
} as unknown as Partial<Register>;

const about = (subject: Scope["subject"], record: Row, of: Partial<Register> | undefined = register) =>
  new Scope(subject, record, on, indexRegister(of));

describe("the areas around an area", () => {
  it.each([
    ["500229103205", ["", "50", "5002", "500229", "500229103", "500229103205"]],
    ["500229", ["", "50", "5002", "500229"]],
    ["50", ["", "50"]],
    ["", [""]],
  ])("%s, from the whole country down to itself", (area, around) => {
    expect(areasAround(area)).toEqual(around);
  });
});

describe("the index of a register", () => {
  const index = indexRegister(register);

  it("finds households, areas and people by their ids", () => {
    expect(index.households.get("h-1")?.area).toBe("500229103205");
    expect(index.areas.get("500229103")?.name).toBe("镇");
    expect([index.person("p-1")?.birthDate, index.person("p-2")]).toEqual(["1940-01-01", undefined]);
  });

  it("finds the facilities in an area and all within it", () => {
    const ids = (area: string) => index.facilitiesIn(area).map(({ id }) => id);
    expect(["", "50", "500229", "500229103", "500229103205", "500230", "51"].map(ids)).toEqual([
      ["f-1", "f-2", "f-3"],
      ["f-1", "f-2", "f-3"],
      ["f-1", "f-2"],
      ["f-1", "f-2"],
      ["f-2"],
      ["f-3"],
      [],
    ]);
  });

  it("counts the staff of a facility in some roles, each once", () => {
    expect(index.staffOf("f-1", ["careWorker"])).toBe(1);
    expect(index.staffOf("f-1", ["nurse", "director", "careWorker"])).toBe(2);
    expect(index.staffOf("f-1", ["nurse"])).toBe(1);
    expect(index.staffOf("f-1", ["driver"])).toBe(0);
    expect(index.staffOf("f-3", ["nurse"])).toBe(0);
  });

  it("of which nothing is said knows nothing, and counts nobody as none", () => {
    const silent = indexRegister(undefined);
    expect([silent.facilitiesKnown, silent.staffOf("f-1", ["nurse"]), silent.person("p-1"), silent.facilitiesIn("50")]).toEqual([
      false,
      undefined,
      undefined,
      [],
    ]);
    expect([silent.households.size, silent.areas.size]).toEqual([0, 0]);
    const empty = indexRegister({ facilities: [], caregivers: [] });
    expect([empty.facilitiesKnown, empty.staffOf("f-1", ["nurse"])]).toEqual([true, 0]);
    expect(index.facilitiesKnown).toBe(true);
  });

  it("is made once for each register", () => {
    expect(indexOf(register)).toBe(indexOf(register));
    expect(indexOf(register)).not.toBe(indexOf({ ...register }));
    expect(indexOf(undefined).facilitiesKnown).toBe(false);
  });
});

describe("where a record stands", () => {
  it.each<[Scope["subject"], Row, string | undefined]>([
    ["person", { residence: { area: "500229" } }, "500229"],
    ["person", { residence: {} }, undefined],
    ["person", {}, undefined],
    ["person", { area: "500229" }, undefined],
    ["household", { area: "500229" }, "500229"],
    ["facility", { area: "500229103" }, "500229103"],
    ["area", { code: "500229" }, "500229"],
    ["village", { area: "5", code: "500229103205" }, "5"],
    ["household", { area: 500229 }, undefined],
    ["household", {}, undefined],
  ])("%s %j: %s", (subject, record, area) => {
    expect(about(subject, record).area).toBe(area);
  });
});

describe("a join", () => {
  const person = about("person", { household: "h-1", residence: { area: "500229103205" } });

  it("leads to the household, and to the areas around", () => {
    const codes = (["village", "township", "county"] as const).map((join) => person.joined(join)?.code);
    expect([person.joined("household")?.id, ...codes]).toEqual(["h-1", "500229103205", "500229103", "500229"]);
  });

  it("leads from a member of a list to the person whom it names", () => {
    expect(about("person", { person: "p-1" }).joined("person")?.birthDate).toBe("1940-01-01");
    expect(about("person", { person: "p-9" }).joined("person")).toBeUndefined();
    expect(about("person", { person: 1 }).joined("person")).toBeUndefined();
  });

  it("leads nowhere where the way is not known", () => {
    expect(about("person", {}).joined("household")).toBeUndefined();
    expect(about("person", { household: "h-9" }).joined("household")).toBeUndefined();
    expect(about("person", { household: null }).joined("household")).toBeUndefined();
    const inCounty = about("person", { residence: { area: "500229" } });
    expect([inCounty.joined("village"), inCounty.joined("township"), inCounty.joined("county")?.code]).toEqual([undefined, undefined, "500229"]);
    expect(about("person", {}).joined("village")).toBeUndefined();
    expect(about("person", { residence: { area: "500230" } }).joined("county")).toBeUndefined();
  });

  it("takes the date and the register along, and nothing that is supposed", () => {
    const asked = about("person", {});
    asked.supposed = new Map([["/x", true]]);
    const other = asked.about("facility", { id: "f-1" });
    expect([other.subject, other.record.id, other.on, other.index, other.supposed]).toEqual(["facility", "f-1", on, asked.index, undefined]);
  });
});

describe("a path", () => {
  const record = { ability: { level: 2, standard: null }, disability: null, died: undefined };

  it.each<[string[], unknown]>([
    [["ability", "level"], 2],
    [["ability", "standard"], null],
    [["ability", "standard", "year"], null],
    [["ability", "assessedOn"], undefined],
    [["disability", "grade"], null],
    [["died"], undefined],
    [["died", "on"], undefined],
    [[], record],
    // inherited members are no facts
    [["constructor"], undefined],
    [["ability", "valueOf"], undefined],
    [["__proto__"], undefined],
    [["toString", "length"], undefined],
  ])("%j reads %o", (path, value) => {
    expect(readPath(record, path)).toEqual(value);
  });

  it("of a record that is not there reads nothing", () => {
    expect(readPath(undefined, ["a"])).toBeUndefined();
  });
});
