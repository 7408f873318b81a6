import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { shareStep } from "../counting/knownShare.js";
import { mostDays, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { type ShareWithin, shareWithin } from "../lifeCycle/shareWithin.js";
import { type Rational, rational } from "../money/rational.js";
import { date, id, titled } from "../register/field.js";
import { addDays, type CivilDate, daysBetween } from "../time/civilDate.js";
import { type OpenFindings, openFindings } from "../visiting/openFindings.js";

/** What there is to mediate: 赡养纠纷、侵害老年人合法权益的行为. */
export const disputeKinds = ["supportDispute", "rightsViolation"] as const;
/** How a mediation ended: 调解成功、未达成协议、移送有关部门. */
export const mediationOutcomes = ["agreed", "notAgreed", "referred"] as const;

/** Shape of one dispute; `mediatedOn` is `null` while it is open, absent where that is unknown. */
export const disputeSchema = v.strictObject({
  id,
  person: titled(id, "老年人", "older person"),
  kind: v.exactOptional(titled(v.picklist(disputeKinds), "纠纷类别", "kind of dispute")),
  foundOn: titled(date, "发现日期", "date on which it was found"),
  mediatedOn: v.exactOptional(titled(v.nullable(date), "调解办结日期", "date on which mediation ended")),
  outcome: v.exactOptional(titled(v.picklist(mediationOutcomes), "调解结果", "outcome of the mediation")),
});

/** One dispute; `mediatedOn` is `null` while it is open, absent where that is unknown. */
export interface Dispute extends v.InferOutput<typeof disputeSchema> {}

/** Disputes, and within how many days they are to be mediated. */
export interface MediationQuestion {
  readonly disputes: readonly Dispute[];
  readonly on: CivilDate;
  /** Days to mediate (及时), as the pack says; the day of the finding is not counted. */
  readonly withinDays: number;
  readonly clauses: readonly string[];
}

/** How disputes were mediated, and which wait. */
export interface MediationRecord extends OpenFindings {
  /** Of the disputes whose days are over or that are mediated, the share mediated in time. */
  readonly inTime: ShareWithin;
  /** Mean days to the end of a mediation, exact; absent where none has ended. */
  readonly meanDays?: Rational;
  /** Mediations that ended, by outcome; `unknown` where none is recorded. */
  readonly outcomes: Readonly<Partial<Record<(typeof mediationOutcomes)[number] | "unknown", number>>>;
}

function checkQuestion({ disputes, withinDays }: MediationQuestion): void {
  const check = new QuestionCheck();
  const areSound = checkRows(check, "/disputes", disputeSchema, disputes);
  if (areSound)
    for (const [index, { foundOn, mediatedOn }] of disputes.entries())
      if (typeof mediatedOn === "string" && mediatedOn < foundOn)
        check.add(reportIssue("PERIOD_REVERSED", `/disputes/${index}`, { seen: `${foundOn} – ${mediatedOn}` }));
  check.whole("/withinDays", withinDays, { least: 0, most: mostDays });
  check.done();
}

/**
 * Where disputes about the support of older people stand: mediated in time or late, open, or not recorded.
 *
 * @returns disputes by id, the exact share mediated in time with its bounds, the exact mean days
 * @throws EldercareError where a dispute is malformed or mediated before it was found, a number is not whole or an id occurs twice
 * @example
 * const disputes = [{ id: "d-1", person: "p-1", foundOn: "2026-09-01", mediatedOn: "2026-09-11", outcome: "agreed" }, { id: "d-2", person: "p-2", foundOn: "2026-09-01", mediatedOn: null }];
 * const { inTime, overdue, meanDays } = mediationRecord({ disputes, on: "2026-10-06", withinDays: 30, clauses: ["CK-2.9-e"] }).value;
 * inTime.yes //=> ["d-1"]
 * overdue //=> [{ id: "d-2", person: "p-2", due: "2026-10-01", daysLate: 5 }]
 * meanDays //=> { numerator: 10n, denominator: 1n }
 * Source: CK-2.9-e (及时发现、调解侵害老年人合法权益的违法行为和赡养纠纷), whose days are left open.
 */
export function mediationRecord(question: MediationQuestion): Counted<MediationRecord> {
  checkQuestion(question);
  const { disputes, on, withinDays, clauses } = question;
  const findings = disputes.map(({ id: own, person, foundOn, mediatedOn }) => ({
    id: own,
    person,
    foundOn,
    ...(mediatedOn === undefined ? {} : { closedOn: mediatedOn }),
  }));
  const waiting = openFindings({ findings, on, days: withinDays, clauses });
  const ended = disputes.flatMap(({ foundOn, mediatedOn, outcome }) =>
    typeof mediatedOn === "string" && mediatedOn <= on ? [{ days: daysBetween(foundOn, mediatedOn), outcome: outcome ?? ("unknown" as const) }] : [],
  );
  const share = shareWithin(
    disputes
      .filter(({ foundOn }) => foundOn <= on)
      .map(({ id: own, foundOn, mediatedOn }) => {
        const due = addDays(foundOn, withinDays);
        const isEnded = mediatedOn === undefined ? undefined : mediatedOn !== null && mediatedOn <= on;
        // before its last day an open dispute does not count yet, and one that has ended did so in time
        if (due >= on) return { id: own, within: isEnded, answer: true };
        return { id: own, within: true, answer: typeof mediatedOn === "string" ? mediatedOn <= due : mediatedOn === null ? false : undefined };
      }),
  );
  const outcomes: Partial<Record<(typeof mediationOutcomes)[number] | "unknown", number>> = {};
  for (const { outcome } of ended) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const sum = ended.reduce((total, { days }) => total + days, 0);
  const mean = ended.length === 0 ? {} : { meanDays: rational(BigInt(sum), BigInt(ended.length)) };
  return {
    value: { ...waiting.value, inTime: share, ...mean, outcomes },
    unit: "dispute",
    steps: [shareStep(`${withinDays} 日内调解办结`, `mediated within ${withinDays} days`, share), ...waiting.steps],
    clauses,
  };
}
