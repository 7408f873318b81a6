import { datesBetween } from "@eldercare/core";
import { seededRandom } from "../../synthetic/random.js";
import type { GeoPoint, ReportPlace, ReportRoute, ReportStop, UnassignedVisit } from "../reportData.js";

const services: readonly (readonly [service: string, minutes: number])[] = [
  ["regularVisit", 20],
  ["homeCare", 60],
  ["bathing", 60],
  ["medicineDelivery", 30],
  ["cleaning", 45],
];

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Synthetic routes: each township's team of two to five goes out on working days, several visits a village. */
export function syntheticRoutes(
  townships: readonly ReportPlace[],
  villages: readonly ReportPlace[],
  period: { readonly from: string; readonly to: string },
  people: readonly string[],
): ReportRoute[] {
  const random = seededRandom(11, "report routes");
  const workdays = datesBetween(period.from, period.to).slice(0, 6);
  return townships.flatMap(({ code, lng, lat }, t) => {
    if (lng === undefined || lat === undefined) return [];
    const team = random.whole(2, 5);
    const homes = villages.flatMap((village): GeoPoint[] =>
      village.code.startsWith(code) && village.lng !== undefined && village.lat !== undefined ? [{ lng: village.lng, lat: village.lat }] : [],
    );
    return workdays.flatMap((date, d) =>
      Array.from({ length: team }, (_, c): ReportRoute => {
        const stops: ReportStop[] = [];
        let now = 8 * 60 + random.whole(0, 20);
        const departs = now;
        let rested = false;
        const count = random.whole(4, 8);
        let home = random.pick(homes);
        for (let n = 0; n < count; n += 1) {
          if (!rested && now > 11 * 60 + 20) {
            stops.push({ kind: "break", id: `break-${n}`, ...home, arrive: clock(now), start: clock(now), end: clock(now + 60) });
            now += 60;
            rested = true;
          }
          const moves = random.chance(0.6);
          if (moves) home = random.pick(homes);
          const [service, minutes] = random.pick(services);
          const arrive = now + (moves ? random.whole(12, 40) : 4);
          const start = random.chance(0.15) ? arrive + random.whole(5, 25) : arrive;
          const place = { lng: home.lng + (random.fraction() - 0.5) * 0.004, lat: home.lat + (random.fraction() - 0.5) * 0.004 };
          const id = `x-${t}-${d}-${c}-${n}`;
          const times = { arrive: clock(arrive), start: clock(start), end: clock(start + minutes) };
          stops.push({ kind: "visit", id, person: random.pick(people), service, ...place, ...times });
          now = start + minutes;
        }
        const seat = { lng, lat };
        return {
          township: code,
          caregiver: `c-${code.slice(6)}-${c + 1}`,
          date,
          departs: clock(departs),
          returns: clock(now + random.whole(10, 35)),
          start: seat,
          end: seat,
          stops,
        };
      }),
    );
  });
}

/** Synthetic visits that nobody could take. */
export function syntheticUnassigned(townships: readonly ReportPlace[], people: readonly string[], count: number): UnassignedVisit[] {
  const random = seededRandom(13, "report unassigned");
  const reasons = [
    { zh: "没有护理人员具备所需技能：助浴2级", en: "no caregiver has the skill: bathing, level 2" },
    { zh: "工作时间已满", en: "working time is used up" },
    { zh: "上门时段内无法到达", en: "cannot be reached within the hours of visit" },
  ];
  return Array.from({ length: count }, (_, n) => ({
    visit: `x-u-${n + 1}`,
    person: random.pick(people),
    service: random.pick(services)[0],
    township: random.pick(townships).code,
    reasons: random.chance(0.4) ? reasons.slice(1) : [random.pick(reasons)],
  }));
}
