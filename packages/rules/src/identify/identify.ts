import type { Engine } from "../assess/engine.js";
import type { IdentifiedPerson } from "./identifiedPerson.js";
import { identifyPeople } from "./identifyPeople.js";
import type { IdentificationQuestion } from "./snapshotComparison.js";

/** Which part of those identified is wanted. */
export interface PageQuestion extends IdentificationQuestion {
  /** The last person of the page before; absent for the first page. */
  readonly from?: string;
  /** Most people on a page; 100 unless told. */
  readonly most?: number;
  /** Only people of whom something changed, or only those who are worth a call. */
  readonly only?: "changes" | "calls";
}

/** A page of those identified. */
export interface IdentificationPage {
  /** In the order of their ids. */
  readonly people: readonly IdentifiedPerson[];
  /** Whom to give as `from` for the next page; absent on the last. */
  readonly next?: string;
}

const isWanted = ({ events, changes, ask }: IdentifiedPerson, only: PageQuestion["only"]): boolean =>
  only === undefined || (only === "calls" ? ask.length > 0 : events.length + changes.length > 0);

/**
 * One page of those whom `identifyPeople` finds: only as many people are assessed as it takes to fill it.
 *
 * @throws EldercareError as `identifyPeople` does
 * @example
 * const engine = createEngine({ packs: [national] });
 * const people = ["p-1", "p-2", "p-3"].map((id) => ({ id, birthDate: "1966-05-01", died: null }));
 * const question = { before: { on: "2026-01-01", register: { people } }, after: { on: "2026-05-01", register: { people } }, most: 2 };
 * const first = identify(engine, question);
 * first.people.map(({ person }) => person) //=> ["p-1", "p-2"]
 * identify(engine, { ...question, from: first.next }).people.map(({ person }) => person) //=> ["p-3"]
 */
export function identify(engine: Engine, { from, most = 100, only, ...question }: PageQuestion): IdentificationPage {
  const people: IdentifiedPerson[] = [];
  for (const person of identifyPeople(engine, question, from)) {
    if (!isWanted(person, only)) continue;
    const last = people.at(-1);
    if (last !== undefined && people.length >= most) return { people, next: last.person };
    people.push(person);
  }
  return { people };
}
