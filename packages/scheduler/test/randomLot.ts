import { Random } from "../src/improve/random.js";
import type { Problem } from "../src/model/problem.js";
import type { Visit } from "../src/model/visit.js";
import { daysLater } from "./daysLater.js";
import { randomProblem } from "./randomProblem.js";

/** Without one field of an object. */
function without<Value extends object, Key extends keyof Value>(value: Value, key: Key): Omit<Value, Key> {
  const { [key]: _, ...rest } = value;
  return rest;
}

/** Leaves a kind of demand or supply out of a problem, each by lot. */
function switchedOff(problem: Problem, off: () => boolean): Problem {
  const visitFields = (["needs", "when", "prefers", "bars", "required", "priority"] as const).filter(off);
  const caregiverFields = (
    ["workMinutes", "stock", "certificates", "tags", "skills", "languages", "serviceTimeFactor", "serviceArea", "mentoredBy"] as const
  ).filter(off);
  const shiftFields = (["breaks", "end", "vehicle"] as const).filter(off);
  return {
    ...problem,
    visits: problem.visits.map((visit) => visitFields.reduce<Visit>((kept, field) => without(kept, field), visit)),
    caregivers: problem.caregivers.map((caregiver) => ({
      ...caregiverFields.reduce((kept, field) => without(kept, field) as typeof caregiver, caregiver),
      shifts: caregiver.shifts.map((shift) => shiftFields.reduce((kept, field) => without(kept, field) as typeof shift, shift)),
    })),
    ...(off() ? { transports: [] } : {}),
    ...(off() ? { objective: {} } : {}),
  };
}

/** Fixes visits and names the only caregivers of others: some can be kept together, some cannot. */
function tiedDown(problem: Problem, random: Random): Problem {
  const chance = (share: number): boolean => random.unit() < share;
  const working = problem.caregivers.filter(({ shifts }) => shifts.length > 0);
  const tie = (visit: Visit): Visit => {
    const caregiver = working[random.below(Math.max(1, working.length))];
    const shift = caregiver?.shifts[random.below(caregiver.shifts.length)];
    if (caregiver === undefined || shift === undefined || !chance(0.2)) return visit;
    if (chance(0.5)) return { ...without(visit, "bars"), only: [caregiver.id] };
    const fixed = { caregiver: caregiver.id, date: shift.date, ...(chance(0.5) ? { start: "10:00" } : {}) };
    return { ...without(visit, "when"), fixed };
  };
  return { ...problem, visits: problem.visits.map(tie) };
}

/** A road table for cars: one-way, with gaps, or much too long for any shift. */
function roads(problem: Problem, random: Random): Problem {
  const missing = random.unit() < 0.5 ? 0 : 0.15;
  const longest = random.unit() < 0.2 ? 30_000 : 2_400;
  const road = (): number | null => (random.unit() < missing ? null : 1 + random.below(longest));
  const durationsSeconds = problem.places.flatMap((_, from) => problem.places.map((__, to) => (from === to ? 0 : road())));
  return { ...problem, travel: { profiles: { ...problem.travel.profiles, car: { kind: "matrix", durationsSeconds } } } };
}

/**
 * A synthetic problem of up to 60 visits, most of them small, each feature in it by lot: two in three switch some off, one in
 * three ties visits down, one in three has roads of its own, and some can serve nobody. They begin on any day of the week, some in one month and end in the next.
 */
export function randomLot(seed: number): Problem {
  const random = new Random(seed + 2_000_000);
  const chance = (share: number): boolean => random.unit() < share;
  const most = [4, 12, 25, 60][Math.min(3, Math.floor(random.unit() ** 4 * 5))] ?? 4;
  const drawn = randomProblem(seed, {
    visits: random.below(most + 1),
    caregivers: 1 + random.below(chance(0.2) ? 8 : 4),
    days: 1 + random.below(3),
    rich: chance(0.9),
    transports: random.below(1 + (most >> 2)),
  });
  const some = chance(0.66) ? switchedOff(drawn, () => chance(0.25)) : drawn;
  if (chance(0.05)) return { ...some, caregivers: [], visits: some.visits.map((visit) => without(without(visit, "prefers"), "bars")) };
  const tied = daysLater(chance(0.33) ? tiedDown(some, random) : some, new Random(seed + 4_000_000).below(8));
  return chance(0.33) ? roads(tied, random) : tied;
}
