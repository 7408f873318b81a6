import { crossAll, type Grouping, groupBy, numbersFor } from "../logic/columns/grouping.js";
import type { Population } from "../logic/columns/population.js";
import { type Aspect, keyOfAspect } from "./aspects.js";

// where most have a combination of their own, grouping only adds to the work
const subjectsPerGroup = 2;

/** Merges groups of a source whose subjects come to the same all the same: birthdays of one age. */
function merge(groups: Grouping, size: number, keyOfGroup: (first: number) => unknown): Grouping {
  const merged = groupBy(groups.firsts.length, (group) => keyOfGroup(groups.firsts[group] as number));
  const groupOf = numbersFor(size, merged.firsts.length);
  for (let subject = 0; subject < size; subject += 1) groupOf[subject] = merged.groupOf[groups.groupOf[subject] as number] as number;
  return { groupOf, firsts: merged.firsts.map((group) => groups.firsts[group] as number) };
}

/** Groups the subjects of a population by what decisions depend on; each aspect is gone through once. */
export class AlikeSubjects {
  private readonly population: Population;
  private readonly byAspect = new Map<string, Grouping | undefined>();
  private readonly byAspects = new Map<string, Grouping | undefined>();

  constructor(population: Population) {
    this.population = population;
  }

  /** Subjects that have all aspects in common; undefined where nearly everybody differs from everybody else. */
  groupedBy(aspects: readonly Aspect[]): Grouping | undefined {
    const keys = aspects.map(keyOfAspect);
    const key = keys.toSorted().join("\n");
    if (!this.byAspects.has(key)) this.byAspects.set(key, this.cross(aspects));
    return this.byAspects.get(key);
  }

  private cross(aspects: readonly Aspect[]): Grouping | undefined {
    const groupings = aspects.map((aspect) => this.groupingOf(aspect));
    if (!groupings.every((each) => each !== undefined)) return undefined;
    // few groups first: the tables of pairs stay small
    const fewFirst = groupings.toSorted((a, b) => a.firsts.length - b.firsts.length);
    return crossAll(fewFirst, this.population.size, Math.ceil(this.population.size / subjectsPerGroup));
  }

  private groupingOf(aspect: Aspect): Grouping | undefined {
    const key = keyOfAspect(aspect);
    if (!this.byAspect.has(key)) this.byAspect.set(key, this.make(aspect));
    return this.byAspect.get(key);
  }

  private make({ source, thresholds, derived }: Aspect): Grouping | undefined {
    const { population } = this;
    const groups = population.grouped(source, thresholds);
    if (groups === undefined || derived === undefined) return groups;
    return merge(groups, population.size, (first) => (first < 0 ? undefined : derived.read(population.scopeOf(first))));
  }
}
