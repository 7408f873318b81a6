import type { Plan, Problem } from "@eldercare/scheduler";
import { objective, type TeamPlan, travelProfiles, type WeekPlan } from "./planWeek.js";

// with the default objective every cost is a whole number of sixtieths (a second of travel at weight 1): summed so, nothing is lost
const sixtieths = (value: number): number => Math.round(value * 60);
const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The whole county's week as one problem and one plan: the teams share nothing, so their costs add up. */
export function mergeTeams({ period, teams }: WeekPlan): { readonly problem: Problem; readonly plan: Plan } {
  const collect = <Item>(pick: (team: TeamPlan) => readonly Item[]): Item[] => teams.flatMap(pick);
  const places = new Map(collect((team) => team.problem.places).map((place) => [place.id, place]));
  const links = collect((team) => team.problem.links ?? []);
  const patterns = collect((team) => team.problem.patterns ?? []);
  const costs: Record<string, number> = {};
  for (const { plan } of teams) for (const [name, value] of Object.entries(plan.cost)) costs[name] = (costs[name] ?? 0) + sixtieths(value);
  const { total = 0, ...components } = Object.fromEntries(Object.entries(costs).map(([name, value]) => [name, millionths(value / 60)]));
  return {
    problem: {
      horizon: period,
      timeZone: "Asia/Shanghai",
      places: [...places.values()],
      travel: { profiles: travelProfiles },
      caregivers: collect((team) => team.problem.caregivers),
      visits: collect((team) => team.problem.visits),
      ...(links.length === 0 ? {} : { links }),
      ...(patterns.length === 0 ? {} : { patterns }),
      objective,
    },
    plan: { routes: collect((team) => team.plan.routes), unassigned: collect((team) => team.plan.unassigned), cost: { ...components, total } },
  };
}
