import { EldercareError, type Issue, isCivilDate, type OlderPerson, reportIssue } from "@eldercare/core";
import type { Engine, ManyDecisions } from "../assess/engine.js";
import { pointingTo } from "../assess/pointingTo.js";
import type { Snapshot } from "./identifiedPerson.js";

/** The people of a snapshot by id, each with its place in the register. */
export interface CheckedPeople {
  readonly places: ReadonlyMap<string, number>;
  readonly people: readonly OlderPerson[];
  /** Where the people stand in the caller's question. */
  readonly pointer: string;
}

/** What is wrong with the date of a snapshot, and with the ids of its people. */
export function checkSnapshot({ on, register }: Snapshot, pointer: string): { readonly checked: CheckedPeople; readonly issues: readonly Issue[] } {
  const issues: Issue[] = isCivilDate(on) ? [] : [reportIssue("NOT_A_DATE", `${pointer}/on`, { seen: on })];
  const people = register.people ?? [];
  const at = `${pointer}/register/people`;
  const places = new Map<string, number>();
  for (const [place, { id }] of people.entries()) {
    if (places.has(id)) issues.push(reportIssue("DUPLICATE_ID", `${at}/${place}/id`, { seen: id }));
    places.set(id, place);
  }
  return { checked: { places, people, pointer: at }, issues };
}

// people asked about at once: enough to be fast, few enough to bound the memory
const atOnce = 2000;

/** A list in parts that are small enough to be assessed at once. */
export function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let first = 0; first < items.length; first += atOnce) yield items.slice(first, first + atOnce);
}

/** Some people with the answers about them, row by row. */
export interface AnsweredPart {
  readonly people: readonly OlderPerson[];
  readonly many: ManyDecisions;
}

/** What rules say of some people who are all there. */
export function answersAbout(
  engine: Engine,
  { on, register }: Snapshot,
  checked: CheckedPeople,
  ids: readonly string[],
  rules: readonly string[] | undefined,
): AnsweredPart {
  const people = ids.flatMap((id) => checked.people[checked.places.get(id) ?? -1] ?? []);
  const subjects = people.map((person) => ({ person }));
  const pointerOf = (row: number): string => `${checked.pointer}/${checked.places.get(ids[row] ?? "")}`;
  const many = pointingTo(pointerOf, () => engine.assessMany(subjects, { on, register, ...(rules === undefined ? {} : { rules }) }));
  return { people, many };
}

/**
 * What rules say of the people of one snapshot, in the order of their ids, a part at a time.
 *
 * @param from only people whose id comes after this one
 * @throws EldercareError NOT_A_DATE, DUPLICATE_ID; whatever `assess` refuses
 */
export function* answeredPeople(engine: Engine, snapshot: Snapshot, rules: readonly string[] | undefined, from?: string): Generator<AnsweredPart> {
  const { checked, issues } = checkSnapshot(snapshot, "");
  if (issues.length > 0) throw new EldercareError(issues);
  // a rule that does not exist is refused even where there is nobody to ask about
  engine.assessMany([], { on: snapshot.on, register: snapshot.register, ...(rules === undefined ? {} : { rules }) });
  const ids = [...checked.places.keys()].filter((id) => from === undefined || id > from).sort();
  for (const part of inParts(ids)) yield answersAbout(engine, snapshot, checked, part, rules);
}
