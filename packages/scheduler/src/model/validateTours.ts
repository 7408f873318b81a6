import { type Issue, jsonPointer, type Noun, reportMissing } from "@eldercare/core";
import { breaksOf } from "./breaksOf.js";
import type { Caregiver, Shift } from "./caregiver.js";
import { knownSecondsOfDay, secondsPerDay } from "./clock.js";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";
import { beyondSingleRoutes } from "./softTerms.js";
import { areConsecutive, datesOf, shiftOf, type Tour } from "./tour.js";

const twice = (list: readonly string[], pointer: string): Issue[] =>
  list.flatMap((item, index) => (list.indexOf(item) < index ? [reportSchedulerIssue("TWICE_IN_TOUR", `${pointer}/${index}`, { seen: item })] : []));

function unknown(list: readonly string[], known: readonly string[], what: Noun, pointer: string): Issue[] {
  return list.flatMap((item, index) => (known.includes(item) ? [] : [reportMissing(what, `${pointer}/${index}`, item, [...known])]));
}

const hoursOf = (shift: Shift): string =>
  JSON.stringify([
    ...[shift.from, shift.to].map(knownSecondsOfDay),
    shift.start,
    shift.end ?? null,
    breaksOf(shift).map(({ id, ...pause }) => pause),
  ]);

/** What is wrong with the shifts of a crew: one is missing, not that of the leader, or drives something else. */
function checkCrew(tour: Tour, caregivers: ReadonlyMap<string, Caregiver>, pointer: string): Issue[] {
  const [leader = ""] = tour.crew;
  return tour.crew.flatMap((member, index) => {
    const caregiver = caregivers.get(member);
    if (caregiver === undefined) return [];
    return datesOf(tour).flatMap((date): Issue[] => {
      const at = `${pointer}/crew/${index}`;
      const shift = shiftOf(caregiver, date);
      const first = shiftOf(caregivers.get(leader), date);
      if (shift === undefined) return [reportSchedulerIssue("CREW_WITHOUT_SHIFT", at, { seen: member, values: { date } })];
      return [
        ...(first === undefined || hoursOf(shift) === hoursOf(first)
          ? []
          : [reportSchedulerIssue("CREW_SHIFTS_DIFFER", at, { seen: member, values: { date, leader } })]),
        ...(shift.vehicle === undefined || shift.vehicle === tour.vehicle
          ? []
          : [reportSchedulerIssue("TOUR_VEHICLE_DIFFERS", at, { seen: shift.vehicle, values: { date, caregiver: member } })]),
      ];
    });
  });
}

function checkNights(tour: Tour, leader: Caregiver | undefined, pointer: string): Issue[] {
  const dates = datesOf(tour);
  if (dates.length < 2) return [];
  const { lodgings, restMinutes = 0 } = tour;
  const short = dates.slice(1).flatMap((next, index): Issue[] => {
    const date = dates[index] ?? "";
    const [evening, morning] = [shiftOf(leader, date), shiftOf(leader, next)];
    if (evening === undefined || morning === undefined) return [];
    const minutes = (secondsPerDay + knownSecondsOfDay(morning.from) - knownSecondsOfDay(evening.to)) / 60;
    return minutes >= restMinutes
      ? []
      : [reportSchedulerIssue("REST_DOES_NOT_FIT", `${pointer}/restMinutes`, { seen: restMinutes, values: { date, minutes: String(minutes) } })];
  });
  return [
    ...(areConsecutive(dates) ? short : [reportSchedulerIssue("TOUR_DATES_APART", `${pointer}/dates`, { seen: dates.join(", ") })]),
    ...(lodgings === undefined ? [reportSchedulerIssue("TOUR_WITHOUT_LODGING", pointer, { seen: tour.id })] : []),
  ];
}

/** What is wrong with the tours of a problem of the right shape, each by itself and with one another. */
export function validateTours(problem: Problem): Issue[] {
  const { tours = [], horizon } = problem;
  const caregivers = new Map(problem.caregivers.map((caregiver) => [caregiver.id, caregiver]));
  const vehicles = new Map(problem.vehicles?.map((vehicle) => [vehicle.id, vehicle]));
  const profiles = Object.keys(problem.travel.profiles);
  const places = problem.places.map(({ id }) => id);
  const taken = new Map<string, string>();
  const issues = tours.flatMap((tour, row): Issue[] => {
    const pointer = jsonPointer(["tours", row]);
    const vehicle = vehicles.get(tour.vehicle);
    const seats = vehicle?.seats ?? 0;
    const beside = new Set(tour.crew).size - 1;
    const busy = [...new Set(tour.crew)].flatMap((member) =>
      datesOf(tour).flatMap((date) => {
        const key = JSON.stringify([member, date]);
        const other = taken.get(key);
        taken.set(key, tour.id);
        const at = `${pointer}/crew/${tour.crew.indexOf(member)}`;
        return other === undefined ? [] : [reportSchedulerIssue("CREW_ON_TWO_TOURS", at, { seen: member, values: { date } })];
      }),
    );
    return [
      ...(vehicle === undefined ? [reportMissing("vehicle", `${pointer}/vehicle`, tour.vehicle)] : []),
      ...unknown(tour.crew, [...caregivers.keys()], "caregiver", `${pointer}/crew`),
      ...unknown(tour.lodgings ?? [], places, "place", `${pointer}/lodgings`),
      ...(tour.profile === undefined || profiles.includes(tour.profile) ? [] : [reportMissing("travel profile", `${pointer}/profile`, tour.profile)]),
      ...twice(tour.crew, `${pointer}/crew`),
      ...twice(tour.dates, `${pointer}/dates`),
      ...twice(tour.lodgings ?? [], `${pointer}/lodgings`),
      ...tour.dates.flatMap((date, index) =>
        horizon.from <= date && date <= horizon.to ? [] : [reportSchedulerIssue("TOUR_OUTSIDE_HORIZON", `${pointer}/dates/${index}`, { seen: date })],
      ),
      ...checkCrew(tour, caregivers, pointer),
      ...checkNights(tour, caregivers.get(tour.crew[0] ?? ""), pointer),
      ...(vehicle !== undefined && beside > seats
        ? [reportSchedulerIssue("CREW_EXCEEDS_SEATS", `${pointer}/crew`, { seen: beside, values: { seats: String(seats) } })]
        : []),
      ...busy,
    ];
  });
  const shared = tours.length + (problem.beds ?? []).length === 0 ? [] : beyondSingleRoutes(problem);
  return [...issues, ...shared.map((pointer) => reportSchedulerIssue("NOT_WITH_TOURS", pointer))];
}
