import { addDays, type CivilDate, daysBetween } from "@eldercare/core";
import { canBeKept, type DaySpacing } from "./canBeKept.js";
import type { DueVisits } from "./dueDates.js";
import type { DueService } from "./dueServices.js";
import { dueAfter, type Frequency } from "./slots.js";

const daysOfAWeek = 7;

/** How the visits of a service to one person go over days: on which days each may be made, and what binds them. */
export interface Rhythm {
  readonly dates: readonly (readonly CivilDate[])[];
  /** Days between one and the next; absent where none are asked for, or they cannot be kept. */
  readonly spacing?: DaySpacing;
  /** Of each visit, with which others it shares the day of the week; absent where that is not asked for, or cannot be. */
  readonly weekdayGroups?: readonly number[];
  readonly notes: readonly ("SPACING_NOT_ASKED" | "WEEKDAY_NOT_ASKED")[];
}

/** With which others each visit shares its weekday: the nth of each week, or all where they are a week or more apart. */
function weekdayGroups({ per, times }: Frequency, { dates, places }: DueVisits): readonly number[] | undefined {
  if (per === "week") return places.map(({ nth }) => nth);
  const first = dates[0]?.[0];
  const apart = first === undefined ? 0 : daysBetween(first, dueAfter({ per, times }, first));
  return apart >= daysOfAWeek ? places.map(() => 0) : undefined;
}

/** Days that lie so far from the last visit as one visit from the next. */
function spacedFrom(last: CivilDate | undefined, { minDays = 0 }: DaySpacing, dates: DueVisits["dates"]): DueVisits["dates"] {
  const earliest = last === undefined ? "" : addDays(last, minDays);
  const [first = [], ...others] = dates;
  return [first.filter((date) => date >= earliest), ...others];
}

/**
 * What a catalogue asks of the days of visits, as far as they can keep it: what is due goes before how it is spaced, and spacing
 * before the same day of the week.
 */
export function rhythmOf({ service: { spacing, pattern }, frequency, due, last }: DueService): Rhythm {
  const { dates } = due;
  const wantsWeekday = pattern?.sameWeekday === true && dates.length > 1;
  const groups = wantsWeekday ? weekdayGroups(frequency, due) : undefined;
  const spaced = spacing === undefined ? dates : spacedFrom(last, spacing, dates);
  const ways = [
    { dates: spaced, spacing, groups, kept: true },
    { dates: spaced, spacing, groups: undefined, kept: true },
    { dates, spacing, groups: undefined, kept: false },
    { dates, spacing: undefined, groups, kept: spacing === undefined },
  ];
  const way = ways.find((each) => canBeKept(each.dates, each.spacing ?? {}, each.groups));
  const { kept = spacing === undefined } = way ?? {};
  return {
    dates: way?.dates ?? dates,
    ...(way?.spacing === undefined || dates.length < 2 ? {} : { spacing: way.spacing }),
    ...(way?.groups === undefined ? {} : { weekdayGroups: way.groups }),
    notes: [
      ...(kept ? [] : (["SPACING_NOT_ASKED"] as const)),
      ...(wantsWeekday && way?.groups === undefined ? (["WEEKDAY_NOT_ASKED"] as const) : []),
    ],
  };
}
