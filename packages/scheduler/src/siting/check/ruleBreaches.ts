import type { sitingViolationCodes } from "../codes.js";
import type { SiteCandidate, SitingDemand, SitingProblem } from "../problem.js";
import { isInRadius, wayBetween } from "./distance.js";

/** What is found, before it is put into words. */
export interface SitingBreach {
  readonly code: keyof typeof sitingViolationCodes;
  readonly demand?: string;
  readonly site?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Who goes where: the bare choice. */
export interface Choice {
  readonly opened: readonly string[];
  readonly assignments: readonly { readonly demand: string; readonly site: string }[];
}

interface Load {
  readonly site: SiteCandidate;
  persons: number;
  households: number;
}

function loadBreaches({ rules }: SitingProblem, { site, persons, households }: Load): SitingBreach[] {
  const leastHouseholds = site.leastHouseholds ?? rules?.leastHouseholds ?? 0;
  const breach = (code: SitingBreach["code"], values: Readonly<Record<string, number>>): SitingBreach => ({ code, site: site.id, values });
  return [
    ...(site.capacity !== undefined && persons > site.capacity ? [breach("SITING_OVER_CAPACITY", { seen: persons, most: site.capacity })] : []),
    ...(persons < (site.leastPersons ?? 0) ? [breach("SITING_TOO_FEW_PERSONS", { seen: persons, least: site.leastPersons ?? 0 })] : []),
    ...(households < leastHouseholds ? [breach("SITING_TOO_FEW_HOUSEHOLDS", { seen: households, least: leastHouseholds })] : []),
  ];
}

/** Money that a choice takes, in fen. */
export function moneyOf({ sites }: SitingProblem, opened: ReadonlySet<string>): { readonly oneOffFen: number; readonly yearlyFen: number } {
  let [oneOffFen, yearlyFen] = [0, 0];
  for (const { id, openingFen = 0, closingFen = 0, yearlyFen: running = 0 } of sites) {
    oneOffFen += opened.has(id) ? openingFen : closingFen;
    if (opened.has(id)) yearlyFen += running;
  }
  return { oneOffFen, yearlyFen };
}

function sumBreaches(problem: SitingProblem, opened: ReadonlySet<string>): SitingBreach[] {
  const { rules = {} } = problem;
  const { exactly, least, most } = rules.sites ?? {};
  const count = opened.size;
  const isCount = (exactly === undefined || count === exactly) && (least === undefined || count >= least) && (most === undefined || count <= most);
  const { oneOffFen, yearlyFen } = moneyOf(problem, opened);
  const over = (seen: number, limit: number | undefined): SitingBreach[] =>
    limit !== undefined && seen > limit ? [{ code: "SITING_OVER_BUDGET", values: { seen, most: limit } }] : [];
  return [
    ...(isCount ? [] : [{ code: "SITING_WRONG_COUNT" as const, values: { seen: count } }]),
    ...over(oneOffFen, rules.oneOffBudgetFen),
    ...over(yearlyFen, rules.yearlyBudgetFen),
  ];
}

/** Every rule of a problem that a choice breaks. */
export function ruleBreaches(problem: SitingProblem, { opened, assignments }: Choice): SitingBreach[] {
  const breaches: SitingBreach[] = [];
  const siteRows = new Map(problem.sites.map((site, row) => [site.id, { site, row }]));
  const demandRows = new Map(problem.demands.map((demand, row): [string, { demand: SitingDemand; row: number }] => [demand.id, { demand, row }]));
  const loads = new Map<string, Load>();
  for (const id of opened) {
    const known = siteRows.get(id);
    if (known === undefined) breaches.push({ code: "SITING_UNKNOWN", values: { id } });
    else if (loads.has(id)) breaches.push({ code: "SITING_LISTED_TWICE", values: { id } });
    else loads.set(id, { site: known.site, persons: 0, households: 0 });
    if (known?.site.barred === true) breaches.push({ code: "SITING_BARRED_OPENED", site: id });
  }
  for (const { id, required } of problem.sites)
    if (required === true && !loads.has(id)) breaches.push({ code: "SITING_REQUIRED_NOT_OPENED", site: id });
  const seen = new Set<string>();
  for (const { demand: id, site: siteId } of assignments) {
    const known = demandRows.get(id);
    if (known === undefined) {
      breaches.push({ code: "SITING_UNKNOWN", values: { id } });
      continue;
    }
    if (seen.has(id)) breaches.push({ code: "SITING_LISTED_TWICE", values: { id } });
    seen.add(id);
    const load = loads.get(siteId);
    if (load === undefined) {
      breaches.push({ code: "SITING_NOT_OPENED", demand: id, site: siteId });
      continue;
    }
    load.persons += known.demand.persons;
    load.households += known.demand.households ?? 0;
    const way = wayBetween(problem, known.row, siteRows.get(siteId)?.row ?? -1);
    if (!isInRadius(problem, way)) breaches.push({ code: "SITING_OUT_OF_REACH", demand: id, site: siteId });
  }
  return [...breaches, ...[...loads.values()].flatMap((load) => loadBreaches(problem, load)), ...sumBreaches(problem, new Set(loads.keys()))];
}
