import { EldercareError, type Issue, jsonPointer, type Noun, parseShape, reportIssue, reportMissing } from "@eldercare/core";
import * as v from "valibot";
import { placeSchema } from "../../model/problem.js";
import { runToEnd, type Steps } from "../../model/steps.js";
import { validateTravel } from "../../model/validateTravel.js";
import { reportPairingIssue } from "../codes.js";
import { type PairedPerson, type PairingProblem, pairedPersonSchema, pairingProblemSchema, pairingVolunteerSchema } from "./problem.js";

// the long lists are read row by row, so that a large problem never holds up the caller for the whole of them
const rows = v.array(v.unknown());
const shell = v.strictObject({ ...pairingProblemSchema.entries, places: rows, persons: rows, volunteers: rows });
const lists = { places: placeSchema, persons: pairedPersonSchema, volunteers: pairingVolunteerSchema } as const;
type List = keyof typeof lists;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What of a problem can be read: rows that are not of their shape are gone, but their ids are known. */
interface Readable {
  readonly issues: Issue[];
  readonly ids: Readonly<Record<List, readonly (string | undefined)[]>>;
  readonly sound: Readonly<Record<List, ReadonlySet<number>>>;
}

function* readRows(problem: Readonly<Record<string, unknown>>): Steps<Readable> {
  const issues: Issue[] = [];
  const ids: Record<List, (string | undefined)[]> = { places: [], persons: [], volunteers: [] };
  const sound: Record<List, Set<number>> = { places: new Set(), persons: new Set(), volunteers: new Set() };
  for (const list of ["places", "persons", "volunteers"] as const) {
    const items = problem[list];
    if (!Array.isArray(items)) continue;
    for (const [row, item] of items.entries()) {
      yield;
      const found = parseShape(lists[list], item, `/${list}/${row}`).issues;
      issues.push(...found);
      if (found.length === 0) sound[list].add(row);
      ids[list].push(isRecord(item) && typeof item.id === "string" ? item.id : undefined);
    }
  }
  return { issues, ids, sound };
}

function duplicates(list: List, ids: readonly (string | undefined)[]): Issue[] {
  const seen = new Set<string>();
  return ids.flatMap((id, row) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [reportIssue("DUPLICATE_ID", `/${list}/${row}/id`, { seen: id })];
  });
}

const missing = (pointer: string, id: string, what: Noun, known: readonly string[]): Issue => reportMissing(what, pointer, id, known);

interface Names {
  readonly places: ReadonlySet<string>;
  readonly volunteers: ReadonlySet<string>;
}

function checkPerson(person: PairedPerson, pointer: string, names: Names): Issue[] {
  const { place, partner = null, only = [], bars = [] } = person;
  const named = (["prefers", "only", "bars"] as const).flatMap((list) =>
    (person[list] ?? []).flatMap((id, at) =>
      names.volunteers.has(id) ? [] : [missing(`${pointer}/${list}/${at}`, id, "volunteer", [...names.volunteers])],
    ),
  );
  const barred = new Set(bars);
  return [
    ...(names.places.has(place) ? [] : [missing(`${pointer}/place`, place, "place", [...names.places])]),
    ...named,
    ...(partner === null || names.volunteers.has(partner) ? [] : [missing(`${pointer}/partner`, partner, "volunteer", [...names.volunteers])]),
    ...(names.volunteers.has(person.id) && !barred.has(person.id)
      ? [reportPairingIssue("PERSON_IS_VOLUNTEER", `${pointer}/id`, { seen: person.id })]
      : []),
    ...only.flatMap((id, at) => (barred.has(id) ? [reportPairingIssue("ONLY_AND_BARRED_VOLUNTEER", `${pointer}/only/${at}`, { seen: id })] : [])),
  ];
}

function checkRequirements({ requirements = {} }: PairingProblem): Issue[] {
  const { grid } = requirements;
  const ages = (["oneToOne", "grid"] as const).flatMap((mode) => {
    const { youngestAge, oldestAge } = requirements[mode] ?? {};
    if (youngestAge === undefined || oldestAge === undefined || youngestAge <= oldestAge) return [];
    return [reportPairingIssue("AGES_UPSIDE_DOWN", `/requirements/${mode}/oldestAge`, { seen: oldestAge, values: { least: String(youngestAge) } })];
  });
  if (grid?.leastPersons === undefined || grid.mostPersons === undefined || grid.leastPersons <= grid.mostPersons) return ages;
  const values = { least: String(grid.leastPersons) };
  return [...ages, reportPairingIssue("GRID_SIZES_UPSIDE_DOWN", "/requirements/grid/mostPersons", { seen: grid.mostPersons, values })];
}

/** Volunteers to whom the whole county could be given, because nothing says otherwise. */
function checkLoads({ persons, volunteers, requirements = {} }: PairingProblem): Issue[] {
  return (["oneToOne", "grid"] as const).flatMap((mode) => {
    const { mostPersons, hoursPerPerson } = requirements[mode] ?? {};
    if (mostPersons !== undefined || !persons.some((person) => person.mode === mode)) return [];
    const free = volunteers.filter(
      ({ capacity, hoursPerWeek, modes }) =>
        capacity === undefined && (hoursPerPerson === undefined || hoursPerWeek === undefined) && (modes ?? [mode]).includes(mode),
    );
    const [first] = free;
    if (first === undefined) return [];
    return [reportPairingIssue("LOAD_NOT_LIMITED", "/volunteers", { seen: first.id, values: { count: String(free.length), mode } })];
  });
}

function checkDistances({ travel, places }: PairingProblem): Issue[] {
  if (travel.kind === "straightLine") return [];
  // the checks of a matrix of distances are those of travel times, but for where they stand
  const pointer = "/travel/profiles/pairing/durationsSeconds";
  return validateTravel({ travel: { profiles: { pairing: { kind: "matrix", durationsSeconds: travel.distancesMetres } } }, places })
    .filter(({ code }) => code === "MATRIX_WRONG_SIZE" || code === "MATRIX_ENTRY_INVALID")
    .map((issue) => ({ ...issue, pointer: issue.pointer.replace(pointer, "/travel/distancesMetres") }));
}

/** The checks of `validatePairing`, resumable between rows. */
export function* validatePairingSteps(written: PairingProblem): Steps<Issue[]> {
  const problem: unknown = written;
  if (!isRecord(problem)) return [...parseShape(shell, problem).issues];
  const outline = Object.fromEntries(
    Object.entries(problem).map(([key, value]) => [key, Object.hasOwn(lists, key) && Array.isArray(value) ? [] : value]),
  );
  const shape = parseShape(shell, outline).issues;
  const { issues, ids, sound } = yield* readRows(problem);
  const doubled = (["places", "persons", "volunteers"] as const).flatMap((list) => duplicates(list, ids[list]));
  const about: Issue[] = [...shape, ...issues, ...doubled];
  // a list that is none cannot be asked who is in it
  if (!(["places", "persons", "volunteers"] as const).every((list) => Array.isArray(problem[list]))) return about;
  const known = (list: List): Set<string> => new Set(ids[list].flatMap((id) => (id === undefined ? [] : [id])));
  const names: Names = { places: known("places"), volunteers: known("volunteers") };
  for (const [row, person] of written.persons.entries()) {
    yield;
    if (sound.persons.has(row)) about.push(...checkPerson(person, jsonPointer(["persons", row]), names));
  }
  for (const [row, volunteer] of written.volunteers.entries()) {
    if (!sound.volunteers.has(row)) continue;
    const pointer = jsonPointer(["volunteers", row]);
    if (!names.places.has(volunteer.place)) about.push(missing(`${pointer}/place`, volunteer.place, "place", [...names.places]));
    if (shape.length === 0 && volunteer.birthDate !== undefined && volunteer.birthDate > written.on)
      about.push(reportIssue("BIRTH_DATE_IN_FUTURE", `${pointer}/birthDate`, { seen: volunteer.birthDate, values: { on: written.on } }));
  }
  if (shape.length > 0) return about;
  if (issues.length === 0) about.push(...checkLoads(written));
  return [...about, ...checkRequirements(written), ...checkDistances(written)];
}

/**
 * Everything that is wrong, or worth knowing, with a pairing problem: every issue at once, each with a pointer into it.
 *
 * @returns issues of severity `error` (it cannot be paired as it stands) or `warning`
 * @example
 * validatePairing({ ...pairingProblem, on: "2026-02-30" })[0].code //=> "NOT_A_DATE"
 */
export function validatePairing(problem: PairingProblem): Issue[] {
  return runToEnd(validatePairingSteps(problem));
}

/**
 * Refuses a problem that cannot be paired as it stands.
 *
 * @throws EldercareError with every issue of severity `error`
 */
export function* requireValidPairing(problem: PairingProblem): Steps<void> {
  const errors = (yield* validatePairingSteps(problem)).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
}
