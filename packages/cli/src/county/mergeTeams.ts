import type { Plan, Problem } from "@eldercare/scheduler";
import { type TeamPlan, travelProfiles, type WeekPlan } from "./planWeek.js";

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The whole county's week as one problem and one plan: the teams share nothing, so their costs add up. */
export function mergeTeams({ period, teams }: WeekPlan): { readonly problem: Problem; readonly plan: Plan } {
  const collect = <Item>(pick: (team: TeamPlan) => readonly Item[]): Item[] => teams.flatMap(pick);
  const places = new Map(collect((team) => team.problem.places).map((place) => [place.id, place]));
  const costs: Record<string, number> = {};
  for (const { plan } of teams) for (const [name, value] of Object.entries(plan.cost)) costs[name] = hundredths((costs[name] ?? 0) + value);
  const { total = 0, ...components } = costs;
  return {
    problem: {
      horizon: period,
      timeZone: "Asia/Shanghai",
      places: [...places.values()],
      travel: { profiles: travelProfiles },
      caregivers: collect((team) => team.problem.caregivers),
      visits: collect((team) => team.problem.visits),
    },
    plan: { routes: collect((team) => team.plan.routes), unassigned: collect((team) => team.plan.unassigned), cost: { ...components, total } },
  };
}
