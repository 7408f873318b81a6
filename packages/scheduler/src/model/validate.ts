import { daysBetween, EldercareError, type Issue, parseShape, reportIssue, reportMissing, weekdayOf } from "@eldercare/core";
import * as v from "valibot";
import { bedsSchema } from "./bed.js";
import { caregiverSchema } from "./caregiver.js";
import { reportSchedulerIssue } from "./codes.js";
import { linkSchema } from "./link.js";
import { patternSchema } from "./pattern.js";
import { type Problem, placeSchema, problemSchema } from "./problem.js";
import { soundParts, withoutHorizon } from "./soundParts.js";
import { runToEnd, type Steps } from "./steps.js";
import { tourSchema } from "./tour.js";
import { transportSchema } from "./transport.js";
import { validateBeds } from "./validateBeds.js";
import { validateCaregiver } from "./validateCaregiver.js";
import { validateClocks } from "./validateClocks.js";
import { validateFacts } from "./validateFacts.js";
import { validateLinks } from "./validateLinks.js";
import { validatePatterns } from "./validatePatterns.js";
import { validateTours } from "./validateTours.js";
import { validateTransport } from "./validateTransport.js";
import { validateTravel } from "./validateTravel.js";
import { validateVehicles } from "./validateVehicles.js";
import { knownNames, validateVisit } from "./validateVisit.js";
import { validateWork } from "./validateWork.js";
import { vehicleSchema } from "./vehicle.js";
import { visitSchema } from "./visit.js";
import { daysOfWeekBefore } from "./workBefore.js";

/** Days that a horizon may have: times are held in 32 bits, and a year's plan is many problems. */
const longestHorizonDays = 366;

// the long lists are read row by row, so that the search never holds up the caller for the whole of them
const rows = v.array(v.unknown());
const shell = v.strictObject({
  ...problemSchema.entries,
  places: rows,
  caregivers: rows,
  vehicles: v.exactOptional(rows),
  tours: v.exactOptional(rows),
  visits: rows,
  transports: v.exactOptional(rows),
  beds: v.exactOptional(rows),
  links: v.exactOptional(rows),
  patterns: v.exactOptional(rows),
});
const lists = {
  places: placeSchema,
  caregivers: caregiverSchema,
  vehicles: vehicleSchema,
  tours: tourSchema,
  visits: visitSchema,
  transports: transportSchema,
  beds: bedsSchema,
  links: linkSchema,
  patterns: patternSchema,
} as const;

/** A problem with its long lists emptied. */
function outlineOf(problem: unknown): unknown {
  if (typeof problem !== "object" || problem === null || Array.isArray(problem)) return problem;
  return Object.fromEntries(Object.entries(problem).map(([key, value]) => [key, Object.hasOwn(lists, key) && Array.isArray(value) ? [] : value]));
}

function* checkShape(problem: unknown): Steps<Issue[]> {
  const issues = [...parseShape(shell, outlineOf(problem)).issues];
  for (const [list, schema] of Object.entries(lists)) {
    // read off what was given, so that rows are looked at even where something else of the shape is wrong
    const items: unknown = typeof problem === "object" && problem !== null ? Object.entries(problem).find(([key]) => key === list)?.[1] : undefined;
    if (!Array.isArray(items)) continue;
    for (const [row, item] of items.entries()) {
      issues.push(...parseShape(schema, item, `/${list}/${row}`).issues);
      yield;
    }
  }
  return issues;
}

const duplicates = (list: Exclude<keyof typeof lists, "beds">, ids: readonly string[]): Issue[] => {
  const seen = new Set<string>();
  return ids.flatMap((id, row) => {
    if (seen.has(id)) return [reportIssue("DUPLICATE_ID", `/${list}/${row}/id`, { seen: id })];
    seen.add(id);
    return [];
  });
};

function checkHorizon({ horizon }: Problem): Issue[] {
  if (horizon.to < horizon.from) return [reportSchedulerIssue("HORIZON_UPSIDE_DOWN", "/horizon/to", { seen: horizon.to })];
  const days = daysBetween(horizon.from, horizon.to) + 1;
  return days > longestHorizonDays
    ? [reportSchedulerIssue("HORIZON_TOO_LONG", "/horizon", { seen: days, values: { most: String(longestHorizonDays) } })]
    : [];
}

/** Weekly limits hold for ISO weeks; of a week that the horizon cuts, only the days inside are known, and those in the history. */
function checkWeeks(problem: Problem): Issue[] {
  const { horizon, caregivers } = problem;
  const cutAtEnd = weekdayOf(horizon.to) !== 7;
  const limited = caregivers.filter(
    ({ id, workMinutes }) =>
      workMinutes?.perWeek !== undefined && (cutAtEnd || daysOfWeekBefore(problem, id).some(({ minutes }) => minutes === undefined)),
  ).length;
  if (limited === 0) return [];
  return [reportSchedulerIssue("WEEK_CUT_BY_HORIZON", "/horizon", { seen: `${horizon.from}–${horizon.to}`, values: { count: String(limited) } })];
}

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with what the parts of a problem of the right shape say of each other. */
function* checkMeaning(problem: Problem): Steps<Issue[]> {
  const issues: Issue[] = [];
  const zoned = isTimeZone(problem.timeZone);
  if (!zoned) issues.push(reportMissing("time zone", "/timeZone", problem.timeZone));
  for (const list of ["places", "caregivers", "vehicles", "tours", "visits", "transports"] as const)
    issues.push(
      ...duplicates(
        list,
        (problem[list] ?? []).map((item) => item.id),
      ),
    );
  issues.push(...validateTravel(problem), ...validateVehicles(problem), ...validateWork(problem), ...validateFacts(problem));
  const names = knownNames(problem);
  for (const [row, caregiver] of problem.caregivers.entries()) {
    issues.push(...validateCaregiver(caregiver, row, problem, names.places));
    yield;
  }
  for (const [row, visit] of problem.visits.entries()) {
    issues.push(...validateVisit(visit, row, problem, names));
    yield;
  }
  for (const [row, transport] of (problem.transports ?? []).entries()) {
    issues.push(...validateTransport(transport, row, problem, names.places));
    yield;
  }
  issues.push(...validateTours(problem), ...validateBeds(problem));
  yield;
  issues.push(...(yield* validateLinks(problem)), ...validatePatterns(problem));
  if (zoned) issues.push(...validateClocks(problem));
  return issues;
}

/** The checks of `validate`, resumable between rows. */
export function* validateSteps(written: Problem): Steps<Issue[]> {
  const shape = yield* checkShape(written);
  const sound = shape.length === 0 ? { problem: written, isTrue: () => true } : soundParts(written, shape);
  if (sound === undefined) return shape;
  const horizon = checkHorizon(sound.problem);
  const usable = horizon.length === 0 ? { problem: sound.problem, isTrue: () => true } : withoutHorizon(sound.problem);
  const weeks = horizon.length === 0 ? checkWeeks(sound.problem) : [];
  const meaning = yield* checkMeaning(usable.problem);
  return [...shape, ...[...horizon, ...weeks, ...meaning].filter((issue) => sound.isTrue(issue) && usable.isTrue(issue))];
}

/**
 * Everything that is wrong, or worth knowing, with a problem: every issue at once, each with a pointer into it.
 *
 * @returns issues of severity `error` (the problem cannot be solved as it stands), `warning` or `note`: those of shapes
 * first, then what the readable parts say of each other
 * @example
 * validate({ ...problem, horizon: { from: "2026-11-29", to: "2026-11-23" } })[0].code //=> "HORIZON_UPSIDE_DOWN"
 */
export function validate(problem: Problem): Issue[] {
  return runToEnd(validateSteps(problem));
}

/**
 * Refuses a problem that cannot be solved as it stands.
 *
 * @throws EldercareError with every issue of severity `error`
 */
export function* requireValid(problem: Problem): Steps<void> {
  const errors = (yield* validateSteps(problem)).filter((issue) => issue.severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
}
