import type { Wording } from "@eldercare/core";
import { isFact } from "../model/facts.js";
import type { Plan } from "../model/plan.js";
import { type Appointed, appointedIn } from "../model/presentPlan.js";
import type { Problem } from "../model/problem.js";
import { changeWords, fill } from "./words.js";

/** What has become of a visit. */
export type ChangeKind = "added" | "moved" | "retimed" | "droppedOut" | "cancelled" | "cutShort" | "prolonged";

/** One change of a plan, as data and in words. */
export interface Change {
  readonly kind: ChangeKind;
  readonly visit: string;
  readonly person?: string;
  /** Who was to make it, and when; null where nobody was. */
  readonly from: Appointed | null;
  /** Who makes it now, and when; null where nobody does. */
  readonly to: Appointed | null;
  readonly message: Wording;
}

function kindOf(from: Appointed | undefined, to: Appointed | undefined, isWanted: boolean): ChangeKind | undefined {
  if (!isWanted) return "cancelled";
  if (from === undefined) return to === undefined ? undefined : "added";
  if (to === undefined) return "droppedOut";
  if (from.caregiver !== to.caregiver || from.date !== to.date) return "moved";
  return from.start === to.start ? undefined : "retimed";
}

const printed = (at: Appointed | null): { readonly caregiver: string; readonly date: string; readonly start: string } => ({
  caregiver: at?.caregiver ?? "—",
  date: at?.date ?? "—",
  start: at?.start ?? "—",
});

/** A change with its words. */
function worded(kind: ChangeKind, visit: string, person: string | undefined, from: Appointed | null, to: Appointed | null): Change {
  const was = printed(from);
  const is = printed(to);
  const values = { visit, ...is, fromCaregiver: was.caregiver, fromDate: was.date, fromStart: was.start };
  const words = changeWords[kind];
  return { kind, visit, ...(person === undefined ? {} : { person }), from, to, message: { zh: fill(words.zh, values), en: fill(words.en, values) } };
}

/** What has changed from one plan to another: visits in the order of the first problem, then those that have come. */
export function changesBetween(
  before: { readonly problem: Problem; readonly plan: Plan },
  after: { readonly problem: Problem; readonly plan: Plan },
): Change[] {
  const was = appointedIn(before.plan.routes);
  const is = appointedIn(after.plan.routes);
  const old = new Map(before.problem.visits.map((visit) => [visit.id, visit]));
  const present = new Map(after.problem.visits.map((visit) => [visit.id, visit]));
  const all = [...before.problem.visits, ...after.problem.visits.filter(({ id }) => !old.has(id))];
  return all.flatMap(({ id, person }): Change[] => {
    const [from, to, now] = [was.get(id), is.get(id), present.get(id)];
    const kind = kindOf(from, to, now !== undefined);
    const changes = kind === undefined ? [] : [worded(kind, id, person, from ?? null, to ?? null)];
    const [long, longNow] = [old.get(id)?.serviceMinutes, now?.serviceMinutes];
    if (long === undefined || longNow === undefined || long === longNow || kind === "droppedOut") return changes;
    // what is done by now may have ended early: that is recorded, not changed
    if (longNow < long && now !== undefined && isFact(now) && old.get(id)?.fixed?.state === "done") return changes;
    return [...changes, worded(longNow < long ? "cutShort" : "prolonged", id, person, from ?? null, to ?? null)];
  });
}
