import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { type Ranking, rankForPlaces } from "./ranking.js";

/** A possible site of a home for old and young; counts are persons near it, absent where unknown. */
export interface CandidateSite {
  readonly id: string;
  readonly olderPersons?: number;
  readonly children?: number;
}

/** Sites and how many of them the next batch takes. */
export interface SiteRankingQuestion {
  readonly sites: readonly CandidateSite[];
  readonly places: number;
  readonly clauses: readonly string[];
}

const sum = ({ olderPersons, children }: CandidateSite): number => (olderPersons ?? 0) + (children ?? 0);

/**
 * The sites of a next batch: those with most older persons and children nearby, by id where they are equal. A site with an
 * unknown count may have any number, so whether it is taken, or pushes another out, stays open.
 *
 * @param question.places sites that the batch takes, whole, at least 0
 * @returns ids of the sites that are taken, that are not, and for which it depends on an unknown count
 * @throws EldercareError `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`, `DUPLICATE_ID`
 * @example
 * rankSites({ sites: [{ id: "a", olderPersons: 40, children: 5 }, { id: "b", olderPersons: 30, children: 30 }], places: 1, clauses: ["NC-4.2.5-c"] }).value.served //=> ["b"]
 * Source: NC-4.2.5-c, NC-4.2.5-d.
 */
export function rankSites({ sites, places, clauses }: SiteRankingQuestion): Counted<Ranking> {
  const check = new QuestionCheck();
  check.whole("/places", places);
  check.unique(
    (index) => `/sites/${index}/id`,
    sites.map(({ id }) => id),
  );
  for (const [index, { olderPersons, children }] of sites.entries()) {
    if (olderPersons !== undefined) check.whole(`/sites/${index}/olderPersons`, olderPersons);
    if (children !== undefined) check.whole(`/sites/${index}/children`, children);
  }
  check.done();
  const isKnown = ({ olderPersons, children }: CandidateSite): boolean => olderPersons !== undefined && children !== undefined;
  const value = rankForPlaces(
    sites.map((site) => ({ id: site.id, keys: [{ least: sum(site), most: isKnown(site) ? sum(site) : Number.POSITIVE_INFINITY }] })),
    places,
  );
  const byId = new Map(sites.map((site) => [site.id, site]));
  const steps = [...value.served, ...value.open, ...value.notServed].flatMap((id): Step[] => {
    const site = byId.get(id);
    if (site === undefined) return [];
    const [older, young] = [site.olderPersons ?? "?", site.children ?? "?"];
    return [
      {
        zh: `${id}：老年人 ${older} + 儿童 ${young}`,
        en: `${id}: ${older} older persons + ${young} children`,
        value: `${isKnown(site) ? "" : "≥ "}${sum(site)}`,
      },
    ];
  });
  return { value, unit: "site", steps, clauses };
}
