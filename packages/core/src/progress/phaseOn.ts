import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import type { Wording } from "../errors/issue.js";
import type { CivilDate } from "../time/civilDate.js";
import { firstDayOf, lastDayOf } from "./deadline.js";

/** A dated phase of a pilot; `from` and `to` are years, months or days, both included. */
export interface Phase {
  readonly id: string;
  readonly title: Wording;
  readonly from: string;
  readonly to: string;
}

/** Something to be done by the end of a year, a month or a day. */
export interface DatedTask {
  readonly id: string;
  readonly title: Wording;
  readonly by: string;
  /** The day on which it was done; null where it is known not to be, absent where nobody knows. */
  readonly doneOn?: CivilDate | null;
}

/** The phases and tasks of a pilot, and the date asked about. */
export interface PhaseQuestion {
  readonly phases: readonly Phase[];
  readonly tasks: readonly DatedTask[];
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** Where a dated task stands. */
export type TaskState = "done" | "doneLate" | "due" | "late" | "undetermined";

/** The phases in which a date lies (none in a gap), and where each task stands. */
export interface PhaseStanding {
  readonly current: readonly string[];
  readonly tasks: readonly { readonly id: string; readonly state: TaskState }[];
  /** Ids of the tasks that are past their day and known not to be done. */
  readonly late: readonly string[];
}

function stateOf(task: DatedTask, by: CivilDate, on: CivilDate): TaskState {
  if (task.doneOn === undefined) return "undetermined";
  if (task.doneOn !== null && task.doneOn <= on) return task.doneOn <= by ? "done" : "doneLate";
  return on <= by ? "due" : "late";
}

/**
 * Which phase of a pilot a date lies in, and what is late on it. The last day itself is still in time; a task of which nobody
 * knows whether it is done is undetermined, not late.
 *
 * @returns ids of the current phases in the order given, the state of each task, and what is late
 * @throws EldercareError `NOT_A_DATE`, `PERIOD_REVERSED`, `DUPLICATE_ID`
 * @example
 * const phases = [{ id: "implementation", title: { zh: "组织实施阶段", en: "implementation" }, from: "2023-09", to: "2024-04" }];
 * phaseOn({ phases, tasks: [], on: "2023-10-15", clauses: ["NC-5-3"] }).value.current //=> ["implementation"]
 * Source: NC-5-1, NC-5-2, NC-5-3, NC-5-4.
 */
export function phaseOn({ phases, tasks, on, clauses }: PhaseQuestion): Counted<PhaseStanding> {
  const check = new QuestionCheck();
  check.date("/on", on);
  for (const [list, entries] of [["phases", phases] as const, ["tasks", tasks] as const])
    check.unique(
      (index) => `/${list}/${index}/id`,
      entries.map(({ id }) => id),
    );
  const periods = phases.map((phase, index) => {
    const from = firstDayOf(check, `/phases/${index}/from`, phase.from);
    const to = lastDayOf(check, `/phases/${index}/to`, phase.to);
    if (to !== "" && to < from) check.add(reportIssue("PERIOD_REVERSED", `/phases/${index}`, { seen: `${phase.from} – ${phase.to}` }));
    return { ...phase, from, to };
  });
  const dated = tasks.map((task, index) => {
    if (typeof task.doneOn === "string") check.date(`/tasks/${index}/doneOn`, task.doneOn);
    return { task, by: lastDayOf(check, `/tasks/${index}/by`, task.by) };
  });
  check.done();
  const current = periods.filter(({ from, to }) => from <= on && on <= to);
  const states = dated.map(({ task, by }) => ({ id: task.id, state: stateOf(task, by, on) }));
  const steps: Step[] = [
    ...current.map(({ title, from, to }) => ({
      zh: `${on} 处于${title.zh}（${from} 至 ${to}）`,
      en: `${on} lies in the phase ${title.en} (${from} to ${to})`,
      value: "✓",
    })),
    ...dated.map(({ task, by }, index) => ({
      zh: `${task.title.zh}，期限 ${by}`,
      en: `${task.title.en}, by ${by}`,
      value: states[index]?.state ?? "",
    })),
  ];
  const late = states.filter(({ state }) => state === "late").map(({ id }) => id);
  return { value: { current: current.map(({ id }) => id), tasks: states, late }, unit: "phase", steps, clauses };
}
