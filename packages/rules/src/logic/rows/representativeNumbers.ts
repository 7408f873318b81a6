import { daysAround } from "../calendar.js";
import { allPartsOf, type Formula, slotsIn } from "./formula.js";
import { dateNumber, dateOfNumber, type Slot } from "./slot.js";

type Atom = Extract<Formula, { op: "among" | "compare" | "isNone" }>;

const mostSetBits = 6;

const bitsIn = (mask: number): number[] => Array.from({ length: 32 }, (_, index) => 1 << index).filter((bit) => (mask & bit) !== 0);

/** Dates on both sides of a threshold, as numbers. */
function datesNear(threshold: number): number[] {
  const date = dateOfNumber(threshold);
  return daysAround(date, [-1, 0, 1]).flatMap((near) => dateNumber(near) ?? []);
}

/** Numbers with one on each side of every threshold, and the bounds of the field. */
function numbersNear(atoms: readonly Atom[], { leaf: { type, nullable } }: Slot): number[] {
  const thresholds = atoms.flatMap((atom) => (atom.op === "compare" && Number.isFinite(atom.threshold) ? [atom.threshold] : []));
  const none = nullable ? [Number.NaN] : [];
  if (type.kind === "date") return [...thresholds.flatMap(datesNear), ...(thresholds.length === 0 ? [20000101] : []), ...none];
  const [least, most] = type.kind === "number" ? [type.least ?? Number.NEGATIVE_INFINITY, type.most ?? Number.POSITIVE_INFINITY] : [0, 0];
  const near = thresholds.flatMap((threshold) => [
    Math.floor(threshold) - 1,
    Math.floor(threshold),
    Math.floor(threshold) + 1,
    Math.floor(threshold) + 2,
  ]);
  const inside = [...near, least, most, 0].filter((value) => Number.isFinite(value) && value >= least && value <= most);
  return [...inside, ...none];
}

/** Sets of choices, with and without each that some atom asks for; undefined where they are too many to try. */
function setsOf(atoms: readonly Atom[]): number[] | undefined {
  const asked = bitsIn(atoms.reduce((mask, atom) => (atom.op === "among" ? mask | atom.mask : mask), 0));
  if (asked.length > mostSetBits) return undefined;
  return Array.from({ length: 2 ** asked.length }, (_, chosen) =>
    asked.reduce((set, bit, index) => ((chosen & (1 << index)) === 0 ? set : set | bit), 0),
  );
}

function holds(atom: Atom, value: number): boolean {
  switch (atom.op) {
    case "among":
      return (value & atom.mask) !== 0;
    case "isNone":
      return Number.isNaN(value);
    case "compare":
      switch (atom.order) {
        case "<":
          return value < atom.threshold;
        case "<=":
          return value <= atom.threshold;
        case ">":
          return value > atom.threshold;
        case ">=":
          return value >= atom.threshold;
        case "==":
          return value === atom.threshold;
        case "!=":
          return value !== atom.threshold;
      }
  }
}

/** One value for each way in which values can answer the atoms that read them. */
function distinct(values: readonly number[], atoms: readonly Atom[]): number[] {
  const seen = new Map<string, number>();
  for (const value of values) {
    const answers = atoms.map((atom) => (holds(atom, value) ? "1" : "0")).join("");
    if (!seen.has(answers)) seen.set(answers, value);
  }
  return [...seen.values()];
}

/**
 * For every fact that a formula reads, numbers that stand for all values it can have: whatever a value makes of the formula,
 * one of these makes of it too.
 *
 * @returns undefined where there are none, because two facts are held against each other, or too many sets to try
 */
export function representativeNumbers(formula: Formula): ReadonlyMap<Slot, readonly number[]> | undefined {
  const atomsOf = new Map<Slot, Atom[]>();
  for (const part of allPartsOf(formula)) {
    if (part.op === "compareSlots") return undefined;
    for (const slot of slotsIn(part)) atomsOf.set(slot, [...(atomsOf.get(slot) ?? []), part as Atom]);
  }
  const found = new Map<Slot, readonly number[]>();
  for (const [slot, atoms] of atomsOf) {
    const values = slot.form === "choice" ? bitsIn(slot.all) : slot.form === "set" ? setsOf(atoms) : numbersNear(atoms, slot);
    if (values === undefined) return undefined;
    found.set(slot, distinct(values, atoms));
  }
  return found;
}
