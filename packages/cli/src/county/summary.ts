import type { CivilDate, Decision, Issue, Wording } from "@eldercare/core";
import type { Overlay } from "@eldercare/rules";
import type { Plan, Problem } from "@eldercare/scheduler";
import type { Numbers } from "./countNumbers.js";
import type { Entitlements } from "./entitlements.js";
import type { Policy } from "./loadPolicy.js";
import type { County } from "./loadRegister.js";
import type { WeekPlan } from "./planWeek.js";
import type { CountyRequest } from "./request.js";

/** The run in figures. Same input, same bytes: no timings here. */
export interface Summary {
  readonly title: Wording;
  readonly on: CivilDate;
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  readonly seed: number;
  readonly synthetic: boolean;
  readonly illustrative: boolean;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly overlays: readonly { readonly id: string; readonly illustrative: boolean }[];
  readonly people: number;
  readonly decisions: { readonly granted: number; readonly denied: number; readonly undetermined: number };
  readonly rules: readonly {
    readonly rule: string;
    readonly granted: number;
    readonly denied: number;
    readonly undetermined: number;
    readonly illustrative: number;
  }[];
  readonly askNext: readonly { readonly ask: string; readonly title: Wording; readonly decisions: number }[];
  /** Over all staffing requirements, in persons. */
  readonly staff: { readonly required: number; readonly short: number; readonly facilitiesShort: number };
  readonly standards: { readonly met: number; readonly notMet: number; readonly undetermined: number };
  /** Least running cost of all facilities for a year, fen. */
  readonly fundingFenPerYear: number;
  readonly targets: { readonly met: number; readonly due: number; readonly overdue: number; readonly undated: number; readonly undetermined: number };
  readonly warnings: readonly { readonly rule: string; readonly code: string; readonly message: Wording; readonly advice: Wording }[];
  readonly visits: {
    readonly asked: number;
    readonly planned: number;
    readonly unassigned: number;
    readonly teams: number;
    /** Members of the teams who have a shift in the week. */
    readonly caregivers: number;
    /** Those of them who have a visit. */
    readonly caregiversWithVisits: number;
    readonly routes: number;
    readonly cost: Plan["cost"];
  };
  readonly notes: readonly { readonly code: string; readonly count: number }[];
}

/** What is known of a run when its figures are drawn up. */
export interface RunParts {
  readonly request: CountyRequest;
  readonly policy: Policy;
  readonly county: County;
  readonly entitlements: Entitlements;
  readonly numbers: Numbers;
  readonly week: WeekPlan;
  readonly problem: Problem;
  readonly plan: Plan;
  /** What was left out, assumed or moved, over all steps of the run. */
  readonly notes: readonly Issue[];
}

const countBy = (items: readonly string[]): { code: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => (a.code < b.code ? -1 : 1));
};

/** Decisions about facilities, villages, townships and the county. */
export const placeDecisions = ({ facilities, places, targets }: Numbers): Decision[] => [
  ...facilities.flatMap(({ decisions }) => decisions),
  ...places.flatMap(({ decisions }) => decisions),
  ...targets,
];

/** Draws up the figures of a run. */
export function summarise({ request, policy, county, entitlements, numbers, week, problem, plan, notes }: RunParts): Summary {
  const { tallies, askNext, people } = entitlements;
  const sum = (pick: (tally: (typeof tallies)[number]) => number): number => tallies.reduce((total, tally) => total + pick(tally), 0);
  const others = placeDecisions(numbers);
  const staffing = others.flatMap(({ effect }) => (effect?.kind === "staffing" ? [effect] : []));
  const kindOf = new Map(policy.engine.rules(request.on).map((rule) => [rule.key, rule.kind]));
  const standards = others.filter(({ rule }) => kindOf.get(rule) === "standard" || kindOf.get(rule) === "checklist");
  const states = numbers.targets.flatMap(({ effect }) => (effect?.kind === "target" ? [effect.state] : []));
  const state = (wanted: (typeof states)[number]): number => states.filter((each) => each === wanted).length;
  const status = (wanted: Decision["status"]): number => standards.filter((decision) => decision.status === wanted).length;
  return {
    title: policy.pack.title,
    on: request.on,
    period: week.period,
    seed: request.seed,
    synthetic: county.synthetic,
    illustrative: [...entitlements.shared, ...others].some((decision) => decision.illustrative) || county.catalogue.illustrative === true,
    packs: policy.engine.packs.map(({ id, version }) => ({ id, version })),
    overlays: policy.engine.overlays.map(({ id, illustrative }: Overlay) => ({ id, illustrative })),
    people: people.length,
    decisions: { granted: sum((tally) => tally.granted), denied: sum((tally) => tally.denied), undetermined: sum((tally) => tally.undetermined) },
    rules: tallies.map(({ rule, granted, denied, undetermined, illustrative }) => ({ rule: rule.key, granted, denied, undetermined, illustrative })),
    askNext: askNext.map(({ name, title, decisions }) => ({ ask: name, title, decisions })),
    staff: {
      required: staffing.reduce((total, effect) => total + (effect.required ?? 0), 0),
      short: staffing.reduce((total, effect) => total + (effect.short ?? 0), 0),
      facilitiesShort: numbers.facilities.filter(({ decisions }) =>
        decisions.some(({ effect }) => effect?.kind === "staffing" && (effect.short ?? 0) > 0),
      ).length,
    },
    standards: { met: status("met"), notMet: status("notMet"), undetermined: status("undetermined") },
    fundingFenPerYear: others.reduce((total, { effect }) => total + (effect?.kind === "funding" ? (effect.amountFen ?? 0) : 0), 0),
    targets: { met: state("met"), due: state("due"), overdue: state("overdue"), undated: state("undated"), undetermined: state("undetermined") },
    warnings: numbers.targets.flatMap(({ rule, warnings }) => warnings.map(({ code, message, advice }) => ({ rule, code, message, advice }))),
    visits: {
      asked: problem.visits.length,
      planned: problem.visits.length - plan.unassigned.length,
      unassigned: plan.unassigned.length,
      teams: week.teams.length,
      caregivers: problem.caregivers.length,
      caregiversWithVisits: new Set(plan.routes.map((route) => route.caregiver)).size,
      routes: plan.routes.length,
      cost: plan.cost,
    },
    notes: countBy(notes.map((issue) => issue.code)),
  };
}
