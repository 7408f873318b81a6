import { EldercareError, type Issue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { planPopulation } from "./planPopulation.js";

const on = "2026-11-21";
const packs = [national, county];
const chengkou = "500229103205";

const issuesOf = (work: () => unknown): readonly Issue[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues;
    throw error;
  }
  return [];
};

const codesOf = (work: () => unknown): string[] => issuesOf(work).map(({ code, pointer }) => `${code} ${pointer}`);

describe("the rules of one jurisdiction, asked of a population", () => {
  it("answer as the engine does", () => {
    const subjects: Subject[] = [
      { person: { birthDate: "1951-03-02", residence: { area: chengkou }, assistance: ["destitute"], support: "dispersed" } },
      { person: { birthDate: "1941-03-02", residence: { area: chengkou } } },
      { person: {} },
    ];
    const many = createEngine({ packs }).assessMany(subjects, { on });
    const plan = planPopulation({ packs }, { subject: "person", on, area: "500229" });
    const answers = plan.assess(plan.fromRecords(subjects));
    expect(answers.rules.length).toBeGreaterThan(40);
    for (const [rule, key] of answers.rules.entries())
      for (const subject of subjects.keys())
        expect([key, subject, answers.status(subject, rule)]).toEqual([
          key,
          subject,
          many.status[subject * many.rules.length + many.rules.indexOf(key)],
        ]);
  });

  it("are not asked of whom other rules speak for, or of what is no subject of theirs", () => {
    const plan = planPopulation({ packs }, { subject: "person", on, area: "500229" });
    const subjects: Subject[] = [
      { person: { residence: { area: "411302001001" } } },
      { village: { code: chengkou } },
      { person: { residence: { area: chengkou } } },
    ];
    expect(codesOf(() => plan.fromRecords(subjects))).toEqual(["POPULATION_JURISDICTION /0/person", "POPULATION_KIND /1"]);
    const areas = { "/residence/area": { kind: "codes", codes: Uint8Array.of(0, 1), values: [chengkou, "411302001001"] } } as const;
    expect(codesOf(() => plan.fromColumns(areas))).toEqual(["POPULATION_JURISDICTION /~1residence~1area/values/1"]);
  });

  it("refuse facts of another type than the pack declares", () => {
    const plan = planPopulation({ packs: [packOf({ ">=": [{ var: "share" }, { param: "low" }] })] }, { subject: "person", on });
    expect(codesOf(() => plan.fromRecords([{ person: { facts: { share: "half" } } }]))).toEqual(["FACT_VALUE /0/person/facts/share"]);
  });

  it("are chosen by key, and a key that is none is refused", () => {
    const rules = ["cn/category.olderPerson"];
    expect(planPopulation({ packs }, { subject: "person", on, rules }).infos.map(({ key }) => key)).toEqual(rules);
    expect(codesOf(() => planPopulation({ packs }, { subject: "person", on, rules: ["cn/category.olderPersons"] }))).toEqual([
      "RULE_NOT_FOUND /rules/0",
    ]);
    expect(codesOf(() => planPopulation({ packs }, { subject: "person", on: "2026-02-30" }))).toEqual(["NOT_A_DATE /on"]);
  });

  it("say which fields they read", () => {
    const plan = planPopulation({ packs: [packOf({ ">=": [{ var: "age" }, { param: "sixty" }] })] }, { subject: "person", on });
    expect(plan.fields.map(({ pointer, type }) => [pointer, type.kind])).toEqual([["/birthDate", "date"]]);
  });

  it("leave a field without a column unknown for everybody", () => {
    const plan = planPopulation({ packs: [packOf({ ">=": [{ var: "age" }, { param: "sixty" }] })] }, { subject: "person", on });
    expect(plan.assess(plan.fromColumns({}, 40)).counts).toEqual([{ rule: "random/r", granted: 0, denied: 0, undetermined: 40, notApplicable: 0 }]);
  });
});
