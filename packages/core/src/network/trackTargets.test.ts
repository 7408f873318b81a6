import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../counting/comparison.js";
import { addRational, rational } from "../money/rational.js";
import { checkMilestones, type Milestone } from "./milestones.js";
import { type DatedTarget, trackTargets } from "./trackTargets.js";

const count = (value: number) => rational(BigInt(value), 1n);
const exactly = (value: number): Interval => ({ least: count(value), most: count(value) });
const part = (by: string, adds: number, clause: string, quote?: string): Milestone => ({
  by,
  adds: count(adds),
  clauses: [clause],
  ...(quote === undefined ? {} : { quote }),
});
const sum = (total: number, clause: string, milestones: readonly Milestone[], quote?: string) =>
  checkMilestones({
    title: { zh: "目标", en: "target" },
    total: count(total),
    clauses: [clause],
    milestones,
    ...(quote === undefined ? {} : { quote }),
  });

describe("what the plans say their parts add up to (demonstration 2)", () => {
  it.each([
    ["51 + 62 = 113 village points", sum(113, "CK-1.1-j", [part("2021", 51, "CK-2.4-e"), part("2022", 62, "CK-2.4-f")])],
    ["500 + 500 = 1,000 stations", sum(1000, "NY-2-g", [part("2022", 500, "NY-4.2-4"), part("2023", 500, "NY-4.3-2")])],
    ["5,000 + 5,000 = 10,000 beds at home", sum(10_000, "NY-2-h", [part("2022", 5000, "NY-4.2-4"), part("2023", 5000, "NY-4.3-2")])],
    ["200 + 300 = 500 institutions", sum(500, "NY-2-i", [part("2022", 200, "NY-4.2-5"), part("2023", 300, "NY-4.3-3")])],
  ])("is confirmed for %s", (_, { value }) => {
    expect(value).toMatchObject({ status: "confirmed", difference: count(0), warnings: [] });
  });

  it("is doubted for homes, 12 and not 18, and for centres, 18 and not 23, with both quotes", () => {
    const homes = sum(
      18,
      "CK-1.1-h",
      [
        part("2021", 6, "CK-2.2-f", "2021年完成双河、厚坪、北屏、明中、治平、河鱼等6个敬老院升级改造任务"),
        part("2022", 6, "CK-2.2-g", "2022年完成周溪、蓼子、高燕、龙田、左岚、坪坝等6个敬老院升级改造任务"),
      ],
      "升级改造乡镇敬老院18个",
    ).value;
    expect(homes).toMatchObject({ status: "differs", sum: count(12), difference: count(6) });
    const [warning] = homes.warnings;
    expect(warning).toMatchObject({ code: "MILESTONES_DO_NOT_ADD_UP", severity: "warning", pointer: "/total" });
    for (const quoted of ["CK-1.1-h“升级改造乡镇敬老院18个”", "CK-2.2-f“2021年完成双河", "CK-2.2-g“2022年完成周溪"])
      expect(warning?.message.zh).toContain(quoted);
    expect(sum(23, "CK-1.1-i", [part("2021", 7, "CK-2.3-f"), part("2022", 11, "CK-2.3-g")]).value).toMatchObject({
      status: "differs",
      difference: count(5),
    });
  });

  it("may stand without dates of its parts, as 1 + 17 + 45 = 63 centres do", () => {
    const undated = [1, 17, 45].map((adds) => ({ adds: count(adds), clauses: ["NY-2-e"] }));
    expect(sum(63, "NY-2-d", undated).value).toMatchObject({ status: "confirmed", cumulative: [] });
  });

  it("is open where a part is, unless the others are too many already", () => {
    const open: Milestone = { by: "2023", clauses: ["X"] };
    expect(sum(10, "X", [part("2022", 4, "X"), open]).value).toMatchObject({ status: "undetermined", warnings: [] });
    expect(sum(10, "X", [part("2022", 11, "X"), open]).value.status).toBe("differs");
  });

  it("cumulates by date, and not beyond an open part", () => {
    expect(sum(9, "X", [part("2023", 3, "X"), part("2022-06", 4, "X"), { by: "2024", clauses: [] }, part("2025", 2, "X")]).value.cumulative).toEqual([
      { by: "2022-06-30", required: count(4) },
      { by: "2023-12-31", required: count(7) },
      { by: "2024-12-31" },
      { by: "2025-12-31" },
    ]);
  });

  it("is confirmed for every split of a total, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (parts) => {
        const milestones = parts.map((adds, index) => part(String(2020 + (index % 3)), adds, "X"));
        const total = parts.reduce((all, each) => all + each, 0);
        expect(sum(total, "X", milestones).value.status).toBe("confirmed");
        expect(sum(total + 1, "X", milestones).value.status).toBe("differs");
        expect(sum(total, "X", [...milestones].reverse()).value).toEqual(sum(total, "X", milestones).value);
        const last = sum(total, "X", milestones).value.cumulative.at(-1)?.required;
        expect(last).toEqual(milestones.map(({ adds }) => adds ?? count(0)).reduce(addRational));
      }),
    );
  });
});

describe("the village points of a plan: 51 by 2021, 113 by 2022", () => {
  const points: DatedTarget = {
    id: "points",
    title: { zh: "村级互助养老点", en: "village points" },
    op: ">=",
    required: count(113),
    unit: "facility",
    by: "2022",
    modality: "required",
    observations: [],
    milestones: [part("2021", 51, "CK-2.4-e"), part("2022", 62, "CK-2.4-f")],
    clauses: ["CK-1.1-j"],
  };
  const track = (on: string, observed: readonly (readonly [string, number])[], change: Partial<DatedTarget> = {}) =>
    trackTargets({ targets: [{ ...points, observations: observed.map(([day, value]) => ({ on: day, value: exactly(value) })), ...change }], on })
      .value[0];

  it("are on track while every milestone of the past is reached", () => {
    expect(track("2022-06-30", [["2022-06-01", 60]])).toMatchObject({ state: "onTrack", gap: exactly(53), missed: [] });
    expect(track("2022-06-30", [["2022-06-01", 50]])).toMatchObject({ state: "due", missed: ["2021-12-31"] });
    expect(track("2021-12-31", [["2021-12-01", 50]])).toMatchObject({ state: "onTrack", missed: [] });
  });

  it("are met, or overdue from the day after the last", () => {
    expect(track("2022-12-31", [["2022-12-31", 113]])).toMatchObject({ state: "met", gap: exactly(0) });
    expect(track("2022-12-31", [["2022-12-31", 112]])?.state).toBe("onTrack");
    expect(track("2023-01-01", [["2022-12-31", 112]])).toMatchObject({ state: "overdue", gap: exactly(1) });
  });

  it("are judged by the latest count up to the date, whatever the order", () => {
    expect(
      track("2022-06-30", [
        ["2022-07-01", 113],
        ["2022-01-01", 60],
        ["2021-01-01", 10],
      ])?.observed,
    ).toEqual({ on: "2022-01-01", value: exactly(60) });
  });

  it("are open between two counts of one day, and where nothing is counted", () => {
    expect(
      track("2023-06-30", [
        ["2022-12-31", 120],
        ["2022-12-31", 110],
      ]),
    ).toMatchObject({ state: "undetermined", gap: { least: count(0), most: count(3) } });
    expect(track("2022-06-30", [])).toEqual({ id: "points", state: "undetermined", modality: "required", missed: [], clauses: ["CK-1.1-j"] });
  });

  it("are due, not on track, where the plan names no milestones or leaves one open", () => {
    const { milestones: _, ...plain } = points;
    expect(
      trackTargets({ targets: [{ ...plain, observations: [{ on: "2022-01-01", value: exactly(112) }] }], on: "2022-06-30" }).value[0]?.state,
    ).toBe("due");
    expect(track("2022-06-30", [["2022-01-01", 112]], { milestones: [{ by: "2021", clauses: [] }] })).toMatchObject({ state: "due", missed: [] });
  });

  it("report everything that is wrong at once", () => {
    const wrong = { ...points, by: "2022-13", op: "<=" as const, observations: [{ on: "yesterday", value: { least: count(2), most: count(1) } }] };
    expect(() => trackTargets({ targets: [wrong, { ...points }], on: "2022-01-01" })).toThrow(/\+4 more/);
  });
});

describe("a range", () => {
  it("leaves a gap below and above, and takes no milestones but those of its lower end", () => {
    const target = { ...entitiesOf(3, 9), requiredMost: count(7) };
    expect(trackTargets({ targets: [target], on: "2022-01-01" }).value[0]).toMatchObject({
      state: "undetermined",
      gap: { least: count(0), most: count(2) },
    });
    const above = { ...entitiesOf(9, 9), requiredMost: count(7) };
    expect(trackTargets({ targets: [above], on: "2022-01-01" }).value[0]).toMatchObject({
      state: "undated",
      gap: { least: count(2), most: count(2) },
    });
  });
});

const entitiesOf = (least: number, most: number): DatedTarget => ({
  id: "t",
  title: { zh: "", en: "" },
  op: ">=",
  required: count(5),
  unit: "entity",
  modality: "required",
  observations: [{ on: "2022-01-01", value: { least: count(least), most: count(most) } }],
  clauses: ["NY-4.3-5"],
});

describe("gaps", () => {
  const gap = (op: DatedTarget["op"], least: number, most: number) =>
    trackTargets({
      targets: [
        {
          id: "t",
          title: { zh: "", en: "" },
          op,
          required: count(10),
          unit: "",
          modality: "required",
          observations: [{ on: "2022-01-01", value: { least: count(least), most: count(most) } }],
          clauses: [],
        },
      ],
      on: "2022-01-01",
    }).value[0]?.gap;

  it("are measured towards the side that the target asks for", () => {
    expect([gap(">=", 7, 12), gap("<=", 7, 12), gap("==", 7, 12), gap("==", 12, 15)]).toEqual([
      { least: count(0), most: count(3) },
      { least: count(0), most: count(2) },
      { least: count(0), most: count(3) },
      { least: count(2), most: count(5) },
    ]);
  });
});
