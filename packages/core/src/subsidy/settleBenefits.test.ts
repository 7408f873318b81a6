import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { checkLinkages } from "./checkLinkages.js";
import type { BenefitCap, Linkage } from "./linkage.js";
import { type CapUse, type DueBenefit, type SettlementQuestion, settleBenefits } from "./settleBenefits.js";

const due = (benefit: string, amountFen: DueBenefit["amountFen"] | "?", more: Partial<DueBenefit> = {}): DueBenefit => ({
  benefit,
  person: "p-1",
  status: "granted",
  ...(amountFen === "?" || amountFen === undefined ? {} : { amountFen }),
  ...more,
});
const link = (rule: Linkage["rule"], benefits: string[], more: Partial<Linkage> = {}): Linkage => ({
  rule,
  benefits,
  ...(rule === "exclusive" || rule === "offset" ? { precedence: benefits } : {}),
  clauses: ["CL-2.2.3-e"],
  ...more,
});
const settle = (benefits: DueBenefit[], linkages: Linkage[], more: Partial<SettlementQuestion> = {}) =>
  settleBenefits({ benefits, linkages, clauses: [], ...more });
const paid = (...question: Parameters<typeof settle>) =>
  Object.fromEntries(
    settle(...question).value.benefits.map(({ benefit, person = "", paid: fen }) => [
      person === "p-1" ? benefit : `${benefit} ${person}`.trim(),
      fen.least === fen.most ? fen.least : [fen.least, fen.most],
    ]),
  );

describe("benefits that meet (demonstration 18)", () => {
  const nursing = due("nursing", 10_000, { title: { zh: "护理补贴", en: "nursing subsidy" } });
  const severe = due("severeDisability", 12_000, { title: { zh: "重度残疾人护理补贴", en: "severe-disability nursing subsidy" } });

  it("nursing 100 and severe disability 120 under 'higher' pay 120 only", () => {
    const { value, steps, clauses } = settle([nursing, severe], [link("higher", ["nursing", "severeDisability"])]);
    expect(value.total).toEqual({ least: 12_000, most: 12_000 });
    expect(value.benefits.map(({ benefit, paid: fen }) => [benefit, fen.most])).toEqual([
      ["nursing", 0],
      ["severeDisability", 12_000],
    ]);
    expect(value.benefits[0]?.suppressed).toEqual([
      {
        code: "LOWER",
        source: "higher(nursing, severeDisability)",
        by: ["severeDisability"],
        fen: { least: 10_000, most: 10_000 },
        reason: { zh: "就高发放重度残疾人护理补贴", en: "the higher is paid: severe-disability nursing subsidy" },
        clauses: ["CL-2.2.3-e"],
      },
    ]);
    expect(steps.map(({ zh, value: sum }) => `${zh} = ${sum}`)).toEqual([
      "护理补贴 100.00 元 − 100.00 元 (就高发放重度残疾人护理补贴) = 0.00 元",
      "重度残疾人护理补贴 120.00 元 = 120.00 元",
      "合计 = 120.00 元",
    ]);
    expect(clauses).toEqual(["CL-2.2.3-e"]);
  });

  it("long-term-care insurance 'exclusive' leaves 0 of the nursing subsidy, even where it pays no money", () => {
    const insured = due("longTermCare", 0);
    expect(paid([nursing, insured], [link("exclusive", ["longTermCare", "nursing"])])).toEqual({ nursing: 0, longTermCare: 0 });
    expect(paid([nursing, { ...insured, status: "denied" }], [link("exclusive", ["longTermCare", "nursing"])])).toEqual({
      nursing: 10_000,
      longTermCare: 0,
    });
  });

  it("a set-off deducts the earlier, a top-up fills up to its level", () => {
    expect(paid([due("a", 70), due("b", 100)], [link("offset", ["a", "b"])])).toEqual({ a: 70, b: 30 });
    expect(paid([due("a", 70), due("b", 100)], [link("topUp", ["a", "b"], { pays: "b", levelFen: 120 })])).toEqual({ a: 70, b: 50 });
    expect(paid([due("a", 70), due("b", 20)], [link("topUp", ["a", "b"], { pays: "b", levelFen: 120 })])).toEqual({ a: 70, b: 20 });
  });

  it("who is excluded excludes nobody", () => {
    const chain = [link("exclusive", ["a", "b"]), link("exclusive", ["b", "c"])];
    expect(paid([due("a", 1), due("b", 2), due("c", 3)], chain)).toEqual({ a: 1, b: 0, c: 3 });
  });
});

describe("persons and the household", () => {
  const both: DueBenefit[] = [due("a", 70), due("b", 100), due("a", 50, { person: "p-2" }), { benefit: "h", status: "granted", amountFen: 30 }];

  it("meet each for themselves, unless a linkage speaks of the household", () => {
    expect(paid(both, [link("higher", ["a", "b"])])).toEqual({ a: 0, b: 100, "a p-2": 50, h: 30 });
    expect(paid(both, [link("higher", ["a", "b"], { within: "household" })])).toEqual({ a: 0, b: 100, "a p-2": 0, h: 30 });
    expect(paid(both, [link("offset", ["h", "a"], { within: "household" })])).toEqual({ a: 40, b: 100, "a p-2": 50, h: 30 });
    expect(paid(both, [link("offset", ["h", "a"])])).toEqual({ a: 70, b: 100, "a p-2": 50, h: 30 });
  });
});

describe("a cap", () => {
  const cap = (more: Partial<BenefitCap>): BenefitCap => ({
    id: "cap",
    benefits: ["a", "b"],
    capFen: 100,
    period: "month",
    within: "holder",
    clauses: ["X"],
    ...more,
  });

  it("keeps what its list names first, for each holder or for the household", () => {
    const two = [due("a", 70), due("b", 50), due("a", 90, { person: "p-2" })];
    expect(paid(two, [], { caps: [cap({})] })).toEqual({ a: 70, b: 30, "a p-2": 90 });
    expect(paid(two, [], { caps: [cap({ within: "household", benefits: ["b", "a"] })] })).toEqual({ a: 50, b: 50, "a p-2": 0 });
  });

  it("of a year counts what has been used, and is open where nobody says how much", () => {
    const year = cap({ period: "year", benefits: ["a"] });
    expect(paid([due("a", 70)], [], { caps: [year], used: [{ cap: "cap", person: "p-1", usedFen: 60 }] })).toEqual({ a: 40 });
    const open = settle([due("a", 70)], [], { caps: [year] }).value;
    expect(open.total).toEqual({ least: 0, most: 70 });
    expect(open.undetermined).toEqual([{ cap: "cap", person: "p-1" }]);
  });
});

describe("the use of caps", () => {
  const cap: BenefitCap = { id: "yearly", benefits: ["nursing"], capFen: 100, period: "year", within: "holder", clauses: [] };
  const ask = (used: CapUse[]) =>
    settleBenefits({
      benefits: [{ benefit: "nursing", person: "p-1", status: "granted", amountFen: 50 }],
      linkages: [],
      caps: [cap],
      used,
      clauses: [],
    });

  it("is refused for a cap that there is not, and twice for one, instead of being passed over", () => {
    expect(() => ask([{ cap: "yearyl", person: "p-1", usedFen: 80 }])).toThrow("REFERENCE_NOT_FOUND at /used/0/cap");
    const once = { cap: "yearly", person: "p-1", usedFen: 80 };
    expect(() => ask([once, { ...once, usedFen: 0 }])).toThrow("DUPLICATE_ID at /used/1");
    expect(ask([once]).value.total).toEqual({ least: 20, most: 20 });
  });
});

describe("benefits and persons whose ids hold spaces", () => {
  it("are not mistaken for one another", () => {
    const due = (benefit: string, person: string) => ({ benefit, person, status: "granted" as const, amountFen: 1 });
    expect(settleBenefits({ benefits: [due("a b", "c"), due("a", "b c")], linkages: [], clauses: [] }).value.total).toEqual({ least: 2, most: 2 });
  });
});

describe("what is not known", () => {
  it("gives bounds, and is named where it decides", () => {
    const higher = [link("higher", ["a", "b"])];
    const open = settle([due("a", { least: 0, most: 120 }), due("b", 100)], higher).value;
    expect(open.total).toEqual({ least: 100, most: 120 });
    expect(open.benefits.map(({ paid: fen }) => fen)).toEqual([
      { least: 0, most: 120 },
      { least: 0, most: 100 },
    ]);
    expect(open.undetermined).toEqual([{ benefit: "a", person: "p-1" }]);
    const small = settle([due("a", { least: 0, most: 90 }), due("b", 100)], higher).value;
    expect([small.total, small.undetermined]).toEqual([{ least: 100, most: 100 }, []]);
  });

  it("of a grant: the total is one of the two that it may be", () => {
    const exclusive = [link("exclusive", ["longTermCare", "nursing"])];
    const open = settle([due("longTermCare", 150, { status: "undetermined" }), due("nursing", 100)], exclusive).value;
    expect(open.total).toEqual({ least: 100, most: 150 });
    expect(open.undetermined).toEqual([{ benefit: "longTermCare", person: "p-1" }]);
  });

  it("of an amount without any bound leaves the total without one, unless a level or cap gives it", () => {
    expect(settle([due("a", "?"), due("b", 5)], []).value.total).toEqual({ least: 5 });
    expect(settle([due("a", "?"), due("b", 5)], [link("topUp", ["a", "b"], { pays: "a", levelFen: 80 })]).value.total).toEqual({
      least: 5,
      most: 80,
    });
  });
});

describe("a matrix that cannot be meant", () => {
  const codes = (linkages: Linkage[], caps: BenefitCap[] = []) => checkLinkages(linkages, caps).map(({ code }) => code);
  const cap = (id: string, benefits: string[], within: BenefitCap["within"] = "holder"): BenefitCap => ({
    id,
    benefits,
    capFen: 1,
    period: "month",
    within,
    clauses: [],
  });

  it("is refused: contradictions, circles, what a rule lacks, caps that cross", () => {
    expect(codes([link("higher", ["a", "b"]), link("offset", ["b", "a"])])).toEqual(["LINKAGE_PAIR_TWICE"]);
    expect(codes([link("higher", ["a", "b"]), link("higher", ["b", "c"])])).toEqual(["LINKAGE_HIGHER_TWICE"]);
    expect(codes([link("offset", ["a", "b"]), link("offset", ["b", "c"]), link("topUp", ["c", "a"], { pays: "a", levelFen: 1 })])).toEqual([
      "LINKAGE_CIRCLE",
    ]);
    expect(codes([link("exclusive", ["a", "b"]), link("exclusive", ["b", "c"]), link("exclusive", ["c", "a"])])).toEqual(["LINKAGE_CIRCLE"]);
    expect(codes([link("topUp", ["a", "b"]), link("higher", ["c", "d"], { levelFen: 5 })])).toEqual([
      "LINKAGE_LACKS",
      "LINKAGE_LACKS",
      "LINKAGE_IGNORES",
    ]);
    expect(codes([link("exclusive", ["a", "b"], { precedence: ["a", "c"] }), link("topUp", ["c", "d"], { pays: "a", levelFen: 1 })])).toEqual([
      "LINKAGE_NAMES_OTHERS",
      "LINKAGE_NAMES_OTHERS",
    ]);
    expect(codes([], [cap("x", ["a", "b"]), cap("y", ["b", "c"]), cap("z", ["b", "a"])])).toEqual(["CAPS_CROSS", "CAPS_CROSS", "CAPS_CROSS"]);
    expect(codes([{ ...link("higher", ["a", "b"]), rule: "hihger" as "higher" }])).toEqual(["NOT_IN_LIST"]);
    expect(codes([link("higher", ["a", "b"], { id: "x" }), link("higher", ["c", "d"], { id: "x" })])).toEqual(["DUPLICATE_ID"]);
    expect(() => settle([due("a", { least: 2, most: 1 }), due("a", -1)], [])).toThrow(EldercareError);
  });

  it("is accepted with nested caps and independent lines", () => {
    expect(
      codes([link("exclusive", ["a", "b"]), link("higher", ["c", "d"])], [cap("x", ["a"]), cap("y", ["a", "b"]), cap("z", ["a", "b"], "household")]),
    ).toEqual([]);
  });
});

describe("raising a benefit", () => {
  const total = (amounts: Record<string, number>, linkages: Linkage[], caps: BenefitCap[] = []) =>
    settle(
      Object.entries(amounts).map(([benefit, fen]) => due(benefit, fen)),
      linkages,
      { caps },
    ).value.total.most;
  const warned = (linkages: Linkage[], caps: BenefitCap[] = []) => checkLinkages(linkages, caps).map(({ code, seen }) => `${code} ${seen}`);

  it.each<[string, Linkage[], BenefitCap[], [string, number, number], Record<string, number>]>([
    ["it is set off in two lines", [link("offset", ["a", "b"]), link("offset", ["a", "c"])], [], ["a", 0, 10], { b: 10, c: 10 }],
    [
      "it competes for the highest and is set off elsewhere",
      [link("higher", ["a", "b"]), link("offset", ["a", "c"])],
      [],
      ["a", 9, 11],
      { b: 10, c: 10 },
    ],
    [
      "it is capped and set off",
      [link("offset", ["a", "b"])],
      [{ id: "x", benefits: ["a"], capFen: 5, period: "month", within: "holder", clauses: [] }],
      ["a", 5, 10],
      { b: 10 },
    ],
    [
      "it competes for the highest and alone is capped",
      [link("higher", ["a", "b"])],
      [{ id: "x", benefits: ["a"], capFen: 5, period: "month", within: "holder", clauses: [] }],
      ["a", 9, 11],
      { b: 10 },
    ],
  ])("may lower the total where %s, and the matrix is warned of", (_why, linkages, caps, [benefit, low, high], others) => {
    expect(warned(linkages, caps)).toEqual([`RAISE_MAY_LOWER_TOTAL "${benefit}"`]);
    expect(total({ ...others, [benefit]: high }, linkages, caps)).toBeLessThan(total({ ...others, [benefit]: low }, linkages, caps) ?? 0);
  });
});

// ---- laws on random matrices

const names = ["a", "b", "c", "d", "e"];
const someLinkage = fc
  .record({
    rule: fc.constantFrom("exclusive" as const, "higher" as const, "offset" as const, "topUp" as const),
    benefits: fc.shuffledSubarray(names, { minLength: 2, maxLength: 3 }),
    levelFen: fc.nat(12),
    within: fc.constantFrom("holder" as const, "household" as const),
  })
  .map(({ rule, benefits, levelFen, within }) =>
    link(rule, benefits, { within, ...(rule === "topUp" ? { pays: benefits[0] ?? "", levelFen } : {}) }),
  );
const someCap = fc
  .record({
    benefits: fc.shuffledSubarray(names, { minLength: 1, maxLength: 4 }),
    capFen: fc.nat(12),
    within: fc.constantFrom("holder" as const, "household" as const),
  })
  .map((drawn, index = 0): BenefitCap => ({ ...drawn, id: `cap-${index}-${drawn.benefits.join("")}`, period: "month", clauses: [] }));
/** Lines are kept as long as the matrix stays sound, or beyond reproach. */
const matrices = (accepted: (severity: string) => boolean) =>
  fc.tuple(fc.array(someLinkage, { maxLength: 5 }), fc.array(someCap, { maxLength: 2 })).map(([lines, capped]) => {
    const linkages: Linkage[] = [];
    const caps: BenefitCap[] = [];
    const isAccepted = () => checkLinkages(linkages, caps).every(({ severity }) => accepted(severity));
    for (const line of lines) if (linkages.push(line) && !isAccepted()) linkages.pop();
    for (const cap of capped) if (caps.push(cap) && !isAccepted()) caps.pop();
    return { linkages, caps };
  });
const soundMatrices = matrices((severity) => severity !== "error");
const lawfulMatrices = matrices(() => false);
const persons = ["p-1", "p-2", undefined];
const slots = names.flatMap((benefit) => persons.map((person) => ({ benefit, ...(person === undefined ? {} : { person }) })));
const households = fc
  .array(fc.record({ slot: fc.constantFrom(...slots), amountFen: fc.nat(12), granted: fc.boolean() }), { maxLength: 7 })
  .map((drawn): DueBenefit[] => [
    ...new Map(
      drawn.map(({ slot, amountFen, granted }) => [
        JSON.stringify(slot),
        { ...slot, amountFen, status: granted || amountFen % 3 > 0 ? ("granted" as const) : ("denied" as const) },
      ]),
    ).values(),
  ]);

describe("the order of benefits, linkages and caps", () => {
  it("never matters", () => {
    fc.assert(
      fc.property(soundMatrices, households, fc.infiniteStream(fc.nat()), ({ linkages, caps }, benefits, order) => {
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, at: order.next().value ?? 0 }))
            .sort((x, y) => x.at - y.at)
            .map(({ item }) => item);
        const settled = settle(benefits, linkages, { caps }).value;
        const linesTurned = linkages.map((line) => ({ ...line, benefits: shuffled(line.benefits) }));
        expect(settle(shuffled(benefits), shuffled(linesTurned), { caps: shuffled(caps) }).value).toEqual(settled);
      }),
    );
  });
});

describe("a raise", () => {
  it("never lowers what a household receives, under a matrix without the warning", () => {
    fc.assert(
      fc.property(lawfulMatrices, households, fc.nat(6), fc.integer({ min: 1, max: 9 }), ({ linkages, caps }, benefits, which, raise) => {
        const raised = benefits.map((benefit, index) =>
          index === which % Math.max(1, benefits.length) ? { ...benefit, amountFen: Number(benefit.amountFen) + raise } : benefit,
        );
        const before = settle(benefits, linkages, { caps }).value.total.most ?? 0;
        expect(settle(raised, linkages, { caps }).value.total.most).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe("bounds", () => {
  it("hold every outcome that the unknown may bring, for each benefit and in total, and name what decides", () => {
    fc.assert(
      fc.property(
        soundMatrices,
        households,
        fc.array(fc.tuple(fc.nat(14), fc.nat(6), fc.boolean()), { minLength: 7, maxLength: 7 }),
        ({ linkages, caps }, benefits, unknowns) => {
          const open = benefits.map((benefit, index): DueBenefit => {
            const [truth = 0, width = 0, grantOpen = false] = unknowns[index] ?? [];
            const [low, high] = [Math.max(0, Number(benefit.amountFen) - width), Number(benefit.amountFen) + width];
            const within = { least: Math.min(low, truth), most: Math.max(high, truth) };
            return {
              ...benefit,
              amountFen: truth % 2 === 0 ? within : (benefit.amountFen ?? 0),
              status: grantOpen ? "undetermined" : benefit.status,
            };
          });
          const { value } = settle(open, linkages, { caps });
          const real = settle(benefits, linkages, { caps }).value;
          expect(real.total.least).toBeGreaterThanOrEqual(value.total.least);
          expect(real.total.least).toBeLessThanOrEqual(value.total.most ?? Number.NaN);
          for (const [index, { paid: fen, suppressed }] of real.benefits.entries()) {
            expect(fen.least).toBeGreaterThanOrEqual(value.benefits[index]?.paid.least ?? Number.NaN);
            expect(fen.least).toBeLessThanOrEqual(value.benefits[index]?.paid.most ?? Number.NaN);
            const dueFen = real.benefits[index]?.due.least ?? 0;
            expect(suppressed.reduce((sum, reason) => sum + reason.fen.least, fen.least)).toBe(dueFen);
          }
          if (value.undetermined.length === 0 && checkLinkages(linkages, caps).length === 0) expect(real.total).toEqual(value.total);
        },
      ),
    );
  });
});

describe("three benefits of one person, every amount from 0 to 3", () => {
  /** The rules as a civil servant applies them to known amounts, one line after the other, from the document. */
  const byHand = (dueFen: Record<string, number>, lines: Linkage[], order: string[]): Record<string, number> => {
    const fen: Record<string, number> = {};
    const excluded = new Set<string>();
    for (const name of order)
      for (const { rule, precedence = [] } of lines)
        if (rule === "exclusive" && precedence.slice(0, precedence.indexOf(name)).some((other) => precedence.includes(name) && !excluded.has(other)))
          excluded.add(name);
    for (const name of order) {
      let left = excluded.has(name) ? 0 : (dueFen[name] ?? 0);
      for (const { rule, precedence = [] } of lines)
        if (rule === "offset" && precedence.includes(name))
          for (const other of precedence.slice(0, precedence.indexOf(name))) left -= fen[other] ?? 0;
      for (const { rule, pays, levelFen = 0, benefits } of lines)
        if (rule === "topUp" && pays === name)
          left = Math.min(left, levelFen - benefits.filter((other) => other !== name).reduce((sum, other) => sum + (fen[other] ?? 0), 0));
      fen[name] = Math.max(0, left);
    }
    for (const { rule, benefits } of lines) {
      if (rule !== "higher") continue;
      const best = Math.max(...benefits.map((name) => fen[name] ?? 0));
      const winner = [...benefits].sort().find((name) => fen[name] === best);
      for (const name of benefits) if (name !== winner) fen[name] = 0;
    }
    return fen;
  };
  const amounts = [0, 1, 2, 3];

  it.each<[string, Linkage[]]>([
    ["nothing", []],
    ["higher of all", [link("higher", ["a", "b", "c"])]],
    ["exclusive, then exclusive", [link("exclusive", ["a", "b"]), link("exclusive", ["b", "c"])]],
    ["exclusive of all", [link("exclusive", ["a", "b", "c"])]],
    ["set-off along a line", [link("offset", ["a", "b", "c"])]],
    ["set-off, then set-off", [link("offset", ["a", "b"]), link("offset", ["b", "c"])]],
    ["two set off against one", [link("offset", ["a", "c"]), link("offset", ["b", "c"])]],
    ["set-off, then the higher", [link("offset", ["a", "b"]), link("higher", ["b", "c"])]],
    ["top-up over two", [link("topUp", ["a", "b", "c"], { pays: "c", levelFen: 4 })]],
    ["set-off, then top-up", [link("offset", ["a", "c"]), link("topUp", ["b", "c"], { pays: "c", levelFen: 3 })]],
    ["exclusive and set-off", [link("exclusive", ["a", "b"]), link("offset", ["b", "c"])]],
    ["exclusive and higher", [link("exclusive", ["a", "b"]), link("higher", ["b", "c"])]],
  ])("under %s come to what they do by hand", (_name, lines) => {
    for (const a of amounts)
      for (const b of amounts)
        for (const c of amounts) expect(paid([due("c", c), due("a", a), due("b", b)], lines)).toEqual(byHand({ a, b, c }, lines, ["a", "b", "c"]));
  });
});

describe("two benefits whose amounts nobody has told", () => {
  it("have no greatest total, whichever is set off against the other", () => {
    for (const rule of ["offset", "higher"] as const) {
      const { total } = settle([due("a", "?"), due("b", "?")], [link(rule, ["a", "b"])]).value;
      expect(total).toEqual({ least: 0 });
    }
    const { total } = settle([due("a", 500), due("b", "?")], [link("offset", ["a", "b"])]).value;
    expect(total).toEqual({ least: 500 });
  });
});
