import type { Plan, PlanStop } from "@eldercare/scheduler";

/** A stop with whose it is and when. */
export interface FoundStop extends PlanStop {
  readonly caregiver: string;
  readonly date: string;
}

/** Every stop of a plan, route by route. */
export function stopsOf({ routes }: Plan): FoundStop[] {
  return routes.flatMap(({ caregiver, date, stops }) => stops.map((stop) => ({ ...stop, caregiver, date })));
}

/** The stop of a visit; undefined where the plan leaves it out. */
export function stopOf(plan: Plan, visit: string): FoundStop | undefined {
  return stopsOf(plan).find(({ kind, id }) => kind === "visit" && id === visit);
}

/** When visits begin, in the order asked; undefined for those left out. */
export function startsOf(plan: Plan, ...visits: readonly string[]): (string | undefined)[] {
  return visits.map((visit) => stopOf(plan, visit)?.start);
}

/** Who makes visits, in the order asked; undefined for those left out. */
export function makersOf(plan: Plan, ...visits: readonly string[]): (string | undefined)[] {
  return visits.map((visit) => stopOf(plan, visit)?.caregiver);
}

/** Ids of the visits and transports left out. */
export function leftOutOf(plan: Plan): string[] {
  return [...plan.unassigned.map(({ visit }) => visit), ...(plan.unassignedTransports ?? []).map(({ transport }) => transport)];
}

/** Why a visit or transport is left out: `caregiver CODE` for each reason. */
export function reasonsOf(plan: Plan, id: string): string[] {
  const visits = plan.unassigned.filter(({ visit }) => visit === id);
  const transports = (plan.unassignedTransports ?? []).filter(({ transport }) => transport === id);
  return [...visits, ...transports].flatMap(({ reasons }) => reasons.map(({ caregiver, code }) => `${caregiver ?? "—"} ${code}`));
}
