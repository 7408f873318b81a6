import type { BenefitCap, Linkage } from "./linkage.js";

/** What a linkage is called where it has no id: its rule and its benefits. */
export const nameOfLinkage = ({ id: own, rule, benefits }: Linkage): string => own ?? `${rule}(${[...benefits].sort().join(", ")})`;

/** One benefit that is reduced by others under a linkage. */
export interface Reduction {
  readonly linkage: Linkage;
  readonly by: readonly string[];
}

/** The linkages and caps of a pack made ready for many settlements; the order in which they were given leaves no trace. */
export interface LinkageMatrix {
  /** Benefits with those that exclude them, each after all that exclude it. */
  readonly exclusions: readonly (readonly [benefit: string, by: readonly Reduction[]])[];
  /** Benefits in the order of settlement, each after those that reduce it; benefits of which the highest is paid stand together. */
  readonly nodes: readonly (readonly string[])[];
  readonly reductions: ReadonlyMap<string, readonly Reduction[]>;
  /** The linkage under which a benefit competes for the highest. */
  readonly higher: ReadonlyMap<string, Linkage>;
  /** Inner caps before outer ones. */
  readonly caps: readonly BenefitCap[];
  /** True where raising a benefit never lowers what a household receives in total. */
  readonly raiseKept: boolean;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** For each benefit of a linkage, those that come before it. */
export function reductionsOf(linkage: Linkage): [benefit: string, Reduction][] {
  const { rule, benefits, precedence = [], pays } = linkage;
  if (rule === "topUp") return pays === undefined ? [] : [[pays, { linkage, by: benefits.filter((benefit) => benefit !== pays).sort(byText) }]];
  return precedence.flatMap((benefit, index): [string, Reduction][] => (index === 0 ? [] : [[benefit, { linkage, by: precedence.slice(0, index) }]]));
}

function gather(linkages: readonly Linkage[]): Map<string, Reduction[]> {
  const found = new Map<string, Reduction[]>();
  for (const [benefit, reduction] of linkages.flatMap(reductionsOf)) found.set(benefit, [...(found.get(benefit) ?? []), reduction]);
  // of several, set-offs come before top-ups, so that a level is reached with what is left
  for (const reductions of found.values())
    reductions.sort((a, b) => byText(a.linkage.rule + nameOfLinkage(a.linkage), b.linkage.rule + nameOfLinkage(b.linkage)));
  return found;
}

/** Groups of benefits, each after the groups that come before it; the rest where they go in a circle. */
function inOrder(groups: readonly (readonly string[])[], before: ReadonlyMap<string, readonly Reduction[]>): { order: string[][]; circle: string[] } {
  const groupOf = new Map(groups.flatMap((group) => group.map((benefit) => [benefit, group] as const)));
  const waiting = new Set([...groups].sort((a, b) => byText(a[0] ?? "", b[0] ?? "")));
  const order: string[][] = [];
  for (let found = true; found; ) {
    found = false;
    for (const group of waiting) {
      const blocked = group.some((benefit) =>
        (before.get(benefit) ?? []).some(({ by }) => by.some((other) => waiting.has(groupOf.get(other) ?? []))),
      );
      if (blocked) continue;
      waiting.delete(group);
      order.push([...group]);
      found = true;
    }
  }
  return { order, circle: [...waiting].flat() };
}

/** Every benefit that a matrix names, and no other. */
const benefitsOf = (linkages: readonly Linkage[], caps: readonly BenefitCap[]): string[] =>
  [...new Set([...linkages, ...caps].flatMap(({ benefits }) => benefits))].sort(byText);

/** The benefits that wait for one another, under exclusions and under reductions; empty where none do. */
export function circlesOf(linkages: readonly Linkage[]): string[][] {
  const { exclusions, reductions, groups, singles } = parts(linkages, []);
  return [inOrder(singles, exclusions).circle, inOrder(groups, reductions).circle].filter((circle) => circle.length > 0);
}

function parts(linkages: readonly Linkage[], caps: readonly BenefitCap[]) {
  const exclusions = gather(linkages.filter(({ rule }) => rule === "exclusive"));
  const reductions = gather(linkages.filter(({ rule }) => rule === "offset" || rule === "topUp"));
  const highest = linkages.filter(({ rule }) => rule === "higher");
  const higher = new Map(highest.flatMap((linkage) => linkage.benefits.map((benefit) => [benefit, linkage] as const)));
  const singles = benefitsOf(linkages, caps).map((benefit) => [benefit]);
  const groups = [...highest.map(({ benefits }) => [...benefits].sort(byText)), ...singles.filter(([benefit = ""]) => !higher.has(benefit))];
  return { exclusions, reductions, higher, singles, groups };
}

/**
 * The benefits whose rise may lower what a household receives in total; empty where none may.
 *
 * The law "a raise never lowers the total" holds where no benefit reduces others in two linkages, none that reduces others
 * competes for the highest or is capped, and a cap on a benefit that competes holds all its competitors in a scope no
 * narrower. Then a change travels along one path through the matrix, turned about at each linkage and never enlarged,
 * so that its alternating sum keeps its sign; exclusions look at who is granted, not at amounts.
 */
export function raisesThatMayLower(linkages: readonly Linkage[], caps: readonly BenefitCap[]): string[] {
  const { reductions, higher } = parts(linkages, caps);
  const reducing = new Map<string, Set<Linkage>>();
  for (const { linkage, by } of [...reductions.values()].flat())
    for (const benefit of by) reducing.set(benefit, (reducing.get(benefit) ?? new Set()).add(linkage));
  const isCapped = (benefit: string): boolean => caps.some(({ benefits }) => benefits.includes(benefit));
  const found = [...reducing].filter(([benefit, within]) => within.size > 1 || higher.has(benefit) || isCapped(benefit)).map(([benefit]) => benefit);
  for (const { benefits, within } of caps)
    for (const benefit of benefits) {
      const group = higher.get(benefit);
      const held =
        group === undefined ||
        (group.benefits.every((other) => benefits.includes(other)) && (within === "household" || group.within !== "household"));
      if (!held) found.push(benefit);
    }
  return [...new Set(found)].sort(byText);
}

/** Makes checked linkages and caps ready for settlement. */
export function linkageMatrix(linkages: readonly Linkage[], caps: readonly BenefitCap[]): LinkageMatrix {
  const { exclusions, reductions, higher, singles, groups } = parts(linkages, caps);
  const scope = ({ within }: BenefitCap): number => (within === "holder" ? 0 : 1);
  return {
    exclusions: inOrder(singles, exclusions).order.flatMap(([benefit = ""]) => {
      const by = exclusions.get(benefit);
      return by === undefined ? [] : [[benefit, by] as const];
    }),
    nodes: inOrder(groups, reductions).order,
    reductions,
    higher,
    caps: [...caps].sort((a, b) => a.benefits.length - b.benefits.length || scope(a) - scope(b) || byText(a.id, b.id)),
    raiseKept: raisesThatMayLower(linkages, caps).length === 0,
  };
}
