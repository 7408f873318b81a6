/** A patient of the benchmark with synchronised services. */
export interface HhcrspPatient {
  readonly id: string;
  readonly time_window: readonly [number, number];
  readonly required_caregivers: readonly { readonly service: string; readonly duration: number }[];
  readonly synchronization?: { readonly type: "simultaneous" | "sequential"; readonly distance?: readonly [number, number] };
}

/** An instance of the benchmark with synchronised services (Mankowska et al. 2014). */
export interface HhcrspInstance {
  /** Place 0 is the office, place i the i-th patient. */
  readonly distances: readonly (readonly number[])[];
  readonly patients: readonly HhcrspPatient[];
  readonly caregivers: readonly { readonly id: string; readonly abilities: readonly string[] }[];
}

/** A solution; the locations of a route are in order. */
export interface HhcrspSolution {
  readonly routes: readonly {
    readonly caregiver_id: string;
    readonly locations?: readonly {
      readonly patient: string;
      readonly service: string;
      readonly arrival_time: number;
      readonly departure_time: number;
    }[];
  }[];
}

/** What a solution costs and which hard constraints it breaks. */
export interface HhcrspValue {
  readonly total: number;
  readonly travel: number;
  readonly tardiness: number;
  readonly highestTardiness: number;
  readonly breaches: readonly string[];
}

/** Times are written with few decimals. */
const tolerance = 1e-3;

/** What a solution costs and breaks, recomputed from the instance by the benchmark's own rules. */
export function evaluateHhcrsp({ distances, patients, caregivers }: HhcrspInstance, { routes }: HhcrspSolution): HhcrspValue {
  const breaches: string[] = [];
  const placeOf = new Map(patients.map(({ id }, index) => [id, index + 1]));
  const way = (from: number, to: number): number => distances[from]?.[to] ?? Number.NaN;
  const made = new Map<string, { readonly caregiver: string; readonly start: number }>();
  let [travel, tardiness, highestTardiness] = [0, 0, 0];
  for (const { caregiver_id, locations = [] } of routes) {
    const caregiver = caregivers.find(({ id }) => id === caregiver_id);
    if (caregiver === undefined) breaches.push(`${caregiver_id} is no caregiver`);
    let [place, time] = [0, 0];
    for (const { patient: id, service, arrival_time: start, departure_time: end } of locations) {
      const here = placeOf.get(id) ?? -1;
      const patient = patients[here - 1];
      const required = patient?.required_caregivers.find((each) => each.service === service);
      const key = JSON.stringify([id, service]);
      if (patient === undefined || required === undefined) breaches.push(`${id} does not need ${service}`);
      else {
        const [opens, closes] = patient.time_window;
        if (caregiver?.abilities.includes(service) !== true) breaches.push(`${caregiver_id} cannot do ${service}`);
        if (Math.abs(end - start - required.duration) > tolerance) breaches.push(`${id} does not get ${service} as long as is due`);
        if (start < opens - tolerance * Math.max(1, opens)) breaches.push(`${id} is visited before the window`);
        const late = Math.max(0, start - closes);
        tardiness += late;
        highestTardiness = Math.max(highestTardiness, late);
      }
      if (start < time + way(place, here) - tolerance) breaches.push(`${caregiver_id} cannot be at ${id} by ${start}`);
      if (made.has(key)) breaches.push(`${id} gets ${service} twice`);
      made.set(key, { caregiver: caregiver_id, start });
      travel += way(place, here);
      [place, time] = [here, end];
    }
    travel += way(place, 0);
  }
  if (new Set(routes.map(({ caregiver_id }) => caregiver_id)).size < routes.length) breaches.push("a caregiver has two routes");
  for (const { id, required_caregivers, synchronization } of patients) {
    const visits = required_caregivers.map(({ service }) => made.get(JSON.stringify([id, service])));
    const [first, second] = visits;
    if (visits.some((visit) => visit === undefined)) breaches.push(`${id} is not served`);
    if (first === undefined || second === undefined || synchronization === undefined) continue;
    const [least, most] = synchronization.type === "simultaneous" ? [0, 0] : (synchronization.distance ?? [0, Number.POSITIVE_INFINITY]);
    const apart = second.start - first.start;
    if (apart < least - tolerance || apart > most + tolerance) breaches.push(`${id} is not served as synchronised`);
    if (first.caregiver === second.caregiver) breaches.push(`${id} gets two services by one caregiver`);
  }
  return { total: travel / 3 + tardiness / 3 + highestTardiness / 3, travel, tardiness, highestTardiness, breaches };
}
