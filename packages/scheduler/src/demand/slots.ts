import { addDays, addMonths, type CivilDate, datesBetween, daysBetween, weekdayOf } from "@eldercare/core";

/** How often a service is due. */
export interface Frequency {
  readonly times: number;
  readonly per: "week" | "month" | "year";
}

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A part of a week, month or year that one visit belongs to: its allowed days, in order, at least one. */
export type Slot = readonly CivilDate[];

/** A slot by where it stands: the week, month or year it is a part of, and which part. */
export interface SlotPlace {
  /** First day of the week, month or year. */
  readonly term: CivilDate;
  readonly nth: number;
}

const monthsOfAYear = 12;

/** The days allowed of some, in order. */
export const allowedAmong = (dates: readonly CivilDate[], weekdays: readonly number[]): CivilDate[] =>
  dates.filter((date) => weekdays.includes(weekdayOf(date)));

/** Splits days into so many consecutive slices, as even as can be; where there are fewer days than slices, days are shared. */
export function slicesOf(days: readonly CivilDate[], count: number): CivilDate[][] {
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor((index * days.length) / count);
    const last = Math.floor(((index + 1) * days.length) / count);
    return days.slice(first, Math.max(last, first + 1));
  });
}

/** First day of the week, month or year that a day lies in. */
export function termOf(per: Frequency["per"], date: CivilDate): CivilDate {
  if (per === "week") return addDays(date, 1 - weekdayOf(date));
  return per === "month" ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

/** First day of the week, month or year after. */
export function termAfter(per: Frequency["per"], term: CivilDate): CivilDate {
  return per === "week" ? addDays(term, 7) : addMonths(term, per === "month" ? 1 : monthsOfAYear);
}

/** Months that one visit has to itself, where a frequency leaves it whole ones: a quarter of a service due four times a year. */
function monthsToItself({ times, per }: Frequency): number | undefined {
  if (per === "month") return times === 1 ? 1 : undefined;
  return per === "year" && monthsOfAYear % times === 0 ? monthsOfAYear / times : undefined;
}

/**
 * The time from one visit to the next: whole months where a frequency leaves a visit whole months, else whole days, those of the
 * week, month or year divided by the visits due in it.
 *
 * @example
 * dueAfter({ times: 1, per: "month" }, "2026-01-31") //=> "2026-02-28"
 * dueAfter({ times: 4, per: "year" }, "2026-11-30") //=> "2027-02-28"
 * dueAfter({ times: 2, per: "month" }, "2026-11-23") //=> "2026-12-08"
 * dueAfter({ times: 2, per: "week" }, "2026-11-23") //=> "2026-11-26"
 */
export function dueAfter(frequency: Frequency, last: CivilDate): CivilDate {
  const months = monthsToItself(frequency);
  if (months !== undefined) return addMonths(last, months);
  const { times, per } = frequency;
  const monthly = per === "year" && times % monthsOfAYear === 0;
  const term = termOf(monthly ? "month" : per, last);
  const length = daysBetween(term, termAfter(monthly ? "month" : per, term));
  return addDays(last, Math.max(1, Math.floor(length / (monthly ? times / monthsOfAYear : times))));
}

/** The parts of weeks, months or years in each of which one visit of a frequency is made; what was worked out is kept. */
export class Slots {
  private readonly known = new Map<CivilDate, readonly Slot[]>();

  /** @param weekdays allowed days, 1 = Monday … 7 = Sunday, at least one */
  constructor(
    readonly frequency: Frequency,
    private readonly weekdays: readonly number[],
  ) {}

  /** The slots of the week, month or year that begins on a day: as many as visits are due in it. */
  of(term: CivilDate): readonly Slot[] {
    const known = this.known.get(term);
    if (known !== undefined) return known;
    const slots = this.divide(term);
    this.known.set(term, slots);
    return slots;
  }

  at({ term, nth }: SlotPlace): Slot {
    return this.of(term)[nth] ?? [];
  }

  /** The slot that a day belongs to: the last that has begun, or the first of its week, month or year. */
  placeOf(date: CivilDate): SlotPlace {
    const term = termOf(this.frequency.per, date);
    return {
      term,
      nth: Math.max(
        0,
        this.of(term).findLastIndex(([first = ""]) => first <= date),
      ),
    };
  }

  after({ term, nth }: SlotPlace): SlotPlace {
    return nth + 1 < this.frequency.times ? { term, nth: nth + 1 } : { term: termAfter(this.frequency.per, term), nth: 0 };
  }

  before({ term, nth }: SlotPlace): SlotPlace {
    const { per, times } = this.frequency;
    return nth > 0 ? { term, nth: nth - 1 } : { term: termOf(per, addDays(term, -1)), nth: times - 1 };
  }

  private divide(term: CivilDate): readonly Slot[] {
    const { times, per } = this.frequency;
    const split = (from: CivilDate, next: CivilDate, count: number): CivilDate[][] =>
      slicesOf(allowedAmong(datesBetween(from, addDays(next, -1)), this.weekdays), count);
    // whole months, so that four times a year is once a quarter, and eighteen times at least once in every month
    const months = per !== "year" ? undefined : times > monthsOfAYear ? 1 : monthsToItself(this.frequency);
    if (months === undefined) return split(term, termAfter(per, term), times);
    const starts = Array.from({ length: monthsOfAYear / months }, (_, index) => addMonths(term, index * months));
    const until = (count: number): number => Math.floor((count * times) / starts.length);
    return starts.flatMap((from, index) => split(from, addMonths(from, months), until(index + 1) - until(index)));
  }
}
