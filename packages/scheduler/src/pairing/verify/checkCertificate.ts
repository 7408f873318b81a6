import type { Steps } from "../../model/steps.js";
import type { DistanceBetween } from "../model/distance.js";
import type { Optimality, Pairing } from "../model/pairing.js";
import {
  defaultPairingObjective,
  type PairedPerson,
  type PairingMode,
  type PairingProblem,
  type PairingVolunteer,
  weightOfPriority,
} from "../model/problem.js";
import { type Counts, mostBeside } from "./loadLimits.js";
import { type PairingViolation, violationOf } from "./pairingBreach.js";
import { ruleBetween } from "./ruleBetween.js";

const thousandths = (units: number): number => Math.round(units * 1000);

/** What a pair costs beside the load, by component: thousandths. */
export function priceOf(problem: PairingProblem, person: PairedPerson, volunteer: PairingVolunteer, metres: number) {
  const weights = { ...defaultPairingObjective, ...problem.objective };
  const moves = person.partner !== undefined && person.partner !== null && person.partner !== volunteer.id;
  const other = (person.prefers?.length ?? 0) > 0 && person.prefers?.some((id) => id === volunteer.id) === false;
  return {
    distance: Math.round(metres * weights.kilometre),
    change: moves ? thousandths(weights.change) : 0,
    notPreferred: other ? thousandths(weights.notPreferred) : 0,
  };
}

/** What so many persons cost a volunteer who has some before: thousandths. */
export function priceOfLoad({ objective }: PairingProblem, before: number, persons: number): number {
  const further = thousandths(objective?.furtherPerson ?? defaultPairingObjective.furtherPerson);
  const pairsAmong = (many: number): number => (many * (many - 1)) / 2;
  return further * (pairsAmong(before + persons) - pairsAmong(before));
}

interface Offer {
  readonly person: string;
  readonly cost: number;
}

/** What the certificate of a mode shows by itself. */
interface Shown {
  /** No pairing costs less, unpaired persons included: thousandths. */
  readonly bound: number;
  /** More than what all pairs and loads together can cost. */
  readonly leastStep: number;
}

function* boundOf(
  problem: PairingProblem,
  mode: PairingMode,
  { certificate }: Optimality,
  counts: ReadonlyMap<string, Counts>,
  distance: DistanceBetween,
): Steps<Shown> {
  const persons = problem.persons.filter((person) => person.mode === mode);
  const prices = new Map(certificate.prices.map(({ person, price }) => [person, price]));
  const paid = new Map(persons.map(({ id, priority }) => [id, Math.min(prices.get(id) ?? 0, weightOfPriority(priority) * certificate.unpaired)]));
  const dearest = new Map<string, number>();
  const least = mode === "grid" ? (problem.requirements?.grid?.leastPersons ?? 1) : 1;
  let bound = [...paid.values()].reduce((sum, price) => sum + price, 0);
  let loads = 0;
  for (const volunteer of problem.volunteers) {
    yield;
    const has = counts.get(volunteer.id) ?? { oneToOne: 0, grid: 0 };
    const before = mode === "grid" ? has.oneToOne : 0;
    const offers = persons.flatMap((person): Offer[] => {
      if (ruleBetween(problem, person, volunteer, distance) !== undefined) return [];
      const { distance: far, change, notPreferred } = priceOf(problem, person, volunteer, distance(volunteer.place, person.place));
      return [{ person: person.id, cost: far + change + notPreferred }];
    });
    const room = mostBeside(problem, volunteer, mode, { oneToOne: before, grid: 0 }, offers.length);
    if (room < least) continue;
    for (const { person, cost } of offers) dearest.set(person, Math.max(dearest.get(person) ?? 0, cost));
    loads += priceOfLoad(problem, before, room);
    const worth = offers.map(({ person, cost }) => cost - (paid.get(person) ?? 0)).sort((a, b) => a - b);
    let best = 0;
    let sum = 0;
    for (let many = 1; many <= room; many++) {
      sum += worth[many - 1] ?? 0;
      if (many >= least) best = Math.min(best, sum + priceOfLoad(problem, before, many));
    }
    bound += best;
  }
  return { bound, leastStep: 1 + loads + [...dearest.values()].reduce((sum, cost) => sum + cost, 0) };
}

/** The greatest weight of a person left unpaired. */
const heaviest = weightOfPriority(1);

/** What so few pairs cost as a share of what they cost: per cent. */
const gapOf = (cost: number, lowest: number): number => (cost === 0 ? 0 : Math.round((1e8 * (cost - lowest)) / cost) / 1e6);

/**
 * Checks what a pairing says of how good it is in a mode, by the prices that it gives: of one-to-one pairs all of it; of grids
 * that the bound is not below what the prices show and not above the cost. Resumable.
 */
export function* checkCertificate(
  problem: PairingProblem,
  pairing: Pairing,
  mode: PairingMode,
  cost: number,
  counts: ReadonlyMap<string, Counts>,
  distance: DistanceBetween,
): Steps<PairingViolation[]> {
  const said = pairing.optimality[mode];
  const present = problem.persons.some((person) => person.mode === mode);
  const breach = (name: string, seen: unknown, expected: unknown): PairingViolation =>
    violationOf("OPTIMALITY_NOT_SHOWN", {}, { mode, name, seen: String(seen), expected: String(expected) });
  if (said === undefined) return present ? [breach(mode, "—", "…")] : [];
  if (!present) return [breach(mode, "…", "—")];
  const { bound, leastStep } = yield* boundOf(problem, mode, said, counts, distance);
  const step = said.certificate.unpaired;
  // a bound means something only as far as its sums are exact
  if (step < leastStep || !Number.isSafeInteger(step * heaviest * problem.persons.length))
    return [breach("certificate.unpaired", step, `≥ ${leastStep}`)];
  const unpaired = new Set(pairing.unpaired.map(({ person }) => person));
  const left = problem.persons.reduce(
    (sum, { id, mode: of, priority }) => (of === mode && unpaired.has(id) ? sum + weightOfPriority(priority) : sum),
    0,
  );
  const violations: PairingViolation[] = [];
  if (thousandths(said.cost) !== cost) violations.push(breach("cost", said.cost, cost / 1000));
  const shownMost = Math.floor(bound / step) >= left;
  const shownLeast = shownMost ? Math.max(0, bound - left * step) : 0;
  // a search over leaders may have shown more of grids than the prices do, but never less, nor more than is so
  const isWhole = mode === "oneToOne" && pairing.unpaired.every(({ kind }) => kind !== "stopped");
  if (said.mostPaired !== shownMost && (isWhole || shownMost)) violations.push(breach("mostPaired", said.mostPaired, shownMost));
  if ((said.lowerBound === null) === said.mostPaired) violations.push(breach("lowerBound", said.lowerBound, said.mostPaired ? "…" : "null"));
  if ((said.gapPercent === null) === said.mostPaired) violations.push(breach("gapPercent", said.gapPercent, said.mostPaired ? "…" : "null"));
  const lowest = said.lowerBound === null ? undefined : thousandths(said.lowerBound);
  if (lowest !== undefined) {
    if (lowest < shownLeast || lowest > cost || (isWhole && lowest !== shownLeast))
      violations.push(breach("lowerBound", said.lowerBound, shownLeast / 1000));
    if (said.gapPercent !== gapOf(cost, lowest)) violations.push(breach("gapPercent", said.gapPercent, gapOf(cost, lowest)));
  }
  const proven = said.mostPaired && lowest === cost;
  if (said.proven !== proven) violations.push(breach("proven", said.proven, proven));
  return violations;
}
