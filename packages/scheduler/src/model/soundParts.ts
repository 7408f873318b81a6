import { type CivilDate, type Issue, parseShape } from "@eldercare/core";
import type * as v from "valibot";
import { bedsSchema } from "./bed.js";
import { caregiverSchema } from "./caregiver.js";
import type { SchedulerCode } from "./codes.js";
import { historySchema } from "./history.js";
import { linkSchema } from "./link.js";
import { objectiveSchema } from "./objective.js";
import { patternSchema } from "./pattern.js";
import { type Problem, placeSchema, problemSchema, profileSchema } from "./problem.js";
import { tourSchema } from "./tour.js";
import { transportSchema } from "./transport.js";
import { vehicleSchema } from "./vehicle.js";
import { visitSchema } from "./visit.js";

/** What of a problem can be read although its shape is at fault. */
export interface SoundParts {
  readonly problem: Problem;
  /** Whether an issue found in `problem` is one of the problem as written, not of what stands in for a part that was left out. */
  readonly isTrue: (issue: Issue) => boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const unread = "unread";
const anyDate: CivilDate = "1970-01-01";

// what stands in for a required field that cannot be read
const readShift = { date: anyDate, from: "00:00", to: "24:00", start: unread };
const readProfile = { kind: "straightLine", circuity: 1, metresPerSecond: 1 } as const;

/** Codes that say nothing of a problem whose horizon cannot be used. */
const ofHorizon: readonly SchedulerCode[] = [
  "WEEK_CUT_BY_HORIZON",
  "SHIFT_OUTSIDE_HORIZON",
  "CAREGIVER_HAS_NO_SHIFT",
  "NO_DATE_IN_HORIZON",
  "FIXED_OUTSIDE_HORIZON",
  "TRANSPORT_NOT_IN_HORIZON",
  "HISTORY_INSIDE_HORIZON",
  "MONTH_OVERTIME_UNKNOWN",
  "REST_DAYS_UNKNOWN",
  "TOUR_OUTSIDE_HORIZON",
];

/** Codes that say nothing of a problem whose history cannot be read. */
const ofHistory: readonly SchedulerCode[] = ["WEEK_CUT_BY_HORIZON", "MONTH_OVERTIME_UNKNOWN", "REST_DAYS_UNKNOWN"];

const ofCrew: readonly SchedulerCode[] = ["CREW_WITHOUT_SHIFT", "CREW_SHIFTS_DIFFER", "TOUR_VEHICLE_DIFFERS", "REST_DOES_NOT_FIT"];

/** Codes that say nothing where a part elsewhere was left out, by the field that was. */
const doubtful: Readonly<Record<string, readonly SchedulerCode[]>> = {
  "places/lng": ["MATRIX_ROW_ALL_ZERO"],
  "places/lat": ["MATRIX_ROW_ALL_ZERO"],
  "caregivers/shifts": ["CAREGIVER_HAS_NO_SHIFT", "FIXED_WITHOUT_SHIFT", "VEHICLE_TWICE_AT_ONCE", ...ofCrew],
  "caregivers/skills": ["NOBODY_HAS_SKILL"],
  "vehicles/seats": ["NO_VEHICLE_HAS_ROOM", "CREW_EXCEEDS_SEATS"],
  "vehicles/holds": ["NO_VEHICLE_HOLDS"],
  "vehicles/wheelchairs": ["NO_VEHICLE_HAS_ROOM"],
  "tours/vehicle": ["VEHICLE_TWICE_AT_ONCE", "TOUR_VEHICLE_DIFFERS"],
  "tours/dates": ["VEHICLE_TWICE_AT_ONCE", "CREW_ON_TWO_TOURS", "TOUR_DATES_APART", "TOUR_WITHOUT_LODGING", ...ofCrew],
  "tours/lodgings": ["TOUR_WITHOUT_LODGING"],
  "tours/crew": ["CREW_ON_TWO_TOURS", "VEHICLE_TWICE_AT_ONCE", "CREW_EXCEEDS_SEATS", ...ofCrew],
  "transports/to": ["RETURN_FROM_ELSEWHERE", "BED_NOT_ON_THE_WAY"],
  "transports/bed": ["RETURN_LEAVES_OTHER_BED"],
  "transports/person": ["RETURN_OF_ANOTHER"],
  "transports/returnOf": ["RETURN_OF_RETURN", "RETURN_TWICE"],
  "vehicles/equipment": ["NOTHING_HAS_EQUIPMENT"],
};

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

const segmentsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A row without its fields at fault: of `when` and `needs` only what lies inside them, of `shifts` only the shifts concerned. */
function withoutFaults(row: unknown, paths: readonly (readonly string[])[]): Fields {
  if (!isFields(row)) return {};
  const kept = new Map(Object.entries(row));
  for (const [key = "", ...inner] of paths) {
    const value = kept.get(key);
    const [first, second] = inner;
    if (first !== undefined && (key === "when" || key === "needs") && isFields(value))
      kept.set(key, Object.fromEntries(Object.entries(value).filter(([name]) => name !== first)));
    else if (first !== undefined && key === "shifts" && Array.isArray(value))
      kept.set(
        key,
        value.map((shift, index) =>
          String(index) === first ? { ...readShift, ...withoutFaults(shift, second === undefined ? [] : [[second]]) } : shift,
        ),
      );
    else kept.delete(key);
  }
  return Object.fromEntries(kept);
}

/** The pointer of the part that `withoutFaults` leaves out for a fault. */
function leftOut(pointer: string): string {
  const parts = pointer.split("/");
  const deep = { when: 5, needs: 5, shifts: 6 }[parts[3] ?? ""] ?? 4;
  return parts.slice(0, deep).join("/");
}

/**
 * Leaves out of a written problem what its shape makes unreadable, so that the rest can be checked at the same time.
 *
 * @param faults every issue of its shape
 * @returns undefined where a whole list cannot be read: nothing can then be said of what refers to it
 */
export function soundParts(written: unknown, faults: readonly Issue[]): SoundParts | undefined {
  const paths = faults.map(({ pointer }) => segmentsOf(pointer));
  const concerned = (...parent: readonly string[]) =>
    paths.filter((path) => parent.every((segment, depth) => path[depth] === segment)).map((path) => path.slice(parent.length));
  if (!isFields(written) || !isFields(written.travel) || !isFields(written.travel.profiles)) return undefined;

  const byRow = new Map<string, string[][]>();
  for (const [list = "", row = "", ...path] of paths) {
    const key = `${list}/${row}`;
    byRow.set(key, [...(byRow.get(key) ?? []), path]);
  }
  function rows<Schema extends v.GenericSchema>(list: string, schema: Schema, standIn: v.InferOutput<Schema> & object) {
    const items: unknown = isFields(written) ? written[list] : undefined;
    if (!Array.isArray(items)) return undefined;
    return items.map((item: unknown, row): v.InferOutput<Schema> => {
      const wrong = byRow.get(`${list}/${row}`);
      return parseShape(schema, wrong === undefined ? item : { ...standIn, ...withoutFaults(item, wrong) }).value ?? standIn;
    });
  }
  const places = rows("places", placeSchema, { id: unread, lng: 0, lat: 0 });
  const caregivers = rows("caregivers", caregiverSchema, { id: unread, profile: unread, shifts: [] });
  const visits = rows("visits", visitSchema, { id: unread, place: unread, serviceMinutes: 1 });
  const vehicles = rows("vehicles", vehicleSchema, { id: unread });
  const transports = rows("transports", transportSchema, { id: unread, from: unread, to: unread, boardMinutes: 0, alightMinutes: 0 });
  const tours = rows("tours", tourSchema, { id: unread, vehicle: unread, crew: [unread], dates: [anyDate] });
  const beds = rows("beds", bedsSchema, { place: unread, free: 0 });
  const links = rows("links", linkSchema, { kind: "apart", visits: [unread, unread] });
  const patterns = rows("patterns", patternSchema, { visits: [unread, unread], sameWeekday: true });
  const objective = parseShape(objectiveSchema, written.objective).value;
  const gone = (list: string, read: unknown): boolean => read === undefined && written[list] !== undefined;
  if (places === undefined || caregivers === undefined || visits === undefined) return undefined;
  if (gone("vehicles", vehicles) || gone("transports", transports) || gone("links", links) || gone("patterns", patterns)) return undefined;
  if (gone("tours", tours) || gone("beds", beds)) return undefined;

  const profiles = Object.entries(written.travel.profiles).map(([name, profile]) => [name, parseShape(profileSchema, profile).value ?? readProfile]);
  const history = parseShape(historySchema, written.history).value;
  const horizon = parseShape(problemSchema.entries.horizon, written.horizon).value;
  const pointers = new Set(faults.map(({ pointer }) => leftOut(pointer)));
  const unsure = new Set<string>([
    ...(horizon === undefined ? ofHorizon : []),
    ...(history === undefined && written.history !== undefined ? ofHistory : []),
    ...Object.entries(doubtful).flatMap(([field, codes]) => {
      const [list = "", key] = field.split("/");
      return concerned(list).some(([, at]) => at === undefined || at === key) ? codes : [];
    }),
  ]);
  return {
    problem: {
      horizon: horizon ?? { from: anyDate, to: anyDate },
      timeZone: typeof written.timeZone === "string" ? written.timeZone : "UTC",
      places,
      travel: { profiles: Object.fromEntries(profiles) },
      caregivers,
      visits,
      ...(vehicles === undefined ? {} : { vehicles }),
      ...(transports === undefined ? {} : { transports }),
      ...(links === undefined ? {} : { links }),
      ...(patterns === undefined ? {} : { patterns }),
      ...(history === undefined ? {} : { history }),
      ...(objective === undefined ? {} : { objective }),
      ...(tours === undefined ? {} : { tours }),
      ...(beds === undefined ? {} : { beds }),
    },
    isTrue: ({ code, pointer }) => {
      if (unsure.has(code)) return false;
      const parts = pointer.split("/");
      return !parts.some((_, depth) => depth > 1 && pointers.has(parts.slice(0, depth + 1).join("/")));
    },
  };
}

/** The problem with a horizon of one day for one that cannot be used, and which of its issues then mean something. */
export function withoutHorizon(problem: Problem): SoundParts {
  const { from } = problem.horizon;
  return { problem: { ...problem, horizon: { from, to: from } }, isTrue: ({ code }) => !ofHorizon.some((of) => of === code) };
}
