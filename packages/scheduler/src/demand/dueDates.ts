import { addDays, type CivilDate, datesBetween, daysBetween, weekdayOf } from "@eldercare/core";
import { hashText } from "./hashText.js";
import { allowedAmong, dueAfter, type Frequency, type Period, type SlotPlace, Slots, termAfter, termOf } from "./slots.js";

export type { Frequency, Period } from "./slots.js";

/** Visits that a frequency makes in 400 years of 146,097 days, for comparing frequencies exactly. */
const perCycle = { week: 20_871, month: 4_800, year: 400 } as const;

/** How often something is due, as a whole number that orders frequencies. */
export function visitsInCycle({ times, per }: Frequency): number {
  return times * perCycle[per];
}

/** The visits due in a period, each as the days on which it may be made. */
export interface DueVisits {
  readonly dates: CivilDate[][];
  /** For each, the part of a week, month or year that it is made for. */
  readonly places: SlotPlace[];
  /** Days by which the first had been due before the period began; absent where it had not. */
  readonly overdueDays?: number;
}

/** The day that something due on a day falls on: the next allowed one, or where the span ends before it, the last allowed one. */
function allowedFor(due: CivilDate, last: CivilDate, weekdays: readonly number[]): CivilDate | undefined {
  if (weekdays.includes(weekdayOf(due))) return due;
  const weekOn = addDays(due, 6);
  const later = allowedAmong(datesBetween(due, weekOn < last ? weekOn : last), weekdays)[0];
  // never into the next month or year: each would then not have as many as are due
  return later ?? allowedAmong(datesBetween(addDays(due, -6), due), weekdays).at(-1);
}

/** What a frequency makes due in a period, for many people: each by the last visit, or where none is known by a stagger of their own. */
export class DueCalendar {
  /**
   * @param weekdays allowed days, 1 = Monday … 7 = Sunday
   * @param slots those of the frequency on these weekdays, where several periods share them
   */
  constructor(
    private readonly frequency: Frequency,
    private readonly period: Period,
    private readonly weekdays: readonly number[],
    readonly slots = new Slots(frequency, weekdays),
  ) {}

  /**
   * @param key by which visits are staggered where no last visit is known
   * @param last the last visit made, at the latest on the last day of the period; absent where none is known
   */
  due(key: string, last?: CivilDate): DueVisits {
    if (this.weekdays.length === 0 || !(this.frequency.times >= 1)) return { dates: [], places: [] };
    if (last !== undefined) return this.since(last);
    return this.frequency.per === "week" ? this.everyWeek() : this.staggered(hashText(key) / 0x1_0000_0000);
  }

  private within(days: readonly CivilDate[]): CivilDate[] {
    return days.filter((date) => date >= this.period.from && date <= this.period.to);
  }

  /** A week cut off by the period is due in proportion. */
  private everyWeek(): DueVisits {
    const found: DueVisits = { dates: [], places: [] };
    for (let monday = termOf("week", this.period.from); monday <= this.period.to; monday = addDays(monday, 7))
      for (const [nth, slot] of this.slots.of(monday).entries()) {
        const dates = this.within(slot);
        // a slot belongs to the period in which it ends, so that no visit is made twice or lost where two periods share a week
        if (dates.length === 0 || (slot.at(-1) ?? "") > this.period.to) continue;
        found.dates.push(dates);
        found.places.push({ term: monday, nth });
      }
    return found;
  }

  /** Due days spread evenly over each month or year, each within its slot. */
  private staggered(stagger: number): DueVisits {
    const { times, per } = this.frequency;
    const found: DueVisits = { dates: [], places: [] };
    for (let term = termOf(per, this.period.from); term <= this.period.to; term = termAfter(per, term)) {
      const next = termAfter(per, term);
      const length = daysBetween(term, next);
      for (let nth = 0; nth < times; nth++) {
        const spread = addDays(term, Math.floor((length * (nth + stagger)) / times));
        const slot = this.slots.at({ term, nth });
        const due = clamp(allowedFor(spread, addDays(next, -1), this.weekdays) ?? spread, slot);
        if (due < this.period.from || due > this.period.to) continue;
        found.dates.push(this.within(slot));
        found.places.push({ term, nth });
      }
    }
    return found;
  }

  /** One visit in each slot after that of the last visit, from the period in which it is due. */
  private since(last: CivilDate): DueVisits {
    const { from, to } = this.period;
    const { slots } = this;
    const found: DueVisits = { dates: [], places: [] };
    let overdueDays: number | undefined;
    let place = slots.after(slots.placeOf(last));
    let due = dueWithin(dueAfter(this.frequency, last), slots.at(place));
    if (due < from) {
      overdueDays = daysBetween(due, from);
      if ((slots.at(place).at(-1) ?? "") < from) place = slots.placeOf(from);
      if ((slots.at(place).at(-1) ?? "") < from) place = slots.after(place);
      due = slots.at(place).find((date) => date >= from) ?? due;
    }
    const nextAfter = (date: CivilDate): CivilDate => dueWithin(dueAfter(this.frequency, date), slots.at(slots.after(place)));
    for (; due <= to; place = slots.after(place)) {
      const next = nextAfter(due);
      const dates = this.within(slots.at(place));
      // nobody asks again within the period: its last visit is not made so early that the next falls due in it too
      found.dates.push(next > to ? dates.filter((date) => nextAfter(date) > to) : dates);
      found.places.push(place);
      due = next;
    }
    return { ...found, ...(overdueDays === undefined || found.dates.length === 0 ? {} : { overdueDays }) };
  }
}

const clamp = (date: CivilDate, slot: readonly CivilDate[]): CivilDate => {
  const [first = date, last = date] = [slot[0], slot.at(-1)];
  return date < first ? first : date > last ? last : date;
};

/** A due day within its slot: an allowed one, rather before than after, so that no more than the interval goes by. */
const dueWithin = (date: CivilDate, slot: readonly CivilDate[]): CivilDate => slot.findLast((day) => day <= date) ?? slot[0] ?? date;

/**
 * The visits that a frequency makes due within a period, each as the days on which it may be made.
 *
 * A week, month or year is cut into as many slots as visits are due in it: consecutive slices of its allowed days, whole months
 * where they divide evenly. One visit is made in each, on any day of the slot that lies in the period in which it falls due, so
 * that periods cut from a year make the year's visits, and those of one month are made in that month.
 *
 * With a `last` visit, the next falls due after the interval of the frequency (`dueAfter`), on that day or the allowed one before
 * it, within the slot that follows that of the last visit: no slot is served twice, none is left out. The last visit of a period
 * is not made so early that one more would fall due in it. What fell due before the period is due at once, once, however long it
 * has waited.
 *
 * Without one, a weekly visit belongs to the period in which its slot ends; monthly and yearly ones have due days spread evenly,
 * shifted by a stagger that depends on `key` alone, so that the load of many people is even; a due day on a weekday that is not
 * allowed moves to the next one that is.
 *
 * @param weekdays allowed days, 1 = Monday … 7 = Sunday
 * @param last the last visit made; absent where none is known
 * @example
 * dueDates({ times: 2, per: "week" }, { from: "2026-11-23", to: "2026-11-29" }, [1, 2, 3, 4, 5], "p-17/bathing")
 * //=> [["2026-11-23", "2026-11-24"], ["2026-11-25", "2026-11-26", "2026-11-27"]]
 * dueDates({ times: 1, per: "month" }, { from: "2026-11-23", to: "2026-11-29" }, [1, 2], "p-17/bathing", "2026-10-27")
 * //=> [["2026-11-23", "2026-11-24"]]
 */
export function dueDates(frequency: Frequency, period: Period, weekdays: readonly number[], key: string, last?: CivilDate): CivilDate[][] {
  return new DueCalendar(frequency, period, weekdays).due(key, last).dates;
}
