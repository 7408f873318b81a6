import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import { tick, type Verdict, verdictOfAll } from "./verdict.js";

/** One thing that must be there. */
export interface ChecklistItem {
  readonly id: string;
  readonly title: Wording;
}

/** What is recorded of a checklist: yes or no for each item, an item left out being unknown; or the whole list of what there is. */
export type ChecklistRecord = Readonly<Record<string, boolean>> | readonly string[];

/** Items asked for and what is recorded of them. */
export interface ChecklistQuestion {
  readonly items: readonly ChecklistItem[];
  /** Absent where nothing is recorded. */
  readonly record?: ChecklistRecord | undefined;
  readonly clauses: readonly string[];
}

/** How a checklist stands, with the ids of its items in the order asked. */
export interface ChecklistResult {
  readonly status: Verdict;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** Whether a record has an item; undefined where it does not say. */
export function hasItem(record: ChecklistRecord | undefined, item: string): boolean | undefined {
  if (record === undefined) return undefined;
  if (isList(record)) return record.includes(item);
  return Object.hasOwn(record, item) ? record[item] : undefined;
}

const isList = (record: ChecklistRecord): record is readonly string[] => Array.isArray(record);

/**
 * Goes through a checklist: an item that nobody has answered is unknown, which is not missing.
 *
 * @returns met where all items are there, notMet where one surely is not, else undetermined
 * @throws EldercareError `DUPLICATE_ID` where an item is asked for twice
 * @example
 * checkItems({ items: [{ id: "call", title: { zh: "紧急呼叫", en: "emergency call" } }], record: {}, clauses: [] }).value //=> { status: "undetermined", present: [], missing: [], unknown: ["call"] }
 * Source: NC-4.2.6-a, NY-5.2-a (lists of rooms and of steps).
 */
export function checkItems({ items, record, clauses }: ChecklistQuestion): Counted<ChecklistResult> {
  const check = new QuestionCheck();
  const ids = items.map(({ id }) => id);
  check.unique((index) => `/items/${index}/id`, ids);
  check.done();
  const answers = items.map(({ id }) => hasItem(record, id));
  const those = (answer: boolean | undefined): string[] => ids.filter((_, index) => answers[index] === answer);
  return {
    value: { status: verdictOfAll(answers), present: those(true), missing: those(false), unknown: those(undefined) },
    unit: "item",
    steps: items.map(({ title }, index) => ({ ...title, value: tick(answers[index]) })),
    clauses,
  };
}
