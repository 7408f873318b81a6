import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import { reportIssue } from "../errors/codes.js";
import { type Rational, rational } from "../money/rational.js";
import { clockTime, date, id, titled } from "../register/field.js";
import { parseShape } from "../register/parse.js";
import { daysBetween } from "../time/civilDate.js";
import { minuteOfDay } from "../time/clockTime.js";
import { type ServiceChannel, serviceChannels } from "./catalogue.js";

/** Shape of a minute of a day, local time. */
export const localMomentSchema = v.strictObject({ on: date, at: clockTime });

/** A minute of a day, local time. */
export interface LocalMoment extends v.InferOutput<typeof localMomentSchema> {}

/** Shape of one request for a service; `answered` is `null` while nobody has answered, absent where that is unknown. */
export const ticketSchema = v.strictObject({
  id,
  service: titled(id, "服务项目", "service"),
  channel: v.exactOptional(titled(v.picklist(serviceChannels), "申请渠道", "channel")),
  requested: localMomentSchema,
  answered: v.exactOptional(v.nullable(localMomentSchema)),
});

/** One request for a service; `answered` is `null` while nobody has answered, absent where that is unknown. */
export interface Ticket extends v.InferOutput<typeof ticketSchema> {}

/** Requests, and how soon they are to be answered. */
export interface TicketQuestion {
  readonly tickets: readonly Ticket[];
  readonly now: LocalMoment;
  /** Minutes within which a request is to be answered. */
  readonly withinMinutes: number;
  readonly clauses: readonly string[];
}

/** How requests by one channel were answered. */
export interface ChannelAnswers {
  readonly channel: ServiceChannel | "unknown";
  readonly requests: number;
  readonly answered: number;
  readonly answeredInTime: number;
  /** Requests of which it is not recorded whether they were answered: so many more may have been, also in time. */
  readonly undetermined: number;
  /** Mean minutes from request to answer, exact; absent where none was answered. */
  readonly meanMinutes?: Rational;
}

/** Answers by channel, and the requests that still wait. */
export interface TicketAnswers {
  /** By channel, in the order of their names. */
  readonly channels: readonly ChannelAnswers[];
  /** Requests that wait longer than allowed, and those that wait in time; the oldest first. */
  readonly overdue: readonly string[];
  readonly waiting: readonly string[];
  /** Requests of which it is not recorded whether they were answered. */
  readonly undetermined: readonly string[];
}

const channelTitles: Readonly<Record<ChannelAnswers["channel"], string>> = {
  phone: "电话",
  visit: "上门登记",
  counter: "窗口",
  callDevice: "呼叫设备",
  app: "手机应用",
  unknown: "渠道不明",
};

const minutesBetween = (from: LocalMoment, to: LocalMoment): number =>
  daysBetween(from.on, to.on) * 24 * 60 + minuteOfDay(to.at) - minuteOfDay(from.at);

function checkQuestion({ tickets, now, withinMinutes }: TicketQuestion): void {
  const check = new QuestionCheck();
  const areSound = checkRows(check, "/tickets", ticketSchema, tickets);
  for (const issue of parseShape(localMomentSchema, now, "/now").issues) check.add(issue);
  check.whole("/withinMinutes", withinMinutes);
  if (areSound)
    for (const [index, { requested, answered }] of tickets.entries())
      if (answered && minutesBetween(requested, answered) < 0)
        check.add(reportIssue("PERIOD_REVERSED", `/tickets/${index}`, { seen: `${requested.on} ${requested.at} – ${answered.on} ${answered.at}` }));
  check.done();
}

/**
 * How soon requests were answered, by channel, and which wait too long.
 *
 * @returns requests by channel with the exact mean minutes to an answer; requests made after `now` are left out
 * @throws EldercareError where a request is malformed or answered before it was made, or an id occurs twice
 * @example
 * const tickets = [{ id: "t-1", service: "bathing", channel: "phone", requested: { on: "2026-11-20", at: "23:50" }, answered: { on: "2026-11-21", at: "00:10" } }];
 * answerTimes({ tickets, now: { on: "2026-11-21", at: "09:00" }, withinMinutes: 30, clauses: ["IM-2.6-c"] }).value.channels[0] //=> { channel: "phone", requests: 1, answered: 1, answeredInTime: 1, undetermined: 0, meanMinutes: { numerator: 20n, denominator: 1n } }
 * Source: IM-2.6-c, CK-1.1-f (有需必应).
 */
export function answerTimes(question: TicketQuestion): Counted<TicketAnswers> {
  checkQuestion(question);
  const { now, withinMinutes, clauses } = question;
  const tickets = question.tickets
    .filter(({ requested }) => minutesBetween(requested, now) >= 0)
    .toSorted((a, b) => minutesBetween(b.requested, a.requested) || (a.id < b.id ? -1 : 1));
  const isAnswered = ({ answered }: Ticket): boolean | undefined =>
    answered === undefined ? undefined : answered !== null && minutesBetween(answered, now) >= 0;
  const names = [...new Set(tickets.map(({ channel }) => channel ?? "unknown"))].sort();
  const channels = names.map((channel): ChannelAnswers => {
    const ofChannel = tickets.filter((ticket) => (ticket.channel ?? "unknown") === channel);
    const minutes = ofChannel.flatMap((ticket) =>
      ticket.answered && isAnswered(ticket) === true ? minutesBetween(ticket.requested, ticket.answered) : [],
    );
    const sum = minutes.reduce((total, each) => total + each, 0);
    return {
      channel,
      requests: ofChannel.length,
      answered: minutes.length,
      answeredInTime: minutes.filter((each) => each <= withinMinutes).length,
      undetermined: ofChannel.filter((ticket) => isAnswered(ticket) === undefined).length,
      ...(minutes.length === 0 ? {} : { meanMinutes: rational(BigInt(sum), BigInt(minutes.length)) }),
    };
  });
  const unanswered = tickets.filter((ticket) => isAnswered(ticket) === false);
  const late = (ticket: Ticket): boolean => minutesBetween(ticket.requested, now) > withinMinutes;
  const value: TicketAnswers = {
    channels,
    overdue: unanswered.filter(late).map((ticket) => ticket.id),
    waiting: unanswered.filter((ticket) => !late(ticket)).map((ticket) => ticket.id),
    undetermined: tickets.filter((ticket) => isAnswered(ticket) === undefined).map((ticket) => ticket.id),
  };
  const steps = [
    ...channels.map(({ channel, requests, answeredInTime, undetermined }) => ({
      zh: `${channelTitles[channel]}：${requests} 件，${withinMinutes} 分钟内应答`,
      en: `${channel}: ${requests} requests, answered within ${withinMinutes} min`,
      value: printBounds({ least: answeredInTime, most: answeredInTime + undetermined }),
    })),
    { zh: "逾期未应答", en: "overdue without answer", value: String(value.overdue.length) },
  ];
  return { value, unit: "request", steps, clauses };
}
