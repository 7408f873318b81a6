import { describe, expect, it } from "vitest";
import { type TrainingRecord, trainedHeadcount } from "./trainedHeadcount.js";

const targets = [
  { kind: "director", title: { zh: "院长主管", en: "directors" }, people: 25 },
  { kind: "careWorker", title: { zh: "养老护理员", en: "care workers" }, people: 200 },
];
const trained = (kind: string, count: number, on?: string): TrainingRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${kind}-${on}-${index}`,
    person: `${kind}-${index}`,
    kind,
    ...(on === undefined ? {} : { on }),
  }));
const count = (records: TrainingRecord[], on = "2022-12-31") =>
  trainedHeadcount({ records, targets, from: "2021-12-01", by: "2022-12-31", on, clauses: ["CK-2.10-b"] });

describe("demonstration 35", () => {
  it("25 directors and 200 care workers trained by the end of 2022 meet the target, one director fewer does not", () => {
    const { value, steps } = count([...trained("director", 25, "2022-03-01"), ...trained("careWorker", 200, "2022-12-31")]);
    expect(value.map(({ trained: people, state }) => [people, state])).toEqual([
      [25, "met"],
      [200, "met"],
    ]);
    expect(steps[0]).toEqual({ zh: "院长主管：目标 25 人，已培训", en: "directors: target 25, trained", value: "25" });
    expect(count([...trained("director", 24, "2022-03-01")], "2023-01-01").value[0]).toMatchObject({ trained: 24, state: "overdue" });
  });
});

describe("head counts of training", () => {
  it("count a person once, and only days of the period that have come", () => {
    const records = [...trained("director", 3, "2022-01-01"), ...trained("director", 3, "2022-02-01"), ...trained("director", 9, "2023-01-01")];
    expect(count(records).value[0]).toMatchObject({ trained: 3, trainedAtMost: 3 });
    expect(count(trained("director", 3, "2022-06-01"), "2022-05-31").value[0]).toMatchObject({ trained: 0, state: "due" });
  });

  it("are open where days are unknown, and do not count the same person twice", () => {
    const records = [...trained("director", 20, "2022-01-01"), ...trained("director", 26)];
    expect(count(records, "2023-01-01").value[0]).toMatchObject({ trained: 20, trainedAtMost: 26, state: "undetermined" });
  });

  it("refuse records that are malformed", () => {
    expect(() => count([{ id: "t", person: "p", kind: "director", on: "2022-02-30" }, ...trained("x", 1), ...trained("x", 1)])).toThrow(
      /NOT_A_DATE at \/records\/0\/on.*\(\+1 more\)/,
    );
  });
});

describe("family carers trained (CL-2.4.11-b, CK-2.9-b)", () => {
  it("are counted like any other kind, a person once in how many courses soever", () => {
    const { value } = trainedHeadcount({
      records: [...trained("familyCarer", 30, "2024-03-01"), ...trained("familyCarer", 30, "2024-04-01"), ...trained("careWorker", 5, "2024-03-01")],
      targets: [{ kind: "familyCarer", title: { zh: "家庭照护者", en: "family carers" }, people: 40 }],
      from: "2024-01-01",
      by: "2024-12-31",
      on: "2024-06-30",
      clauses: ["CL-2.4.11-b"],
    });
    expect(value).toEqual([{ kind: "familyCarer", trained: 30, trainedAtMost: 30, target: 40, state: "due" }]);
  });
});
