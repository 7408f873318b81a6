import { EldercareError, type Issue, parseShape, reportIssue } from "@eldercare/core";
import { reportSitingIssue } from "./codes.js";
import { type SitingProblem, sitingProblemSchema } from "./problem.js";
import { readableParts } from "./readableParts.js";

type Rows = readonly (number | null)[];

function duplicates(list: "demands" | "sites", ids: readonly string[]): Issue[] {
  const seen = new Set<string>();
  return ids.flatMap((id, row) => {
    if (seen.has(id)) return [reportIssue("DUPLICATE_ID", `/${list}/${row}/id`, { seen: id })];
    seen.add(id);
    return [];
  });
}

const isEntry = (value: unknown): boolean => value === null || (typeof value === "number" && value >= 0);

function checkMatrix({ demands, sites }: SitingProblem, rows: Rows | undefined, pointer: string): Issue[] {
  if (rows === undefined) return [];
  const expected = demands.length * sites.length;
  if (rows.length !== expected)
    return [reportSitingIssue("SITING_MATRIX_WRONG_SIZE", pointer, { seen: rows.length, values: { expected: String(expected) } })];
  let first = -1;
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    if (isEntry(rows[index])) continue;
    count++;
    if (first < 0) first = index;
  }
  if (first < 0) return [];
  const from = demands[Math.floor(first / sites.length)]?.id ?? "";
  const to = sites[first % sites.length]?.id ?? "";
  const seen = Number.isNaN(rows[first]) ? "NaN" : rows[first];
  return [reportSitingIssue("SITING_MATRIX_ENTRY_INVALID", `${pointer}/${first}`, { seen, values: { from, to, count: String(count) } })];
}

const words = {
  distances: { zh: "路程", en: "distances" },
  durations: { zh: "行程时间", en: "durations" },
  furthestMetres: { zh: "服务半径", en: "a furthest journey" },
  longestSeconds: { zh: "最长行程", en: "a longest journey" },
  personKilometre: { zh: "每人公里的权重", en: "a weight of kilometres" },
  personMinute: { zh: "每人分钟行程的权重", en: "a weight of minutes" },
} as const;

/** What the rules and weights ask of journeys that are not given. */
function checkTravel(problem: SitingProblem): Issue[] {
  const { travel, rules = {}, weights = {} } = problem;
  const hasDistances = travel.kind === "straightLine" || travel.distancesMetres !== undefined;
  const hasDurations = travel.kind === "straightLine" ? travel.metresPerSecond !== undefined : travel.durationsSeconds !== undefined;
  const lacks = (what: keyof typeof words, needs: "distances" | "durations", pointer: string): Issue => {
    const values = { "what.zh": words[what].zh, "what.en": words[what].en, "needs.zh": words[needs].zh, "needs.en": words[needs].en };
    return reportSitingIssue("SITING_TRAVEL_INCOMPLETE", pointer, { values });
  };
  const kilometres = weights.personKilometre ?? 1;
  return [
    ...(rules.furthestMetres !== undefined && !hasDistances ? [lacks("furthestMetres", "distances", "/rules/furthestMetres")] : []),
    ...(rules.longestSeconds !== undefined && !hasDurations ? [lacks("longestSeconds", "durations", "/rules/longestSeconds")] : []),
    ...(kilometres > 0 && !hasDistances ? [lacks("personKilometre", "distances", "/travel")] : []),
    ...((weights.personMinute ?? 0) > 0 && !hasDurations ? [lacks("personMinute", "durations", "/weights/personMinute")] : []),
    ...(travel.kind === "matrix"
      ? [
          ...checkMatrix(problem, travel.distancesMetres, "/travel/distancesMetres"),
          ...checkMatrix(problem, travel.durationsSeconds, "/travel/durationsSeconds"),
        ]
      : []),
  ];
}

function checkCounts({ sites, rules = {} }: SitingProblem): Issue[] {
  const { exactly, least, most } = rules.sites ?? {};
  const contradicts = exactly === undefined ? (least ?? 0) > (most ?? Number.POSITIVE_INFINITY) : least !== undefined || most !== undefined;
  if (contradicts) return [reportSitingIssue("SITING_COUNTS_CONTRADICT", "/rules/sites", { seen: rules.sites })];
  const candidates = sites.filter(({ barred }) => barred !== true).length;
  const required = sites.filter((site) => site.required === true && site.barred !== true).length;
  const [fewest, atMost] = [exactly ?? least ?? 0, exactly ?? most ?? Number.POSITIVE_INFINITY];
  return [
    ...(fewest > candidates
      ? [reportSitingIssue("SITING_TOO_FEW_CANDIDATES", "/rules/sites", { seen: fewest, values: { count: String(candidates) } })]
      : []),
    ...(required > atMost
      ? [reportSitingIssue("SITING_REQUIRED_TOO_MANY", "/rules/sites", { seen: required, values: { most: String(atMost) } })]
      : []),
  ];
}

function checkBudgets({ sites, rules = {} }: SitingProblem): Issue[] {
  const isRequired = (site: SitingProblem["sites"][number]): boolean => site.required === true && site.barred !== true;
  // what is neither required nor barred may be kept or closed, whichever costs less
  const oneOff = sites.reduce((sum, site) => {
    const [opening, closing] = [site.openingFen ?? 0, site.closingFen ?? 0];
    return sum + (isRequired(site) ? opening : site.barred === true ? closing : Math.min(opening, closing));
  }, 0);
  const yearly = sites.filter(isRequired).reduce((sum, site) => sum + (site.yearlyFen ?? 0), 0);
  const over = (field: "oneOffBudgetFen" | "yearlyBudgetFen", seen: number): Issue[] => {
    const most = rules[field];
    if (most === undefined || seen <= most) return [];
    return [reportSitingIssue("SITING_REQUIRED_OVER_BUDGET", `/rules/${field}`, { seen, values: { field, most: String(most) } })];
  };
  return [...over("oneOffBudgetFen", oneOff), ...over("yearlyBudgetFen", yearly)];
}

function checkSites({ sites }: SitingProblem): Issue[] {
  return sites.flatMap((site, row) => [
    ...(site.required === true && site.barred === true ? [reportSitingIssue("SITING_REQUIRED_AND_BARRED", `/sites/${row}`, { seen: site.id })] : []),
    ...((site.closingFen ?? 0) > 0 && site.existing !== true
      ? [reportSitingIssue("SITING_CLOSING_WITHOUT_EXISTING", `/sites/${row}/closingFen`, { seen: site.id })]
      : []),
  ]);
}

function checkHouseholds({ demands, sites, rules = {} }: SitingProblem): Issue[] {
  const asked = sites.some((site) => (site.leastHouseholds ?? rules.leastHouseholds ?? 0) > 0);
  if (!asked) return [];
  return demands.flatMap(({ id, households }, row) =>
    households === undefined ? [reportSitingIssue("SITING_HOUSEHOLDS_UNKNOWN", `/demands/${row}`, { seen: id })] : [],
  );
}

/** @param isWhole false where rows were left out that cannot be read: then nothing is said of how many there are */
function checkMeaning(problem: SitingProblem, isWhole: boolean): Issue[] {
  const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
  return [
    ...duplicates("demands", idsOf(problem.demands)),
    ...duplicates("sites", idsOf(problem.sites)),
    ...checkSites(problem),
    ...(isWhole ? [...checkTravel(problem), ...checkCounts(problem)] : []),
    ...checkBudgets(problem),
    ...checkHouseholds(problem),
  ];
}

/**
 * Everything that is wrong with a question of siting: every issue at once, each with a pointer into it.
 *
 * @returns issues; none where `site` can answer it
 * @example
 * validateSiting({ ...siting, rules: { sites: { exactly: 9 } } })[0].code //=> "SITING_TOO_FEW_CANDIDATES"
 */
export function validateSiting(problem: SitingProblem): Issue[] {
  const shape = parseShape(sitingProblemSchema, problem).issues;
  if (shape.length === 0) return checkMeaning(problem, true);
  const sound = readableParts(problem, shape);
  if (sound === undefined) return [...shape];
  const meaning = checkMeaning(sound.problem, false).map((issue) => ({ ...issue, pointer: sound.pointerOf(issue.pointer) }));
  return [...shape, ...meaning];
}

/** @throws EldercareError with every issue */
export function requireValidSiting(problem: SitingProblem): void {
  const issues = validateSiting(problem);
  if (issues.length > 0) throw new EldercareError(issues);
}
