import type { Area, OlderPerson } from "@eldercare/core";
import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { Logic, Overlay, Pack } from "../pack/pack.js";
import { createEngine } from "./engine.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };

/** A small policy about pairing, with what a county leaves open. */
const pairing = (change: Partial<Pack> = {}): Pack => ({
  id: "county",
  version: "1.0.0",
  title,
  area: "500229",
  extends: [],
  inForce: { from: "2021-09-28" },
  sources: { notice: { title: "通知", issuer: "县政府", issued: "2021-09-28", checkedOn: on, verification: "verified" } },
  clauses: {
    C1: { source: "notice", section: "一", modality: "required", quote: "结对帮扶" },
    C2: { source: "notice", section: "二", modality: "permitted-or-encouraged", quote: "鼓励有条件的地方" },
  },
  parameters: {
    oldAge: { type: "integer", title, clause: "C1", values: [{ from: "2021-09-28", value: 60 }] },
    advancedAge: { type: "integer", title, clause: "C1", open: true, least: 60, most: 120 },
    disabledFrom: { type: "integer", title, clause: "C1", open: true, least: 0, most: 4 },
    reading: { type: "choice", title, clause: "C1", open: true, of: { last: title, all: title } },
    times: { type: "integer", title, clause: "C1", open: true },
  },
  facts: {
    age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } },
    older: { subject: "person", type: "boolean", title, is: { ">=": [{ var: "age" }, { param: "oldAge" }] } },
    disabled: { subject: "person", type: "boolean", title, is: { ">=": [{ var: "ability.level" }, { param: "disabledFrom" }] } },
    destituteAtHome: {
      subject: "person",
      type: "boolean",
      title,
      is: { and: [{ in: ["destitute", { var: "assistance" }] }, { "==": [{ var: "support" }, "dispersed"] }] },
    },
  },
  rules: [
    {
      id: "advanced",
      subject: "person",
      title,
      when: { ">=": [{ var: "age" }, { param: "advancedAge" }] },
      then: { kind: "category", category: "advancedAge" },
      clauses: ["C1"],
    },
    {
      id: "pair",
      subject: "person",
      title,
      when: {
        and: [
          { var: "older" },
          {
            or: [
              { var: "destituteAtHome" },
              { if: [{ "==": [{ param: "reading" }, "all"] }, false, { and: [{ var: "specialFamilyPlanning" }, { var: "disabled" }] }] },
            ],
          },
        ],
      },
      then: { kind: "pairing", mode: "oneToOne" },
      clauses: ["C1"],
    },
    {
      id: "device",
      subject: "person",
      title,
      whereAdopted: true,
      when: { var: "older" },
      then: { kind: "device", device: "wristband" },
      clauses: ["C2"],
    },
    {
      id: "visit",
      subject: "person",
      title,
      when: { var: "older" },
      then: { kind: "service", service: "regularVisit", times: { param: "times" }, per: "month" },
      clauses: ["C1"],
    },
  ],
  ...change,
});

const overlay = (parameters: Record<string, number | string>, illustrative = true): Overlay => ({
  id: "demo",
  for: "county",
  illustrative,
  parameters: Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, [{ from: "2021-09-28", value }]])),
});

const ask = (person: Partial<OlderPerson>, overlays: Overlay[] = [], areas: Area[] = []) =>
  new Map(
    createEngine({ packs: [pairing()], overlays })
      .assess({ person }, { on, register: { areas } })
      .map((decision) => [decision.rule.slice("county/".length), decision]),
  );

describe("a decision", () => {
  it("is granted where every condition holds, whatever else is unknown", () => {
    const pair = ask({ birthDate: "1951-03-02", assistance: ["destitute"], support: "dispersed" }).get("pair");
    expect(pair?.status).toBe("granted");
    expect(pair?.effect).toEqual({ kind: "pairing", mode: "oneToOne", open: [] });
    expect(pair?.clauses).toEqual(["C1"]);
  });

  it("is never granted because an age is missing", () => {
    const pair = ask({ assistance: ["destitute"], support: "dispersed" }).get("pair");
    expect(pair?.status).toBe("undetermined");
    expect(pair?.missing?.toGrant.map((missing) => "fact" in missing && missing.fact)).toEqual(["/birthDate"]);
    expect(pair?.missing?.proven).toBe(true);
  });

  it("is denied for sure where one condition fails, whatever is unknown", () => {
    expect(ask({ birthDate: "1990-01-01" }).get("pair")?.status).toBe("denied");
  });

  it("asks the ability level first where only that and its threshold are open", () => {
    const person = { birthDate: "1951-03-02", assistance: [], specialFamilyPlanning: true };
    const pair = ask(person, [overlay({ reading: "last", disabledFrom: 3 })]).get("pair");
    expect(pair?.missing?.toGrant).toMatchObject([{ fact: "/ability/level", title: { zh: "能力等级" } }]);
    expect(pair?.missing?.toDeny).toMatchObject([{ fact: "/ability/level" }]);
  });

  it("names an open parameter among what is missing", () => {
    const advanced = ask({ birthDate: "1940-06-01" }).get("advanced");
    expect(advanced?.status).toBe("undetermined");
    expect(advanced?.missing?.toGrant).toMatchObject([{ parameter: "advancedAge" }]);
  });

  it("does not depend on a reading that makes no difference", () => {
    const pair = ask({ birthDate: "1951-03-02", assistance: [], specialFamilyPlanning: false }).get("pair");
    expect(pair?.status).toBe("denied");
  });

  it("counts an 80th birthday on a day that had no midnight in Shanghai", () => {
    const advanced = createEngine({ packs: [pairing()], overlays: [overlay({ advancedAge: 80 }, false)] }).assess(
      { person: { birthDate: "1942-01-31" } },
      { on: "2022-01-31" },
    );
    expect(advanced[0]?.status).toBe("granted");
  });
});

describe("a question", () => {
  const problems = (subject: unknown, question: object = { on }): string[] => {
    try {
      createEngine({ packs: [pairing()] }).assess(subject as never, question as never);
    } catch (error) {
      return error instanceof EldercareError ? error.issues.map((issue) => `${issue.code} ${issue.pointer}`) : [String(error)];
    }
    return [];
  };

  it.each([
    ["a birth date that is none", { person: { birthDate: "不详" } }, "NOT_A_DATE /person/birthDate"],
    ["an empty birth date", { person: { birthDate: "" } }, "NOT_A_DATE /person/birthDate"],
    ["a birth date as a number", { person: { birthDate: 19900601 } }, "WRONG_TYPE /person/birthDate"],
    ["a field that nobody knows", { person: { brithDate: "1951-03-02" } }, "UNKNOWN_KEY /person/brithDate"],
    ["a list instead of a person", { person: [] }, "WRONG_TYPE /person"],
    ["nobody", null, "SUBJECT_SHAPE "],
    ["two subjects", { person: {}, area: {} }, "SUBJECT_SHAPE "],
  ])("about %s is refused, and never granted", (_, subject, problem) => {
    expect(problems(subject)).toEqual([problem]);
  });

  it("on a day that is none, or about a rule that is none, is refused", () => {
    expect(problems({ person: {} }, { on: "下周", rules: ["county/pare"] })).toEqual(["NOT_A_DATE /on", "RULE_NOT_FOUND /rules/0"]);
  });

  it("about a fact of another type than declared is refused", () => {
    const needs = { subject: "person", type: "boolean", title } as const;
    const pack = pairing({
      facts: { needs },
      rules: [{ id: "x", subject: "person", title, when: { var: "needs" }, then: { kind: "device", device: "w" }, clauses: ["C1"] }],
    });
    expect(() => createEngine({ packs: [pack] }).assess({ person: { facts: { needs: "有需求" } } }, { on })).toThrow(
      /FACT_VALUE at \/person\/facts\/needs/,
    );
  });
});

describe("several packs", () => {
  const rule = (id: string) => [{ id, subject: "person", title, then: { kind: "device", device: "w" }, clauses: [`${id}-1`] }] as const;
  const clause = (id: string) => ({ [`${id}-1`]: { source: "notice", section: "一", modality: "required", quote: id } }) as const;
  const pack = (id: string, from: string, to?: string) =>
    pairing({ id, rules: rule(id), clauses: { ...clause(id) }, parameters: {}, facts: {}, inForce: { from, ...(to === undefined ? {} : { to }) } });
  const [before, after] = [pack("before", "2021-01-01", "2024-12-31"), pack("after", "2025-01-01")];
  const asked = (packs: Pack[], date: string) =>
    createEngine({ packs })
      .assess({ person: { residence: { area: "500229103" } } }, { on: date })
      .map((decision) => decision.rule);

  it("for one area all speak, each in its time, whatever their order", () => {
    for (const packs of [
      [before, after],
      [after, before],
    ]) {
      expect(asked(packs, "2022-06-01")).toEqual(["before/before"]);
      expect(asked(packs, "2026-06-01")).toEqual(["after/after"]);
    }
  });

  it("with one id, or one clause id, are refused", () => {
    expect(() => createEngine({ packs: [before, before] })).toThrow(/NAME_TAKEN/);
    expect(() => createEngine({ packs: [before, { ...after, clauses: { ...after.clauses, ...before.clauses } }] })).toThrow(/NAME_TAKEN/);
  });

  it("are asked about a person of whom only a coarser area is known, if there is one county", () => {
    const about = (area: string) => createEngine({ packs: [before] }).assess({ person: { residence: { area } } }, { on: "2022-06-01" }).length;
    expect([about("5002"), about("500229"), about("5003")]).toEqual([1, 1, 0]);
  });
});

describe("an open parameter in an effect", () => {
  it("leaves the grant standing and is named as open", () => {
    const visit = ask({ birthDate: "1951-03-02" }).get("visit");
    expect(visit?.status).toBe("granted");
    expect(visit?.effect).toEqual({ kind: "service", service: "regularVisit", per: "month", open: ["times"] });
  });

  it("is filled by an overlay, and the result says that it is illustrative", () => {
    const visit = ask({ birthDate: "1951-03-02" }, [overlay({ times: 2 })]).get("visit");
    expect(visit?.effect).toEqual({ kind: "service", service: "regularVisit", times: 2, per: "month", open: [] });
    expect(visit?.illustrative).toBe(true);
  });
});

describe("an example value", () => {
  it("marks a decision illustrative only where the decision needs it", () => {
    const decisions = ask({ birthDate: "1951-03-02", assistance: ["destitute"], support: "dispersed" }, [
      overlay({ advancedAge: 80, disabledFrom: 3 }),
    ]);
    expect(decisions.get("pair")?.illustrative).toBe(false);
    expect(decisions.get("advanced")).toMatchObject({ status: "denied", illustrative: true });
  });

  it("does not mark one that a deployer's own overlay decides", () => {
    expect(ask({ birthDate: "1940-01-01" }, [overlay({ advancedAge: 80 }, false)]).get("advanced")).toMatchObject({
      status: "granted",
      illustrative: false,
    });
  });
});

describe("a clause that only offers", () => {
  const areas = (adopts: (string[] | undefined)[]): Area[] =>
    [
      { code: "500229", name: "县", tier: "county" as const },
      { code: "500229103", name: "镇", tier: "township" as const },
      { code: "500229103205", name: "村", tier: "village" as const },
    ].map((area, index) => ({ ...area, ...(adopts[index] === undefined ? {} : { adopts: adopts[index] }) }));
  const person = { birthDate: "1951-03-02", residence: { area: "500229103205" } };

  it("holds where an area on the way up adopts it", () => {
    expect(ask(person, [], areas([undefined, ["C2"], undefined])).get("device")?.status).toBe("granted");
  });

  it("does not hold where all have said what they adopt and none did", () => {
    expect(ask(person, [], areas([[], [], []])).get("device")?.status).toBe("denied");
  });

  it("is undetermined where one has not said", () => {
    const device = ask(person, [], areas([[], undefined, []])).get("device");
    expect(device?.status).toBe("undetermined");
    expect(device?.missing?.toGrant).toMatchObject([{ fact: "/township/adopts" }]);
  });
});

describe("a pack", () => {
  const broken = (when: unknown): string[] => {
    try {
      createEngine({
        packs: [
          pairing({ rules: [{ id: "x", subject: "person", title, when: when as Logic, then: { kind: "device", device: "w" }, clauses: ["C1"] }] }),
        ],
      });
    } catch (error) {
      return error instanceof EldercareError ? error.issues.map((issue) => `${issue.code} ${issue.pointer}`) : [String(error)];
    }
    return [];
  };

  it.each([
    ["a misspelt operator", { adn: [true, true] }, "OPERATOR_NOT_FOUND /rules/0/when/adn"],
    ["a second key beside the operator", { var: "older", note: "x" }, "LOGIC_SHAPE /rules/0/when"],
    ["a third argument of a comparison", { "==": [{ var: "support" }, "dispersed", true] }, "OPERATOR_ARITY /rules/0/when/=="],
    ["a number without a clause", { ">=": [{ var: "age" }, 80] }, "NUMBER_WITHOUT_CLAUSE /rules/0/when/>=/1"],
    ["a text compared with a number", { ">=": [{ var: "age" }, "80"] }, "TYPE_MISMATCH /rules/0/when/>=/1"],
    ["a value that the field never has", { "==": [{ var: "support" }, "disperesd"] }, "VALUE_NOT_IN_CHOICE /rules/0/when/==/1"],
    ["an inherited member as a fact", { var: "constructor" }, "FIELD_NOT_FOUND /rules/0/when/var"],
    ["a field of another name", { var: "ability.levle" }, "FIELD_NOT_FOUND /rules/0/when/var"],
    ["a text where a condition stands", { and: [{ var: "older" }, "true"] }, "TEXT_ALONE /rules/0/when/and/1"],
    ["a number where a condition stands", { and: [{ var: "older" }, { var: "age" }] }, "TYPE_MISMATCH /rules/0/when/and/1"],
    ["substring search with in", { in: ["a", { var: "support" }] }, "TYPE_MISMATCH /rules/0/when/in/1"],
    ["a parameter nobody declared", { ">=": [{ var: "age" }, { param: "advancedage" }] }, "PARAMETER_NOT_FOUND /rules/0/when/>=/1/param"],
  ])("with %s is refused when it is loaded", (_, when, problem) => {
    expect(broken(when)).toEqual([problem]);
  });

  it("whose facts define one another in a circle is refused", () => {
    const facts = {
      a: { subject: "person", type: "boolean", title, is: { var: "b" } },
      b: { subject: "person", type: "boolean", title, is: { var: "a" } },
    } as const;
    expect(() =>
      createEngine({
        packs: [
          pairing({
            facts,
            rules: [{ id: "x", subject: "person", title, when: { var: "a" }, then: { kind: "device", device: "w" }, clauses: ["C1"] }],
          }),
        ],
      }),
    ).toThrow(/FACTS_IN_CIRCLE/);
  });

  it("is not asked about people outside its area", () => {
    expect(ask({ birthDate: "1951-03-02", residence: { area: "110101" } }).size).toBe(0);
  });
});

describe("many decisions", () => {
  it("are those of each subject alone", () => {
    const engine = createEngine({ packs: [pairing()], overlays: [overlay({ disabledFrom: 3 })] });
    const people = [{ id: "a", birthDate: "1951-03-02" }, { id: "b" }, { id: "c", birthDate: "1990-01-01", assistance: [] }];
    const many = engine.assessMany(
      people.map((person) => ({ person })),
      { on },
    );
    const bytes = { denied: 0, granted: 1, undetermined: 2 } as Record<string, number>;
    for (const [row, person] of people.entries())
      for (const decision of engine.assess({ person }, { on })) {
        const column = many.rules.indexOf(decision.rule);
        expect(many.status[row * many.rules.length + column]).toBe(bytes[decision.status]);
        expect(many.decision(row, column)).toEqual(decision);
      }
  });
});
