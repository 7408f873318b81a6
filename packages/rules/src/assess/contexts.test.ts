import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { ageFrom, by, county, nation, number, packOf, province } from "../../test/jurisdictions.js";
import { reportOverride } from "../override/codes.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { OverrideIssue, OverrideProver } from "../override/prover.js";
import type { Overlay, Pack, Rule } from "../pack/pack.js";
import { contextsOf } from "./contextsOf.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const none: readonly Overlay[] = [];
const withdraw = by("withdraw", { rule: "nation/visit" });

/** A prover that reads overrides as ours does, and finds of each context what is given by the pack's id. */
const finding = (found: Readonly<Record<string, readonly OverrideIssue[]>>): OverrideProver =>
  Object.assign(({ pack }: { readonly pack: Pack }) => found[pack.id] ?? [], { reading: proveOverrides.reading });

const doubt = (rule: string, file?: string): OverrideIssue => ({
  ...reportOverride("OVERRIDES_NOT_PROVEN", "/overrides/0", { seen: rule, ...(file === undefined ? {} : { at: { file } }) }),
  severity: "warning",
  rules: [rule],
});

/** What the reading of packs throws. */
function thrown(packs: readonly Pack[], prove?: OverrideProver): string[] {
  try {
    contextsOf(packs, none, undefined, prove);
  } catch (error) {
    if (error instanceof EldercareError)
      return error.issues.map(({ code, pointer, at, seen }) => `${code} ${pointer} ${at?.file} ${seen?.replaceAll('"', "")}`);
    throw error;
  }
  return [];
}

describe("packs with overrides", () => {
  const aside = packOf("aside", "37", ["nation"], { overrides: [{ ...withdraw, clauses: ["A"] }] });
  const below = packOf("below", "500101", ["province"]);
  const empty = packOf("empty", "11", ["nation"], { overrides: [] });

  it("are refused without a prover, each by itself, with how many it has; not those that inherit them", () => {
    const twice = province([withdraw, by("withdraw", { rule: "nation/open" })]);
    expect(thrown([nation(), twice, below, aside, empty])).toEqual([
      "OVERRIDES_NOT_PROVEN /overrides province 2",
      "OVERRIDES_NOT_PROVEN /overrides aside 1",
    ]);
    expect(thrown([nation(), packOf("below", "500101", ["nation"]), empty])).toEqual([]);
  });

  it("are refused with all that a prover finds wrong, and nothing that it merely doubts", () => {
    const wrong = { ...doubt("nation/visit"), severity: "error" } as const;
    const elsewhere = { ...doubt("nation/open", "province"), severity: "error" } as const;
    const prove = finding({ province: [wrong, doubt("nation/visit")], below: [elsewhere], aside: [wrong] });
    expect(thrown([nation(), province([withdraw]), below, aside], prove)).toEqual([
      "OVERRIDES_NOT_PROVEN /overrides/0 province nation/visit",
      "OVERRIDES_NOT_PROVEN /overrides/0 province nation/open",
      "OVERRIDES_NOT_PROVEN /overrides/0 aside nation/visit",
    ]);
  });

  it("keep what a prover doubts where the pack it is about takes part, and nowhere else", () => {
    const prove = finding({
      nation: [doubt("nation/asked")],
      province: [doubt("nation/visit")],
      aside: [doubt("nation/visit"), doubt("x", "other")],
    });
    const contexts = contextsOf([nation(), province([withdraw]), below, aside, empty], none, undefined, prove);
    const doubts = contexts.map(({ pack, doubts }) => [pack.id, doubts.map(({ at, rules }) => `${at?.file} ${rules}`)]);
    expect(doubts).toEqual([
      // overrides nothing, and is not asked about
      ["nation", []],
      ["province", ["province nation/visit"]],
      ["below", ["province nation/visit"]],
      ["aside", ["aside nation/visit"]],
      ["empty", []],
    ]);
  });

  it("of one area may not both make something of one rule where neither stands on the other", () => {
    const neighbour = packOf("region", "50", ["nation"], { overrides: [{ ...withdraw, clauses: ["R"] }] });
    expect(thrown([nation(), province([withdraw]), neighbour], finding({})).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "OVERRIDES_CLASH /overrides/0 region",
    ]);
  });

  it("read a rule as the packs above make it, not as a pack beside does", () => {
    const more = { parameters: { more: number(20_000, { type: "fen", clause: "P" }) } };
    const raised = by(
      "raise",
      { rule: "nation/allowance" },
      { then: { kind: "benefit", benefit: "oldAge", amountFen: { param: "more" }, per: "month" } },
    );
    const contexts = contextsOf([nation(), province([raised], more), county([]), aside], none, undefined, finding({}));
    const clauses = contexts.map((context) => context.on(on).byKey.get("nation/allowance")?.parsed.info.clauses);
    expect(clauses).toEqual([["N"], ["P", "N"], ["P", "N"], ["N"]]);
    expect(contexts.map((context) => [...context.on(on).withdrawn])).toEqual([[], [], [], ["nation/visit"]]);
  });
});

describe("issues of packs", () => {
  it("of one kind at one place count twice where what was seen differs, once where it does not", () => {
    const facts: Pack["facts"] = { broken: { subject: "person", type: "boolean", title, is: { "==": [{ var: "nope" }, { var: "nay" }] } } };
    const wrong = { ...nation(), facts: { ...nation().facts, ...facts } };
    const found = thrown([wrong, packOf("below", "50", ["nation"])]);
    expect(found).toEqual(["FIELD_NOT_FOUND /facts/broken/is/==/0/var nation nope", "FIELD_NOT_FOUND /facts/broken/is/==/1/var nation nay"]);
  });
});

describe("one jurisdiction", () => {
  const overlay = (id: string, pack: string, value: number, illustrative = true): Overlay => ({
    id,
    for: pack,
    illustrative,
    parameters: { openAmount: [{ from: "2020-01-01", value }] },
  });
  const own = packOf("aside", "37", ["nation"], { parameters: { share: { type: "fen", title, clause: "A", open: true } } });
  const ofAside: Overlay = { id: "o", for: "aside", illustrative: true, parameters: { share: [{ from: "2020-01-01", value: 1 }] } };

  it("takes the overlays of its packs, its parents' too, and no others", () => {
    const contexts = contextsOf([nation(), packOf("below", "50", ["nation"]), own], [overlay("n", "nation", 500), ofAside]);
    expect(contexts.map(({ pack, overlays }) => [pack.id, overlays.map(({ id }) => id)])).toEqual([
      ["nation", ["n"]],
      ["below", ["n"]],
      ["aside", ["n", "o"]],
    ]);
    expect(contexts.map((context) => context.parametersOn(on).found.get("openAmount")?.value)).toEqual([500, 500, 500]);
  });

  it("keeps what it made of a date, of 256 dates at most", () => {
    const [context] = contextsOf([nation()], none);
    if (context === undefined) throw new Error("a context");
    const dayOf = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    const [made, values] = [context.on(dayOf(0)), context.parametersOn(dayOf(0))];
    for (let day = 1; day < 256; day += 1) context.on(dayOf(day));
    expect(context.on(dayOf(0))).toBe(made);
    expect(context.parametersOn(dayOf(0))).toBe(values);
    context.on(dayOf(256));
    expect(context.on(dayOf(256))).toBe(context.on(dayOf(256)));
    expect(context.on(dayOf(0))).not.toBe(made);
    expect(context.parametersOn(dayOf(0))).not.toBe(values);
    expect(context.parametersOn(dayOf(0))).toEqual(values);
  });

  it("knows which rules stand on example values, in their condition or in their effect, on one of several values too", () => {
    const open = (type: "integer" | "fen") => ({ type, title, clause: "N", open: true }) as const;
    const rule = (id: string, when: Rule["when"], amountFen: string): Rule => ({
      id,
      subject: "person",
      title,
      ...(when === undefined ? {} : { when }),
      then: { kind: "benefit", benefit: id, amountFen: { param: amountFen }, per: "month" },
      clauses: ["N"],
    });
    const pack = packOf("nation", "", [], {
      parameters: {
        settledAge: number(60),
        exampleAge: open("integer"),
        suppliedAge: open("integer"),
        settled: number(1, { type: "fen" }),
        example: open("fen"),
      },
      facts: { age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } } },
      rules: [
        rule("always", undefined, "settled"),
        rule("settled", ageFrom("settledAge"), "settled"),
        rule("supplied", ageFrom("suppliedAge"), "settled"),
        rule("condition", { and: [ageFrom("settledAge"), ageFrom("exampleAge")] }, "settled"),
        rule("effect", ageFrom("settledAge"), "example"),
        rule("alwaysExample", undefined, "example"),
      ],
    });
    const values = (value: number) => [{ from: "2020-01-01", value }];
    const [context] = contextsOf(
      [pack],
      [
        { id: "examples", for: "nation", illustrative: true, parameters: { exampleAge: values(70), example: values(5) } },
        { id: "own", for: "nation", illustrative: false, parameters: { suppliedAge: values(65) } },
      ],
    );
    expect(
      context
        ?.on(on)
        .rules.map(({ parsed, withoutExamples, effectUsesExamples }) => [parsed.rule.id, withoutExamples !== undefined, effectUsesExamples]),
    ).toEqual([
      ["always", false, false],
      ["settled", false, false],
      ["supplied", false, false],
      ["condition", true, false],
      ["effect", false, true],
      ["alwaysExample", false, true],
    ]);
  });

  it("is refused where its rules together take more steps than any pack", () => {
    // a name is written once, and takes the steps of what stands behind it wherever it is asked
    const heavy: Pack["facts"][string] = {
      subject: "person",
      type: "boolean",
      title,
      is: { and: Array.from({ length: 150 }, () => ageFrom("oldAge")) },
    };
    const rules = Array.from(
      { length: 400 },
      (_, index): Rule => ({
        id: `r${index}`,
        subject: "person",
        title,
        when: { var: "heavy" },
        then: { kind: "category", category: "c" },
        clauses: ["N"],
      }),
    );
    const large = { ...nation(), facts: { ...nation().facts, heavy }, rules };
    expect(thrown([large]).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual(["PACK_TOO_LARGE /rules nation"]);
    expect(thrown([{ ...large, rules: rules.slice(0, 20) }])).toEqual([]);
  });

  it("may not decide for a floor above what silence means, whoever declares it first", () => {
    const floor = nation({ rules: { visit: { floor: true } } });
    const closedWorld = [{ subject: "person", field: "livingArrangement", value: "withFamily", note: "推定" }] as const;
    expect(thrown([floor, packOf("below", "50", ["nation"], { closedWorld })])).toEqual([
      "FLOOR_BY_ASSUMPTION /closedWorld/0 below livingArrangement",
    ]);
    // what the pack of the floor itself says of silence is its own affair
    expect(thrown([{ ...floor, closedWorld }])).toEqual([]);
  });
});
