import { type AreaCode, areaAtTier, type Decision, type Issue, type Register, type ServiceCatalogue } from "@eldercare/core";
import type { Engine } from "@eldercare/rules";
import { type Plan, type Problem, type Run, rosterFor, solve, type Visit, visitsFor } from "@eldercare/scheduler";
import { reportCliIssue } from "../errors/codes.js";
import { type CountyRequest, weekAfter } from "./request.js";
import { teamsOf } from "./teamsOf.js";

/** One township's team, its visits of the week, and the plan found. */
export interface TeamPlan {
  readonly township: AreaCode;
  readonly problem: Problem;
  readonly plan: Plan;
  readonly run: Run;
}

/** The week's visits of the county. */
export interface WeekPlan {
  readonly period: { readonly from: string; readonly to: string };
  readonly teams: readonly TeamPlan[];
  readonly notes: readonly Issue[];
}

/** How far the search has come, over all teams. */
export interface WeekProgress {
  readonly team: number;
  readonly teams: number;
  readonly visits: number;
  readonly unassigned: number;
}

/** Assumptions of travel that a deployer may replace; road length over straight line as measured in mountain counties. */
export const travelProfiles = { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } as const;

/**
 * Prices of visits left out, by priority, in minutes of travel: so high that nobody who is owed a visit goes without one
 * because the road is long. Where there is too little time for all, the more urgent go first.
 */
export const objective = { unservedPriority: [100_000, 30_000, 10_000, 3_000, 1_000] } satisfies Problem["objective"];

const numberBy = (engine: Engine, id: string, on: string): number | undefined => {
  const value = engine.parameter(id, on)?.value;
  return typeof value === "number" ? value : undefined;
};

/** The working time that the national pack states, for staff of whom nothing else is known. */
function workMinutesBy(engine: Engine, on: string): { perDay?: number; perWeek?: number } {
  const perDay = numberBy(engine, "work.minutesPerDay", on);
  const perWeek = numberBy(engine, "work.minutesPerWeek", on);
  return { ...(perDay === undefined ? {} : { perDay }), ...(perWeek === undefined ? {} : { perWeek }) };
}

function visitsByTownship(visits: readonly Visit[], townshipOf: ReadonlyMap<string, AreaCode>): Map<AreaCode, Visit[]> {
  const found = new Map<AreaCode, Visit[]>();
  for (const visit of visits) {
    const township = townshipOf.get(visit.person ?? "") ?? "";
    const here = found.get(township);
    if (here === undefined) found.set(township, [visit]);
    else here.push(visit);
  }
  return found;
}

/** What binds a team's visits: those of one person are all of one team. */
function bindingsOf({ links, patterns }: ReturnType<typeof visitsFor>, visits: readonly Visit[]): Pick<Problem, "links" | "patterns"> {
  const ids = new Set(visits.map(({ id }) => id));
  const ofTeam = <Bound extends { readonly visits: readonly string[] }>(all: readonly Bound[]): Bound[] =>
    all.filter((each) => each.visits.every((id) => ids.has(id)));
  const [linked, patterned] = [ofTeam(links), ofTeam(patterns)];
  return { ...(linked.length === 0 ? {} : { links: linked }), ...(patterned.length === 0 ? {} : { patterns: patterned }) };
}

/**
 * Makes the week's visits from the entitlements and plans them, team by team. Every plan has been checked independently of
 * the search before it is returned.
 */
export async function planWeek(
  engine: Engine,
  register: Register,
  decisions: readonly Decision[],
  catalogue: ServiceCatalogue,
  request: CountyRequest,
  onProgress: (progress: WeekProgress) => void,
): Promise<WeekPlan> {
  const period = weekAfter(request.on);
  const { people, areas, facilities } = register;
  const demand = visitsFor({ decisions, people, catalogue, period, areas });
  const { teams: staff, inFacilities, elsewhere } = teamsOf(register);
  const townshipOf = new Map(people.map((person) => [person.id, areaAtTier(person.residence?.area ?? "", "township") ?? ""]));
  const visitsOf = visitsByTownship(demand.visits, townshipOf);
  const townships = [...visitsOf.keys()].sort();
  const workMinutes = workMinutesBy(engine, request.on);
  const restDays = numberBy(engine, "work.restDaysPerWeek", request.on);
  const limits = { workMinutes, ...(restDays === undefined ? {} : { restDaysPerWeek: restDays }) };
  const notes: Issue[] = [...demand.notes];
  if (elsewhere > 0) notes.push(reportCliIssue("CAREGIVER_WITHOUT_TOWNSHIP", "/caregivers", { values: { count: String(elsewhere) } }));
  const teams: TeamPlan[] = [];
  for (const [index, township] of townships.entries()) {
    const visits = visitsOf.get(township) ?? [];
    const members = staff.get(township) ?? [];
    if (members.length === 0) {
      const values = { visits: String(visits.length), staff: String(inFacilities.get(township) ?? 0) };
      notes.push(reportCliIssue("TOWNSHIP_WITHOUT_TEAM", "/caregivers", { seen: township, values }));
    }
    const roster = rosterFor({ caregivers: members.map(({ caregiver }) => caregiver), facilities, areas, period, profile: "car", ...limits });
    // the roster counts the team's members, its reader the rows of the register
    for (const note of roster.notes)
      notes.push({
        ...note,
        pointer: note.pointer.replace(/^\/caregivers\/(\d+)/, (_, member: string) => `/caregivers/${members[Number(member)]?.row}`),
      });
    const used = new Set(visits.map((visit) => visit.place));
    const problem: Problem = {
      horizon: period,
      timeZone: "Asia/Shanghai",
      places: [...demand.places.filter((place) => used.has(place.id)), ...roster.places],
      travel: { profiles: travelProfiles },
      caregivers: roster.caregivers,
      visits,
      ...bindingsOf(demand, visits),
      objective,
    };
    const share = visits.length / Math.max(1, demand.visits.length);
    const budget = request.iterations === undefined ? { timeLimitMs: (request.seconds ?? 0) * 1000 * share } : { maxIterations: request.iterations };
    const tell = (unassignedHere: number): void => {
      const unassigned = unassignedHere + teams.reduce((sum, team) => sum + team.plan.unassigned.length, 0);
      onProgress({ team: index + 1, teams: townships.length, visits: demand.visits.length, unassigned });
    };
    const { plan, run } = await solve(problem, { ...budget, seed: request.seed, onProgress: ({ unassigned }) => tell(unassigned) });
    teams.push({ township, problem, plan, run });
    tell(0);
  }
  return { period, teams, notes };
}
