import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { by, county, nation, number, packOf, province } from "../../test/jurisdictions.js";
import { createEngine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import type { Override, Pack } from "../pack/pack.js";
import { proveOverrides } from "./prove/proveOverrides.js";

const on = "2026-11-21";
const engineOf = (...packs: readonly Pack[]) => createEngine({ packs, prove: proveOverrides });
const aged = (years: number, area = "500229103205"): Subject => ({ person: { id: "p", birthDate: `${2026 - years}-01-01`, residence: { area } } });
const decide = (packs: readonly Pack[], subject: Subject, rule: string, date = on) =>
  engineOf(...packs)
    .assess(subject, { on: date })
    .find((decision) => decision.rule === rule);

/** Codes and pointers of what is refused. */
function refused(...packs: readonly Pack[]): string[] {
  try {
    engineOf(...packs);
    return [];
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
  }
}

const amount = { allowance: number(20_000, { type: "fen", clause: "P" }), younger: number(70, { clause: "P" }) } as const;
const raised = by(
  "raise",
  { rule: "nation/allowance" },
  { then: { kind: "benefit", benefit: "oldAge", amountFen: { param: "more" }, per: "month" } },
);
const withMore = { parameters: { more: amount.allowance, younger: amount.younger } };

describe("an override of a rule", () => {
  const packs = [nation(), province([raised], withMore)];

  it("holds in its area, under the key of the rule, with the clauses of both, its own first", () => {
    const decision = decide(packs, aged(85), "nation/allowance");
    expect(decision).toMatchObject({ status: "granted", clauses: ["P", "N"], effect: { amountFen: 20_000 } });
  });

  it("does not reach beyond its area", () => {
    expect(decide(packs, aged(85, "370102001001"), "nation/allowance")).toMatchObject({ clauses: ["N"], effect: { amountFen: 10_000 } });
  });

  it("says what it overrides, and what was there before", () => {
    const found = engineOf(...packs).ruleFor("nation/allowance", on, "500229");
    expect(found?.rule.parsed.info).toMatchObject({
      overrides: "nation/allowance",
      overriddenBy: [{ pack: "province", does: ["raise"], clauses: ["P"] }],
    });
    expect(found?.rule.parsed.before?.info.clauses).toEqual(["N"]);
  });

  it("leaves the rule as the nation states it in the list of all rules", () => {
    const info = engineOf(...packs)
      .rules(on)
      .find(({ key }) => key === "nation/allowance");
    expect(info?.overrides).toBeUndefined();
  });

  it("holds from its day to its last, and the past stays as it was", () => {
    const dated = province([{ ...raised, from: "2026-01-01", to: "2026-12-31" }], withMore);
    const fen = (date: string) => decide([nation(), dated], aged(90), "nation/allowance", date)?.effect;
    expect(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map(fen)).toMatchObject(
      [10_000, 20_000, 20_000, 10_000].map((amountFen) => ({ amountFen })),
    );
  });

  it("gives way to one nearer to the place", () => {
    const parameters = { most: number(30_000, { type: "fen", clause: "C" }) };
    const nearer: Override = { ...raised, clauses: ["C"], then: { kind: "benefit", benefit: "oldAge", amountFen: { param: "most" }, per: "month" } };
    const all = [...packs, county([nearer], { parameters })];
    expect(decide(all, aged(85), "nation/allowance")).toMatchObject({ clauses: ["C", "P", "N"], effect: { amountFen: 30_000 } });
    expect(decide(all, aged(85, "500101001001"), "nation/allowance")).toMatchObject({ clauses: ["P", "N"], effect: { amountFen: 20_000 } });
  });

  it("reaches areas below whose own packs do not speak of the rule", () => {
    const aside = packOf("county", "500229", ["nation"]);
    expect(decide([...packs, aside], aged(85), "nation/allowance")).toMatchObject({ effect: { amountFen: 20_000 } });
  });

  it("that withdraws makes the rule silent in its area, and there alone", () => {
    const all = [nation(), province([by("withdraw", { rule: "nation/allowance" })])];
    expect(decide(all, aged(85), "nation/allowance")).toBeUndefined();
    expect(engineOf(...all).ruleFor("nation/allowance", on, "500229")).toBeUndefined();
    expect(decide(all, aged(85, "370102001001"), "nation/allowance")?.status).toBe("granted");
    const many = engineOf(...all).assessMany([aged(85), aged(85, "370102001001")], { on, rules: ["nation/allowance"] });
    expect([...many.status]).toEqual([3, 1]);
  });

  it("that replaces what was withdrawn above brings it back", () => {
    const back = county([{ ...raised, does: "replace", clauses: ["C"] }], { parameters: {} });
    const all = [nation(), province([by("withdraw", { rule: "nation/allowance" })], withMore), back];
    expect(decide(all, aged(85), "nation/allowance")).toMatchObject({ status: "granted", effect: { amountFen: 20_000 } });
    expect(decide(all, aged(85, "500101001001"), "nation/allowance")).toBeUndefined();
  });

  it("can make a duty of what the nation only offers", () => {
    const offered = nation({ rules: { allowance: { whereAdopted: true } } });
    const duty = by("widen", { rule: "nation/allowance" }, { whereAdopted: false });
    expect(decide([offered], aged(85), "nation/allowance")?.status).toBe("undetermined");
    expect(decide([offered, province([duty])], aged(85), "nation/allowance")?.status).toBe("granted");
  });
});

describe("an override of a parameter", () => {
  const earlier = by("widen", { parameter: "oldAge" }, { value: 70 });
  const packs = [nation(), province([earlier])];

  it("gives the rules above that read it another value, with its clause first", () => {
    expect(decide(packs, aged(75), "nation/allowance")).toMatchObject({ status: "granted", clauses: ["P", "N"] });
    expect(decide(packs, aged(75, "370102001001"), "nation/allowance")).toMatchObject({ status: "denied", clauses: ["N"] });
  });

  it("is what the parameter is, in its area", () => {
    const engine = engineOf(...packs);
    expect(engine.parameter("oldAge", on, "500229")).toMatchObject({ value: 70, clause: "P", overriddenBy: "province" });
    expect(engine.parameter("oldAge", on, "37")).toMatchObject({ value: 80, clause: "N" });
  });

  it("settles what the nation leaves open", () => {
    const settled = [nation(), province([by("replace", { parameter: "openAmount" }, { value: 5_000 })])];
    expect(decide(settled, aged(85), "nation/open")).toMatchObject({ effect: { amountFen: 5_000, open: [] } });
    expect(
      engineOf(...settled)
        .openParameters(on)
        .at(0)?.supplied.value,
    ).toBe(5_000);
  });
});

describe("an override is refused", () => {
  const pairing = { kind: "pairing", mode: "oneToOne" } as const;

  it("without a prover, in words that name the import", () => {
    expect(() => createEngine({ packs: [nation(), province([raised], withMore)] })).toThrow(/OVERRIDES_NOT_PROVEN/);
  });

  it.each<[string, Override, string]>([
    ["of a rule that does not exist", by("withdraw", { rule: "nation/alowance" }), "RULE_NOT_FOUND /overrides/0/rule"],
    ["of a parameter that does not exist", by("widen", { parameter: "oldage" }, { value: 1 }), "PARAMETER_NOT_FOUND /overrides/0/parameter"],
    ["of its own parameter", by("replace", { parameter: "more" }, { value: 1 }), "OVERRIDE_OF_OWN /overrides/0/parameter"],
    ["of nothing", by("replace", {}), "OVERRIDE_SHAPE /overrides/0"],
    ["that raises without an effect", by("raise", { rule: "nation/allowance" }), "OVERRIDE_SHAPE /overrides/0/then"],
    ["that widens without a condition", by("widen", { rule: "nation/allowance" }), "OVERRIDE_SHAPE /overrides/0/when"],
    ["that raises what has no number", by("raise", { rule: "nation/pair" }, { then: pairing }), "OVERRIDE_WITHOUT_NUMBER /overrides/0/does"],
    ["that withdraws a parameter", by("withdraw", { parameter: "oldAge" }, { value: 1 }), "OVERRIDE_SHAPE /overrides/0/does"],
    ["with a value that does not fit", by("replace", { parameter: "oldAge" }, { value: "x" }), "PARAMETER_VALUE /overrides/0/value"],
    ["with a clause that is not listed", by("withdraw", { rule: "nation/visit" }, { clauses: ["Q"] }), "CLAUSE_NOT_FOUND /overrides/0/clauses/0"],
    [
      "by an effect of another kind",
      by("replace", { rule: "nation/allowance" }, { then: { kind: "category", category: "c" } }),
      "OVERRIDE_OF_OTHER_KIND /overrides/0/then/kind",
    ],
    ["on a day that does not exist", by("withdraw", { rule: "nation/visit" }, { from: "2026-02-30" }), "NOT_A_DATE /overrides/0/from"],
  ])("%s", (_, override, expected) => {
    const paired = nation();
    const pair = { id: "pair", subject: "person", title: paired.title, then: pairing, clauses: ["N"] } as const;
    expect(refused({ ...paired, rules: [...paired.rules, pair] }, province([override], withMore))).toContain(expected);
  });

  it("twice of one rule on one day, not on different days", () => {
    const withdraw = by("withdraw", { rule: "nation/visit" });
    const second = { ...withdraw, from: "2026-01-01" };
    expect(refused(nation(), province([withdraw, second]))).toEqual(["OVERRIDES_CLASH /overrides/1"]);
    expect(refused(nation(), province([{ ...withdraw, to: "2025-12-31" }, second]))).toEqual([]);
  });

  it("where two parents make different things of one rule", () => {
    const withdraw = by("withdraw", { rule: "nation/visit" });
    const other = packOf("region", "50", ["nation"], { overrides: [{ ...withdraw, clauses: ["R"] }] });
    const joined = packOf("county", "500229", ["province", "region"]);
    expect(refused(nation(), province([withdraw]), other, joined)).toEqual(["OVERRIDES_CLASH /extends", "OVERRIDES_CLASH /overrides/0"]);
  });

  it("of what was withdrawn above", () => {
    const later = county([{ ...raised, clauses: ["C"] }]);
    const all = [nation(), province([by("withdraw", { rule: "nation/allowance" })], withMore), later];
    expect(refused(...all)).toEqual(["OVERRIDE_OF_WITHDRAWN /overrides/0"]);
  });

  it("where a pack decides for a floor above what silence means", () => {
    const floor = nation({ rules: { visit: { floor: true } } });
    const closedWorld = [{ subject: "person", field: "livingArrangement", value: "withFamily", note: "推定" }] as const;
    expect(refused(floor, province([], { closedWorld }))).toEqual(["FLOOR_BY_ASSUMPTION /closedWorld/0"]);
    expect(refused(nation(), province([], { closedWorld }))).toEqual([]);
  });
});

describe("a decision", () => {
  const stale = (months: number | undefined, packs: readonly Pack[]) =>
    createEngine({ packs, prove: proveOverrides, ...(months === undefined ? {} : { sourcesCheckedWithinMonths: months }) })
      .assess(aged(85), { on, rules: ["nation/allowance"] })[0]
      ?.warnings.map(({ code, at }) => `${code} ${at?.file}`);

  it("warns of sources that nobody has checked for too long, where that is asked", () => {
    expect(stale(undefined, [nation()])).toEqual([]);
    expect(stale(12, [nation()])).toEqual([]);
    expect(stale(6, [nation()])).toEqual(["SOURCE_STALE nation"]);
  });

  it("warns of the source of an override too", () => {
    expect(stale(6, [nation(), province([by("widen", { parameter: "oldAge" }, { value: 70 })])])).toEqual([
      "SOURCE_STALE province",
      "SOURCE_STALE nation",
    ]);
  });

  it("cannot be asked to check sources within no number of months", () => {
    expect(() => stale(-1, [nation()])).toThrow(/OUT_OF_RANGE/);
    expect(() => stale(0.5, [nation()])).toThrow(/NOT_A_WHOLE_NUMBER/);
  });
});

describe("linkages", () => {
  it("are those of the packs that speak for an area on a date, parents first", () => {
    const linkages = [{ benefits: ["oldAge", "open"], rule: "higher", clauses: ["P"] }] as const;
    const engine = engineOf(nation(), province([], { linkages, inForce: { from: "2026-01-01" } }));
    expect(engine.linkages(on, "500229103205").map(({ pack }) => pack)).toEqual(["province"]);
    expect(engine.linkages(on, "370102")).toEqual([]);
    expect(engine.linkages("2025-12-31", "500229103205")).toEqual([]);
  });
});
