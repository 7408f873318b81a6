import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { mostDays, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { byText } from "../progress/verdict.js";
import { date, id, titled } from "../register/field.js";
import { addDays, type CivilDate, daysBetween } from "../time/civilDate.js";

/** What those obliged by law owe an older person: 经济上供养、生活上照料、精神上慰藉. */
export const familyDuties = ["support", "care", "comfort"] as const;
/** Who reminds them: 村（居）民委员会、老年人组织、所在单位、其他. */
export const remindingBodies = ["villagersCommittee", "olderPersonsOrganisation", "employer", "other"] as const;

/** Shape of one reminder; `fulfilledOn` is `null` while the duty is not met, absent where that is unknown. */
export const dutyReminderSchema = v.strictObject({
  id,
  person: titled(id, "老年人", "older person"),
  dutyBearer: titled(id, "赡养人或扶养人", "who is obliged"),
  duty: titled(v.picklist(familyDuties), "赡养、扶养义务", "duty"),
  remindedOn: titled(date, "督促日期", "date of the reminder"),
  by: v.exactOptional(titled(v.picklist(remindingBodies), "督促单位", "who reminded")),
  fulfilledOn: v.exactOptional(titled(v.nullable(date), "履行日期", "date on which the duty was met")),
});

/** One reminder; `fulfilledOn` is `null` while the duty is not met, absent where that is unknown. */
export interface DutyReminder extends v.InferOutput<typeof dutyReminderSchema> {}

/** Reminders, and after how many days each is followed up. */
export interface DutyQuestion {
  readonly reminders: readonly DutyReminder[];
  readonly on: CivilDate;
  /** Days from a reminder to the next look, the day of the reminder not counted. */
  readonly followUpDays: number;
  readonly clauses: readonly string[];
}

/** One duty of one person that is to be looked at again. */
export interface DutyFollowUp {
  readonly person: string;
  readonly dutyBearer: string;
  readonly duty: DutyReminder["duty"];
  /** Reminders so far, and the day of the last. */
  readonly reminders: number;
  readonly last: CivilDate;
  readonly due: CivilDate;
  readonly daysLate: number;
}

/** Duties to be followed up. It is a list of tasks, no judgement of anybody. */
export interface DutyFollowUps {
  /** Not met by the last record, the earliest first. */
  readonly due: readonly DutyFollowUp[];
  /** Of which it is not recorded whether they are met: to be asked, the earliest first. */
  readonly undetermined: readonly DutyFollowUp[];
  /** Ids of the last reminders of duties that are met. */
  readonly fulfilled: readonly string[];
}

const keyOf = ({ person, dutyBearer, duty }: DutyReminder): string => [person, dutyBearer, duty].join("\n");

function checkQuestion({ reminders, on, followUpDays }: DutyQuestion): void {
  const check = new QuestionCheck();
  const areSound = checkRows(check, "/reminders", dutyReminderSchema, reminders);
  if (areSound)
    for (const [index, { remindedOn, fulfilledOn }] of reminders.entries())
      if (typeof fulfilledOn === "string" && fulfilledOn < remindedOn)
        check.add(reportIssue("PERIOD_REVERSED", `/reminders/${index}`, { seen: `${remindedOn} – ${fulfilledOn}` }));
  check.date("/on", on);
  check.whole("/followUpDays", followUpDays, { least: 0, most: mostDays });
  check.done();
}

/**
 * Which duties of families are to be followed up on a date: those of whom the last reminder has not been met, and those of which
 * nobody has recorded it.
 *
 * @returns duties by the day on which they are due again, then by person, who is obliged and duty
 * @throws EldercareError where a reminder is malformed or met before it was given, a number is not whole or an id occurs twice
 * @example
 * const reminders = [{ id: "r-1", person: "p-1", dutyBearer: "s-1", duty: "care", remindedOn: "2026-10-01", fulfilledOn: null }];
 * dutyFollowUps({ reminders, on: "2026-11-03", followUpDays: 30, clauses: ["CK-2.9-f"] }).value.due //=> [{ person: "p-1", dutyBearer: "s-1", duty: "care", reminders: 1, last: "2026-10-01", due: "2026-10-31", daysLate: 3 }]
 * Source: CK-2.9-f (教育督促子女或其他赡养人、扶养人依法履行…义务), CL-2.4.11-a, IM-2.4-e; CK-2.9-d only asks for a record.
 */
export function dutyFollowUps(question: DutyQuestion): Counted<DutyFollowUps> {
  checkQuestion(question);
  const { on, followUpDays, clauses } = question;
  const duties = new Map<string, DutyReminder[]>();
  for (const reminder of question.reminders)
    if (reminder.remindedOn <= on) duties.set(keyOf(reminder), [...(duties.get(keyOf(reminder)) ?? []), reminder]);
  const due: DutyFollowUp[] = [];
  const undetermined: DutyFollowUp[] = [];
  const fulfilled: string[] = [];
  for (const reminders of duties.values()) {
    reminders.sort((a, b) => byText(b.remindedOn, a.remindedOn) || byText(b.id, a.id));
    const [last] = reminders;
    if (last === undefined) continue;
    const { person, dutyBearer, duty, remindedOn, fulfilledOn } = last;
    const again = addDays(remindedOn, followUpDays);
    const daysLate = Math.max(0, daysBetween(again, on));
    const followUp = { person, dutyBearer, duty, reminders: reminders.length, last: remindedOn, due: again, daysLate };
    if (fulfilledOn === undefined) undetermined.push(followUp);
    else if (fulfilledOn === null || fulfilledOn > on) due.push(followUp);
    else fulfilled.push(last.id);
  }
  const order = (a: DutyFollowUp, b: DutyFollowUp): number =>
    byText(a.due, b.due) || byText(a.person, b.person) || byText(a.dutyBearer, b.dutyBearer) || byText(a.duty, b.duty);
  const steps = [
    { zh: "督促后尚未履行、待跟进", en: "not met, to be followed up", value: String(due.length) },
    { zh: "其中已到跟进日期", en: "of these past their day", value: String(due.filter(({ daysLate }) => daysLate > 0).length) },
    { zh: "是否履行不明", en: "not recorded whether met", value: String(undetermined.length) },
    { zh: "已履行", en: "met", value: String(fulfilled.length) },
  ];
  return { value: { due: due.sort(order), undetermined: undetermined.sort(order), fulfilled: fulfilled.sort() }, unit: "duty", steps, clauses };
}
