import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Facility } from "../facility/facility.js";
import { type ChecklistItem, type ChecklistResult, checkItems } from "../progress/checkItems.js";
import type { CivilDate } from "../time/civilDate.js";
import { operatesOn } from "./reachedOn.js";

/** What a facility must have passed before it may operate. */
export interface GateQuestion {
  readonly facility: Pick<Facility, "checklist" | "events">;
  /** Such as fire design review, acceptance and filing. */
  readonly gates: readonly ChecklistItem[];
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** Which gates are passed; `status` says whether the facility may operate. */
export interface GateStanding extends ChecklistResult {
  /** Whether it operates although a gate is not passed; undefined where one of the two is unknown. */
  readonly breach: boolean | undefined;
}

/**
 * Whether a facility may operate: each gate stands in its checklist as passed. A gate of which nothing is recorded is
 * unknown, and so is the permission.
 *
 * @throws EldercareError `NOT_A_DATE`, `DUPLICATE_ID`
 * @example
 * const gates = [{ id: "fireAcceptance", title: { zh: "消防验收", en: "fire acceptance" } }];
 * checkGates({ facility: { checklist: { fireAcceptance: false }, events: [{ on: "2022-03-01", state: "operating" }] }, gates, on: "2022-12-31", clauses: ["NY-5.2-g"] }).value.breach //=> true
 * Source: NY-5.2-g.
 */
export function checkGates({ facility, gates, on, clauses }: GateQuestion): Counted<GateStanding> {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.done();
  const passed = checkItems({ items: gates, record: facility.checklist, clauses });
  const operates = operatesOn(facility, on);
  const { status } = passed.value;
  const breach = operates === false || status === "met" ? false : operates === true && status === "notMet" ? true : undefined;
  return { ...passed, value: { ...passed.value, breach } };
}
