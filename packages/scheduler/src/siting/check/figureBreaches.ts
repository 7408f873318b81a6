import type { SitingPlan } from "../answer.js";
import type { SitingProblem } from "../problem.js";
import { wayBetween } from "./distance.js";
import { moneyOf, type SitingBreach } from "./ruleBreaches.js";

const thousandth = (value: number): number => Math.round(value * 1000);

/** What a plan costs, worked out anew in thousandths of a unit. */
function costAnew(problem: SitingProblem, plan: SitingPlan): Record<keyof SitingPlan["cost"], number> {
  const {
    personKilometre = 1,
    personMinute = 0,
    oneOffFen: oneOffWeight = 0,
    yearlyFen: yearlyWeight = 0,
    unservedPerson = 0,
  } = problem.weights ?? {};
  const demandRow = new Map(problem.demands.map(({ id }, row) => [id, row]));
  const siteRow = new Map(problem.sites.map(({ id }, row) => [id, row]));
  let travel = 0;
  for (const { demand, site } of plan.assignments) {
    const { metres = 0, seconds = 0 } = wayBetween(problem, demandRow.get(demand) ?? -1, siteRow.get(site) ?? -1);
    const persons = problem.demands[demandRow.get(demand) ?? -1]?.persons ?? 0;
    travel += Math.round(persons * metres * personKilometre) + Math.round((persons * seconds * personMinute * 1000) / 60);
  }
  const opened = new Set(plan.opened.map(({ site }) => site));
  let [oneOff, yearly] = [0, 0];
  for (const { id, openingFen = 0, closingFen = 0, yearlyFen = 0 } of problem.sites) {
    oneOff += thousandth((opened.has(id) ? openingFen : closingFen) * oneOffWeight);
    if (opened.has(id)) yearly += thousandth(yearlyFen * yearlyWeight);
  }
  const served = new Set(plan.assignments.map(({ demand }) => demand));
  let unserved = 0;
  for (const { id, persons } of problem.demands) if (!served.has(id)) unserved += thousandth(persons * unservedPerson);
  return { travel, oneOff, yearly, unserved, total: travel + oneOff + yearly + unserved };
}

/** Figures of a plan that are not those worked out anew. */
export function figureBreaches(problem: SitingProblem, plan: SitingPlan): SitingBreach[] {
  const breaches: SitingBreach[] = [];
  const compare = (
    field: string,
    seen: number | undefined,
    expected: number | undefined,
    about: Pick<SitingBreach, "demand" | "site"> = {},
  ): void => {
    if (seen !== expected)
      breaches.push({ code: "SITING_FIGURE_WRONG", ...about, values: { field, seen: String(seen), expected: String(expected) } });
  };
  for (const [part, expected] of Object.entries(costAnew(problem, plan))) {
    const seen = plan.cost[part as keyof SitingPlan["cost"]];
    compare(`cost.${part}`, thousandth(seen) / 1000 === seen ? seen : Number.NaN, expected / 1000);
  }
  const demandRow = new Map(problem.demands.map(({ id }, row) => [id, row]));
  const siteRow = new Map(problem.sites.map(({ id }, row) => [id, row]));
  for (const { demand, site, distanceMetres, durationSeconds } of plan.assignments) {
    const way = wayBetween(problem, demandRow.get(demand) ?? -1, siteRow.get(site) ?? -1);
    compare("distanceMetres", distanceMetres, way.metres, { demand, site });
    compare("durationSeconds", durationSeconds, way.seconds, { demand, site });
  }
  const personsOf = new Map(problem.demands.map(({ id, persons }) => [id, persons]));
  const persons = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (personsOf.get(id) ?? 0), 0);
  for (const opened of plan.opened) {
    const served = plan.assignments.filter(({ site }) => site === opened.site).map(({ demand }) => demand);
    compare("demands", opened.demands.length, served.length, { site: opened.site });
    for (const demand of opened.demands) if (!served.includes(demand)) compare("demands", 1, 0, { site: opened.site, demand });
    compare("persons", opened.persons, persons(served), { site: opened.site });
    if (opened.households !== undefined) {
      const households = served.reduce((sum, id) => sum + (problem.demands[demandRow.get(id) ?? -1]?.households ?? 0), 0);
      compare("households", opened.households, households, { site: opened.site });
    }
    const capacity = problem.sites[siteRow.get(opened.site) ?? -1]?.capacity;
    compare("spare", opened.spare, capacity === undefined ? undefined : capacity - persons(served), { site: opened.site });
  }
  const isOpened = new Set(plan.opened.map(({ site }) => site));
  const closed = problem.sites.filter(({ id, existing }) => existing === true && !isOpened.has(id)).map(({ id }) => id);
  compare("closed", plan.closed.filter((id) => closed.includes(id)).length, closed.length);
  compare("closed", plan.closed.length, closed.length);
  compare("servedPersons", plan.servedPersons, persons(plan.assignments.map(({ demand }) => demand)));
  compare("unservedPersons", plan.unservedPersons, persons(plan.unserved.map(({ demand }) => demand)));
  const money = moneyOf(problem, isOpened);
  compare("oneOffFen", plan.oneOffFen, money.oneOffFen);
  compare("yearlyFen", plan.yearlyFen, money.yearlyFen);
  return breaches;
}
