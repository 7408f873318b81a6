import { QuestionCheck } from "../counting/questionCheck.js";
import { jsonPointer } from "../errors/issue.js";
import { rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";
import { parseShape } from "../register/parse.js";
import { type TimeBankEntry, type TimeBankLedger, type TimeBankPosting, type TimeBankRules, timeBankEntrySchema } from "./timeBankEntry.js";

/** Why an entry was not posted. */
export type TimeBankRefusal = "balanceTooLow" | "capReached" | "rateUnknown" | "idTaken" | "nothingToReverse" | "alreadyReversed" | "sameAccount";

/** What became of an entry. */
export type TimeBankOutcome =
  | { readonly id: string; readonly state: "posted"; readonly minutes: number; readonly uncreditedMinutes: number }
  | { readonly id: string; readonly state: "alreadyPosted" }
  | { readonly id: string; readonly state: "refused"; readonly why: TimeBankRefusal };

/** The books after posting, and what became of each entry. */
export interface TimeBankResult {
  readonly ledger: TimeBankLedger;
  readonly outcomes: readonly TimeBankOutcome[];
}

/**
 * Books of a time bank that nobody has used yet.
 *
 * @throws EldercareError where a rate or the cap means nothing
 * @example
 * openTimeBank({ rates: { company: { credited: 1, served: 1 } } }).postings //=> []
 * Source: CK-2.8-e (探索推行“时间银行”), CK-2.8-f.
 */
export function openTimeBank(rules: TimeBankRules): TimeBankLedger {
  checkRules(rules);
  return { rules, postings: [] };
}

function checkRules({ rates, capMinutes }: TimeBankRules): void {
  const check = new QuestionCheck();
  for (const [activity, { credited, served }] of Object.entries(rates)) {
    check.whole(jsonPointer(["rules", "rates", activity, "credited"]), credited);
    check.whole(jsonPointer(["rules", "rates", activity, "served"]), served, { least: 1 });
  }
  if (capMinutes !== undefined) check.whole("/rules/capMinutes", capMinutes);
  check.done();
}

const memberAccount = (id: string): string => `member:${id}`;
const villageAccount = (area: string): string => `village:${area}`;

// entries compare by content: the order in which a file names the fields says nothing
const sameEntry = (a: TimeBankEntry, b: TimeBankEntry): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** The books as they stand while entries are posted: what a scan of all postings would give. */
class OpenBooks {
  readonly #byId = new Map<string, TimeBankPosting>();
  readonly #balances = new Map<string, number>();
  readonly #reversed = new Set<string>();
  readonly postings: TimeBankPosting[] = [];

  constructor(
    readonly rules: TimeBankRules,
    postings: readonly TimeBankPosting[],
  ) {
    for (const posting of postings) this.#book(posting);
  }

  #book(posting: TimeBankPosting): void {
    const { entry, debit, credit, minutes } = posting;
    this.postings.push(posting);
    this.#byId.set(entry.id, posting);
    this.#balances.set(debit, this.#balance(debit) - minutes);
    this.#balances.set(credit, this.#balance(credit) + minutes);
    if (entry.kind === "reverse") this.#reversed.add(entry.reverses);
  }

  #balance(account: string): number {
    return this.#balances.get(account) ?? 0;
  }

  post(entry: TimeBankEntry): TimeBankOutcome {
    const { id } = entry;
    const known = this.#byId.get(id);
    if (known !== undefined) return sameEntry(known.entry, entry) ? { id, state: "alreadyPosted" } : { id, state: "refused", why: "idTaken" };
    const posting = this.#posting(entry);
    if (typeof posting === "string") return { id, state: "refused", why: posting };
    this.#book(posting);
    return { id, state: "posted", minutes: posting.minutes, uncreditedMinutes: posting.uncreditedMinutes };
  }

  #posting(entry: TimeBankEntry): TimeBankPosting | TimeBankRefusal {
    if (entry.kind === "earn") return this.#earned(entry);
    if (entry.kind === "reverse") return this.#reversal(entry);
    const debit = entry.kind === "settle" ? villageAccount(entry.village) : memberAccount(entry.member);
    const credit = entry.kind === "give" ? memberAccount(entry.to) : villageAccount(entry.kind === "settle" ? entry.to : entry.village);
    if (debit === credit) return "sameAccount";
    if (entry.kind !== "settle" && this.#balance(debit) < entry.minutes) return "balanceTooLow";
    if (entry.kind === "give" && this.#room(credit) < entry.minutes) return "capReached";
    return { entry, debit, credit, minutes: entry.minutes, uncreditedMinutes: 0 };
  }

  #room(account: string): number {
    return Math.max(0, (this.rules.capMinutes ?? Number.POSITIVE_INFINITY) - this.#balance(account));
  }

  #earned(entry: TimeBankEntry & { readonly kind: "earn" }): TimeBankPosting | TimeBankRefusal {
    const { rates } = this.rules;
    const rate = Object.hasOwn(rates, entry.activity) ? rates[entry.activity] : undefined;
    if (rate === undefined) return "rateUnknown";
    const earned = roundRational(rational(BigInt(entry.servedMinutes) * BigInt(rate.credited), BigInt(rate.served)), "down");
    const credit = memberAccount(entry.member);
    const minutes = Math.min(earned, this.#room(credit));
    if (minutes === 0 && earned > 0) return "capReached";
    return { entry, debit: villageAccount(entry.village), credit, minutes, uncreditedMinutes: earned - minutes };
  }

  #reversal(entry: TimeBankEntry & { readonly kind: "reverse" }): TimeBankPosting | TimeBankRefusal {
    const original = this.#byId.get(entry.reverses);
    if (original === undefined || original.entry.kind === "reverse") return "nothingToReverse";
    if (this.#reversed.has(entry.reverses)) return "alreadyReversed";
    // a correction tells the truth: where the hours are spent already, the member owes them
    return { entry, debit: original.credit, credit: original.debit, minutes: original.minutes, uncreditedMinutes: 0 };
  }
}

/**
 * Posts entries to a time bank in their order. Every posting takes the same minutes out of one account and puts them into
 * another. Who serves is credited by the village served; who redeems needs the hours, earned in whatever village; a mistake
 * is corrected by a reversing entry, never erased. An entry already posted changes nothing; another under its id is refused.
 * Balances and the cap are those of the books when an entry is posted, whatever day it is of: late entries are entries too.
 *
 * @param ledger the books, which stay as they are
 * @param entries entries with ids of their own; credited minutes are rounded down, once
 * @returns the books with what could be posted, and what became of each entry
 * @throws EldercareError where an entry is malformed: none is posted then
 * @example
 * const ledger = openTimeBank({ rates: { company: { credited: 1, served: 1 } } });
 * const earned = { id: "e-1", on: "2026-10-01", kind: "earn", member: "m-1", village: "500229103205", servedMinutes: 180, activity: "company" };
 * const redeemed = { id: "e-2", on: "2026-11-01", kind: "redeem", member: "m-1", village: "500229104201", minutes: 180 };
 * postToTimeBank(ledger, [earned, redeemed]).outcomes.map(({ state }) => state) //=> ["posted", "posted"]
 * Source: CK-2.8-e, CK-2.8-f (志愿服务时间储蓄通兑机制), NC-4.2.7-b.
 */
export function postToTimeBank(ledger: TimeBankLedger, entries: readonly TimeBankEntry[]): TimeBankResult {
  checkRules(ledger.rules);
  const check = new QuestionCheck();
  for (const [index, entry] of entries.entries())
    for (const issue of parseShape(timeBankEntrySchema, entry, `/entries/${index}`).issues) check.add(issue);
  check.done();
  const books = new OpenBooks(ledger.rules, ledger.postings);
  const outcomes = entries.map((entry) => books.post(entry));
  return { ledger: { rules: ledger.rules, postings: books.postings }, outcomes };
}
