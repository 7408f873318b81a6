import { type CivilDate, didYouMean, type Issue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Linkage, Pack } from "./pack.js";

/** A linkage with the pack that states it. */
export interface LinkageOf extends Linkage {
  readonly pack: string;
}

const isInForce = ({ inForce: { from, to } }: Pack, on: CivilDate): boolean => from <= on && (to === undefined || on <= to);

/**
 * How the benefits of one person meet under a pack and all that it stands on, on a date: parents first, each in the order
 * of its pack.
 *
 * @param chain a pack with its parents, parents first
 * @param on civil date asked about; packs that are not in force then say nothing
 * @example
 * linkagesOf([national, { ...county, linkages: [{ benefits: ["a", "b"], rule: "higher", clauses: [] }] }], "2026-11-21").map(({ rule }) => rule) //=> ["higher"]
 */
export function linkagesOf(chain: readonly Pack[], on: CivilDate): LinkageOf[] {
  return chain.filter((pack) => isInForce(pack, on)).flatMap((pack) => (pack.linkages ?? []).map((linkage) => ({ ...linkage, pack: pack.id })));
}

/** The benefits that the rules of some packs grant, as they stand or are overridden. */
export const benefitsOf = (chain: readonly Pack[]): ReadonlySet<string> =>
  new Set(
    chain.flatMap(({ rules, overrides = [] }) => [...rules, ...overrides].flatMap(({ then }) => (then?.kind === "benefit" ? [then.benefit] : []))),
  );

const pairsOf = (benefits: readonly string[]): string[] =>
  benefits.flatMap((one, index) => benefits.slice(index + 1).map((other) => [one, other].sort().join(" + ")));

const nameOf = ({ id, rule, clauses }: Linkage): string => `${id ?? rule}: ${clauses.join(", ")}`;

/**
 * What is wrong with the linkages of a pack among all that it stands on: benefits that no rule grants, two benefits that
 * are linked in two ways, a benefit that `pays` and is not among those linked.
 *
 * @param pack the pack that states them
 * @param chain the pack with its parents
 */
export function checkLinkages(pack: Pack, chain: readonly Pack[]): Issue[] {
  const granted = [...benefitsOf(chain)];
  const linked = new Map<string, Linkage>();
  for (const parent of chain) {
    if (parent === pack) continue;
    for (const linkage of parent.linkages ?? []) for (const pair of pairsOf(linkage.benefits)) linked.set(pair, linkage);
  }
  return (pack.linkages ?? []).flatMap((linkage, index) => {
    const at = `/linkages/${index}`;
    const unknown = linkage.benefits.flatMap((benefit, nth) =>
      granted.includes(benefit)
        ? []
        : [
            reportRules("BENEFIT_NOT_FOUND", `${at}/benefits/${nth}`, {
              seen: benefit,
              values: { known: granted.join(", ") || "—", ...didYouMean(benefit, granted) },
            }),
          ],
    );
    const contradictions = pairsOf(linkage.benefits).flatMap((pair) => {
      const first = linked.get(pair);
      if (first === undefined) {
        linked.set(pair, linkage);
        return [];
      }
      return first.rule === linkage.rule && first.pays === linkage.pays
        ? []
        : [reportRules("LINKAGES_CONTRADICT", at, { seen: pair, values: { first: nameOf(first) } })];
    });
    const pays =
      linkage.pays === undefined || linkage.benefits.includes(linkage.pays)
        ? []
        : [reportRules("LINKAGE_PAYS", `${at}/pays`, { seen: linkage.pays })];
    return [...unknown, ...contradictions, ...pays];
  });
}
