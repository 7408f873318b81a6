import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { contextsOf } from "../assess/contextsOf.js";
import type { Logic, Pack, Parameter, Table } from "../pack/pack.js";
import { compileTruth } from "./closures.js";
import { type Representatives, representativesOf } from "./representatives.js";
import { indexOf, Scope } from "./scope.js";
import { FALSE, TRUE, type Value } from "./value.js";

const title = { zh: "题", en: "title" };
const settled = (type: Parameter["type"], value: number | string): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2000-01-01", value }],
});
const left = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({ type, title, clause: "C", open: true, ...more });

const v = (name: string): Logic => ({ var: name });
const p = (id: string): Logic => ({ param: id });
const hold = (op: string, a: Logic, b: Logic): Logic => ({ [op]: [a, b] });
const row = (cells: Table["rows"][number]["if"], then: Logic) => ({ if: cells, then, from: "2000-01-01", clause: "C" }) as Table["rows"][number];

function packWith(when: Logic): Pack {
  const pack = packOf(when);
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      turn: settled("date", "2021-06-01"),
      half: settled("rational", "5/2"),
      below: settled("rational", "-5/2"),
      many: settled("integer", 9000),
      open: left("integer"),
      narrow: left("integer", { least: 7, most: 8 }),
      openDay: left("date"),
      openShare: left("rational"),
    },
    facts: {
      ...pack.facts,
      visits: { subject: "person", type: "integer", title },
      meals: { subject: "person", type: "integer", title },
      toldOn: { subject: "person", type: "date", title },
      heardOn: { subject: "person", type: "date", title },
      zone: { subject: "person", type: "enum", values: ["hill", "plain"], title },
      places: { subject: "person", type: "list", values: ["hill", "plain", "a"], title },
      letters: { subject: "person", type: "list", values: ["a", "b", "c", "d", "e", "f"], title },
      heard: { subject: "person", type: "list", open: true, values: ["a", "b"], title },
      bornAt: { subject: "person", type: "area", title },
      since: { subject: "person", type: "date", title, is: { var: "toldOn" } },
      claims: { subject: "person", type: "list", title, fields: { leftBehind: { type: "integer", title } } },
      score: { subject: "person", type: "boolean", title },
      scored: { subject: "household", type: "integer", title },
      ranked: { subject: "household", type: "boolean", title, is: hold(">", { "+": [v("scored"), p("two")] }, p("three")) },
      wealth: { subject: "household", type: "integer", title, is: { "+": [v("scored"), p("two")] } },
      centres: { subject: "area", type: "integer", title, count: { of: "facilities", where: hold(">", v("beds"), p("two")) } },
    },
    tables: {
      given: { type: "integer", inputs: ["leftBehind"], hit: "first", rows: [row([true], v("visits")), row([false], v("meals"))] },
      dated: { type: "date", inputs: ["leftBehind"], hit: "first", rows: [row([true], v("toldOn")), row([false], v("heardOn"))] },
    },
  };
}

function tried(
  when: Logic,
  person: Record<string, unknown> = {},
  on = "2026-11-21",
): Representatives & { readonly holds: (key: string) => Set<number> } {
  const [rule] = contextsOf([packWith(when)], [])[0]?.on(on).rules ?? [];
  const condition = rule?.parsed.condition;
  if (rule === undefined || condition === undefined) throw new Error("no condition");
  const scope = new Scope("person", person, on, indexOf(undefined));
  const found = representativesOf(condition, scope, rule.parameters);
  const truth = compileTruth(condition, rule.parameters);
  /** What the condition comes to for the values tried of one leaf, which alone is not known. */
  const holds = (key: string): Set<number> =>
    new Set(
      [...(found.values.get(key) ?? []), ...found.others(key)].map((value) => {
        scope.supposed = new Map<string, Value>([[key, value]]);
        return truth(scope);
      }),
    );
  return { ...found, holds };
}

const inLetters = (...letters: string[]): Logic => ({ and: [v("leftBehind"), ...letters.map((letter): Logic => ({ in: [letter, v("letters")] }))] });

describe("what is only sampled of a condition", () => {
  const told = { facts: { toldOn: "2021-06-01" } };

  it.each<[Logic, Record<string, unknown>, readonly string[]]>([
    [hold(">", v("visits"), p("two")), {}, []],
    [hold(">", v("visits"), v("meals")), {}, ["/facts/meals", "/facts/visits"]],
    [hold(">", v("visits"), v("meals")), { facts: { visits: 3, meals: 2 } }, []],
    [hold(">", { "+": [v("visits"), p("two")] }, p("three")), {}, ["/facts/visits"]],
    [hold(">", v("visits"), p("open")), {}, ["/facts/visits", "param:open"]],
    [hold(">=", v("age"), p("eighty")), {}, []],
    [hold(">=", v("age"), p("open")), {}, ["/birthDate", "param:open"]],
    [hold(">", v("toldOn"), p("turn")), {}, []],
    [hold(">", v("toldOn"), p("openDay")), {}, ["/facts/toldOn", "param:openDay"]],
    [hold(">", { daysBetween: [v("toldOn"), { dateAsked: [] }] }, p("three")), {}, []],
    [hold(">", { monthsBetween: [{ dateAsked: [] }, v("toldOn")] }, p("three")), {}, []],
    [hold(">", { daysBetween: [v("toldOn"), v("heardOn")] }, p("three")), {}, ["/facts/heardOn", "/facts/toldOn"]],
    [hold(">", { yearsBetween: [v("toldOn"), v("heardOn")] }, p("three")), told, []],
    [hold(">", { yearsBetween: [v("heardOn"), v("toldOn")] }, p("three")), told, []],
    [hold(">", { daysBetween: [v("toldOn"), p("turn")] }, p("open")), {}, ["/facts/toldOn", "param:open"]],
    [hold(">", { daysBetween: [v("toldOn"), p("openDay")] }, p("three")), {}, ["/facts/toldOn", "param:openDay"]],
    [hold(">", { addDays: [v("toldOn"), p("two")] }, p("turn")), {}, []],
    [hold(">", { addMonths: [v("toldOn"), p("two")] }, p("openDay")), {}, ["/facts/toldOn", "param:openDay"]],
    [hold(">", { addYears: [v("toldOn"), p("open")] }, p("turn")), {}, ["/facts/toldOn", "param:open"]],
    [hold(">", { addDays: [p("turn"), p("open")] }, p("turn")), {}, ["param:open"]],
    [hold(">", { addDays: [p("openDay"), p("two")] }, v("toldOn")), {}, ["/facts/toldOn", "param:openDay"]],
    [hold("==", v("leftBehind"), v("emptyNest")), {}, []],
    [hold("==", v("zone"), "hill"), {}, []],
    [{ in: [v("zone"), v("places")] }, {}, []],
    [{ in: [v("ability.standard"), v("places")] }, {}, ["/facts/places"]],
    [{ in: [v("ability.standard"), v("places")] }, { ability: { standard: "a" } }, []],
    [{ in: [v("residence.area"), ["500229"]] }, {}, []],
    [{ inside: [v("residence.area"), "500229"] }, {}, []],
    [{ inside: [v("residence.area"), v("bornAt")] }, {}, ["/facts/bornAt", "/residence/area"]],
    [{ inside: [v("residence.area"), v("bornAt")] }, { residence: { area: "50" } }, ["/residence/area"]],
    [hold("==", { tierOf: v("residence.area") }, "county"), {}, []],
    // a choice is gone through to what it may come to, and its condition for itself
    [hold(">", { if: [hold(">", v("visits"), p("two")), v("meals"), p("two")] }, p("three")), {}, []],
    [hold(">", { "+": [{ if: [hold(">", v("visits"), p("two")), v("meals"), p("two")] }, p("two")] }, p("three")), {}, ["/facts/meals"]],
    [hold("==", hold(">", v("visits"), p("two")), v("leftBehind")), {}, []],
    // what is shifted back and forth by months need not be the same day
    [hold(">", { daysBetween: [{ addMonths: [v("toldOn"), p("two")] }, { dateAsked: [] }] }, p("three")), {}, ["/facts/toldOn"]],
    [{ some: [v("claims"), hold(">", v("leftBehind"), p("two"))] }, {}, ["/facts/claims"]],
    [hold(">", { count: [v("claims"), hold(">", v("leftBehind"), p("two"))] }, p("two")), {}, ["/facts/claims"]],
    [inLetters("a", "b", "c", "d", "e"), {}, []],
    [inLetters("a", "b", "c", "d", "e", "f"), {}, ["/facts/letters"]],
  ])("%j about %j: %j", (when, person, keys) => {
    // of what is settled nothing is ever supposed
    const unknown = [...tried(when, person).sampled].filter((key) => !key.startsWith("param:") || /^param:(?:open|narrow)/.test(key));
    expect(unknown.sort()).toEqual(keys);
  });
});

describe("the values worth supposing", () => {
  it.each<[string, Logic, Record<string, unknown>?, (readonly number[])?]>([
    ["/facts/visits", hold("==", v("visits"), p("two"))],
    ["/facts/visits", hold(">", v("visits"), p("half"))],
    ["/facts/visits", hold("<", v("visits"), p("below"))],
    ["/facts/share", hold("==", v("share"), p("low"))],
    ["/facts/share", { and: [hold(">", v("share"), p("low")), hold("<", v("share"), p("high"))] }],
    ["/birthDate", hold("==", v("age"), p("eighty"))],
    ["/birthDate", hold(">", v("age"), p("eighty"))],
    ["/birthDate", hold("<", v("age"), p("eighty"))],
    ["/facts/toldOn", hold("==", v("toldOn"), p("turn"))],
    ["/facts/toldOn", hold("==", { daysBetween: [v("toldOn"), { dateAsked: [] }] }, p("sixty"))],
    ["/facts/toldOn", hold("==", { monthsBetween: [{ dateAsked: [] }, v("toldOn")] }, p("three"))],
    ["/facts/toldOn", hold("==", { yearsBetween: [v("toldOn"), p("turn")] }, p("two"))],
    ["/facts/toldOn", hold("==", { addDays: [v("toldOn"), p("two")] }, p("turn"))],
    ["/facts/toldOn", hold("==", { addYears: [v("toldOn"), p("two")] }, p("turn"))],
    ["/ability/standard", hold("==", v("ability.standard"), "A")],
    ["/ability/standard", { in: [v("ability.standard"), ["A", "B"]] }],
    ["/residence/area", { inside: [v("residence.area"), "500229"] }],
    ["/residence/area", hold("==", v("residence.area"), "500229")],
    ["/monitoring", hold("==", v("monitoring"), null)],
    ["/facts/zone", hold("==", v("zone"), "hill")],
    ["/leftBehind", v("leftBehind")],
    ["param:open", hold("==", { addDays: [p("turn"), p("open")] }, "2021-06-03")],
    ["/facts/bornAt", { inside: ["500229", v("bornAt")] }],
    ["/facts/bornAt", { in: [v("bornAt"), ["14", "50"]] }],
    ["/facts/visits", hold(">", { "+": [v("visits"), p("two")] }, p("three"))],
    ["/facts/visits", hold(">", { "-": [v("visits"), p("two")] }, p("three"))],
    ["/facts/visits", hold(">", { "*": [v("visits"), p("two")] }, p("three"))],
    ["/facts/visits", hold(">", { "/": [v("visits"), p("two")] }, p("three"))],
    ["/facts/visits", hold(">=", { min: [v("visits"), p("three")] }, p("three"))],
    ["/facts/visits", hold(">", { max: [v("visits"), p("three")] }, p("three"))],
    ["/facts/visits", hold(">", { "+": [{ table: "given" }, p("two")] }, p("three")), { leftBehind: true }],
    ["/facts/toldOn", hold(">", { ageOn: [{ table: "dated" }] }, p("sixty")), { leftBehind: true }],
    ["/facts/meals", hold(">", { "+": [{ if: [v("leftBehind"), v("visits"), v("meals")] }, p("two")] }, p("three")), { leftBehind: false }],
    ["/facts/heardOn", hold(">", { ageOn: [{ if: [v("leftBehind"), v("toldOn"), v("heardOn")] }] }, p("sixty")), { leftBehind: false }],
    [
      "/facts/bornAt",
      { inside: [{ if: [v("leftBehind"), v("bornAt"), v("residence.area")] }, "500229"] },
      { residence: { area: "140000" } },
      [FALSE],
    ],
    ["/facts/heard", { in: ["a", v("heard")] }, { facts: { heard: ["b"] } }, [TRUE]],
    ["/residence/area", { inside: [v("residence.area"), "500229"] }, { residence: { area: "50" } }],
    ["/facts/places", { in: [v("zone"), v("places")] }, { facts: { zone: "hill" } }],
    // beyond the calendar, and beyond what a field can be, every value has the same answer
    ["/birthDate", hold("<", v("age"), p("many")), {}, [TRUE]],
    ["/ability/level", hold("<", v("ability.level"), p("many")), {}, [TRUE]],
    ["/facts/toldOn", hold(">", { ageOn: [v("since")] }, p("sixty"))],
    ["/birthDate", hold(">", v("age"), p("half"))],
    ["/facts/toldOn", hold(">", { monthsBetween: [v("toldOn"), { dateAsked: [] }] }, p("half"))],
    ["/facts/toldOn", hold("==", { daysBetween: [{ addDays: [v("toldOn"), p("sixty")] }, { dateAsked: [] }] }, p("eighty"))],
    ["/facts/toldOn", hold(">", { daysBetween: [{ addMonths: [v("toldOn"), p("sixty")] }, { dateAsked: [] }] }, p("eighty"))],
    ["/facts/toldOn", hold(">", { daysBetween: [{ addYears: [v("toldOn"), p("sixty")] }, { dateAsked: [] }] }, p("eighty"))],
    ["/county/facts/centres", hold(">", v("county.centres"), p("three"))],
    ["/household/wealth", hold(">", v("household.wealth"), p("three"))],
    ["/household/ranked", v("household.ranked")],
  ])("of %s make %j hold and fail, where any do", (key, when, person = {}, truths = [TRUE, FALSE]) => {
    const found = tried(when, person).holds(key);
    expect([found.has(TRUE), found.has(FALSE)]).toEqual([truths.includes(TRUE), truths.includes(FALSE)]);
  });

  it("are those of the record itself: what is asked of members of its lists, and of other records, is not asked of it", () => {
    // one name, of two types
    const ofEach = hold(">", { "+": [v("leftBehind"), p("two")] }, p("three"));
    const asked: readonly Logic[] = [
      ...["some", "all", "none"].map((op): Logic => ({ [op]: [v("claims"), ofEach] })),
      hold(">", { count: [v("claims"), ofEach] }, p("two")),
    ];
    for (const ofMembers of asked)
      expect(tried({ and: [ofMembers, v("leftBehind")] }, { leftBehind: true }).values.get("/leftBehind")).toEqual([true, false]);
    const found = tried({ and: [v("household.ranked"), v("leftBehind")] }, { leftBehind: true });
    expect([found.values.has("/facts/scored"), found.values.get("/household/ranked")]).toEqual([false, [true, false]]);
    expect(tried(hold(">", v("county.centres"), p("three"))).values.has("/beds")).toBe(false);
  });

  it("of a birth on 29 February reach the age on the last of that month", () => {
    const when: Logic = { and: [hold(">=", v("age"), p("sixty")), hold("==", v("birthDate"), "1964-02-29")] };
    expect(tried(when, {}, "2025-02-28").holds("/birthDate").has(TRUE)).toBe(true);
  });

  it("are what the leaf can be, its declared ends among them", () => {
    const of = (when: Logic, key: string) => [...(tried(when).values.get(key) ?? [])];
    expect(of(hold(">", v("visits"), p("narrow")), "param:narrow").sort()).toEqual([7, 8]);
    expect(of(hold(">", v("ability.level"), p("open")), "/ability/level").every((level) => Number(level) >= 0 && Number(level) <= 4)).toBe(true);
    expect(of(hold(">", v("ability.level"), p("eighty")), "/ability/level").sort()).toEqual([0, 4]);
    expect(of(hold("==", v("age"), p("many")), "/birthDate").every((day) => String(day) >= "0001-01-01")).toBe(true);
    expect(of(hold("==", v("monitoring"), "nearPoverty"), "/monitoring").sort()).toEqual(["nearPoverty", null, "unstableExit"].sort());
    expect(of({ if: [v("leftBehind"), hold(">", v("visits"), p("two")), v("emptyNest")] }, "/leftBehind")).toEqual([true, false]);
  });

  it("of a list are its subsets of what is asked for, up to five choices; of more, each alone, none and all", () => {
    const sets = (...letters: string[]) => tried(inLetters(...letters)).values.get("/facts/letters") ?? [];
    expect([...sets("a", "b")].map((set) => (set as string[]).join("")).sort()).toEqual(["", "a", "ab", "b"]);
    expect(sets("a", "b", "c", "d", "e").length).toBe(32);
    expect([...sets("f", "a", "b", "c", "d", "e")].map((set) => (set as string[]).join("")).sort()).toEqual([
      "",
      "a",
      "abcdef",
      "b",
      "c",
      "d",
      "e",
      "f",
    ]);
    const unknownItem = tried({ in: [v("zone"), v("places")] }).values.get("/facts/places") ?? [];
    expect([...unknownItem].map((set) => (set as string[]).join("+")).sort()).toEqual(["", "hill", "hill+plain", "plain"]);
    const known = tried({ in: [v("zone"), v("places")] }, { facts: { zone: "hill" } }).values.get("/facts/places") ?? [];
    expect([...known].map((set) => (set as string[]).join("+")).sort()).toEqual(["", "hill"]);
  });

  it("lie between neighbouring thresholds of fractions", () => {
    const shares = tried({ and: [hold(">", v("share"), p("low")), hold("<", v("share"), p("high"))] });
    expect(shares.holds("/facts/share").has(TRUE)).toBe(true);
    const whole = tried({ and: [hold(">", v("visits"), p("two")), hold("<", v("visits"), p("three"))] });
    expect(whole.holds("/facts/visits").has(TRUE)).toBe(false);
  });
});
