import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facilitySchema } from "../facility/facility.js";
import { lifeCycleRate } from "../lifeCycle/lifeCycleRate.js";
import { rational } from "../money/rational.js";
import { parseShape } from "../register/parse.js";
import { checkItems } from "./checkItems.js";
import { phaseOn } from "./phaseOn.js";
import { rankSites } from "./rankSites.js";

const phases = [
  { id: "survey", title: { zh: "调查摸底阶段", en: "survey" }, from: "2023-07", to: "2023-07" },
  { id: "argument", title: { zh: "充分论证阶段", en: "argument" }, from: "2023-08", to: "2023-08" },
  { id: "implementation", title: { zh: "组织实施阶段", en: "implementation" }, from: "2023-09", to: "2024-04" },
  { id: "summary", title: { zh: "总结推广阶段", en: "summary" }, from: "2024-05", to: "2024-05" },
];
const plan = { id: "plan", title: { zh: "形成实施方案", en: "plan drawn up" }, by: "2023-08" };
const report = { id: "report", title: { zh: "经验报县民政局", en: "report handed in" }, by: "2024-05", doneOn: null };
const ask = (on: string, tasks: Parameters<typeof phaseOn>[0]["tasks"]) => phaseOn({ phases, tasks, on, clauses: ["NC-5-3"] });

describe("the four phases of a pilot on 15 October 2023 (demonstration 34)", () => {
  it("are at the third; the plan that is missing is late", () => {
    const { value, steps } = ask("2023-10-15", [{ ...plan, doneOn: null }, report]);
    expect(value).toEqual({
      current: ["implementation"],
      tasks: [
        { id: "plan", state: "late" },
        { id: "report", state: "due" },
      ],
      late: ["plan"],
    });
    expect(steps.map(({ zh, value: printed }) => `${zh} = ${printed}`)).toEqual([
      "2023-10-15 处于组织实施阶段（2023-09-01 至 2024-04-30） = ✓",
      "形成实施方案，期限 2023-08-31 = late",
      "经验报县民政局，期限 2024-05-31 = due",
    ]);
  });

  it("leave a task open of which nobody knows, and tell done from done late", () => {
    expect(ask("2023-10-15", [plan]).value).toMatchObject({ tasks: [{ state: "undetermined" }], late: [] });
    const states = ["2023-08-31", "2023-09-01", "2023-10-16"].map((doneOn) => ask("2023-10-15", [{ ...plan, doneOn }]).value.tasks[0]?.state);
    expect(states).toEqual(["done", "doneLate", "late"]);
  });

  it("take their first and last days, and nothing before and after", () => {
    const current = (on: string) => ask(on, []).value.current;
    expect([current("2023-06-30"), current("2023-07-01"), current("2024-02-29"), current("2024-05-31"), current("2024-06-01")]).toEqual([
      [],
      ["survey"],
      ["implementation"],
      ["summary"],
      [],
    ]);
  });

  it("report every wrong date at once", () => {
    const wrong = {
      phases: [{ ...phases[0], id: "x", title: plan.title, from: "2023-08", to: "2023-07" }],
      tasks: [{ ...plan, by: "soon", doneOn: "2023-02-30" }],
      on: "2023",
      clauses: [],
    };
    expect(() => phaseOn(wrong)).toThrow(/NOT_A_DATE at \/on.*\+3 more/);
  });
});

describe("the ten first-batch homes for old and young (demonstration 33, NC-4.2.5-b)", () => {
  const villages = ["城上村", "脊江村", "排头村", "下弓村", "水南村", "里塔村", "里塔居委会", "临坊村", "沙洲村", "上唐居委会"];
  // NC-6.1-b: two are already there; the codes and days are synthetic
  const homes = villages.map((name, index) => ({
    id: `home-${index + 1}`,
    kind: "oldAndYoungHome" as const,
    area: `361021${String(index).padStart(6, "0")}`,
    name,
    events: [
      {
        on: index === 0 || index === 2 ? "2023-06-01" : "2024-04-30",
        state: index === 0 || index === 2 ? ("operating" as const) : ("planned" as const),
      },
    ],
  }));
  const ask = (facilities: unknown[]) => {
    const read = facilities.flatMap((home) => parseShape(facilitySchema, home).value ?? []);
    const title = { zh: "建成运营", en: "in operation" };
    return lifeCycleRate({
      facilities: read,
      kind: "oldAndYoungHome",
      title,
      state: "operating",
      of: "all",
      planned: 10,
      on: "2023-10-15",
      clauses: ["NC-4.2.5-b"],
    });
  };

  it("load with the facility shape; two operate and eight are still to come", () => {
    const { value } = ask(homes);
    expect(value).toMatchObject({ of: 10, yes: ["home-1", "home-3"], unknown: [] });
    expect(value.no).toHaveLength(8);
  });

  it("leave the share open where one of the ten is not listed", () => {
    expect(ask(homes.slice(0, 9)).value.share).toEqual({ least: rational(1n, 5n), most: rational(3n, 10n) });
  });
});

describe("the second batch of homes for old and young (demonstration 33)", () => {
  const sites = [
    { id: "v-1", olderPersons: 120, children: 30 },
    { id: "v-2", olderPersons: 90, children: 70 },
    { id: "v-3", olderPersons: 100, children: 50 },
    { id: "v-4", olderPersons: 20, children: 5 },
  ];
  const rank = (some: Parameters<typeof rankSites>[0]["sites"], places: number) => rankSites({ sites: some, places, clauses: ["NC-4.2.5-c"] }).value;

  it("goes by older persons and children nearby, equal ones by id", () => {
    expect(rank(sites, 2)).toEqual({ served: ["v-2", "v-1"], notServed: ["v-3", "v-4"], open: [] });
  });

  it("stays open where a count is unknown that could change it", () => {
    expect(rank([...sites, { id: "v-5", olderPersons: 10 }], 2)).toEqual({ served: ["v-2"], notServed: ["v-3", "v-4"], open: ["v-1", "v-5"] });
  });

  it("takes the largest whatever the order in which sites are listed", () => {
    const any = fc.array(fc.record({ olderPersons: fc.nat(50), children: fc.nat(50) }), { maxLength: 12 });
    fc.assert(
      fc.property(any, fc.nat(12), (some, places) => {
        const listed = some.map((site, index) => ({ id: `v-${index}`, ...site }));
        const taken = rank(listed, places);
        expect(taken.served).toHaveLength(Math.min(places, some.length));
        expect(rank([...listed].reverse(), places)).toEqual(taken);
        const size = (id: string) => listed.filter((site) => site.id === id).map(({ olderPersons, children }) => olderPersons + children)[0] ?? 0;
        expect(Math.min(Number.POSITIVE_INFINITY, ...taken.served.map(size))).toBeGreaterThanOrEqual(Math.max(0, ...taken.notServed.map(size)));
      }),
    );
  });

  it("has its rooms checked by list", () => {
    const items = ["厨房", "餐厅", "卫生间", "休息室"].map((zh) => ({ id: zh, title: { zh, en: zh } }));
    expect(checkItems({ items, record: ["厨房", "餐厅", "卫生间"], clauses: ["NC-4.2.6-a"] }).value).toMatchObject({
      status: "notMet",
      missing: ["休息室"],
    });
    expect(checkItems({ items, record: undefined, clauses: ["NC-4.2.6-a"] }).value.status).toBe("undetermined");
  });
});
