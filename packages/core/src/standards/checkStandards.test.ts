import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Modality } from "../decision/decision.js";
import type { Facility } from "../facility/facility.js";
import { parseRational, rational } from "../money/rational.js";
import { checkStandards, type StandardItem } from "./checkStandards.js";
import { exactly, facilityMetrics } from "./facilityMetrics.js";

const whole = (value: bigint) => rational(value, 1n);
const item = (
  id: string,
  zh: string,
  metric: string,
  required: StandardItem["required"],
  unit: string,
  modality: Modality,
  clause: string,
): StandardItem => ({
  id,
  title: { zh, en: id },
  metric,
  op: ">=",
  required,
  unit,
  modality,
  clauses: [clause],
});
// 综合养老服务中心占地一般不低于3亩、建筑面积不低于2000㎡、床位不低于50张(护理型床位占比不低于55%)
const streetCentre = [
  item("site", "用地面积", "siteMu", whole(3n), "亩", "in-principle", "NY-3.1.2-g"),
  item("floor", "建筑面积", "floorAreaM2", whole(2000n), "平方米", "required", "NY-3.1.2-l"),
  item("beds", "床位", "beds", whole(50n), "张", "required", "NY-3.1.2-l"),
  item("nursing", "护理型床位占比", "nursingShare", rational(11n, 20n), "share", "required", "NY-3.1.2-l"),
];
const centre: Facility = { id: "f-1", kind: "streetCareCentre", area: "411302001", siteMu: 2.5, floorAreaM2: 2100, beds: 52, nursingBeds: 28 };

describe("a street centre with 2.5 mu, 2,100 m², 52 beds, 28 of them nursing beds (demonstration 4)", () => {
  const checked = checkStandards({ items: streetCentre, metrics: facilityMetrics(centre) });

  it("fails by its nursing beds alone; its site falls short of what is usual", () => {
    expect(checked.value).toMatchObject({ status: "notMet", failed: ["nursing"], softFailed: ["site"] });
    expect(checked.value.items.map(({ outcome }) => outcome)).toEqual(["softNotMet", "met", "met", "notMet"]);
  });

  it("shows the sums", () => {
    expect(checked.steps.map(({ zh }) => zh)).toEqual([
      "用地面积 2.5 亩，原则上不低于 3 亩",
      "建筑面积 2100 平方米，应不低于 2000 平方米",
      "床位 52 张，应不低于 50 张",
      "护理型床位占比 53.8%，应不低于 55%",
    ]);
    expect(checked.clauses).toEqual(["NY-3.1.2-g", "NY-3.1.2-l"]);
  });

  it("passes with 29 nursing beds, still with its small site", () => {
    expect(checkStandards({ items: streetCentre, metrics: facilityMetrics({ ...centre, nursingBeds: 29 }) }).value).toMatchObject({
      status: "met",
      failed: [],
      softFailed: ["site"],
    });
  });

  it("is undetermined while the nursing beds are unknown, and says so", () => {
    const { nursingBeds: _, ...unknown } = centre;
    const open = checkStandards({ items: streetCentre, metrics: facilityMetrics(unknown) }).value;
    expect(open.status).toBe("undetermined");
    expect(open.items.at(-1)).toMatchObject({ outcome: "undetermined", missing: ["nursingShare"] });
  });

  it("is not held up by an unknown site, which does not bind", () => {
    const { siteMu: _, ...unknown } = { ...centre, nursingBeds: 29 };
    expect(checkStandards({ items: streetCentre, metrics: facilityMetrics(unknown) }).value.status).toBe("met");
  });

  it("has no nursing share without beds", () => {
    const metrics = facilityMetrics({ ...centre, beds: 0, nursingBeds: 0 });
    expect(checkStandards({ items: streetCentre, metrics }).value.items.at(-1)?.outcome).toBe("notApplicable");
  });
});

describe("a metric that is no fraction", () => {
  it("is refused by its name, not compared", () => {
    expect(() => checkStandards({ items: streetCentre, metrics: { "a/b": { numerator: 1n, denominator: 0n } } })).toThrow(
      "NOT_A_NUMBER at /metrics/a~1b",
    );
  });
});

describe("a conditional standard", () => {
  const conditional: StandardItem = { ...item("kitchen", "厨房", "kitchens", whole(1n), "间", "conditional", "NC-4.2.6-a"), condition: "suitable" };
  const ask = (kitchens: bigint, conditions?: Record<string, boolean>) =>
    checkStandards({ items: [conditional], metrics: { kitchens: whole(kitchens) }, ...(conditions === undefined ? {} : { conditions }) }).value;

  it("binds once its condition holds, and not at all where it does not", () => {
    expect(ask(0n, { suitable: true })).toMatchObject({ status: "notMet", failed: ["kitchen"] });
    expect(ask(0n, { suitable: false })).toMatchObject({ status: "met", failed: [], softFailed: [] });
  });

  it("is open where nobody knows, unless it is met anyway", () => {
    expect(ask(0n).items[0]).toMatchObject({ outcome: "undetermined", missing: ["suitable"] });
    expect(ask(1n).status).toBe("met");
  });

  it("must name its condition", () => {
    const { condition: _, ...nameless } = conditional;
    expect(() => checkStandards({ items: [nameless, nameless], metrics: {} })).toThrow(/DUPLICATE_ID at \/items\/1\/id.*\+2 more/);
  });
});

describe("what can make a facility fail", () => {
  const modality = fc.constantFrom<Modality>("required", "in-principle", "aspirational", "permitted-or-encouraged", "conditional");
  const items = fc.array(fc.record({ modality, required: fc.bigInt(0n, 5n), metric: fc.constantFrom("a", "b", "c") }), { maxLength: 8 }).map((some) =>
    some.map(
      (each, index): StandardItem => ({
        ...item(`i-${index}`, "项", each.metric, whole(each.required), "个", each.modality, "X"),
        ...(each.modality === "conditional" ? { condition: "k" } : {}),
      }),
    ),
  );
  const value = fc.bigInt(0n, 5n).map(whole);
  const metrics = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });
  const conditions = fc.record({ k: fc.boolean() }, { requiredKeys: [] });

  it("is a requirement, or a conditional one once its condition holds, and nothing else", () => {
    fc.assert(
      fc.property(items, metrics, conditions, (asked, known, held) => {
        const binding = asked.filter((each) => each.modality === "required" || (each.modality === "conditional" && held.k !== false));
        expect(checkStandards({ items: asked, metrics: known, conditions: held }).value.status).toBe(
          checkStandards({ items: binding, metrics: known, conditions: held }).value.status,
        );
      }),
    );
  });

  it("is never something unknown: a settled result holds whatever is filled in", () => {
    fc.assert(
      fc.property(items, metrics, conditions, value, fc.boolean(), (asked, known, held, fill, holds) => {
        const { status } = checkStandards({ items: asked, metrics: known, conditions: held }).value;
        const full = checkStandards({ items: asked, metrics: { a: fill, b: fill, c: fill, ...known }, conditions: { k: holds, ...held } }).value
          .status;
        if (status !== "undetermined") expect(full).toBe(status);
        else expect(["met", "notMet"]).toContain(full);
      }),
    );
  });
});

describe("what is measured of a facility", () => {
  it("keeps decimals exact, whatever their size", () => {
    expect(exactly(2.1)).toEqual(parseRational("2.1"));
    expect(exactly(1e-7)).toEqual(rational(1n, 10_000_000n));
    expect(exactly(1.5e21)).toEqual(whole(1_500_000_000_000_000_000_000n));
    expect(exactly(Number.NaN)).toBeUndefined();
  });

  it("leaves out what is unknown, and counts lists that are given", () => {
    const metrics = facilityMetrics({ ...centre, rooms: ["kitchen", "library"], residents: { disabled: 3 }, facts: { lifts: 2, named: true } });
    expect(metrics).toMatchObject({ rooms: whole(2n), lifts: whole(2n) });
    expect(Object.keys(metrics)).not.toContain("residents");
    expect(Object.keys(metrics)).not.toContain("functions");
  });
});
