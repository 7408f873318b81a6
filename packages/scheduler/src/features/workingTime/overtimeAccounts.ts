import type { Caregiver } from "../../model/caregiver.js";
import type { Compiled } from "../../model/compiled.js";
import { daysOfWeekBefore, overtimeBefore } from "../../model/workBefore.js";
import { hasBegunWhole } from "../routeHasBegun.js";
import { limitSeconds, mayWorkOver } from "./limitSeconds.js";
import { mondayOf } from "./mondayOf.js";

/** What one caregiver's overtime is reckoned by: whole seconds, by route in the order of dates. */
interface Account {
  readonly routes: readonly number[];
  readonly ordinaryDay: number;
  readonly ordinaryWeek: number;
  readonly mostPerDay: number;
  /** 1 where a route is the first of its ISO week, with the ordinary work done in that week before the horizon. */
  readonly opensWeek: Uint8Array;
  readonly before: Float64Array;
  /** Month of each route, numbered, and the overtime left in each. */
  readonly monthOf: Int32Array;
  readonly left: Float64Array;
  /** Overtime of each month as last reckoned, and what of it has not yet begun. */
  readonly over: Float64Array;
  readonly avoidable: Float64Array;
}

function leftIn(compiled: Compiled, { id, workMinutes }: Caregiver, month: string): number {
  const most = limitSeconds(workMinutes?.overtimePerMonth);
  const before = overtimeBefore(compiled.problem, id, month);
  if (most === Number.POSITIVE_INFINITY) return most;
  return before === undefined ? 0 : Math.max(0, most - Math.round(before * 60));
}

function accountOf(compiled: Compiled, caregiver: Caregiver, routes: readonly number[]): Account {
  const { problem, routeDate } = compiled;
  const { perDay, perWeek, overtimePerDay } = caregiver.workMinutes ?? {};
  const ordinaryDay = limitSeconds(perDay);
  const dates = routes.map((route) => routeDate[route] as string);
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  const cutWeek = mondayOf(problem.horizon.from);
  const before = daysOfWeekBefore(problem, caregiver.id).reduce((sum, { minutes = 0 }) => sum + Math.min(ordinaryDay, Math.round(minutes * 60)), 0);
  return {
    routes,
    ordinaryDay,
    ordinaryWeek: limitSeconds(perWeek),
    mostPerDay: limitSeconds(overtimePerDay),
    opensWeek: Uint8Array.from(dates, (date, index) => (index === 0 || mondayOf(dates[index - 1] as string) !== mondayOf(date) ? 1 : 0)),
    before: Float64Array.from(dates, (date) => (mondayOf(date) === cutWeek ? before : 0)),
    monthOf: Int32Array.from(dates, (date) => months.indexOf(date.slice(0, 7))),
    left: Float64Array.from(months, (month) => leftIn(compiled, caregiver, month)),
    over: new Float64Array(months.length),
    avoidable: new Float64Array(months.length),
  };
}

/**
 * The overtime of every caregiver who may work any: what a day has beyond her ordinary day, or beyond her ordinary week as
 * filled from Monday on, counts to the month of that day.
 */
export class OvertimeAccounts {
  /** Of each route those accounts that its crew, or the caregiver alone, has. */
  private readonly accountsOn: readonly (readonly Account[])[];
  private readonly compiled: Compiled;
  private readonly hasFacts: boolean;

  constructor(compiled: Compiled) {
    const { problem, days } = compiled;
    this.compiled = compiled;
    this.hasFacts = compiled.isFact.includes(1);
    const routesOf = new Map<string, number[]>();
    for (const [route, { crew }] of days.entries()) for (const { id } of crew) routesOf.set(id, [...(routesOf.get(id) ?? []), route]);
    // days of tours are numbered after all others
    const inOrder = (routes: readonly number[]): number[] => [...routes].sort((a, b) => ((days[a]?.date ?? "") < (days[b]?.date ?? "") ? -1 : 1));
    const accounts = new Map(
      problem.caregivers
        .filter(mayWorkOver)
        .map((caregiver) => [caregiver.id, accountOf(compiled, caregiver, inOrder(routesOf.get(caregiver.id) ?? []))]),
    );
    this.accountsOn = days.map(({ crew }) => crew.flatMap(({ id }) => accounts.get(id) ?? []));
  }

  /**
   * Whether everybody on a route stays within her overtime when it has so many paid seconds, her other routes those of `paid`.
   *
   * @param next the node that follows each: the overtime of other days that have begun as a whole is only counted; absent, none has
   */
  keeps(route: number, seconds: number, paid: Int32Array, next?: Int32Array): boolean {
    const accounts = this.accountsOn[route] as readonly Account[];
    for (let index = 0; index < accounts.length; index++) if (!this.holds(accounts[index] as Account, route, seconds, paid, next)) return false;
    return true;
  }

  private holds(account: Account, route: number, seconds: number, paid: Int32Array, next: Int32Array | undefined): boolean {
    const { routes, ordinaryDay, ordinaryWeek, mostPerDay, opensWeek, before, monthOf, left, over, avoidable } = account;
    over.fill(0);
    avoidable.fill(0);
    let filled = 0;
    for (let index = 0; index < routes.length; index++) {
      const at = routes[index] as number;
      const worked = at === route ? seconds : (paid[at] as number);
      if (opensWeek[index] === 1) filled = before[index] as number;
      const ordinary = Math.min(worked, ordinaryDay, Math.max(0, ordinaryWeek - filled));
      filled += ordinary;
      const month = monthOf[index] as number;
      const extra = worked - ordinary;
      over[month] = (over[month] as number) + extra;
      if (!(this.hasFacts && next !== undefined && at !== route && extra > 0 && hasBegunWhole(this.compiled, next, at))) {
        if (extra > mostPerDay) return false;
        avoidable[month] = (avoidable[month] as number) + extra;
      }
      if ((avoidable[month] as number) > 0 && (over[month] as number) > (left[month] as number)) return false;
    }
    return true;
  }
}
