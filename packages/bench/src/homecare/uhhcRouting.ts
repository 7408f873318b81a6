import type { Plan, Problem } from "@eldercare/scheduler";
import type { RoutingInstance } from "../routing/routingInstance.js";
import { evaluateUhhc } from "./evaluateUhhc.js";
import { barredFrom, durationOf, lunch, readUhhc, type UhhcInstance, type UhhcPatient, type UhhcSolution, type UhhcVisit } from "./uhhcInstance.js";

const date = "2026-11-23";
const placeId = (index: number): string => `n${index}`;
const two = (value: number): string => String(value).padStart(2, "0");
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutesOf = (clock: string): number => {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
};
const visitId = (patient: string, service: string): string => `${patient} ${service}`;

/** Parts of the objective that this mapping has no counterpart of. */
const unsupported = ["workload_balance", "max_waiting_time", "working_time", "qualification", "incompabilities"];

function weightOf({ metadata }: UhhcInstance, component: string): number {
  const weight = metadata.cost_components[component];
  return weight === "HARD" ? 1 : (weight ?? 0);
}

type Link = NonNullable<Problem["links"]>[number];

/** Visits and links of one patient. */
function demandOf(instance: UhhcInstance, patient: UhhcPatient): { readonly visits: Problem["visits"]; readonly links: readonly Link[] } {
  const { metadata, caregivers } = instance;
  const { required_services: services, synchronization: sync } = patient;
  const isHard = ["total_tardiness", "highest_tardiness"].some((component) => metadata.cost_components[component] === "HARD");
  const barred = barredFrom(instance, patient);
  const visits = services.map((service): Problem["visits"][number] => {
    const minutes = durationOf(instance, service);
    const before = metadata.time_window_met === "at_service_end" ? minutes : 0;
    return {
      id: visitId(patient.id, service.service),
      place: placeId(patient.distance_matrix_index),
      serviceMinutes: minutes,
      when: { daily: patient.time_windows.map(({ start, end }) => ({ from: clockOf(start), to: clockOf(end - before) })), soft: !isHard },
      needs: { skills: { [service.service]: 1 } },
      required: patient.optional !== true,
      // the price of the patient, shared out among the visits: see the objective
      priority: services.length,
      prefers: (patient.preferred_caregivers ?? []).filter((id) => caregivers.some((caregiver) => caregiver.id === id)),
      bars: [...barred],
    };
  });
  const ids = visits.map(({ id }) => id);
  const apart: Link = { kind: "apart", visits: ids };
  const gap = sync?.distance ?? { min: 0, max: 0 };
  const timed: Readonly<Record<string, readonly Link[]>> = {
    simultaneous: [{ kind: "together", visits: ids }],
    sequential: [{ kind: "sequence", visits: ids, from: "start", minMinutes: gap.min, maxMinutes: gap.max }, apart],
  };
  const links = ids.length < 2 ? [] : (timed[sync?.type ?? ""] ?? [apart]);
  return { visits, links };
}

/**
 * A unified instance as a problem, its minutes being those of one day.
 *
 * @throws RangeError where its objective counts something that problems have no price for
 */
export function uhhcProblem(instance: UhhcInstance): Problem {
  const { distances, terminal_points, caregivers, patients, lunch_breaks, metadata } = instance;
  for (const component of unsupported)
    if (typeof metadata.cost_components[component] === "number") throw new RangeError(`the objective counts ${component}`);
  const terminal = (id: string): string => placeId(terminal_points.find((point) => point.id === id)?.distance_matrix_index ?? -1);
  const before = metadata.time_window_met === "at_service_end" ? (lunch_breaks?.min_duration ?? 0) : 0;
  const demands = patients.map((patient) => demandOf(instance, patient));
  const optional = weightOf(instance, "optional_patients");
  return {
    horizon: { from: date, to: date },
    timeZone: "UTC",
    places: distances.map((_, index) => ({ id: placeId(index), lng: index / 1000, lat: 0 })),
    travel: { profiles: { way: { kind: "matrix", durationsSeconds: distances.flatMap((row) => row.map((minutes) => minutes * 60)) } } },
    caregivers: caregivers.map((caregiver) => ({
      id: caregiver.id,
      skills: Object.fromEntries(caregiver.abilities.map((ability) => [ability, 1])),
      profile: "way",
      shifts: [
        {
          date,
          from: clockOf(caregiver.working_shift?.start ?? 0),
          to: clockOf(caregiver.working_shift?.end ?? 24 * 60),
          start: terminal(caregiver.departing_point),
          end: terminal(caregiver.arrival_point ?? caregiver.departing_point),
          overtimeMinutes: metadata.cost_components.total_extra_time === "HARD" ? 0 : 24 * 60,
          breaks:
            caregiver.lunch_break === true && lunch_breaks !== undefined
              ? [
                  {
                    minutes: lunch_breaks.min_duration,
                    from: clockOf(lunch_breaks.start),
                    to: clockOf(lunch_breaks.end - before),
                    required: metadata.cost_components.missed_lunch_break === "HARD",
                  },
                ]
              : [],
        },
      ],
    })),
    visits: demands.flatMap(({ visits }) => visits),
    links: demands.flatMap(({ links }) => links),
    objective: {
      unservedPriority: [optional, optional / 2, optional / 3, 0, 0],
      travelMinute: weightOf(instance, "travel_time"),
      waitingMinute: weightOf(instance, "total_waiting_time"),
      latenessMinute: weightOf(instance, "total_tardiness"),
      latestMinute: weightOf(instance, "highest_tardiness"),
      overtimeMinute: weightOf(instance, "total_extra_time"),
      idlestMinute: weightOf(instance, "max_idle_time"),
      missedBreak: weightOf(instance, "missed_lunch_break"),
      notPreferred: weightOf(instance, "caregiver_preferences"),
    },
  };
}

/** A plan in the benchmark's format. Caregivers without visits are listed, with their lunch where they are entitled to one: that costs nothing. */
export function uhhcSolution({ caregivers, patients, lunch_breaks }: UhhcInstance, plan: Plan): UhhcSolution {
  const atPlace = new Map(patients.map(({ id, distance_matrix_index }) => [placeId(distance_matrix_index), id]));
  const routes = caregivers.map((caregiver) => {
    const route = plan.routes.find((each) => each.caregiver === caregiver.id);
    const locations = (route?.stops ?? []).map((stop): UhhcVisit => {
      const [start, end] = [minutesOf(stop.start), minutesOf(stop.end)];
      const patient = atPlace.get(stop.place) ?? caregiver.departing_point;
      return stop.kind === "break"
        ? { patient, service: lunch, start_time: start, end_time: end }
        : { patient, service: stop.id.slice(patient.length + 1), arrival_time: start, departure_time: end };
    });
    if (locations.length > 0) return { caregiver_id: caregiver.id, locations };
    if (caregiver.lunch_break !== true || lunch_breaks === undefined) return { caregiver_id: caregiver.id };
    const start = Math.max(lunch_breaks.start, caregiver.working_shift?.start ?? 0);
    const only = { patient: caregiver.departing_point, service: lunch, start_time: start, end_time: start + lunch_breaks.min_duration };
    return { caregiver_id: caregiver.id, locations: [only] };
  });
  return { routes, cost_components: {} };
}

/** Reads a unified instance for the routing benchmark; the value of a plan is the benchmark's own. */
export function readUhhcRouting(text: string, name: string): RoutingInstance {
  const instance = readUhhc(text);
  return {
    name,
    problem: uhhcProblem(instance),
    vehiclesFirst: false,
    mayLeaveOut: true,
    distanceOf: (plan) => {
      const { total, breaches } = evaluateUhhc(instance, uhhcSolution(instance, plan));
      return breaches.length > 0 ? Number.POSITIVE_INFINITY : total;
    },
  };
}
