import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { contextsOf } from "../assess/contextsOf.js";
import type { Logic, Pack, Parameter } from "../pack/pack.js";
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

const v = (name: string): Logic => ({ var: name });
const p = (id: string): Logic => ({ param: id });
const hold = (op: string, a: Logic, b: Logic): Logic => ({ [op]: [a, b] });
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
    [inLetters("a", "b", "c", "d", "e"), {}, []],
    [inLetters("a", "b", "c", "d", "e", "f"), {}, ["/facts/letters"]],
  ])("%j about %j: %j", (when, person, keys) => {
    // of what is settled nothing is ever supposed
    const unknown = [...tried(when, person).sampled].filter((key) => !key.startsWith("param:") || /^param:(?:open|narrow)/.test(key));
    expect(unknown.sort()).toEqual(keys);
  });
});

describe("the values worth supposing", () => {
  it.each<[string, Logic]>([
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
  ])("of %s make %j hold, and fail", (key, when) => {
    const found = tried(when).holds(key);
    expect([found.has(TRUE), found.has(FALSE)]).toEqual([true, true]);
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
