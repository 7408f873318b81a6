import { describe, expect, it } from "vitest";
import { threeHomes } from "../../test/threeHomes.js";
import type { SiteCandidate, SitingProblem } from "./problem.js";
import { validateSiting } from "./validateSiting.js";

const issues = (amend: Partial<SitingProblem>): string[] => validateSiting(threeHomes(amend)).map(({ code, pointer }) => `${code} ${pointer}`);

const withFirst = (amend: Partial<SiteCandidate>): SiteCandidate[] =>
  threeHomes().sites.map((site, row): SiteCandidate => (row === 0 ? { ...site, ...amend } : site));

describe("a question of siting", () => {
  it("that holds has no issues", () => {
    expect(issues({})).toEqual([]);
  });

  it.each<[string, Partial<SitingProblem>, string[]]>([
    ["a site required and barred", { sites: withFirst({ required: true, barred: true }) }, ["SITING_REQUIRED_AND_BARRED /sites/0"]],
    [
      "a cost of closing what is not there",
      { sites: withFirst({ existing: false, closingFen: 5 }) },
      ["SITING_CLOSING_WITHOUT_EXISTING /sites/0/closingFen"],
    ],
    ["two sites of one id", { sites: withFirst({ id: "home-2" }) }, ["DUPLICATE_ID /sites/1/id"]],
    ["more sites than candidates", { rules: { sites: { exactly: 4 } } }, ["SITING_TOO_FEW_CANDIDATES /rules/sites"]],
    [
      "as many sites as candidates, one of them barred",
      { rules: { sites: { least: 3 } }, sites: withFirst({ barred: true }) },
      ["SITING_TOO_FEW_CANDIDATES /rules/sites"],
    ],
    ["numbers of sites that contradict", { rules: { sites: { least: 3, most: 2 } } }, ["SITING_COUNTS_CONTRADICT /rules/sites"]],
    ["an exact number beside another", { rules: { sites: { exactly: 2, most: 2 } } }, ["SITING_COUNTS_CONTRADICT /rules/sites"]],
    [
      "more required than allowed",
      { rules: { sites: { most: 0 } }, sites: withFirst({ required: true }) },
      ["SITING_REQUIRED_TOO_MANY /rules/sites"],
    ],
    [
      "what is required over the budgets",
      { rules: { oneOffBudgetFen: 99, yearlyBudgetFen: 9 }, sites: withFirst({ required: true, openingFen: 100, yearlyFen: 10 }) },
      ["SITING_REQUIRED_OVER_BUDGET /rules/oneOffBudgetFen", "SITING_REQUIRED_OVER_BUDGET /rules/yearlyBudgetFen"],
    ],
    [
      "closing that the budget does not reach",
      { rules: { oneOffBudgetFen: 99 }, sites: withFirst({ barred: true, closingFen: 100 }) },
      ["SITING_REQUIRED_OVER_BUDGET /rules/oneOffBudgetFen"],
    ],
    [
      "least households where nobody says how many there are",
      { rules: { leastHouseholds: 20 } },
      [0, 1, 2, 3].map((row) => `SITING_HOUSEHOLDS_UNKNOWN /demands/${row}`),
    ],
    [
      "a longest journey without a speed",
      { rules: { longestSeconds: 600 }, travel: { kind: "straightLine", circuity: 1.4 } },
      ["SITING_TRAVEL_INCOMPLETE /rules/longestSeconds"],
    ],
    [
      "a matrix of the wrong size, and no distances for the kilometres",
      { travel: { kind: "matrix", durationsSeconds: [1, 2, 3] } },
      ["SITING_TRAVEL_INCOMPLETE /travel", "SITING_MATRIX_WRONG_SIZE /travel/durationsSeconds"],
    ],
    [
      "a matrix with what is no distance",
      { travel: { kind: "matrix", distancesMetres: [1, 2, 3, 4, -5, 6, Number.NaN, null, 9, 10, 11, 12] } },
      ["SITING_MATRIX_ENTRY_INVALID /travel/distancesMetres/4"],
    ],
  ])("with %s is refused there", (_, amend, expected) => {
    expect(issues(amend)).toEqual(expected);
  });

  it("is told all at once what its shape lacks, in Chinese and English", () => {
    const [demand] = threeHomes().demands;
    const misread = { ...threeHomes(), demands: [{ ...demand, persons: 1.5, lng: 200 }], rules: { furthestMeters: 5 } } as unknown as SitingProblem;
    const found = validateSiting(misread);
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      "NOT_A_WHOLE_NUMBER /demands/0/persons",
      "OUT_OF_RANGE /demands/0/lng",
      "UNKNOWN_KEY /rules/furthestMeters",
    ]);
    // what the readable parts say of each other is told as well, by the rows that they have in the caller's lists
    const [home] = threeHomes().sites;
    const mixed = { ...threeHomes(), sites: [{ ...home, beds: 3 }, ...withFirst({ required: true, barred: true })] } as unknown as SitingProblem;
    expect(validateSiting(mixed).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "UNKNOWN_KEY /sites/0/beds",
      "SITING_REQUIRED_AND_BARRED /sites/1",
    ]);
    for (const { message, advice } of found) expect([message.zh, message.en, advice.zh, advice.en].every((text) => text !== "")).toBe(true);
  });
});
