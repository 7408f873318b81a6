/** Hours of an instance in minutes from the beginning of the horizon. */
export interface Hours {
  readonly start: number;
  readonly end: number;
}

/** How the services of a patient who needs two stand to one another; on the starts of service. */
export interface Synchronization {
  readonly type: "simultaneous" | "sequential" | "independent";
  readonly distance?: { readonly min: number; readonly max: number };
}

/** A patient of the unified home-care benchmark. */
export interface UhhcPatient {
  readonly id: string;
  readonly distance_matrix_index: number;
  /** In the order that sequential synchronisation means. */
  readonly required_services: readonly { readonly service: string; readonly duration?: number | null }[];
  /** Sorted by start. */
  readonly time_windows: readonly Hours[];
  readonly synchronization?: Synchronization;
  readonly optional?: boolean;
  readonly preferred_caregivers?: readonly string[];
  readonly incompatible_caregivers?: readonly string[];
}

/** A caregiver of the benchmark. */
export interface UhhcCaregiver {
  readonly id: string;
  readonly abilities: readonly string[];
  readonly departing_point: string;
  readonly arrival_point?: string;
  readonly working_shift?: Hours;
  readonly lunch_break?: boolean;
}

/** An instance of the unified home-care benchmark (Ceschia et al. 2026). */
export interface UhhcInstance {
  readonly metadata: {
    readonly name?: string;
    readonly origin?: string;
    readonly time_window_met?: "at_service_start" | "at_service_end";
    readonly cost_components: Readonly<Record<string, number | "HARD" | null>>;
  };
  readonly distances: readonly (readonly number[])[];
  readonly terminal_points: readonly { readonly id: string; readonly distance_matrix_index: number }[];
  readonly caregivers: readonly UhhcCaregiver[];
  readonly patients: readonly UhhcPatient[];
  readonly services: readonly { readonly id: string; readonly default_duration?: number }[];
  readonly lunch_breaks?: Hours & { readonly min_duration: number };
}

/** A service or a lunch of a route, times in minutes. */
export interface UhhcVisit {
  readonly patient: string;
  readonly service: string;
  readonly arrival_time?: number;
  readonly departure_time?: number;
  readonly start_time?: number;
  readonly end_time?: number;
}

/** A solution in the benchmark's format; `locations` is left out of routes without visits. */
export interface UhhcSolution {
  readonly routes: readonly { readonly caregiver_id: string; readonly locations?: readonly UhhcVisit[] }[];
  readonly cost_components: Readonly<Record<string, number>>;
  readonly cost?: { readonly objective: number; readonly violations: number };
}

/** The service that a break is written as. */
export const lunch = "lunch_break";

/** Minutes that a service of a patient takes. */
export function durationOf(instance: UhhcInstance, { service, duration }: UhhcPatient["required_services"][number]): number {
  return duration || (instance.services.find(({ id }) => id === service)?.default_duration ?? 0);
}

/** Caregivers barred from a patient: of those named, the ones who have some ability that the patient needs. */
export function barredFrom(instance: UhhcInstance, patient: UhhcPatient): readonly string[] {
  const needed = new Set(patient.required_services.map(({ service }) => service));
  return (patient.incompatible_caregivers ?? []).filter((id) =>
    instance.caregivers.some((caregiver) => caregiver.id === id && caregiver.abilities.some((ability) => needed.has(ability))),
  );
}

/**
 * Reads an instance and checks what every solver relies on.
 *
 * @throws RangeError where it contradicts itself
 */
export function readUhhc(text: string): UhhcInstance {
  const instance = JSON.parse(text) as UhhcInstance;
  const { distances, terminal_points, patients, caregivers, services } = instance;
  const places = new Set([...terminal_points, ...patients].map(({ distance_matrix_index }) => distance_matrix_index));
  if (distances.some((row) => row.length !== distances.length)) throw new RangeError("distances are not a square");
  if (places.size !== distances.length || [...places].some((index) => distances[index] === undefined))
    throw new RangeError("places and distances do not belong together");
  const known = new Set(services.map(({ id }) => id));
  const terminals = new Set(terminal_points.map(({ id }) => id));
  for (const { id, abilities, departing_point, arrival_point = departing_point } of caregivers) {
    if (abilities.some((ability) => !known.has(ability))) throw new RangeError(`${id} is able to do what is no service`);
    if (!terminals.has(departing_point) || !terminals.has(arrival_point)) throw new RangeError(`${id} has no place to start from or end at`);
  }
  for (const patient of patients) {
    const { id, required_services, time_windows, synchronization } = patient;
    if (required_services.length === 0 || required_services.some(({ service }) => !known.has(service)))
      throw new RangeError(`${id} needs what is no service`);
    if (required_services.length > 1 && synchronization === undefined) throw new RangeError(`${id} needs several services and says not how`);
    if (time_windows.length === 0 || time_windows.some(({ start, end }) => end < start)) throw new RangeError(`${id} has no hours`);
  }
  return instance;
}
