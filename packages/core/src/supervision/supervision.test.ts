import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { DrawGenerator } from "./drawGenerator.js";
import { type DrawQuestion, drawInspections, type Inspector } from "./drawInspections.js";
import { supervisionRecord } from "./inspectionRecord.js";

const inspector = (id: string, ties: Partial<Inspector> = {}): Inspector => ({ id, worksFor: [], workedFor: [], relativesAt: [], ...ties });
const homes = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `home-${index}` }));
const draw = (question: Partial<DrawQuestion>) =>
  drawInspections({ institutions: homes(5), inspectors: [], sample: { number: 2 }, teamSize: 2, seed: 1, clauses: ["IM-2.8-a"], ...question }).value;

/** Pearson's statistic of counts that should all be equal. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe("the generator", () => {
  it("gives the published sequence of xoshiro128** for the state 1, 2, 3, 4", () => {
    const chance = new DrawGenerator([1, 2, 3, 4]);
    const first = Array.from({ length: 10 }, () => chance.next());
    expect(first).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
  });

  it("tells seeds apart beyond 32 bits", () => {
    expect(new DrawGenerator(1).next()).not.toBe(new DrawGenerator(1 + 2 ** 32).next());
  });

  it("draws below a bound, never at it", () => {
    const chance = new DrawGenerator(3);
    const counts = new Array<number>(6).fill(0);
    for (let roll = 0; roll < 60_000; roll++) {
      const drawn = chance.below(6);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts).toHaveLength(6);
    // 5 degrees of freedom: 20.52 is exceeded once in a thousand
    expect(chiSquare(counts)).toBeLessThan(20.52);
  });
});

describe("demonstration 37", () => {
  const inspectors = [
    inspector("i-1", { worksFor: ["home-0"] }),
    inspector("i-2"),
    inspector("i-3", { relativesAt: ["home-1"] }),
    inspector("i-4", { workedFor: ["home-2"] }),
  ];

  it("the same seed gives the same draw, in whatever order the lists come", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const first = JSON.stringify(draw({ inspectors, seed }));
        expect(JSON.stringify(draw({ inspectors, seed }))).toBe(first);
        expect(JSON.stringify(draw({ inspectors: inspectors.toReversed(), institutions: homes(5).toReversed(), seed }))).toBe(first);
      }),
    );
  });

  it("an inspector is never assigned to their own institution, that of relatives, or an earlier employer", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const { inspections } = draw({ inspectors, sample: { number: 5 }, seed });
        expect(inspections).toHaveLength(5);
        for (const { institution, team } of inspections) {
          expect(new Set(team).size).toBe(2);
          for (const member of team) {
            const { worksFor = [], workedFor = [], relativesAt = [] } = inspectors.find(({ id }) => id === member) ?? {};
            expect([...worksFor, ...workedFor, ...relativesAt]).not.toContain(institution);
          }
        }
        expect(inspections[1]?.recused).toEqual([{ inspector: "i-3", why: ["relativesAt"] }]);
      }),
    );
  });

  it("unpublished results are listed", () => {
    const records = [
      { id: "n-1", institution: "home-0", inspectedOn: "2026-09-01", publishedOn: null },
      { id: "n-2", institution: "home-1", inspectedOn: "2026-09-11", publishedOn: null },
      { id: "n-3", institution: "home-2", inspectedOn: "2026-09-01", publishedOn: "2026-09-05" },
      { id: "n-4", institution: "home-3", inspectedOn: "2026-09-01" },
    ];
    const { value } = supervisionRecord({ records, on: "2026-10-01", publishWithinDays: 20, clauses: ["IM-2.8-a"] });
    expect(value).toMatchObject({ waiting: ["n-2"], published: ["n-3"], undetermined: ["n-4"] });
    expect(value.unpublished).toEqual([{ id: "n-1", institution: "home-0", due: "2026-09-21", daysLate: 10 }]);
  });
});

describe("the draw over 10,000 seeds", () => {
  const inspectors = ["a", "b", "c", "d"].map((id) => inspector(id, id === "a" ? { worksFor: ["home-0"] } : {}));
  const drawn = new Map<string, number>();
  const sent = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let seed = 0; seed < 10_000; seed++)
    for (const { institution, team } of draw({ inspectors, seed }).inspections) {
      count(drawn, institution);
      for (const member of team) count(sent, `${institution} ${member}`);
      count(pairs, `${institution} ${team.join("")}`);
    }

  it("takes every institution equally often", () => {
    expect([...drawn.values()].reduce((sum, each) => sum + each, 0)).toBe(20_000);
    expect(drawn.size).toBe(5);
    // 4 degrees of freedom: 18.47 is exceeded once in a thousand; drawing without replacement only narrows it
    expect(chiSquare([...drawn.values()])).toBeLessThan(18.47);
  });

  it.each(homes(5))("sends every inspector and every pair who may go to $id equally often", ({ id }) => {
    const of = (counts: Map<string, number>) => [...counts].filter(([key]) => key.startsWith(`${id} `)).map(([, times]) => times);
    const eligible = id === "home-0" ? 3 : 4;
    expect(of(sent)).toHaveLength(eligible);
    // 3 degrees of freedom: 16.27; 5 degrees: 20.52; each exceeded once in a thousand
    expect(chiSquare(of(sent))).toBeLessThan(16.27);
    expect(of(pairs)).toHaveLength((eligible * (eligible - 1)) / 2);
    expect(chiSquare(of(pairs))).toBeLessThan(20.52);
  });
});

describe("a draw", () => {
  it("takes a share of the institutions, rounded as told", () => {
    const inspectors = [inspector("i-1"), inspector("i-2")];
    const sample = (rounding: "up" | "down") => ({ share: rational(1n, 3n), rounding });
    expect(draw({ inspectors, sample: sample("up") }).inspections).toHaveLength(2);
    expect(draw({ inspectors, sample: sample("down") }).inspections).toHaveLength(1);
  });

  it("says which institution too few may inspect", () => {
    const inspectors = [inspector("i-1", { worksFor: ["home-1"] }), inspector("i-2")];
    const { inspections, withoutTeam } = draw({
      institutions: [{ id: "home-0" }, { id: "home-1" }, { id: "home-2", teamSize: 3 }],
      inspectors,
      sample: { number: 3 },
    });
    expect(inspections.map(({ institution }) => institution)).toEqual(["home-0"]);
    expect(withoutTeam).toEqual([
      { institution: "home-1", eligible: 1, needed: 2 },
      { institution: "home-2", eligible: 2, needed: 3 },
    ]);
  });

  it("leaves out inspectors who have not declared all their ties, and names them", () => {
    const { undeclared, inspections } = draw({ inspectors: [{ id: "i-1", worksFor: [] }, inspector("i-2"), inspector("i-3")] });
    expect(undeclared).toEqual(["i-1"]);
    expect(inspections.flatMap(({ team }) => team)).not.toContain("i-1");
  });

  it("refuses more institutions than there are, and ids that occur twice", () => {
    expect(() => draw({ inspectors: [inspector("i-1"), inspector("i-1")], sample: { number: 6 }, seed: 0.5 })).toThrow(
      /DUPLICATE_ID at \/inspectors\/1\/id.*\(\+2 more\)/,
    );
  });
});

describe("topics of inspection (CL-3.2-a: fees, operation, safety)", () => {
  const topics = ["fees", "operation", "safety"].map((id) => ({ id, title: { zh: id, en: id } }));
  const record = (id: string, inspected?: string[]) => ({
    id,
    institution: "home-0",
    inspectedOn: "2026-09-01",
    publishedOn: null,
    problems: [],
    ...(inspected === undefined ? {} : { topics: inspected }),
  });
  const ask = (...records: ReturnType<typeof record>[]) =>
    supervisionRecord({ records, on: "2026-10-01", publishWithinDays: 20, topics, clauses: ["CL-3.2-a"] }).value;

  it("left out are named, and those that nobody recorded are not taken for left out", () => {
    const found = ask(record("a", ["safety", "fees", "operation"]), record("b", ["safety"]), record("c"), record("d", ["safety", "fees"]));
    expect(found.topicsMissing).toEqual([
      { id: "b", topics: ["fees", "operation"] },
      { id: "d", topics: ["operation"] },
    ]);
    expect(found.topicsUnknown).toEqual(["c"]);
  });

  it("are not asked for where the plan names none", () => {
    const { value } = supervisionRecord({ records: [record("c")], on: "2026-10-01", publishWithinDays: 20, clauses: [] });
    expect(value).toMatchObject({ topicsMissing: [], topicsUnknown: [] });
  });
});

describe("rectification", () => {
  const problem = (id: string, rectifiedOn?: string | null) => ({ id, due: "2026-09-30", ...(rectifiedOn === undefined ? {} : { rectifiedOn }) });
  const record = (problems?: ReturnType<typeof problem>[]) => ({
    id: "n",
    institution: "home-0",
    inspectedOn: "2026-09-01",
    publishedOn: "2026-09-02",
    ...(problems === undefined ? {} : { problems }),
  });
  const found = (...problems: ReturnType<typeof problem>[]) =>
    supervisionRecord({ records: [record(problems)], on: "2026-10-01", publishWithinDays: 20, clauses: [] }).value;

  it("is the exact share of problems put right, with bounds where it is not recorded", () => {
    const { rectified, rectificationOverdue } = found(problem("a", "2026-09-20"), problem("b", null), problem("c", "2026-10-02"), problem("d"));
    expect(rectified).toEqual({ share: { least: rational(1n, 4n), most: rational(1n, 2n) }, yes: ["n/a"], no: ["n/b", "n/c"], unknown: ["n/d"] });
    expect(rectificationOverdue).toEqual(["n/b", "n/c"]);
  });

  it("has no share where an inspection does not say what it found", () => {
    const records = [record([problem("a", "2026-09-20")]), { ...record(), id: "silent" }];
    const { rectified, problemsUnknown } = supervisionRecord({ records, on: "2026-10-01", publishWithinDays: 20, clauses: [] }).value;
    expect(rectified).not.toHaveProperty("share");
    expect(problemsUnknown).toEqual(["silent"]);
  });
});
