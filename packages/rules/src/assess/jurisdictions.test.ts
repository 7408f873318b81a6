import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { Overlay, Pack, Parameter } from "../pack/pack.js";
import { contextsFor } from "./context.js";
import { contextsOf } from "./contextsOf.js";
import { createEngine } from "./engine.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };

const settled = (value: number): Parameter => ({ type: "integer", title, clause: "", values: [{ from: "2020-01-01", value }] });

/** A pack with one rule for everybody, its clause and rule named after it. */
function packOf(id: string, area: string, parents: readonly string[] = [], more: Partial<Pack> = {}): Pack {
  const clause = `${id}-1`;
  return {
    id,
    version: "1.0.0",
    title,
    area,
    extends: [...parents],
    inForce: { from: "2020-01-01" },
    sources: { s: { title: id, issuer: "s", issued: "2020-01-01", checkedOn: on, verification: "verified" } },
    clauses: { [clause]: { source: "s", section: "1", modality: "required", quote: id } },
    parameters: {},
    facts: {},
    rules: [{ id: "r", subject: "person", title, then: { kind: "category", category: "c" }, clauses: [clause] }],
    ...more,
  };
}

const nation = packOf("cn", "");
const province = packOf("cq", "50", ["cn"]);
const county = packOf("ck", "500229", ["cq"]);
const later = packOf("ck-2025", "500229", ["cq"], { inForce: { from: "2025-01-01" } });
const earlier = packOf("ck-2021", "500229", ["cq"], { inForce: { from: "2021-01-01", to: "2024-12-31" } });
const elsewhere = packOf("bj", "110000", ["cn"]);
const alone = packOf("alone", "500229");

const speaking = (packs: readonly Pack[], area: string | undefined): string[] => contextsFor(contextsOf(packs, []), area).map(({ pack }) => pack.id);

describe("the packs that speak for an area", () => {
  it("are those whose area contains it, the most specific first, in whatever order they came", () => {
    for (const packs of [
      [nation, province, county],
      [county, nation, province],
    ])
      expect(speaking(packs, "500229103205")).toEqual(["ck", "cq", "cn"]);
    expect(speaking([nation, province, county], "5001")).toEqual(["cq", "cn"]);
    expect(speaking([nation, province, county], "110000")).toEqual(["cn"]);
    expect(speaking([province, nation], "11")).toEqual(["cn"]);
  });

  it("are, for an area that is not known or too coarse, those of the one jurisdiction that it may be in", () => {
    expect(speaking([nation, province, county], undefined)).toEqual(["ck", "cq", "cn"]);
    expect(speaking([nation, province, county], "50")).toEqual(["ck", "cq", "cn"]);
    expect(speaking([nation, province, county, elsewhere], undefined)).toEqual(["cn"]);
    expect(speaking([nation, province, county, elsewhere], "50")).toEqual(["ck", "cq", "cn"]);
    expect(speaking([nation, elsewhere], "50")).toEqual(["cn"]);
    expect(speaking([county, province, nation, later], undefined)).toEqual(["ck-2025", "ck", "cq", "cn"]);
  });

  it("of one area stand with the longer chain first, then the later, then by id", () => {
    expect(speaking([nation, province, alone, county], "500229")).toEqual(["ck", "alone", "cq", "cn"]);
    expect(speaking([nation, province, earlier, later, county], "500229")).toEqual(["ck-2025", "ck-2021", "ck", "cq", "cn"]);
    expect(speaking([packOf("b", "500229"), packOf("a", "500229")], "500229")).toEqual(["a", "b"]);
    expect(speaking([packOf("a", "500229"), packOf("b", "500229")], "500229")).toEqual(["a", "b"]);
  });
});

describe("an engine of several packs", () => {
  const open = (): Parameter => ({ type: "integer", title, clause: "cq-1", open: true, least: 0, most: 9 });
  const limit: Parameter = { ...settled(60), clause: "cn-1" };
  const packs = [{ ...nation, parameters: { limit } }, { ...province, parameters: { share: open(), rest: open() } }, county];
  const overlays: Overlay[] = [{ id: "demo", for: "cq", illustrative: true, parameters: { share: [{ from: "2021-01-01", value: 5 }] } }];
  const engine = createEngine({ packs, overlays });

  it("names its rules on a date, parents first", () => {
    expect(engine.rules(on).map(({ key, kind, modality, clauses }) => [key, kind, modality, clauses])).toEqual([
      ["cn/r", "category", "required", ["cn-1"]],
      ["cq/r", "category", "required", ["cq-1"]],
      ["ck/r", "category", "required", ["ck-1"]],
    ]);
    expect(engine.rules("2019-12-31")).toEqual([]);
    const dated = createEngine({ packs: [nation, province, earlier, later] });
    const keys = (date: string) => dated.rules(date).map(({ key }) => key);
    expect([keys("2020-12-31"), keys("2021-01-01"), keys("2024-12-31"), keys("2025-01-01")]).toEqual([
      ["cn/r", "cq/r"],
      ["cn/r", "cq/r", "ck-2021/r"],
      ["cn/r", "cq/r", "ck-2021/r"],
      ["cn/r", "cq/r", "ck-2025/r"],
    ]);
  });

  it("cites a clause with its document", () => {
    expect(engine.clause("cq-1")).toMatchObject({ id: "cq-1", pack: "cq", quote: "cq", document: { title: "cq" } });
    expect([engine.clause("nope"), engine.clause("constructor")]).toEqual([undefined, undefined]);
  });

  it("tells a parameter as an area sees it", () => {
    expect(engine.parameter("limit", on, "500229")).toMatchObject({
      value: 60,
      clause: "cn-1",
      open: false,
      illustrative: false,
      parameter: { type: "integer" },
    });
    expect(engine.parameter("share", on)).toMatchObject({ value: 5, open: true, overlay: "demo", illustrative: true });
    expect(engine.parameter("share", on, "110000")).toBeUndefined();
    expect(engine.parameter("share", "2020-12-31")).toMatchObject({ value: undefined, open: true });
    expect(engine.parameter("nope", on)).toBeUndefined();
  });

  it("lists what is left open, supplied or not, each once", () => {
    expect(engine.openParameters(on).map(({ id, supplied }) => [id, supplied.value])).toEqual([
      ["share", 5],
      ["rest", undefined],
    ]);
  });

  it("finds a rule in force, in the context of the most specific pack that speaks", () => {
    expect(engine.ruleFor("cq/r", on, "500229")).toMatchObject({ rule: { parsed: { info: { key: "cq/r" } } }, jurisdiction: { pack: { id: "ck" } } });
    expect(engine.ruleFor("cq/r", on, "5001")?.jurisdiction.pack.id).toBe("cq");
    expect([engine.ruleFor("cq/r", on, "110000"), engine.ruleFor("cq/x", on), engine.ruleFor("cq/r", "2019-01-01")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("asks every rule once, however many packs stand on it", () => {
    const person = { residence: { area: "500229103205" } };
    const keys = (rules?: readonly string[]) => engine.assess({ person }, { on, ...(rules === undefined ? {} : { rules }) }).map(({ rule }) => rule);
    expect(keys().sort()).toEqual(["ck/r", "cn/r", "cq/r"]);
    expect(keys(["cq/r"])).toEqual(["cq/r"]);
    expect(keys([])).toEqual([]);
    expect(engine.assess({ person: { residence: { area: "110000" } } }, { on }).map(({ rule }) => rule)).toEqual(["cn/r"]);
    expect(engine.assess({ facility: { id: "f", kind: "townshipHome", area: "500229" } }, { on })).toEqual([]);
  });

  it("stays the same, however many dates and areas it was asked about", () => {
    const asked = createEngine({ packs: [nation, province, county] });
    const answer = () => asked.assess({ person: { residence: { area: "500229103205" } } }, { on });
    const before = answer();
    for (let day = 1; day <= 70; day += 1) asked.assess({ person: {} }, { on: `20${String(20 + (day % 60)).padStart(2, "0")}-01-01` });
    for (let area = 0; area < 40; area += 1) asked.assess({ person: { residence: { area: `500229${String(100 + area)}` } } }, { on });
    expect(answer()).toEqual(before);
  });
});

describe("packs that are refused", () => {
  const found = (packs: readonly Pack[], overlays: readonly Overlay[] = []): string[] => {
    try {
      contextsOf(packs, overlays);
    } catch (error) {
      if (error instanceof EldercareError) return error.issues.map(({ code, pointer, at }) => `${code} ${pointer} ${at?.file ?? "-"}`);
      throw error;
    }
    return [];
  };
  const overlay = (parameters: Overlay["parameters"], more: Partial<Overlay> = {}): Overlay => ({
    id: "o",
    for: "cq",
    illustrative: false,
    parameters,
    ...more,
  });
  const withOpen = {
    ...province,
    parameters: { share: { type: "integer", title, clause: "cq-1", open: true, least: 0, most: 9 }, limit: { ...settled(3), clause: "cq-1" } },
  } satisfies Pack;
  const dated = (value: number | string, from = "2021-01-01", to?: string) => [{ from, value, ...(to === undefined ? {} : { to }) }];

  it.each<[string, readonly Pack[], readonly Overlay[], readonly string[]]>([
    ["none at all", [], [], ["NO_PACK /packs -"]],
    ["without their parent", [province], [], ["PACK_NOT_FOUND /extends/0 cq"]],
    ["of one id", [nation, { ...nation, clauses: {}, rules: [] }], [], ["NAME_TAKEN /id cn"]],
    [
      "with one clause id",
      [nation, packOf("x", "", [], { clauses: { ...nation.clauses, "x-1": { source: "s", section: "1", modality: "required", quote: "x" } } })],
      [],
      ["NAME_TAKEN /clauses/cn-1 x"],
    ],
    ["with an overlay for another", [nation], [overlay({})], ["OVERLAY_FOR_OTHER_PACK /for o"]],
    [
      "with an overlay for a parameter that there is not",
      [nation, withOpen],
      [overlay({ shear: dated(5) })],
      ["PARAMETER_NOT_FOUND /parameters/shear o"],
    ],
    [
      "with an overlay for what the document settles",
      [nation, withOpen],
      [overlay({ limit: dated(5) })],
      ["OVERLAY_OF_SETTLED_PARAMETER /parameters/limit o"],
    ],
    [
      "with an overlay whose value does not fit",
      [nation, withOpen],
      [overlay({ share: dated("x") })],
      ["PARAMETER_VALUE /parameters/share/0/value o"],
    ],
    [
      "with an overlay whose value lies beyond the bounds",
      [nation, withOpen],
      [overlay({ share: dated(10) })],
      ["PARAMETER_VALUE /parameters/share/0/value o"],
    ],
    [
      "with an overlay that ends before it begins",
      [nation, withOpen],
      [overlay({ share: dated(5, "2021-01-01", "2020-01-01") })],
      ["PERIOD_ENDS_BEFORE_IT_BEGINS /parameters/share/0/to o"],
    ],
    [
      "for all that is wrong with their overlays",
      [nation, withOpen],
      [overlay({ share: dated(10), shear: dated(5), limit: dated(5) })],
      ["PARAMETER_VALUE /parameters/share/0/value o", "PARAMETER_NOT_FOUND /parameters/shear o", "OVERLAY_OF_SETTLED_PARAMETER /parameters/limit o"],
    ],
    [
      "whose parent is wrong, once for all that stand on it",
      [{ ...nation, rules: nation.rules.map((rule) => ({ ...rule, when: { var: "nope" } })) }, province, county],
      [],
      ["FIELD_NOT_FOUND /rules/0/when/var cn"],
    ],
  ])("%s", (_, packs, overlays, codes) => {
    expect(found(packs, overlays)).toEqual(codes);
  });

  it("are told with what was meant, and who has the name", () => {
    const said = (packs: readonly Pack[], overlays: readonly Overlay[] = []): string[] => {
      try {
        contextsOf(packs, overlays);
      } catch (error) {
        if (error instanceof EldercareError) return error.issues.map(({ message }) => message.en);
      }
      return [];
    };
    expect(said([nation, { ...nation, clauses: {}, rules: [] }])).toEqual(['the name "cn" is already defined by cn']);
    const x = packOf("x", "", [], { clauses: { ...nation.clauses, "x-1": { source: "s", section: "1", modality: "required", quote: "x" } } });
    expect(said([nation, x])).toEqual(['the name "cn-1" is already defined by cn']);
    expect(said([nation, withOpen], [overlay({ shear: dated(5) })])).toEqual(['parameter "shear" does not exist; did you mean "share"?']);
    expect(said([nation], [overlay({})])).toEqual(['the overlay is for pack "cq", which was not given']);
    // two overlays that are wrong alike are two findings
    expect(said([nation], [overlay({}), overlay({}, { id: "p" })]).length).toBe(2);
  });

  it("are not those whose overlay fits, at either bound", () => {
    for (const value of [0, 9]) expect(found([nation, withOpen], [overlay({ share: dated(value) })])).toEqual([]);
  });
});
