import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surelySatisfies } from "../counting/comparison.js";
import { EldercareError } from "../errors/issue.js";
import { addRational, compareRational, printRational, rational } from "../money/rational.js";
import type { FenBounds } from "../subsidy/fenBounds.js";
import { costBearers } from "./costBearers.js";
import { firstSource } from "./firstSource.js";
import { fundingMix } from "./fundingMix.js";
import { lotteryShare } from "./lotteryShare.js";

const title = { zh: "来源", en: "source" };
const source = (id: string, amountFen?: number | FenBounds) => ({ id, title, ...(amountFen === undefined ? {} : { amountFen }) });
const codesOf = (ask: () => unknown): string[] => {
  try {
    ask();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  return [];
};
const bounds = fc.oneof(
  fc.nat(40),
  fc.tuple(fc.nat(40), fc.nat(40)).map(([least, width]) => ({ least, most: least + width })),
  fc.nat(40).map((least) => ({ least })),
  fc.constant(undefined),
);
/** Some amount within bounds. */
const within = (fen: number | FenBounds | undefined, at: number): number => {
  if (typeof fen === "number") return fen;
  const least = fen?.least ?? 0;
  return least + (at % ((fen?.most ?? least + 50) - least + 1));
};

describe("the sources of a village's mutual aid", () => {
  const expected = ["county", "collective", "donation", "fees"];

  it("are each an exact part of the whole, and a missing one of the four is named", () => {
    const { value, steps, clauses } = fundingMix({
      sources: [source("fees", 100), source("county", 600), source("collective", 200)],
      expected,
      clauses: ["CK-2.6-a"],
    });
    expect(value.total).toEqual({ least: 900, most: 900 });
    expect(value.shares.map(({ source: id, share }) => `${id} ${share === undefined ? "?" : printRational(share.least)}`)).toEqual([
      "collective 2/9",
      "county 2/3",
      "fees 1/9",
    ]);
    expect([value.absent, value.unknown]).toEqual([["donation"], []]);
    expect(steps.at(-1)?.value).toBe("9.00 元");
    expect(clauses).toEqual(["CK-2.6-a"]);
  });

  it("of which one is unknown are given away by a known total, and two are narrowed by it", () => {
    const fen = (...open: string[]) =>
      fundingMix({ sources: [source("county", 600), ...open.map((id) => source(id))], totalFen: 1000, expected: ["fees"], clauses: ["CK-2.6-a"] })
        .value;
    expect(fen("fees").shares.map((share) => share.fen)).toEqual([
      { least: 600, most: 600 },
      { least: 400, most: 400 },
    ]);
    expect(fen("donation", "fees").shares.map((share) => share.fen)[1]).toEqual({ least: 0, most: 400 });
    expect([fen("fees").unknown, fen("donation", "fees").unknown]).toEqual([[], ["fees"]]);
  });

  it("have no parts where there is no money, and an unknown source is not an absent one", () => {
    const { value } = fundingMix({ sources: [source("county", 0), source("donation")], expected, clauses: [] });
    expect(value.shares.map(({ share }) => share)).toEqual([undefined, undefined]);
    expect([value.absent, value.unknown, value.total]).toEqual([["collective", "county", "fees"], ["donation"], { least: 0 }]);
  });

  it("are refused where they cannot come to the total, or occur twice", () => {
    expect(codesOf(() => fundingMix({ sources: [source("county", 5), source("fees", 6)], totalFen: 10, expected, clauses: [] }))).toEqual([
      "SOURCES_DO_NOT_ADD_UP /totalFen",
    ]);
    expect(
      codesOf(() => fundingMix({ sources: [source("county", { least: 2, most: 1 }), source("county", -1)], totalFen: 1.5, expected, clauses: [] })),
    ).toEqual([
      "DUPLICATE_ID /sources/1/id",
      "BOUNDS_REVERSED /sources/0/amountFen",
      "OUT_OF_RANGE /sources/1/amountFen",
      "NOT_A_WHOLE_NUMBER /totalFen",
    ]);
  });

  it("add up to one where all is known, and whatever is unknown stays within the bounds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(bounds, fc.nat()), { minLength: 1, maxLength: 5 }), fc.boolean(), (drawn, totalKnown) => {
        const truth = drawn.map(([fen, at]) => within(fen, at));
        const totalFen = truth.reduce((sum, fen) => sum + fen, 0);
        const sources = drawn.map(([fen], index) => source(`s-${index}`, fen));
        const { value } = fundingMix({ sources, ...(totalKnown ? { totalFen } : {}), expected: [], clauses: [] });
        for (const [index, { fen, share }] of value.shares.entries()) {
          const own = truth[index] ?? Number.NaN;
          expect(own >= fen.least && own <= (fen.most ?? own)).toBe(true);
          if (share === undefined) continue;
          const part = rational(BigInt(own), BigInt(totalFen));
          expect(compareRational(share.least, part) <= 0 && compareRational(part, share.most) <= 0).toBe(true);
        }
        const known = drawn.every(([fen]) => typeof fen === "number");
        if (known && totalFen > 0) {
          const parts = value.shares.map(({ share }) => share?.least ?? rational(0n, 1n));
          expect(printRational(parts.reduce(addRational))).toBe("1");
        }
      }),
    );
  });
});

describe("55 % of the lottery welfare fund for elder care", () => {
  const required = rational(11n, 20n);
  const ask = (returnedFen?: number | FenBounds, usedFen?: number | FenBounds) =>
    lotteryShare({
      ...(returnedFen === undefined ? {} : { returnedFen }),
      ...(usedFen === undefined ? {} : { usedFen }),
      required,
      clauses: ["NY-5.4-a"],
    }).value;

  it("is reached by 55 of 100, and missed by a fen less", () => {
    expect(ask(10_000, 5500)).toMatchObject({ state: "met", short: { least: 0, most: 0 } });
    expect(ask(10_000, 5499)).toMatchObject({ state: "notMet", short: { least: 1, most: 1 } });
    expect(ask(10_000, 5499).share?.least).toEqual(rational(5499n, 10_000n));
    expect(ask(1, 0).short).toEqual({ least: 1, most: 1 });
  });

  it("asks nothing of a place that got nothing back", () => {
    expect(ask(0, 0)).toEqual({ state: "met", short: { least: 0, most: 0 } });
  });

  it("is not known to be missed where a use is unknown", () => {
    expect(ask(10_000, { least: 4000 })).toMatchObject({ state: "undetermined", short: { least: 0, most: 1500 } });
    expect(ask(10_000, { least: 6000 })).toMatchObject({ state: "met" });
    expect(ask(undefined, 5000)).toEqual({ state: "undetermined", share: { least: rational(0n, 1n), most: rational(1n, 1n) }, short: { least: 0 } });
  });

  it("shows an unknown use as no more than was returned", () => {
    expect(lotteryShare({ returnedFen: 10_000, required, clauses: [] }).steps[0]?.zh).toBe("返还 100.00 元 × 11/20 − 用于养老 0.00–100.00 元");
  });

  it("cannot use more than was returned", () => {
    expect(codesOf(() => ask(10, 11))).toEqual(["OUT_OF_RANGE /usedFen"]);
  });

  it("has bounds that hold whatever the unknown turns out to be, and a state that agrees with them", () => {
    fc.assert(
      fc.property(bounds, bounds, fc.nat(), fc.nat(), (returnedFen, usedFen, first, second) => {
        const [returned, used] = [within(returnedFen, first), within(usedFen, second)];
        fc.pre(used <= returned);
        const open = ask(returnedFen, usedFen);
        const real = ask(returned, used);
        expect(real.short.least).toBeGreaterThanOrEqual(open.short.least);
        expect(real.short.least).toBeLessThanOrEqual(open.short.most ?? Number.POSITIVE_INFINITY);
        if (open.state !== "undetermined") expect(real.state).toBe(open.state);
        if (real.share === undefined) return;
        expect(surelySatisfies(real.share, ">=", required)).toBe(real.state === "met");
        expect(compareRational(open.share?.least ?? rational(2n, 1n), real.share.least)).toBeLessThanOrEqual(0);
        expect(compareRational(open.share?.most ?? rational(-1n, 1n), real.share.most)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("who bears which cost", () => {
  const bearer = (id: string, numerator: bigint, denominator: bigint) => ({
    bearer: id,
    title: { zh: id, en: id },
    share: rational(numerator, denominator),
  });
  const shared = { cost: "build", bearers: [bearer("city", 1n, 3n), bearer("county", 2n, 3n)], clauses: ["X"] };

  it("is split to the fen; what no rule assigns and what is not known are named", () => {
    const items = [
      { id: "i-2", cost: "build", amountFen: 100 },
      { id: "i-1", cost: "byAgreement", amountFen: 50 },
      { id: "i-3", cost: "build" },
    ];
    const { value, clauses } = costBearers({ items, rules: [shared], clauses: [] });
    expect(value).toEqual({
      bearers: [
        { bearer: "city", fen: { least: 33 }, items: ["i-2", "i-3"] },
        { bearer: "county", fen: { least: 67 }, items: ["i-2", "i-3"] },
      ],
      unassigned: ["i-1"],
      unassignedFen: { least: 50, most: 50 },
      open: ["i-3"],
    });
    expect(clauses).toEqual(["X"]);
  });

  it("of an unknown amount has bounds that hold whatever it turns out to be", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(), weights, (least, width, at, drawn) => {
        const whole = BigInt(drawn.reduce((sum, weight) => sum + weight, 0));
        const rule = { cost: "build", bearers: drawn.map((weight, index) => bearer(`b-${index}`, BigInt(weight), whole)), clauses: [] };
        const split = (amountFen: number | FenBounds) =>
          costBearers({ items: [{ id: "i", cost: "build", amountFen }], rules: [rule], clauses: [] }).value.bearers;
        const real = split(least + (at % (width + 1)));
        for (const [index, { fen }] of split({ least, most: least + width }).entries()) {
          expect(real[index]?.fen.least).toBeGreaterThanOrEqual(fen.least);
          expect(real[index]?.fen.least).toBeLessThanOrEqual(fen.most ?? Number.NaN);
        }
      }),
    );
  });

  it("is refused where shares do not add up, or two rules speak of one cost", () => {
    const short = { ...shared, bearers: [bearer("city", 1n, 3n), bearer("county", 1n, 3n)] };
    expect(codesOf(() => costBearers({ items: [], rules: [short, shared], clauses: [] }))).toEqual([
      "DUPLICATE_ID /rules/1/cost",
      "SHARES_DO_NOT_ADD_UP /rules/0/bearers",
    ]);
  });

  it("loses no fen, in whatever order items and bearers are given", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(10_000), fc.boolean()), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        (drawn, weights) => {
          const whole = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
          const rule = { cost: "build", bearers: weights.map((weight, index) => bearer(`b-${index}`, BigInt(weight), whole)), clauses: [] };
          const items = drawn.map(([amountFen, ruled], index) => ({ id: `i-${index}`, cost: ruled ? "build" : "other", amountFen }));
          const { value } = costBearers({ items, rules: [rule], clauses: [] });
          const borne = value.bearers.reduce((sum, { fen }) => sum + fen.least, 0);
          expect(borne + value.unassignedFen.least).toBe(drawn.reduce((sum, [fen]) => sum + fen, 0));
          const turned = costBearers({ items: items.toReversed(), rules: [{ ...rule, bearers: rule.bearers.toReversed() }], clauses: [] });
          expect(turned.value).toEqual(value);
        },
      ),
    );
  });
});

describe("the central budget, else the municipal award", () => {
  const central = { id: "central", title };
  const municipal = { id: "municipal", title, open: true, availableFen: 900 };
  const ask = (neededFen: number, ...sources: Parameters<typeof firstSource>[0]["sources"]) => firstSource({ neededFen, sources, clauses: [] }).value;

  it("is the first that is open and holds enough", () => {
    expect(ask(500, { ...central, open: true, availableFen: 500 }, municipal)).toEqual({ state: "found", source: "central", candidates: [] });
    expect(ask(500, { ...central, open: true, availableFen: 499 }, municipal)).toMatchObject({ state: "found", source: "municipal" });
    expect(ask(1000, { ...central, open: false }, municipal)).toEqual({ state: "none", candidates: [] });
  });

  it("stays open where it is not known whether an earlier one pays, and names those it may come to", () => {
    expect(ask(500, central, municipal)).toEqual({ state: "undetermined", candidates: ["central", "municipal"] });
    expect(ask(500, { ...central, open: true }, { ...municipal, open: false })).toEqual({ state: "undetermined", candidates: ["central"] });
  });
});
