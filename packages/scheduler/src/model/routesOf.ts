import type { CaregiverDay } from "../features/checkHalf.js";
import { breaksOf, type TimedBreak } from "./breaksOf.js";
import type { Caregiver, Shift } from "./caregiver.js";
import { type DayFacts, factsOf } from "./facts.js";
import type { Problem } from "./problem.js";
import { crewOf, daysOf, shiftOf, tourDays } from "./tour.js";

/** A day of a caregiver or of a tour, as a route of the compiled problem. */
export interface RouteOfShift extends CaregiverDay {
  readonly caregiverIndex: number;
  readonly shiftIndex: number;
  /** What is known of it; of a tour nothing. */
  readonly facts: DayFacts;
  /** The breaks that are still to be taken, or have begun. */
  readonly breaks: readonly TimedBreak[];
  /** Its tour as an index into the problem's tours, −1 on ordinary days. */
  readonly tourIndex: number;
  /** Whether the route begins, or ends, where a night is spent rather than where its shift says. */
  readonly afterNight: boolean;
  readonly beforeNight: boolean;
}

/**
 * Every route that a problem can have: the days of each caregiver that she is not on a tour, and the days of each tour, in order. The
 * shift of a tour's day is its leader's, with the tour's vehicle.
 */
export function routesOf(problem: Problem): RouteOfShift[] {
  const { caregivers, horizon, tours = [] } = problem;
  const onTour = tourDays(problem);
  const read = factsOf(problem);
  const dayOf = (caregiver: Caregiver, shift: Shift) => {
    const facts = read(caregiver, shift);
    return { facts, breaks: breaksOf(shift).filter(({ id }) => !facts.over.has(id)) };
  };
  const alone = caregivers.flatMap((caregiver, caregiverIndex) =>
    caregiver.shifts
      .map((shift, shiftIndex) => ({
        caregiver,
        crew: [caregiver],
        tour: undefined,
        shift,
        date: shift.date,
        caregiverIndex,
        shiftIndex,
        ...dayOf(caregiver, shift),
        tourIndex: -1,
        afterNight: false,
        beforeNight: false,
      }))
      .filter(({ date }) => horizon.from <= date && date <= horizon.to && onTour(caregiver.id, date) === undefined)
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  );
  const together = tours.flatMap((tour, tourIndex) =>
    daysOf(tour).flatMap(({ date, index, isLast }): RouteOfShift[] => {
      const crew = crewOf(problem, tour);
      const [caregiver] = crew;
      const shift = shiftOf(caregiver, date);
      if (caregiver === undefined || shift === undefined) return [];
      return [
        {
          caregiver,
          crew,
          tour,
          shift: { ...shift, vehicle: tour.vehicle },
          date,
          caregiverIndex: caregivers.indexOf(caregiver),
          shiftIndex: caregiver.shifts.indexOf(shift),
          ...dayOf(caregiver, shift),
          tourIndex,
          afterNight: index > 0,
          beforeNight: !isLast,
        },
      ];
    }),
  );
  return [...alone, ...together];
}

/** The way of travelling of a day: the tour's own, or that of the caregiver or leader. */
export const profileOf = ({ tour, caregiver }: Pick<CaregiverDay, "tour" | "caregiver">): string => tour?.profile ?? caregiver.profile;

/** The factor on service time of a day: a crew takes as long as the visits say. */
export const factorOf = ({ tour, caregiver }: Pick<CaregiverDay, "tour" | "caregiver">): number =>
  tour === undefined ? (caregiver.serviceTimeFactor ?? 1) : 1;
