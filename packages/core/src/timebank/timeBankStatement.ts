import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { CivilDate } from "../time/civilDate.js";
import type { TimeBankEntry, TimeBankLedger } from "./timeBankEntry.js";

/** Whose account, and for which days. */
export interface StatementQuestion {
  readonly ledger: TimeBankLedger;
  /** `member:<id>` or `village:<area code>`. */
  readonly account: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly clauses: readonly string[];
}

/** One line of a statement; `minutes` are negative where they leave the account. */
export interface StatementLine {
  readonly id: string;
  readonly on: CivilDate;
  readonly kind: TimeBankEntry["kind"];
  readonly with: string;
  readonly minutes: number;
  readonly balanceMinutes: number;
}

/** An account over a period, in minutes. */
export interface TimeBankStatement {
  readonly openingMinutes: number;
  readonly lines: readonly StatementLine[];
  readonly closingMinutes: number;
}

/**
 * What entered and left an account of a time bank over a period, with the balance after each entry.
 *
 * @returns minutes; an account without postings stands at 0
 * @throws EldercareError where the period is reversed or a date does not exist
 * @example
 * const earned = { id: "e-1", on: "2026-10-01", kind: "earn", member: "m-1", village: "500229103205", servedMinutes: 180, activity: "company" };
 * const { ledger } = postToTimeBank(openTimeBank({ rates: { company: { credited: 1, served: 1 } } }), [earned]);
 * timeBankStatement({ ledger, account: "member:m-1", from: "2026-10-01", to: "2026-10-31", clauses: ["CK-2.8-e"] }).value.closingMinutes //=> 180
 * Source: CK-2.8-e, CK-2.8-f; 志愿服务条例 art. 19.
 */
export function timeBankStatement({ ledger, account, from, to, clauses }: StatementQuestion): Counted<TimeBankStatement> {
  const check = new QuestionCheck();
  check.period("", { from, to });
  check.done();
  const moves = ledger.postings
    .filter(({ debit, credit }) => debit === account || credit === account)
    .map(({ entry, debit, credit, minutes }) => ({
      entry,
      with: debit === account ? credit : debit,
      minutes: debit === account ? -minutes : minutes,
    }))
    // by day; within a day in the order in which they were posted
    .sort((a, b) => (a.entry.on < b.entry.on ? -1 : a.entry.on > b.entry.on ? 1 : 0));
  const openingMinutes = moves.filter(({ entry }) => entry.on < from).reduce((sum, { minutes }) => sum + minutes, 0);
  let balanceMinutes = openingMinutes;
  const lines = moves
    .filter(({ entry }) => entry.on >= from && entry.on <= to)
    .map(({ entry, with: other, minutes }): StatementLine => {
      balanceMinutes += minutes;
      return { id: entry.id, on: entry.on, kind: entry.kind, with: other, minutes, balanceMinutes };
    });
  const steps = [
    { zh: `${from} 前结余（分钟）`, en: `balance before ${from} (minutes)`, value: String(openingMinutes) },
    ...lines.map(({ id, on, kind, minutes }) => ({ zh: `${on} ${id} ${kind}`, en: `${on} ${id} ${kind}`, value: String(minutes) })),
    { zh: `${to} 结余（分钟）`, en: `balance on ${to} (minutes)`, value: String(balanceMinutes) },
  ];
  return { value: { openingMinutes, lines, closingMinutes: balanceMinutes }, unit: "minute", steps, clauses };
}

/** All that went into accounts and all that left them, with the balance of each, in minutes. */
export interface TrialBalance {
  readonly debitMinutes: number;
  readonly creditMinutes: number;
  /** By account, in the order of their names; a village below zero has received more service than it gave. */
  readonly balances: readonly { readonly account: string; readonly minutes: number }[];
}

/**
 * The balance of every account: debits and credits are equal, and the balances add up to nothing.
 *
 * @param ledger the books
 * @param clauses clauses behind the time bank
 * @returns minutes
 * @example
 * const earned = { id: "e-1", on: "2026-10-01", kind: "earn", member: "m-1", village: "500229103205", servedMinutes: 180, activity: "company" };
 * const { ledger } = postToTimeBank(openTimeBank({ rates: { company: { credited: 1, served: 1 } } }), [earned]);
 * trialBalance(ledger, ["CK-2.8-f"]).value.balances //=> [{ account: "member:m-1", minutes: 180 }, { account: "village:500229103205", minutes: -180 }]
 * Source: CK-2.8-f.
 */
export function trialBalance({ postings }: TimeBankLedger, clauses: readonly string[]): Counted<TrialBalance> {
  const accounts = new Map<string, { debit: number; credit: number }>();
  const account = (name: string): { debit: number; credit: number } => {
    const held = accounts.get(name) ?? { debit: 0, credit: 0 };
    accounts.set(name, held);
    return held;
  };
  for (const { debit, credit, minutes } of postings) {
    account(debit).debit += minutes;
    account(credit).credit += minutes;
  }
  const debitMinutes = [...accounts.values()].reduce((sum, { debit }) => sum + debit, 0);
  const creditMinutes = [...accounts.values()].reduce((sum, { credit }) => sum + credit, 0);
  const balances = [...accounts]
    .map(([name, { debit, credit }]) => ({ account: name, minutes: credit - debit }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
  const steps = [
    { zh: "借方合计（分钟）", en: "debits (minutes)", value: String(debitMinutes) },
    { zh: "贷方合计（分钟）", en: "credits (minutes)", value: String(creditMinutes) },
  ];
  return { value: { debitMinutes, creditMinutes, balances }, unit: "minute", steps, clauses };
}
