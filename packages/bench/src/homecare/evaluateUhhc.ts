import {
  barredFrom,
  durationOf,
  type Hours,
  lunch,
  type UhhcCaregiver,
  type UhhcInstance,
  type UhhcPatient,
  type UhhcSolution,
  type UhhcVisit,
} from "./uhhcInstance.js";

/** What a solution costs, by the benchmark's names, unweighted, and which hard constraints it breaks. */
export interface UhhcValue {
  readonly total: number;
  readonly components: Readonly<Record<string, number>>;
  readonly breaches: readonly string[];
}

interface Timed {
  readonly visit: UhhcVisit;
  readonly patient: UhhcPatient | undefined;
  readonly place: number;
  readonly start: number;
  readonly end: number;
  readonly waits: number;
}

interface TimedRoute {
  readonly caregiver: UhhcCaregiver;
  readonly visits: readonly Timed[];
  readonly travel: number;
  readonly departs: number;
  readonly returns: number;
}

const startOf = ({ arrival_time, start_time }: UhhcVisit): number => arrival_time ?? start_time ?? Number.NaN;
const endOf = ({ departure_time, end_time }: UhhcVisit): number => departure_time ?? end_time ?? Number.NaN;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const largest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

/** Reads the times and the way of one route off a solution. */
function timeRoute(instance: UhhcInstance, caregiver: UhhcCaregiver, visits: readonly UhhcVisit[], breaches: string[]): TimedRoute {
  const { distances, metadata, terminal_points } = instance;
  const terminal = (id: string): number => terminal_points.find((point) => point.id === id)?.distance_matrix_index ?? -1;
  const from = terminal(caregiver.departing_point);
  const to = terminal(caregiver.arrival_point ?? caregiver.departing_point);
  const way = (a: number, b: number): number => distances[a]?.[b] ?? Number.NaN;
  const sorted = [...visits].sort((a, b) => startOf(a) - startOf(b));
  const shiftStart = caregiver.working_shift?.start ?? 0;
  if (sorted.length === 0) return { caregiver, visits: [], travel: way(from, to), departs: shiftStart, returns: shiftStart };
  const patientOf = (id: string): UhhcPatient | undefined => instance.patients.find((patient) => patient.id === id);
  const placeOf = ({ patient }: UhhcVisit): number => patientOf(patient)?.distance_matrix_index ?? from;
  const [first] = sorted as [UhhcVisit];
  const leavesEarly = metadata.origin === "bazirha" || metadata.origin === "bazirha-caie";
  const departs = leavesEarly ? shiftStart : startOf(first) - way(from, placeOf(first));
  if (departs < shiftStart) breaches.push(`${caregiver.id} departs before her shift`);
  let [time, place, travel] = [departs, from, 0];
  const timed: Timed[] = [];
  for (const visit of sorted) {
    const here = placeOf(visit);
    const leg = way(place, here);
    const waits = startOf(visit) - (time + leg);
    if (waits < 0) breaches.push(`${caregiver.id} cannot be at ${visit.patient} by ${startOf(visit)}`);
    timed.push({
      visit,
      patient: visit.service === lunch ? undefined : patientOf(visit.patient),
      place: here,
      start: startOf(visit),
      end: endOf(visit),
      waits,
    });
    travel += leg;
    [time, place] = [endOf(visit), here];
  }
  const home = way(place, to);
  return { caregiver, visits: timed, travel: travel + home, departs, returns: time + home };
}

/** By how much a service is late with respect to the last window that begins by its start. */
function lateness({ metadata }: UhhcInstance, windows: readonly Hours[], start: number, end: number): number {
  const reference = windows.filter((window) => window.start <= start).at(-1) ?? windows.at(-1);
  const moment = metadata.time_window_met === "at_service_end" ? end : start;
  return Math.max(0, moment - (reference?.end ?? 0));
}

function idleOf({ caregiver, visits, departs, returns }: TimedRoute): number {
  const shift = caregiver.working_shift;
  if (shift === undefined) return 0;
  if (visits.length === 0) return shift.end - shift.start;
  return departs - shift.start + sum(visits.map(({ waits }) => waits)) + Math.max(0, shift.end - returns);
}

/** Waiting that counts: not that of the visit after a lunch that begins the route. */
const waitsOf = ({ visits }: TimedRoute): number[] =>
  visits.map(({ waits }, index) => (index === 1 && visits[0]?.visit.service === lunch ? 0 : Math.max(0, waits)));

function checkServices(instance: UhhcInstance, routes: readonly TimedRoute[], breaches: string[]): void {
  const isHard = (name: string): boolean => typeof instance.metadata.cost_components[name] !== "number";
  for (const patient of instance.patients) {
    const { id, required_services, time_windows, synchronization } = patient;
    const made = required_services.map((required) =>
      routes.flatMap(({ caregiver, visits }) =>
        visits
          .filter(({ patient: who, visit }) => who === patient && visit.service === required.service)
          .map((timed) => ({ ...timed, caregiver, required })),
      ),
    );
    const count = sum(made.map(({ length }) => length));
    if (count === 0) {
      if (patient.optional !== true || isHard("optional_patients")) breaches.push(`${id} is not visited`);
      continue;
    }
    if (made.some(({ length }) => length !== 1)) breaches.push(`${id} does not get each service once`);
    for (const { caregiver, required, start, end, visit } of made.flat()) {
      if (end - start < durationOf(instance, required)) breaches.push(`${id} gets less of ${visit.service} than is due`);
      if (Math.floor(start) < Math.floor(time_windows[0]?.start ?? 0)) breaches.push(`${id} is visited before the first window`);
      if (isHard("qualification") && !caregiver.abilities.includes(visit.service)) breaches.push(`${caregiver.id} cannot do ${visit.service}`);
      if (isHard("incompabilities") && barredFrom(instance, patient).includes(caregiver.id)) breaches.push(`${caregiver.id} is barred from ${id}`);
      if (isHard("caregiver_preferences") && patient.preferred_caregivers?.includes(caregiver.id) === false)
        breaches.push(`${caregiver.id} is not preferred by ${id}`);
    }
    if (made.length > 1 && new Set(made.flat().map(({ caregiver }) => caregiver.id)).size < made.length)
      breaches.push(`${id} gets two services by one caregiver`);
    const starts = made.map(([only]) => only?.start ?? Number.NaN);
    const [first = Number.NaN, second = Number.NaN] = starts;
    if (synchronization?.type === "simultaneous" && starts.some((start) => start !== first)) breaches.push(`${id} is not served at once`);
    const { min = 0, max = Number.POSITIVE_INFINITY } = synchronization?.distance ?? {};
    if (synchronization?.type === "sequential" && !(first + min <= second && second <= first + max)) breaches.push(`${id} is not served in order`);
  }
  const known = new Set(
    instance.patients.flatMap(({ id, required_services }) => required_services.map(({ service }) => JSON.stringify([id, service]))),
  );
  for (const { visit } of routes.flatMap(({ visits }) => visits))
    if (visit.service !== lunch && !known.has(JSON.stringify([visit.patient, visit.service])))
      breaches.push(`${visit.patient} does not need ${visit.service}`);
}

function checkLunches({ lunch_breaks: rule, metadata }: UhhcInstance, routes: readonly TimedRoute[], breaches: string[]): void {
  const price = metadata.cost_components.missed_lunch_break;
  if (price === undefined || price === null) return;
  for (const { caregiver, visits } of routes) {
    const lunches = visits.filter(({ visit }) => visit.service === lunch);
    if (lunches.length > 1) breaches.push(`${caregiver.id} lunches twice`);
    if (lunches.length > 0 && caregiver.lunch_break !== true) breaches.push(`${caregiver.id} lunches without being entitled to`);
    if (price === "HARD" && caregiver.lunch_break === true && lunches.length === 0) breaches.push(`${caregiver.id} has no lunch`);
    for (const { start, end } of lunches) {
      const last = metadata.time_window_met === "at_service_end" ? end : start;
      if (rule === undefined || start < rule.start || end - start < rule.min_duration || last > rule.end)
        breaches.push(`${caregiver.id} lunches out of hours`);
    }
  }
}

/** What a solution costs and breaks, recomputed from the instance by the benchmark's own rules. */
export function evaluateUhhc(instance: UhhcInstance, solution: UhhcSolution): UhhcValue {
  const breaches: string[] = [];
  const listed = solution.routes.map(({ caregiver_id }) => caregiver_id);
  if (new Set(listed).size < listed.length) breaches.push("a caregiver has two routes");
  for (const id of listed) if (!instance.caregivers.some((caregiver) => caregiver.id === id)) breaches.push(`${id} is no caregiver`);
  const routes = instance.caregivers.flatMap((caregiver) => {
    const route = solution.routes.find(({ caregiver_id }) => caregiver_id === caregiver.id);
    return route === undefined ? [] : [timeRoute(instance, caregiver, route.locations ?? [], breaches)];
  });
  checkServices(instance, routes, breaches);
  checkLunches(instance, routes, breaches);
  const services = routes.flatMap(({ caregiver, visits }) =>
    visits.flatMap((timed) => (timed.patient === undefined ? [] : [{ ...timed, caregiver, patient: timed.patient }])),
  );
  const late = services.map(({ patient, start, end }) => lateness(instance, patient.time_windows, start, end));
  const waits = routes.flatMap(waitsOf);
  const extra = routes.map(({ caregiver, visits, returns }) =>
    visits.length === 0 ? 0 : Math.max(0, returns - (caregiver.working_shift?.end ?? Number.POSITIVE_INFINITY)),
  );
  const served = new Set(services.map(({ patient }) => patient));
  const workload = routes.map(
    ({ travel, visits }) => travel + sum(visits.map(({ patient, start, end }) => (patient === undefined ? 0 : end - start))),
  );
  const average = sum(workload) / instance.caregivers.length;
  const components: Record<string, number> = {
    travel_time: sum(routes.map(({ travel }) => travel)),
    total_tardiness: sum(late),
    highest_tardiness: largest(late),
    total_waiting_time: sum(waits),
    max_waiting_time: largest(waits),
    total_extra_time: sum(extra),
    max_idle_time: largest(routes.map(idleOf)),
    caregiver_preferences: services.filter(({ patient, caregiver }) => patient.preferred_caregivers?.includes(caregiver.id) === false).length,
    optional_patients: instance.patients.filter((patient) => !served.has(patient)).length,
    missed_lunch_break: instance.caregivers.filter(
      ({ id, lunch_break }) =>
        lunch_break === true && !routes.some(({ caregiver, visits }) => caregiver.id === id && visits.some(({ visit }) => visit.service === lunch)),
    ).length,
    incompabilities: services.filter(({ patient, caregiver }) => barredFrom(instance, patient).includes(caregiver.id)).length,
    qualification: services.filter(({ visit, caregiver }) => !caregiver.abilities.includes(visit.service)).length,
    working_time: sum(workload),
    workload_balance: sum(workload.map((each) => Math.ceil(Math.abs(each - average)))),
  };
  const { cost_components: weights } = instance.metadata;
  for (const name of ["total_tardiness", "highest_tardiness"])
    if (weights[name] === "HARD" && (components[name] ?? 0) > 0) breaches.push(`${name} is ${components[name]}`);
  for (const name of ["working_time", "total_extra_time"])
    if (weights[name] === "HARD" && sum(extra) > 0) breaches.push(`the shifts are exceeded by ${sum(extra)}`);
  const weightOf = (name: string): number => {
    const weight = weights[name];
    return weight === "HARD" ? 1 : (weight ?? 0);
  };
  return { total: sum(Object.entries(components).map(([name, value]) => weightOf(name) * value)), components, breaches };
}
