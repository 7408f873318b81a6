import { Random } from "../src/improve/random.js";
import type { Link } from "../src/model/link.js";
import type { Pattern } from "../src/model/pattern.js";
import type { Problem } from "../src/model/problem.js";
import { daysLater } from "./daysLater.js";
import { randomProblem } from "./randomProblem.js";

/** A synthetic problem drawn from a seed with links, soft hours, overtime, breaks that may be missed and prices on all of them. */
export function randomLinked(
  seed: number,
  { visits, caregivers, days }: { readonly visits: number; readonly caregivers: number; readonly days: number },
): Problem {
  const { transports: _, ...problem } = daysLater(
    randomProblem(seed, { visits, caregivers, days, rich: true, transports: 0 }),
    new Random(seed + 4_000_000).below(8),
  );
  const random = new Random(seed + 2_000_000);
  const chance = (share: number): boolean => random.unit() < share;
  const pick = <Value>(values: readonly Value[]): Value => values[random.below(values.length)] as Value;
  const loose = problem.visits.map(({ id }) => id);
  const take = (count: number): string[] => Array.from({ length: count }, () => loose.splice(random.below(loose.length), 1)[0] as string);
  const links: Link[] = [];
  const alternatives: string[][] = [];
  while (loose.length >= 6 && links.length < visits / 4) {
    const kind = pick(["together", "sequence", "apart", "both", "three"] as const);
    if (kind === "together" || kind === "apart") links.push({ kind, visits: take(chance(0.2) ? 3 : 2) });
    else if (kind === "three") {
      const [a, b, c] = take(3) as [string, string, string];
      links.push({ kind: "together", visits: [a, b] }, { kind: "sequence", visits: [b, c], minMinutes: pick([0, 15]), maxMinutes: 180 });
    } else {
      const pair = take(2);
      const bounds = chance(0.5) ? { minMinutes: pick([0, 15, 60]), maxMinutes: pick([60, 120, 240]) } : chance(0.5) ? { minMinutes: 30 } : {};
      links.push({ kind: "sequence", visits: pair, from: pick(["start", "end"] as const), ...bounds });
      if (kind === "both") links.push({ kind: "apart", visits: pair });
    }
  }
  const patterns: Pattern[] = [];
  const overDays = new Random(seed + 3_000_000);
  const drawn = <Value>(values: readonly Value[]): Value => values[overDays.below(values.length)] as Value;
  const few = (from: string[]): string[] => Array.from({ length: drawn([2, 2, 3]) }, () => from.splice(overDays.below(from.length), 1)[0] as string);
  // a pattern may hold linked visits as well
  const unpatterned = problem.visits.map(({ id }) => id);
  if (overDays.unit() < 0.8)
    for (let count = 0; unpatterned.length >= 3 && count < visits / 4; count++) {
      const kind = loose.length < 3 ? "pattern" : drawn(["sameDay", "spacing", "oneOf", "pattern", "pattern"] as const);
      if (kind === "sameDay") links.push({ kind, visits: few(loose) });
      else if (kind === "spacing") links.push({ kind, visits: few(loose), minDays: drawn([0, 1]), ...drawn([{}, { maxDays: 1 }, { maxDays: 2 }]) });
      else if (kind === "oneOf") alternatives.push(few(loose));
      else {
        const rules = drawn<Omit<Pattern, "visits">>([
          { sameWeekday: true },
          { startToleranceMinutes: 0 },
          { startToleranceMinutes: 30, sameCaregiver: "require" },
          { startToleranceMinutes: 90, sameCaregiver: "prefer" },
          { sameCaregiver: "require" },
        ]);
        patterns.push({ visits: few(unpatterned), ...rules });
      }
    }
  links.push(...alternatives.map((alike): Link => ({ kind: "oneOf", visits: alike })));
  const alike = new Map(alternatives.flatMap((ids) => ids.map((id) => [id, ids[0]])));
  // visits that are linked can as a rule be made by somebody: hours alike, no needs
  const firstOf = new Map(links.flatMap((link) => link.visits.map((id) => [id, link.visits[0]])));
  const whenOf = new Map(problem.visits.map(({ id, when }) => [id, when]));
  const softShare = pick([0, 0.4, 1]);
  const overtime = pick([0, 90, 90]);
  const visitOf = new Map(problem.visits.map((visit) => [visit.id, visit]));
  return {
    ...problem,
    links,
    patterns,
    history: { ...problem.history, faces: { "p-1": { "c-1": 2 } } },
    visits: problem.visits.map((visit) => {
      const first = firstOf.get(visit.id);
      const { needs, bars, when, priority, required, fixed, ...others } = visit;
      const stands = alike.get(visit.id);
      const counts = stands === undefined ? visit : (visitOf.get(stands) ?? visit);
      const rest = {
        ...others,
        ...(counts.priority === undefined ? {} : { priority: counts.priority }),
        ...(counts.required === undefined ? {} : { required: counts.required }),
        ...(fixed === undefined || stands !== undefined ? {} : { fixed }),
      };
      const like = first === undefined || chance(0.2) ? { needs: needs ?? {}, bars: bars ?? [], when } : { when: whenOf.get(first) };
      return { ...rest, ...like, when: { ...like.when, ...(chance(softShare) ? { soft: true } : {}) } };
    }),
    caregivers: problem.caregivers.map((caregiver) => ({
      ...caregiver,
      shifts: caregiver.shifts.map((shift) => ({
        ...shift,
        ...(overtime > 0 ? { overtimeMinutes: overtime } : {}),
        breaks: (shift.breaks ?? []).map((pause) => (chance(0.7) ? { ...pause, required: false } : pause)),
      })),
    })),
    objective: {
      caregiverYuan: problem.objective?.caregiverYuan ?? 0,
      overdueDay: problem.objective?.overdueDay ?? 5,
      waitingMinute: pick([0, 0.5, 1]),
      caregiverDay: pick([0, 20]),
      latenessMinute: pick([1, 3]),
      latestMinute: pick([0, 2]),
      overtimeMinute: pick([0.1, 3]),
      idlestMinute: pick([0, 0, 1]),
      missedBreak: pick([3, 20]),
      newFace: drawn([0, 3, 20]),
      unfairMinute: drawn([0, 0.5, 1]),
    },
  };
}
