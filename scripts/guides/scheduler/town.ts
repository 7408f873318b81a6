import { addDays, type CivilDate } from "@eldercare/core";
import type { Problem, Shift } from "@eldercare/scheduler";

/** The Monday on which the examples begin. */
export const monday = "2026-11-23";
/** The day after. */
export const tuesday = "2026-11-24";

/** So many days after the Monday. */
export const dayAfter = (days: number): CivilDate => addDays(monday, days);

const [lng0, lat0] = [108.66, 31.95] as const;
const degreesPerKmNorth = 1 / 111.2;
const degreesPerKmEast = degreesPerKmNorth / Math.cos((lat0 * Math.PI) / 180);
/** Twenty kilometres an hour as the crow flies: a motor scooter on winding roads. */
const minutesPerKm = 3;

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

/**
 * A made-up town: places by kilometres east and north of its station, travel in whole minutes so that plans are easy to read.
 *
 * @param to last day of the horizon
 */
export function town(
  places: Readonly<Record<string, readonly [eastKm: number, northKm: number]>>,
  to = monday,
): Pick<Problem, "horizon" | "timeZone" | "places" | "travel"> {
  const all = Object.entries({ station: [0, 0] as const, ...places });
  const minutes = (a: readonly [number, number], b: readonly [number, number]): number =>
    Math.ceil(minutesPerKm * Math.hypot(a[0] - b[0], a[1] - b[1]) - 1e-9);
  return {
    horizon: { from: monday, to },
    timeZone: "Asia/Shanghai",
    places: all.map(([id, [east, north]]) => ({ id, lng: rounded(lng0 + east * degreesPerKmEast), lat: rounded(lat0 + north * degreesPerKmNorth) })),
    travel: { profiles: { road: { kind: "matrix", durationsSeconds: all.flatMap(([, a]) => all.map(([, b]) => 60 * minutes(a, b))) } } },
  };
}

/** A shift from and to the station. */
export function shift(from: string, to: string, more: Partial<Shift> = {}): Shift {
  return { date: monday, from, to, start: "station", end: "station", ...more };
}

/** Shifts of the same hours on several days, counted from the Monday. */
export function shiftsOn(days: readonly number[], from: string, to: string, more: Partial<Shift> = {}): Shift[] {
  return days.map((day) => shift(from, to, { ...more, date: dayAfter(day) }));
}

/** One stretch of hours in which something may begin. */
export const hours = (from: string, to: string) => ({ daily: [{ from, to }] });

/** What the examples call the place where shifts begin, and people whom several of them know. */
export const townNames = {
  station: { zh: "服务站", en: "station" },
  zhang: { zh: "张奶奶家", en: "Mrs Zhang" },
  li: { zh: "李大爷家", en: "Mr Li" },
  wang: { zh: "王奶奶家", en: "Mrs Wang" },
  zhao: { zh: "赵大爷家", en: "Mr Zhao" },
  amei: { zh: "阿梅", en: "Amei" },
  binbin: { zh: "小斌", en: "Bin" },
  chunlan: { zh: "春兰", en: "Chunlan" },
} as const;
