import type { Area, Caregiver, Facility, Provider } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysePack } from "../analyse/analysePack.js";
import { explain } from "../explain/explain.js";
import { functionBackend } from "../logic/function/functionBackend.js";
import type { Logic, Pack, Rule } from "../pack/pack.js";
import { planPopulation } from "../population/planPopulation.js";
import { testPack } from "../testing/testPack.js";
import { receipt } from "../trust/receipt.js";
import { replay } from "../trust/replay.js";
import { createEngine } from "./engine.js";

const on = "2026-11-21";
const title = { zh: "上岗", en: "work" };

/** A made-up county's rules about its staff and about those whom it entrusts. */
const pack: Pack = {
  id: "county",
  version: "1.0.0",
  title,
  area: "990001",
  extends: [],
  inForce: { from: "2021-01-01" },
  sources: { s: { title: "示例办法", issuer: "示例县", issued: "2021-01-01", checkedOn: on, verification: "recalled", note: "虚构的文件。" } },
  clauses: {
    C1: { source: "s", section: "第一条", modality: "required", quote: "养老护理员经培训后持证上岗。" },
    C2: { source: "s", section: "第二条", modality: "required", quote: "专营养老服务机构须具备独立法人资格和专职运营团队。" },
    C3: { source: "s", section: "第三条", modality: "permitted-or-encouraged", quote: "鼓励对失能照护中心的护理员发放岗位补贴。" },
  },
  parameters: {
    bathing: { type: "integer", title, clause: "C1", values: [{ from: "2021-01-01", value: 2 }], note: "二级。" },
    beds: { type: "integer", title, clause: "C3", values: [{ from: "2021-01-01", value: 50 }], note: "五十张。" },
  },
  facts: {
    certified: {
      subject: "workforce",
      type: "boolean",
      title: { zh: "持有有效证书", en: "holds a valid certificate" },
      is: { some: [{ var: "certificates" }, { ">=": [{ var: "validTo" }, { dateAsked: [] }] }] },
    },
    complaints: { subject: "provider", type: "integer", title: { zh: "投诉数", en: "complaints" } },
    publicHome: { subject: "facility", type: "boolean", title: { zh: "公办", en: "public" } },
  },
  closedWorld: [{ subject: "workforce", field: "trainedOn", value: null, note: "没有培训记录的，视为未培训。" }],
  rules: [
    {
      id: "work",
      subject: "workforce",
      title,
      when: { in: ["careWorker", { var: "roles" }] },
      then: {
        kind: "checklist",
        item: "mayWork",
        is: { and: [{ "!=": [{ var: "trainedOn" }, null] }, { ">=": [{ var: "skills.bathing" }, { param: "bathing" }] }, { var: "certified" }] },
      },
      clauses: ["C1"],
    },
    {
      id: "bonus",
      subject: "workforce",
      title: { zh: "岗位补贴", en: "post allowance" },
      when: {
        and: [
          { "==": [{ var: "facility.kind" }, "concentratedDisabledCareCentre"] },
          { ">=": [{ var: "facility.beds" }, { param: "beds" }] },
          { "==": [{ var: "facility.state" }, "operating"] },
          { var: "facility.publicHome" },
        ],
      },
      then: { kind: "category", category: "postAllowance" },
      clauses: ["C3"],
      whereAdopted: true,
    },
    {
      id: "operate",
      subject: "provider",
      title: { zh: "从事专营服务", en: "operate" },
      when: { and: [{ var: "legalPerson" }, { var: "fullTimeTeam" }, { "<=": [{ var: "complaints" }, { param: "bathing" }] }] },
      then: { kind: "category", category: "mayOperate" },
      clauses: ["C2"],
    },
  ],
};
const engine = createEngine({ packs: [pack] });

const centre: Facility = {
  id: "f-1",
  kind: "concentratedDisabledCareCentre",
  area: "990001001",
  beds: 50,
  events: [{ on: "2026-01-01", state: "operating" }],
  facts: { publicHome: true },
};
const worker: Partial<Caregiver> = {
  id: "c-1",
  roles: ["careWorker"],
  facility: "f-1",
  area: "990001001",
  trainedOn: "2026-01-10",
  skills: { bathing: 2 },
  certificates: [{ kind: "careWorker", validTo: on }],
};
const areas: Area[] = [
  { code: "990001", name: "示例县", tier: "county", adopts: ["C3"] },
  { code: "990001001", name: "示例镇", tier: "township", adopts: [] },
];
const register = { facilities: [centre], areas };
const decide = (subject: Parameters<typeof engine.assess>[0], rule: string, known: Parameters<typeof engine.assess>[1]["register"] = register) =>
  engine.assess(subject, { on, register: known, rules: [`county/${rule}`] })[0];
const asks = (decision: ReturnType<typeof decide>) => decision?.missing?.toGrant.map((each) => ("fact" in each ? each.fact : each.parameter));

describe("a member of staff", () => {
  it("is asked about by the fields of the register: training before work, the level of a skill", () => {
    expect(decide({ workforce: worker }, "work")?.status).toBe("met");
    expect(decide({ workforce: { ...worker, skills: { bathing: 1 } } }, "work")?.status).toBe("notMet");
    expect(decide({ workforce: { ...worker, trainedOn: null } }, "work")?.status).toBe("notMet");
    expect(decide({ workforce: { ...worker, certificates: [{ kind: "careWorker", validTo: "2026-11-20" }] } }, "work")?.status).toBe("notMet");
    expect(asks(decide({ workforce: { ...worker, skills: {} } }, "work"))).toEqual(["/skills/bathing"]);
    expect(decide({ workforce: { roles: ["driver"] } }, "work")?.status).toBe("notApplicable");
  });

  it("leads to the facility that they belong to", () => {
    expect(decide({ workforce: worker }, "bonus")?.status).toBe("granted");
    const with_ = (change: Partial<Facility>) => ({ ...register, facilities: [{ ...centre, ...change }] });
    expect(decide({ workforce: worker }, "bonus", with_({ beds: 49 }))?.status).toBe("denied");
    expect(decide({ workforce: worker }, "bonus", with_({ events: [{ on: "2026-01-01", state: "built" }] }))?.status).toBe("denied");
    expect(decide({ workforce: worker }, "bonus", with_({ facts: { publicHome: false } }))?.status).toBe("denied");
    expect(asks(decide({ workforce: worker }, "bonus", with_({ facts: {} })))).toEqual(["/facility/facts/publicHome"]);
  });

  it("whose facility the register does not have, or who has none registered, leaves open what is asked of it", () => {
    for (const workforce of [
      { ...worker, facility: "f-2" },
      { id: "c-2", area: "990001001", roles: worker.roles ?? [] },
    ])
      expect(asks(decide({ workforce }, "bonus"))).toEqual(["/facility/kind", "/facility/beds", "/facility/events", "/facility/facts/publicHome"]);
  });

  it("is refused with a field that their record does not have, and never for want of shifts", () => {
    expect(() => decide({ workforce: { ...worker, beds: 1 } as never }, "work")).toThrow(/UNKNOWN_KEY at \/workforce\/beds/);
    expect(decide({ workforce: { ...worker, shifts: [] } }, "work")?.status).toBe("met");
  });

  it("is asked about what a pack declares beyond the fields of the register, in its type", () => {
    const outstanding = { subject: "workforce", type: "boolean", title } as const;
    const facts = { ...pack.facts, outstanding };
    const rules = pack.rules.map((rule) => (rule.id === "bonus" ? { ...rule, when: { var: "outstanding" } } : rule));
    const asked = createEngine({ packs: [{ ...pack, facts, rules }] });
    const of = (workforce: Partial<Caregiver>) => asked.assess({ workforce }, { on, register, rules: ["county/bonus"] })[0];
    expect([true, false].map((value) => of({ ...worker, facts: { outstanding: value } })?.status)).toEqual(["granted", "denied"]);
    expect(asks(of(worker))).toEqual(["/facts/outstanding"]);
    expect(() => of({ ...worker, facts: { outstanding: "是" } })).toThrow(/FACT_VALUE at \/workforce\/facts\/outstanding/);
  });

  it("leads to what a pack says of the facility in words of its own", () => {
    const large = { subject: "facility", type: "boolean", title, is: { ">=": [{ var: "beds" }, { param: "beds" }] } } as const;
    const facts = { ...pack.facts, large };
    const rules = pack.rules.map((rule) => (rule.id === "bonus" ? { ...rule, when: { var: "facility.large" } } : rule));
    const asked = createEngine({ packs: [{ ...pack, facts, rules }] });
    const of = (facilities: readonly Facility[]) =>
      asked.assess({ workforce: worker }, { on, register: { ...register, facilities }, rules: ["county/bonus"] })[0];
    expect([of([centre])?.status, of([{ ...centre, beds: 49 }])?.status]).toEqual(["granted", "denied"]);
    expect(asks(of([]))).toEqual(["/facility/large"]);
  });
});

describe("a provider", () => {
  const sound: Partial<Provider> = { id: "v-1", legalPerson: true, fullTimeTeam: true, facts: { complaints: 2 } };

  it("may operate where it fulfils every condition; the clause stands behind the refusal of one without a full-time team", () => {
    expect(decide({ provider: sound }, "operate")?.status).toBe("granted");
    expect(decide({ provider: { ...sound, fullTimeTeam: false } }, "operate")).toMatchObject({ status: "denied", clauses: ["C2"] });
    expect(decide({ provider: { ...sound, facts: { complaints: 3 } } }, "operate")?.status).toBe("denied");
    expect(asks(decide({ provider: { id: "v-1", legalPerson: true, fullTimeTeam: true } }, "operate"))).toEqual(["/facts/complaints"]);
  });

  it("is refused with a fact of another type than the pack declares", () => {
    expect(() => decide({ provider: { facts: { complaints: "无" } } }, "operate")).toThrow(/FACT_VALUE at \/provider\/facts\/complaints/);
  });

  it("is explained with the clause", () => {
    const told = explain(engine, { provider: { ...sound, fullTimeTeam: false } }, "county/operate", { on, locale: "zh" });
    expect(told.text).toContain("该服务机构");
    expect(told.basis[0]?.quote).toBe("专营养老服务机构须具备独立法人资格和专职运营团队。");
  });
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const known = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const staff = fc
  .record({
    roles: maybe(fc.subarray(["careWorker", "driver"] as const, { minLength: 1 })),
    facility: maybe(fc.constantFrom("f-1", "f-2", "f-3")),
    area: fc.constantFrom("990001001", "990001"),
    trainedOn: maybe(fc.constantFrom(null, "2026-01-10")),
    certificates: maybe(fc.constantFrom([], [{ kind: "careWorker" }], [{ kind: "careWorker", validTo: "2027-01-01" }])),
    skills: maybe(fc.constantFrom({}, { bathing: 1 }, { bathing: 2 })),
  })
  .map((record) => ({ workforce: known(record) as Partial<Caregiver> }));
const bodies = fc
  .record({ legalPerson: maybe(fc.boolean()), fullTimeTeam: maybe(fc.boolean()), facts: maybe(fc.record({ complaints: fc.nat({ max: 4 }) })) })
  .map((record) => ({ provider: known(record) as Partial<Provider> }));

describe("staff and providers in numbers", () => {
  const facilities = [centre, { id: "f-2", kind: "townshipHome" as const, area: "990001001" }];

  it("are answered alike one by one, together, by functions and as a population", () => {
    const written = createEngine({ packs: [pack], backend: functionBackend });
    fc.assert(
      fc.property(fc.array(fc.oneof(staff, bodies), { minLength: 1, maxLength: 20 }), (subjects) => {
        const question = { on, register: { ...register, facilities } };
        const many = engine.assessMany(subjects, question);
        expect(written.assessMany(subjects, question).status).toEqual(many.status);
        for (const [row, subject] of subjects.entries())
          for (const decision of engine.assess(subject, question)) expect(many.decision(row, many.rules.indexOf(decision.rule))).toEqual(decision);
        for (const kind of ["workforce", "provider"] as const) {
          const own = subjects.filter((subject) => kind in subject);
          const plan = planPopulation({ packs: [pack] }, { subject: kind, ...question });
          const answers = plan.assess(plan.fromRecords(own));
          const alone = engine.assessMany(own, question);
          for (const row of own.keys())
            for (const [column, rule] of answers.rules.entries())
              expect(answers.status(row, column)).toBe(alone.status[row * alone.rules.length + alone.rules.indexOf(rule)]);
        }
      }),
    );
  });

  it("stand in cases, of a pack and of what it does not say", () => {
    const cases = [
      { name: "持证上岗", on, subject: { workforce: worker }, expect: { work: "met" } },
      { name: "没有专职团队", on, subject: { provider: { fullTimeTeam: false } }, expect: { operate: "denied" } },
      {
        name: "法人资格不明",
        on,
        subject: { provider: { fullTimeTeam: true, facts: { complaints: 0 } } },
        expect: { operate: { undetermined: ["/legalPerson"] } },
      },
    ] as const;
    expect(testPack(pack, cases)).toMatchObject({ failures: [], expectations: 3 });
  });

  it("have receipts that are replayed", async () => {
    const subject = { workforce: worker };
    const decision = decide(subject, "bonus");
    if (decision === undefined) throw new Error("no decision");
    const made = await receipt(decision, { engine, subject, register });
    expect(await replay(made, { packs: [pack], subject, register })).toMatchObject({ same: true });
    const closed = { ...register, facilities: [{ ...centre, events: [] }] };
    expect(await replay(made, { packs: [pack], subject, register: closed })).toMatchObject({ same: false });
  });

  it("are shown by the analysis as the engine sees them", () => {
    const trained = { "!=": [{ var: "trainedOn" }, null] } as const;
    const rule = (id: string, when: Logic): Rule => ({
      id,
      subject: "workforce",
      title,
      when,
      then: { kind: "category", category: "c" },
      clauses: ["C1"],
    });
    const again = pack.rules.flatMap((each) => (each.id === "work" ? [] : [{ ...each, id: `${each.id}Again` }]));
    const alike = { ...pack, rules: [rule("trained", trained), rule("skilled", { and: [trained, { var: "certified" }] }), ...pack.rules, ...again] };
    const { findings, undecided } = analysePack(alike, { on });
    const asked = createEngine({ packs: [alike] });
    const shown = findings.flatMap(({ witness, rules }) => (witness === undefined ? [] : [{ witness, rules }]));
    expect(shown.map(({ rules }) => rules)).toEqual([
      ["county/trained", "county/skilled"],
      ["county/bonus", "county/bonusAgain"],
      ["county/operate", "county/operateAgain"],
    ]);
    for (const { witness, rules } of shown)
      for (const { status } of asked.assess(witness.subject, { on, register: witness.register, rules })) expect(status).toBe("granted");
    expect(undecided).toEqual([]);
  });
});
