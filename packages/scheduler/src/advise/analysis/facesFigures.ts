import type { CheckedPlan } from "../../features/checks.js";
import { type VisitMade, visitsOfRoutes } from "../../features/visitsOfRoutes.js";
import { ratio, sumOf } from "./hundredths.js";
import { byText } from "./readDays.js";

/** By how many different caregivers one person is visited. */
export interface FacesOfPerson {
  readonly person: string;
  readonly visits: number;
  readonly caregivers: number;
}

/** Different caregivers to a person, of the people who are named and visited at all. */
export interface FacesFigures {
  readonly people: number;
  readonly meanCaregivers: number | null;
  readonly mostCaregivers: number | null;
  /** By person. */
  readonly perPerson: readonly FacesOfPerson[];
}

/** How many visits made have a wish, and for how many it is kept. */
export interface WishesKept {
  readonly asked: number;
  readonly kept: number;
  readonly keptShare: number | null;
}

/** Wishes of those visited, of the visits made. */
export interface WishFigures {
  /** Visits that prefer some caregivers, made by one of them. */
  readonly preferred: WishesKept;
  readonly language: WishesKept;
  readonly sex: WishesKept;
}

/** Faces per person. */
export function facesOf(checked: CheckedPlan): FacesFigures {
  const people = new Map<string, { visits: number; readonly caregivers: Set<string> }>();
  for (const { visit, crew } of visitsOfRoutes(checked)) {
    if (visit.person === undefined) continue;
    const known = people.get(visit.person) ?? { visits: 0, caregivers: new Set<string>() };
    known.visits++;
    for (const { id } of crew) known.caregivers.add(id);
    people.set(visit.person, known);
  }
  const perPerson = [...people]
    .map(([person, { visits, caregivers }]) => ({ person, visits, caregivers: caregivers.size }))
    .sort(byText(({ person }) => person));
  const counts = perPerson.map(({ caregivers }) => caregivers);
  return {
    people: counts.length,
    meanCaregivers: ratio(sumOf(counts), counts.length),
    mostCaregivers: counts.length === 0 ? null : counts.reduce((most, count) => Math.max(most, count)),
    perPerson,
  };
}

/** Wishes kept. */
export function wishesOf(checked: CheckedPlan): WishFigures {
  const made = visitsOfRoutes(checked);
  const kept = (asks: (made: VisitMade) => boolean, isKept: (made: VisitMade) => boolean): WishesKept => {
    const asking = made.filter(asks);
    const count = asking.filter(isKept).length;
    return { asked: asking.length, kept: count, keptShare: ratio(count, asking.length) };
  };
  return {
    preferred: kept(
      ({ visit }) => (visit.prefers ?? []).length > 0,
      ({ visit, crew }) => crew.some(({ id }) => visit.prefers?.includes(id)),
    ),
    language: kept(
      ({ visit }) => typeof visit.needs?.language === "string",
      ({ visit, crew }) => crew.some(({ languages }) => languages?.some((spoken) => spoken === visit.needs?.language)),
    ),
    sex: kept(
      ({ visit }) => typeof visit.needs?.sex === "string",
      ({ visit, crew }) => crew.some(({ sex }) => sex === visit.needs?.sex),
    ),
  };
}
