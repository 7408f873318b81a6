import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { compareRational, printRational } from "../money/rational.js";
import { coverage } from "./coverage.js";
import type { NetworkCoverageQuestion } from "./coverageQuestion.js";

const number = (value: number, digits: number): string => String(value).padStart(digits, "0");
/** A synthetic county of some townships, each with some villages. */
const countyOf = (code: string, townships: number, villages: number): NetworkCoverageQuestion["areas"] => [
  { code, name: `synthetic county ${code}`, tier: "county" },
  ...Array.from({ length: townships }, (_, t) => ({
    code: `${code}${number(t + 1, 3)}`,
    name: `synthetic township ${t + 1}`,
    tier: "township" as const,
  })),
  ...Array.from({ length: townships * villages }, (_, n) => {
    const [t, village] = [Math.floor(n / villages) + 1, (n % villages) + 1];
    return { code: `${code}${number(t, 3)}${number(village, 3)}`, name: `synthetic village ${t}-${village}`, tier: "village" as const };
  }),
];
const centre = (id: string, area: string) => ({ id, area, kind: "townshipCareCentre" as const });
const point = (id: string, area: string) => ({ id, area, kind: "villageMutualAidPoint" as const });
const asks = (question: Partial<NetworkCoverageQuestion>): NetworkCoverageQuestion => ({
  areas: countyOf("500229", 2, 2),
  facilities: [],
  expectations: [{ tier: "village", kinds: ["villageMutualAidPoint"] }],
  naming: "han",
  clauses: ["CK-1.1-a"],
  ...question,
});
const missing = (question: Partial<NetworkCoverageQuestion>): string[] =>
  coverage(asks(question)).value.tiers[0]?.missing.map(({ code }) => code) ?? ["?"];

describe("demonstration: Chengkou asks for 23 township centres and names 18", () => {
  const named = Array.from({ length: 18 }, (_, n) => centre(`centre-${n + 1}`, `500229${number(n + 1, 3)}`));
  const expectations = [{ tier: "township", kinds: ["townshipCareCentre"], targetFacilities: 23 }] as const;
  const result = coverage(asks({ areas: countyOf("500229", 23, 0), facilities: named, expectations, clauses: ["CK-1.1-i", "CK-1.1-k"] }));

  it("so that 5 are unnamed, and the 5 townships without one are listed", () => {
    const [tier] = result.value.tiers;
    expect(tier).toMatchObject({ units: 23, covered: 18, namedFacilities: 18, targetFacilities: 23, unnamedFacilities: 5 });
    expect(tier?.missing.map(({ name }) => name)).toEqual([19, 20, 21, 22, 23].map((n) => `synthetic township ${n}`));
    expect(result.steps.map(({ zh, value }) => `${zh} = ${value}`)).toEqual([
      "乡镇级：已覆盖 18 个 ÷ 共 23 个 = 18/23",
      "乡镇级：目标 23 个 − 已列名 18 个 = 5",
      "区划或主管设施不存在的设施 = 0",
    ]);
    expect(result.clauses).toEqual(["CK-1.1-i", "CK-1.1-k"]);
  });

  it("and more named than asked for leave none unnamed", () => {
    const fewer = [{ ...expectations[0], targetFacilities: 12 }];
    expect(coverage(asks({ areas: countyOf("500229", 23, 0), facilities: named, expectations: fewer })).value.tiers[0]?.unnamedFacilities).toBe(0);
  });
});

describe("demonstration: Inner Mongolia names the same three tiers banner, sumu and gacha", () => {
  const expectations = [
    { tier: "county", kinds: ["guidanceCentre"] },
    { tier: "township", kinds: ["regionalCareCentre"] },
    { tier: "village", kinds: ["gachaStation"] },
  ] as const;
  const network = {
    areas: countyOf("152525", 1, 2),
    facilities: [{ id: "s-1", kind: "gachaStation", area: "152525001001" }],
    expectations,
    clauses: ["IM-1-a"],
  } as const;

  it("and counts the same", () => {
    const [pastoral, han] = [coverage(asks({ ...network, naming: "pastoral" })), coverage(asks({ ...network, naming: "han" }))];
    expect(pastoral.value.tiers.map(({ title }) => title.zh)).toEqual(["旗", "苏木", "嘎查"]);
    expect(han.value.tiers.map(({ title }) => title.zh)).toEqual(["县", "乡镇", "村"]);
    expect(pastoral.value.tiers.map(({ tier, covered, units }) => [tier, covered, units])).toEqual([
      ["county", 0, 1],
      ["township", 0, 1],
      ["village", 1, 2],
    ]);
    expect(han.value.tiers.map(({ title, ...counted }) => counted)).toEqual(pastoral.value.tiers.map(({ title, ...counted }) => counted));
    expect(pastoral.steps[2]?.zh).toBe("嘎查级：已覆盖 1 个 ÷ 共 2 个");
  });
});

describe("the areas that a facility covers", () => {
  it("are those it stands in, not those around it", () => {
    expect(missing({ facilities: [point("p-1", "500229001001")] })).toEqual(["500229001002", "500229002001", "500229002002"]);
    expect(missing({ facilities: [point("p-1", "500229001")] })).toHaveLength(4);
    const township = [{ tier: "township", kinds: ["townshipCareCentre"] }] as const;
    expect(missing({ facilities: [centre("c-1", "500229001002")], expectations: township })).toEqual(["500229002"]);
  });

  it("are also those that it serves jointly: several villages, or all of a township", () => {
    const facilities = [point("p-1", "500229001001")];
    expect(missing({ facilities, serves: [{ facility: "p-1", areas: ["500229001002", "500229002001"] }] })).toEqual(["500229002002"]);
    expect(missing({ facilities, serves: [{ facility: "p-1", areas: ["500229002"] }] })).toEqual(["500229001002"]);
  });

  it("are also those that say they host it", () => {
    const areas = countyOf("500229", 2, 2).map((area) => (area.code === "500229002002" ? { ...area, hosts: ["p-1"] } : area));
    expect(missing({ areas, facilities: [point("p-1", "500229001001")] })).toEqual(["500229001002", "500229002001"]);
  });

  it("are not known where its state is asked for and not recorded, so that the share has bounds", () => {
    const facilities = [
      { ...point("p-1", "500229001001"), events: [{ on: "2022-03-01", state: "operating" as const }] },
      point("p-2", "500229001002"),
      { ...point("p-3", "500229002001"), events: [{ on: "2021-01-01", state: "planned" as const }] },
    ];
    const [tier] = coverage(asks({ facilities, counting: { states: ["operating"], on: "2026-11-21" } })).value.tiers;
    expect(tier?.undetermined.map(({ code }) => code)).toEqual(["500229001002"]);
    expect(tier?.missing.map(({ code }) => code)).toEqual(["500229002001", "500229002002"]);
    expect(tier?.share && [printRational(tier.share.least), printRational(tier.share.most)]).toEqual(["1/4", "1/2"]);
    expect(tier?.namedFacilities).toBe(2);
    // before anything is recorded of it, nothing is known of it
    const early = coverage(asks({ facilities, counting: { states: ["operating"], on: "2022-02-28" } })).value.tiers[0];
    expect(early?.undetermined.map(({ code }) => code)).toEqual(["500229001001", "500229001002"]);
  });

  it("of a tier without areas have no share", () => {
    const [tier] = coverage(asks({ expectations: [{ tier: "prefecture", kinds: ["guidanceCentre"] }] })).value.tiers;
    expect(tier).toMatchObject({ units: 0, covered: 0, missing: [] });
    expect(tier?.share).toBeUndefined();
  });
});

describe("a facility that hangs from nothing", () => {
  const facilities = [centre("c-1", "500229001"), point("p-1", "500229001001"), point("p-2", "500229009001"), point("p-3", "500229002001")];
  const orphans = (question: Partial<NetworkCoverageQuestion>): string[] =>
    coverage(asks({ facilities, ...question })).value.orphans.map(({ facility, reason, seen }) => [facility, reason, seen ?? ""].join(" ").trim());

  it("is one whose area or manager does not exist", () => {
    const managedBy = [
      { facility: "p-1", manager: "c-1" },
      { facility: "p-3", manager: "c-9" },
    ];
    expect(orphans({ managedBy })).toEqual(["p-2 areaMissing 500229009001", "p-3 managerMissing c-9"]);
  });

  it("is one of a kind that must be managed, and of which no manager is recorded", () => {
    expect(orphans({ managedBy: [{ facility: "p-1", manager: "c-1" }], managedKinds: ["villageMutualAidPoint"] })).toEqual([
      "p-2 areaMissing 500229009001",
      "p-2 managerNotRecorded",
      "p-3 managerNotRecorded",
    ]);
  });

  it("is one that is said to serve what is no area, and one that manages itself by way of others", () => {
    expect(orphans({ serves: [{ facility: "p-1", areas: ["500229003"] }] })).toEqual([
      "p-1 servedAreaMissing 500229003",
      "p-2 areaMissing 500229009001",
    ]);
    const circle = [
      { facility: "p-1", manager: "c-1" },
      { facility: "c-1", manager: "p-3" },
      { facility: "p-3", manager: "c-1" },
    ];
    expect(orphans({ managedBy: circle })).toEqual(["c-1 managedInACircle p-3", "p-2 areaMissing 500229009001", "p-3 managedInACircle c-1"]);
  });
});

describe("coverage", () => {
  const codesOf = (question: Partial<NetworkCoverageQuestion>): string[] => {
    try {
      coverage(asks(question));
      return [];
    } catch (error) {
      return error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : ["?"];
    }
  };

  it("is not asked with ids twice, of facilities that are not listed, or for half a facility", () => {
    const facilities = [point("p-1", "500229001001"), point("p-1", "500229001002")];
    expect(
      codesOf({
        facilities,
        areas: [{ code: "500229", name: "synthetic", tier: "county", hosts: ["f-9"] }],
        managedBy: [{ facility: "p-9", manager: "p-1" }],
        serves: [{ facility: "p-8", areas: [] }],
        counting: { states: ["operating"], on: "2026-02-30" },
        expectations: [{ tier: "village", kinds: [], targetFacilities: 1.5 }],
      }),
    ).toEqual([
      "DUPLICATE_ID /facilities/1/id",
      "REFERENCE_NOT_FOUND /areas/0/hosts/0",
      "REFERENCE_NOT_FOUND /managedBy/0/facility",
      "REFERENCE_NOT_FOUND /serves/0/facility",
      "NOT_A_DATE /counting/on",
      "EMPTY_LIST /expectations/0/kinds",
      "NOT_A_WHOLE_NUMBER /expectations/0/targetFacilities",
    ]);
  });

  const villages = countyOf("500229", 3, 4)
    .filter(({ tier }) => tier === "village")
    .map(({ code }) => code);
  const state = fc.constantFrom("planned" as const, "operating" as const, undefined);
  const points = fc.array(fc.record({ area: fc.constantFrom(...villages), state }), { maxLength: 20 }).map((all) =>
    all.map(({ area, state: reached }, n) => ({
      ...point(`p-${n}`, area),
      ...(reached === undefined ? {} : { events: [{ on: "2020-01-01", state: reached }] }),
    })),
  );
  const counting = { states: ["operating"], on: "2026-11-21" } as const;
  const tierOf = (facilities: NetworkCoverageQuestion["facilities"]) =>
    coverage(asks({ areas: countyOf("500229", 3, 4), facilities, counting })).value.tiers[0];

  it("puts every area in one place: covered, missing or not known; in whatever order the facilities stand", () => {
    fc.assert(
      fc.property(points, (facilities) => {
        const tier = tierOf(facilities);
        expect((tier?.covered ?? 0) + (tier?.missing.length ?? 0) + (tier?.undetermined.length ?? 0)).toBe(12);
        expect(tierOf(facilities.toReversed())).toEqual(tier);
      }),
    );
  });

  it("never falls with one facility more, and an unknown state never counts as none", () => {
    fc.assert(
      fc.property(points, fc.constantFrom(...villages), (facilities, area) => {
        const before = tierOf(facilities)?.share;
        const after = tierOf([...facilities, { ...point("new", area), events: [{ on: "2020-01-01", state: "operating" as const }] }])?.share;
        const open = tierOf([...facilities, point("open", area)]);
        expect(before !== undefined && after !== undefined && compareRational(after.least, before.least) >= 0).toBe(true);
        expect(before !== undefined && open?.share !== undefined && compareRational(open.share.least, before.least) === 0).toBe(true);
        expect(open?.missing.some(({ code }) => code === area)).toBe(false);
      }),
    );
  });
});
