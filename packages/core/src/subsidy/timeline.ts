import type { BenefitHolder, FactChange } from "./benefit.js";
import { type CompiledBenefit, endOfTime, type RateSpan, unitAfter, unitStart } from "./compileBenefit.js";
import { type DayKey, dayAfterKey, dayKeyOf, monthOfKey, toDayKey } from "./dayKey.js";

/** Days on which one amount counts for a holder; `until` is the day after the last. */
export interface Segment {
  readonly from: DayKey;
  readonly until: DayKey;
  readonly leastFen: number;
  readonly mostFen: number;
  /** The rate that applies; absent where it is not known which does, if any. */
  readonly rate?: RateSpan;
  /** The facts whose absence leaves the amount open. */
  readonly missing: readonly string[];
}

interface Effective {
  readonly from: DayKey;
  readonly value: string | null | undefined;
}

const known: readonly string[] = [];

/** When each record of a fact begins to count, in order; of two that count from one day, the later holds. */
function effectiveChanges({ benefit, splitDay }: CompiledBenefit, changes: readonly FactChange[], fact: string): Effective[] {
  const own = changes.filter((change) => change.fact === fact);
  if (own.length > 1) own.sort((a, b) => (a.from < b.from ? -1 : 1));
  return own.map(({ from, value }, index) => {
    const key = toDayKey(from);
    if (splitDay === 0) return { from: key, value };
    // the first record changes nothing: it says what holds in the unit in which the fact becomes known
    const next = index > 0 && benefit.proration?.changes === "nextUnit";
    return { from: next ? unitAfter(splitDay, key) : unitStart(splitDay, key), value };
  });
}

/** The day after the last that a claim is paid for, given the day after its own last. */
function endOfPayment({ benefit, splitDay }: CompiledBenefit, until: DayKey): DayKey {
  if (splitDay === 0 || until === endOfTime) return until;
  const start = unitStart(splitDay, until);
  return benefit.proration?.ends === "unpaid" || start === until ? start : unitAfter(splitDay, until);
}

function endAtDeath(compiled: CompiledBenefit, died: string): DayKey {
  const key = toDayKey(died);
  const month = monthOfKey(key);
  switch (compiled.benefit.paidThrough) {
    case "dayBeforeDeath":
      return endOfPayment(compiled, key);
    case "dayOfDeath":
      return endOfPayment(compiled, dayAfterKey(key));
    case "monthBeforeDeath":
      return dayKeyOf(month, 1);
    case "monthOfDeath":
      return dayKeyOf(month + 1, 1);
  }
}

/** The spans of payment of a holder's claims, in order, none twice, cut to a window. */
function claimSpans(compiled: CompiledBenefit, holder: BenefitHolder, from: DayKey, until: DayKey): [DayKey, DayKey][] {
  const { benefit, splitDay } = compiled;
  const claims = holder.claims.filter((claim) => claim.benefit === benefit.id);
  if (claims.length > 1) claims.sort((a, b) => (a.from < b.from ? -1 : 1));
  const death = typeof holder.died === "string" ? endAtDeath(compiled, holder.died) : endOfTime;
  const spans: [DayKey, DayKey][] = [];
  let paidUntil = 0;
  for (const claim of claims) {
    const key = toDayKey(claim.from);
    const begins = splitDay === 0 ? key : benefit.proration?.begins === "nextUnit" ? unitAfter(splitDay, key) : unitStart(splitDay, key);
    const ends =
      benefit.per === "once" ? dayAfterKey(key) : claim.to === undefined ? endOfTime : endOfPayment(compiled, dayAfterKey(toDayKey(claim.to)));
    // two claims that touch the same unit are paid for it once
    const start = Math.max(begins, paidUntil);
    const end = Math.min(ends, death);
    paidUntil = Math.max(paidUntil, end);
    if (Math.max(start, from) < Math.min(end, until)) spans.push([Math.max(start, from), Math.min(end, until)]);
  }
  return spans;
}

/** The value on a day; `known` tells whether there is any. */
function valueOn(changes: readonly Effective[], key: DayKey): string | null | undefined {
  let value: string | null | undefined;
  for (const change of changes) {
    if (change.from > key) break;
    value = change.value;
  }
  return value;
}

function amountOn(
  { rates, facts }: CompiledBenefit,
  histories: readonly Effective[][],
  key: DayKey,
  aliveUnknown: boolean,
): Omit<Segment, "from" | "until"> {
  let most = 0;
  let missing: string[] | undefined;
  for (const span of rates) {
    if (key < span.from || key >= span.until) continue;
    let unknown: string[] | undefined;
    let excluded = false;
    for (const [fact, values] of span.when) {
      const value = valueOn(histories[facts.indexOf(fact)] ?? [], key);
      if (value === undefined) unknown = [...(unknown ?? []), fact];
      else if (value === null || !values.includes(value)) excluded = true;
    }
    if (excluded) continue;
    if (unknown === undefined) {
      const { amountFen } = span.rate;
      return aliveUnknown
        ? { leastFen: 0, mostFen: amountFen, missing: ["died"] }
        : { leastFen: amountFen, mostFen: amountFen, rate: span, missing: known };
    }
    most = Math.max(most, span.rate.amountFen);
    missing = [...new Set([...(missing ?? (aliveUnknown ? ["died"] : [])), ...unknown])];
  }
  return { leastFen: 0, mostFen: most, missing: missing ?? known };
}

/** What counts on each day of a window: spans of constant amount, in order; days on which no rate can apply are left out. */
export function segmentsOf(compiled: CompiledBenefit, holder: BenefitHolder, from: DayKey, until: DayKey): Segment[] {
  const spans = claimSpans(compiled, holder, from, until);
  if (spans.length === 0) return [];
  const histories = compiled.facts.map((fact) => effectiveChanges(compiled, holder.changes, fact));
  const segments: Segment[] = [];
  for (const [start, end] of spans) {
    let at = start;
    while (at < end) {
      let next = end;
      for (const span of compiled.rates) {
        if (span.from > at && span.from < next) next = span.from;
        if (span.until > at && span.until < next) next = span.until;
      }
      for (const history of histories) for (const change of history) if (change.from > at && change.from < next) next = change.from;
      const amount = amountOn(compiled, histories, at, holder.died === undefined);
      if (amount.rate !== undefined || amount.missing.length > 0) segments.push({ from: at, until: next, ...amount });
      at = next;
    }
  }
  return segments;
}
