import { type AreaCode, type Decision, isAreaCode, isInside, type Modality } from "@eldercare/core";
import type { SiteCandidate, SitingProblem } from "./problem.js";

/** A decision about siting that did not change the problem, and why. */
export interface SitingNote {
  readonly rule: string;
  readonly subject: string;
  /**
   * `undetermined`: facts are missing, so the candidates stay as they were. `noCandidate`: a facility is required where the
   * problem has no candidate of its kind. `severalCandidates`: it has more than one, and the rule does not say which.
   * `notBinding`: the clause encourages the facility and does not demand it.
   */
  readonly why: "undetermined" | "noCandidate" | "severalCandidates" | "notBinding";
}

/** Strengths of a clause that leave it to the place. */
const notBinding = new Set<Modality>(["aspirational", "permitted-or-encouraged"]);

const isWithin = (area: string, subject: string): boolean => subject !== "" && isAreaCode(subject) && isInside(area as AreaCode, subject as AreaCode);

/**
 * A question of siting as the rules of a pack have decided about its villages and townships: where a facility is forbidden, its
 * candidates are barred; where one is required, its candidate is required. What is handed over is for `site` to assign.
 *
 * @param decisions what rules about siting decided of areas; those that are undetermined are noted, others passed over
 * @returns a copy of the problem, with a note for every decision that could not be followed
 * @example
 * const own = { rule: "p/point", subject: "361021101", on: "2026-11-21", status: "granted", effect: { kind: "siting", siting: "forbid", of: "townshipHome", open: [] }, modality: "required", illustrative: false, warnings: [], clauses: [] };
 * withSitingDecisions(siting, [own]).problem.sites.filter(({ barred }) => barred).map(({ id }) => id) //=> ["home-1"]
 * Source: CK-2.4-c, CK-2.4-d, IM-1-d, IM-2.2-a, NC-4.2.5-b.
 */
export function withSitingDecisions(
  problem: SitingProblem,
  decisions: readonly Decision[],
): { readonly problem: SitingProblem; readonly notes: readonly SitingNote[] } {
  const barred = new Set<string>();
  const required = new Set<string>();
  const notes: SitingNote[] = [];
  for (const { rule, subject, status, effect, modality } of decisions) {
    // what is undetermined has no effect to tell what it is about
    if (status === "undetermined") notes.push({ rule, subject, why: "undetermined" });
    if (effect?.kind !== "siting" || effect.siting === "handOver" || status !== "granted") continue;
    const isMeant = ({ area, kind }: SiteCandidate): boolean => area !== undefined && kind === effect.of && isWithin(area, subject);
    const meant = problem.sites.filter(isMeant);
    if (effect.siting === "forbid") for (const { id } of meant) barred.add(id);
    else if (notBinding.has(modality)) notes.push({ rule, subject, why: "notBinding" });
    else if (meant.length === 1) for (const { id } of meant) required.add(id);
    else notes.push({ rule, subject, why: meant.length === 0 ? "noCandidate" : "severalCandidates" });
  }
  const sites = problem.sites.map((site): SiteCandidate => {
    if (barred.has(site.id)) return { ...site, barred: true };
    return required.has(site.id) ? { ...site, required: true } : site;
  });
  return { problem: { ...problem, sites }, notes };
}
