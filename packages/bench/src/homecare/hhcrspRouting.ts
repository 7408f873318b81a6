import type { Plan, Problem } from "@eldercare/scheduler";
import type { RoutingInstance } from "../routing/routingInstance.js";
import { evaluateHhcrsp, type HhcrspInstance, type HhcrspPatient, type HhcrspSolution } from "./hhcrsp.js";

const date = "2026-11-23";
const secondsADay = 24 * 3600;
/** Steps into which a minute of an instance may be cut, so that its hours fit into a day of seconds. */
const steps = [100, 60, 50, 40, 30, 20, 10];
const placeId = (index: number): string => `n${index}`;
const visitId = (patient: string, service: string): string => `${patient} ${service}`;
const two = (value: number): string => String(value).padStart(2, "0");
const clockOf = (seconds: number): string => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** Start to start, in minutes. */
const gapOf = ({ synchronization }: HhcrspPatient): readonly [number, number] =>
  synchronization?.type === "simultaneous" ? [0, 0] : (synchronization?.distance ?? [0, Number.POSITIVE_INFINITY]);

/** How many seconds of a problem stand for a minute of an instance. */
function secondsAMinute({ patients }: HhcrspInstance): number {
  const last = Math.max(...patients.map(({ time_window: [, closes] }) => closes));
  const found = steps.find((seconds) => seconds * last < secondsADay);
  if (found === undefined) throw new RangeError(`hours up to ${last} do not fit into a day`);
  return found;
}

/** An instance with synchronised services as a problem; its decimal minutes are rounded to the seconds that stand for them. */
export function hhcrspProblem(instance: HhcrspInstance): Problem {
  const { distances, patients, caregivers } = instance;
  const scale = secondsAMinute(instance);
  const links = patients.flatMap((patient): NonNullable<Problem["links"]> => {
    const visits = patient.required_caregivers.map(({ service }) => visitId(patient.id, service));
    if (visits.length < 2) return [];
    if (patient.synchronization?.type === "simultaneous") return [{ kind: "together", visits }];
    const [least, most] = gapOf(patient).map((minutes) => (minutes * scale) / 60) as [number, number];
    const gap = { minMinutes: least, ...(most === Number.POSITIVE_INFINITY ? {} : { maxMinutes: most }) };
    return [
      { kind: "sequence", visits, from: "start", ...gap },
      { kind: "apart", visits },
    ];
  });
  return {
    horizon: { from: date, to: date },
    timeZone: "UTC",
    places: distances.map((_, index) => ({ id: placeId(index), lng: index / 1000, lat: 0 })),
    travel: {
      profiles: { way: { kind: "matrix", durationsSeconds: distances.flatMap((row) => row.map((minutes) => Math.round(minutes * scale))) } },
    },
    caregivers: caregivers.map(({ id, abilities }) => ({
      id,
      skills: Object.fromEntries(abilities.map((ability) => [ability, 1])),
      profile: "way",
      shifts: [{ date, from: "00:00", to: "24:00", start: placeId(0), end: placeId(0), overtimeMinutes: 24 * 60 }],
    })),
    visits: patients.flatMap((patient, index) =>
      patient.required_caregivers.map(({ service, duration }) => ({
        id: visitId(patient.id, service),
        place: placeId(index + 1),
        serviceMinutes: (duration * scale) / 60,
        when: {
          daily: [{ from: clockOf(Math.ceil(patient.time_window[0] * scale)), to: clockOf(Math.floor(patient.time_window[1] * scale)) }],
          soft: true,
        },
        needs: { skills: { [service]: 1 } },
        required: true,
      })),
    ),
    links,
    objective: { travelMinute: 1, latenessMinute: 1, latestMinute: 1, overtimeMinute: 0 },
  };
}

interface Stop {
  readonly patient: HhcrspPatient;
  readonly place: number;
  readonly service: string;
  readonly duration: number;
  start: number;
}

/** The order of a plan with the earliest exact times of the instance, each visit as late as those that it is synchronised with. */
export function hhcrspSolution({ distances, patients, caregivers }: HhcrspInstance, plan: Plan): HhcrspSolution {
  const indexOf = new Map(
    patients.flatMap(({ id, required_caregivers }, index) => required_caregivers.map(({ service }) => [visitId(id, service), index])),
  );
  const routes = caregivers.map(({ id }) =>
    (plan.routes.find(({ caregiver }) => caregiver === id)?.stops ?? []).flatMap((stop): Stop[] => {
      const index = indexOf.get(stop.id) ?? -1;
      const patient = patients[index];
      if (patient === undefined) return [];
      const service = stop.id.slice(patient.id.length + 1);
      const duration = patient.required_caregivers.find((each) => each.service === service)?.duration ?? 0;
      return [{ patient, place: index + 1, service, duration, start: patient.time_window[0] }];
    }),
  );
  const stopOf = new Map(routes.flat().map((stop) => [visitId(stop.patient.id, stop.service), stop]));
  const pairs = patients.flatMap((patient) => {
    const [first, second] = patient.required_caregivers.map(({ service }) => stopOf.get(visitId(patient.id, service)));
    return first === undefined || second === undefined ? [] : [{ first, second, gap: gapOf(patient) }];
  });
  // plans have no circle, so putting off what begins too early comes to an end
  for (let changed = true; changed; ) {
    changed = false;
    const putOff = (stop: Stop, start: number): void => {
      if (stop.start >= start) return;
      stop.start = start;
      changed = true;
    };
    for (const route of routes) {
      let [place, time] = [0, 0];
      for (const stop of route) {
        putOff(stop, time + (distances[place]?.[stop.place] ?? 0));
        [place, time] = [stop.place, stop.start + stop.duration];
      }
    }
    for (const { first, second, gap } of pairs) {
      putOff(second, first.start + gap[0]);
      putOff(first, second.start - gap[1]);
    }
  }
  return {
    routes: caregivers.map(({ id }, row) => ({
      caregiver_id: id,
      locations: (routes[row] ?? []).map(({ patient, service, start, duration }) => ({
        patient: patient.id,
        service,
        arrival_time: start,
        departure_time: start + duration,
      })),
    })),
  };
}

/** Reads an instance with synchronised services for the routing benchmark; the value of a plan is the benchmark's own. */
export function readHhcrspRouting(text: string, name: string): RoutingInstance {
  const instance = JSON.parse(text) as HhcrspInstance;
  return {
    name,
    problem: hhcrspProblem(instance),
    vehiclesFirst: false,
    distanceOf: (plan) => {
      const { total, breaches } = evaluateHhcrsp(instance, hhcrspSolution(instance, plan));
      return breaches.length > 0 ? Number.POSITIVE_INFINITY : total;
    },
  };
}
