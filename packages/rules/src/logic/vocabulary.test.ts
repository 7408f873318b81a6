import { describe, expect, it } from "vitest";
import { indexRegister, type Row, Scope } from "./scope.js";
import { factNode, joinSubject, ownFields, ownJoins, readingNode, resolveField } from "./vocabulary.js";

const on = "2026-11-21";
const read = (node: ReturnType<typeof factNode>, subject: Scope["subject"], record: Row, supposed?: ReadonlyMap<string, boolean>) => {
  if (node.op !== "fact") throw new Error("no field");
  const households = [{ id: "h-1", area: "500229", homeAdapted: true }] as never;
  const scope = new Scope(subject, record, on, indexRegister({ households }));
  scope.supposed = supposed;
  return node.read(scope);
};
const field = (subject: Scope["subject"], name: string) => {
  const found = resolveField(subject, name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("the words of a subject", () => {
  it("are the fields of its record", () => {
    const has = (subject: Scope["subject"], path: string) => ownFields(subject).some((each) => each.path === path);
    expect([has("person", "birthDate"), has("person", "ability.level"), has("person", "beds")]).toEqual([true, true, false]);
    expect([has("household", "monthlyIncomeFen"), has("facility", "beds")]).toEqual([true, true]);
    expect((["village", "township", "area"] as const).map((subject) => has(subject, "population60"))).toEqual([true, true, true]);
    expect([has("workforce", "trainedOn"), has("provider", "legalPerson"), has("provider", "trainedOn")]).toEqual([true, true, false]);
  });

  it("include, of a facility alone, the state it has reached", () => {
    const states = (subject: Scope["subject"]) => ownFields(subject).filter(({ path }) => path === "state");
    expect(states("facility")).toMatchObject([
      { type: { kind: "enum", values: expect.arrayContaining(["planned", "operating", "closed"]) }, nullable: false, title: { zh: "设施状态" } },
    ]);
    expect(states("person")).toEqual([]);
  });

  it.each([
    ["person", ["household", "village", "township", "county"]],
    ["household", ["village", "township", "county"]],
    ["facility", ["village", "township", "county"]],
    ["workforce", ["facility"]],
    ["provider", []],
    ["village", ["township", "county"]],
    ["township", ["county"]],
    ["area", []],
  ] as const)("of a %s lead on to %j", (subject, joins) => {
    expect(ownJoins(subject)).toEqual(joins);
  });

  it("lead to a subject of their own kind", () => {
    expect(joinSubject).toEqual({
      household: "household",
      village: "village",
      township: "township",
      county: "area",
      person: "person",
      facility: "facility",
    });
  });
});

describe("a field by its name", () => {
  it("is found where its path says, at any depth", () => {
    expect(field("person", "birthDate").path).toEqual(["birthDate"]);
    expect(field("person", "ability.level").path).toEqual(["ability", "level"]);
  });

  it("of a map is one entry, of the map's type", () => {
    expect(field("facility", "checklist.premises")).toEqual({
      spec: { path: "checklist.premises", type: { kind: "boolean" }, nullable: false },
      path: ["checklist", "premises"],
    });
  });

  it.each([
    ["person", "brithDate"],
    ["person", "ability"],
    ["person", "birthDate.year"],
    ["facility", "checklist."],
    ["facility", "checklist.a.b"],
    ["facility", "checklists.a"],
    ["person", "facts.incomeFen"],
    ["person", "constructor"],
  ] as const)("of a %s is not %s", (subject, name) => {
    expect(resolveField(subject, name)).toBeUndefined();
  });
});

describe("a field read", () => {
  it("is asked for by its pointer, with its title", () => {
    expect(factNode("person", field("person", "ability.level"), undefined, undefined)).toMatchObject({
      op: "fact",
      nullable: false,
      leaf: { key: "/ability/level", pointer: "/ability/level", nullable: false, title: { zh: "能力等级", en: "ability level" } },
    });
    expect(factNode("household", field("household", "homeAdapted"), "household", undefined)).toMatchObject({
      leaf: { key: "/household/homeAdapted", pointer: "/household/homeAdapted" },
    });
    expect(factNode("facility", field("facility", "state"), "village", undefined)).toMatchObject({ leaf: { key: "/village/events" } });
  });

  it("is what the record says, behind a join what the other record says", () => {
    const level = factNode("person", field("person", "ability.level"), undefined, undefined);
    expect([read(level, "person", { ability: { level: 2 } }), read(level, "person", {})]).toEqual([2, undefined]);
    const adapted = factNode("household", field("household", "homeAdapted"), "household", undefined);
    expect([read(adapted, "person", { household: "h-1" }), read(adapted, "person", { household: "h-2" })]).toEqual([true, undefined]);
  });

  it("falls back on the closed world of a record that is there, and on what is supposed where there is none", () => {
    const closed = factNode("person", field("person", "dementia"), undefined, false);
    expect([read(closed, "person", {}), read(closed, "person", { dementia: true })]).toEqual([false, true]);
    const supposed = new Map([
      ["/dementia", true],
      ["/household/homeAdapted", true],
    ]);
    expect(read(closed, "person", {}, supposed)).toBe(false);
    const open = factNode("person", field("person", "dementia"), undefined, undefined);
    expect([read(open, "person", {}, supposed), read(open, "person", { dementia: false }, supposed)]).toEqual([true, false]);
    // a record that is not there says nothing at all
    const behind = factNode("household", field("household", "homeAdapted"), "household", false);
    expect([read(behind, "person", {}), read(behind, "person", {}, supposed)]).toEqual([undefined, true]);
  });

  it("of a facility's state is what it has reached by the date; only no record of events is silence", () => {
    const state = factNode("facility", field("facility", "state"), undefined, "planned");
    const events = (...days: string[]) => ({
      id: "f",
      area: "500229",
      kind: "townshipHome",
      events: days.map((day) => ({ on: day, state: "built" })),
    });
    expect(read(state, "facility", events("2022-06-01"))).toBe("built");
    expect(read(state, "facility", events("2027-06-01"))).toBeUndefined();
    expect(read(state, "facility", { id: "f" })).toBe("planned");
    const silent = factNode("facility", field("facility", "state"), undefined, undefined);
    expect([read(silent, "facility", {}), read(silent, "facility", events("2027-06-01"))]).toEqual([undefined, undefined]);
  });

  it("of a subject other than a facility, `state` would be a plain field", () => {
    const spec = { path: "state", type: { kind: "text" }, nullable: false } as const;
    const node = factNode("household", { spec, path: ["state"] }, undefined, undefined);
    expect([node.op === "fact" && node.leaf.key, read(node, "household", { state: "x" })]).toEqual(["/state", "x"]);
  });

  it("may be a list that holds more than is known", () => {
    const reading = { key: "/k", type: { kind: "text" }, nullable: false, title: undefined, join: undefined, valueIn: () => "x" } as const;
    expect(readingNode({ ...reading, open: true })).toMatchObject({ leaf: { open: true } });
    expect(readingNode(reading)).toHaveProperty("leaf", { key: "/k", pointer: "/k", type: { kind: "text" }, nullable: false });
  });
});
