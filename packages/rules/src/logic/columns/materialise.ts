import { compileTruth, type ParameterValues } from "../closures.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../value.js";
import { combinations } from "./combinations.js";
import { type Grouping, oneGroup } from "./grouping.js";
import { known, type Plane, type Planes, setBit, wordsFor } from "./planes.js";
import type { Population } from "./population.js";
import type { Atom } from "./program.js";
import type { Reading, Source } from "./reads.js";

/** The atoms of a program for one population, each as planes. */
export interface Materialised {
  readonly planes: readonly Planes[];
  /** Atoms that could not be grouped: every subject was asked for itself, exactly, only slower. */
  readonly oneByOne: readonly Atom[];
}

/** A source with the atoms that read it alone. */
interface Bundle {
  readonly source: Source;
  readonly atoms: number[];
  thresholds: readonly number[] | undefined;
}

function bundlesOf(atoms: readonly Atom[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const [number, { sources, thresholds }] of atoms.entries()) {
    const source = sources === "everything" || sources.length !== 1 ? undefined : sources[0];
    if (source === undefined) continue;
    const key = `${thresholds === undefined ? "values" : "stretches"} ${source.key}`;
    const bundle = bundles.get(key) ?? { source, atoms: [], thresholds: thresholds === undefined ? undefined : [] };
    bundle.atoms.push(number);
    if (thresholds !== undefined) bundle.thresholds = [...(bundle.thresholds ?? []), ...thresholds];
    bundles.set(key, bundle);
  }
  return [...bundles.values()].map((bundle) => ({
    ...bundle,
    thresholds: bundle.thresholds === undefined ? undefined : [...new Set(bundle.thresholds)].sort((a, b) => a - b),
  }));
}

/** Subjects whose group gives the same answers to all atoms of a bundle, a plane for each such class. */
interface Classes {
  readonly planes: readonly Plane[];
  /** The answers of each class, one an atom. */
  readonly answers: readonly (readonly Truth[])[];
}

function classesOf(grouping: Grouping, population: Population, answersOf: (subject: number) => Truth[]): Classes {
  const words = wordsFor(population.size);
  const numbers = new Map<string, number>();
  const answers: Truth[][] = [];
  const classOf = new Uint32Array(grouping.firsts.length);
  for (const [group, first] of grouping.firsts.entries()) {
    if (first < 0) continue;
    const found = answersOf(first);
    const key = found.join("");
    const number = numbers.get(key) ?? answers.length;
    if (number === answers.length) answers.push(found);
    numbers.set(key, number);
    classOf[group] = number * words;
  }
  const block = new Uint32Array(answers.length * words);
  const { groupOf } = grouping;
  for (let subject = 0; subject < population.size; subject += 1) {
    const at = (classOf[groupOf[subject] as number] as number) + (subject >>> 5);
    block[at] = (block[at] as number) | (1 << (subject & 31));
  }
  return { planes: answers.map((_, number) => block.subarray(number * words, (number + 1) * words)), answers };
}

function union(planes: readonly Plane[], words: number): Plane {
  const [only] = planes;
  if (planes.length === 1 && only !== undefined) return only;
  const out = new Uint32Array(words);
  for (const plane of planes) for (let word = 0; word < words; word += 1) out[word] = (out[word] as number) | (plane[word] as number);
  return out;
}

function planesOf({ planes, answers }: Classes, atom: number, words: number): Planes {
  const where = (wanted: (truth: Truth) => boolean): Plane =>
    union(
      planes.filter((_, number) => wanted(answers[number]?.[atom] ?? FALSE)),
      words,
    );
  const must = where((truth) => truth === TRUE);
  return answers.some((each) => each[atom] === UNKNOWN) ? { must, may: where((truth) => truth !== FALSE) } : known(must);
}

/** Asks every subject for itself. */
function askOneByOne(atoms: readonly Atom[], population: Population, parameters: ParameterValues): Planes[] {
  const words = wordsFor(population.size);
  const truths = atoms.map(({ node }) => compileTruth(node, parameters));
  const planes = atoms.map(() => ({ must: new Uint32Array(words), may: new Uint32Array(words) }));
  for (let subject = 0; atoms.length > 0 && subject < population.size; subject += 1) {
    const scope = population.scopeOf(subject);
    for (const [number, truth] of truths.entries()) {
      const answer = truth(scope);
      const { must, may } = planes[number] as { must: Plane; may: Plane };
      if (answer === TRUE) setBit(must, subject);
      if (answer !== FALSE) setBit(may, subject);
    }
  }
  return planes;
}

// where nearly everybody has a combination of their own, grouping only adds to the work
const subjectsPerCombination = 4;

/**
 * Finds out for every atom of whom it is true: once a group of subjects that say the same of what it reads, one by one
 * where there is no such group.
 */
export function materialise(atoms: readonly Atom[], population: Population, parameters: ParameterValues, reading: Reading): Materialised {
  const { size } = population;
  const words = wordsFor(size);
  const planes: Planes[] = [];
  const left: number[] = [];
  const take = (numbers: readonly number[], grouping: Grouping | undefined): void => {
    if (grouping === undefined) {
      left.push(...numbers);
      return;
    }
    const truths = numbers.map((number) => compileTruth((atoms[number] as Atom).node, parameters));
    const classes = classesOf(grouping, population, (first) => {
      const scope = population.scopeOf(first);
      return truths.map((truth) => truth(scope));
    });
    for (const [index, number] of numbers.entries()) planes[number] = planesOf(classes, index, words);
  };
  for (const { source, atoms: numbers, thresholds } of bundlesOf(atoms)) take(numbers, population.grouped(source, thresholds));
  for (const [number, { node, sources }] of atoms.entries()) {
    if (sources === "everything") left.push(number);
    else if (sources.length === 0) take([number], oneGroup(size));
    else if (sources.length > 1) take([number], combinations([node], population, parameters, reading, Math.ceil(size / subjectsPerCombination)));
  }
  const oneByOne = left.map((number) => atoms[number] as Atom);
  for (const [index, asked] of askOneByOne(oneByOne, population, parameters).entries()) planes[left[index] as number] = asked;
  return { planes, oneByOne };
}
