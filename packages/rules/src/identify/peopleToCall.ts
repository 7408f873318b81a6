import type { Wording } from "@eldercare/core";
import type { Engine } from "../assess/engine.js";
import { answeredPeople } from "./checkedPeople.js";
import { factsToAskOf } from "./factsToAsk.js";
import type { Snapshot } from "./identifiedPerson.js";
import { isDead } from "./personEvents.js";

/** Of whom to ask one fact, and which part of them. */
export interface CallQuestion extends Snapshot {
  /** JSON pointer of the fact, as an identification names it. */
  readonly fact: string;
  /** Only these rules, by key `<pack>/<rule>`. */
  readonly rules?: readonly string[];
  /** The last person of the page before; absent for the first page. */
  readonly from?: string;
  /** Most people on a page; 100 unless told. */
  readonly most?: number;
}

/** A page of the people of whom to ask a fact. */
export interface CallPage {
  readonly fact: string;
  readonly title?: Wording;
  /** In the order of their ids, each with the rules that the fact alone could grant. */
  readonly people: readonly { readonly person: string; readonly rules: readonly string[] }[];
  /** Whom to give as `from` for the next page; absent on the last. */
  readonly next?: string;
}

/**
 * The people of whom to ask one fact, because it alone could grant them something: a list to ring through, page by page.
 *
 * @throws EldercareError NOT_A_DATE, DUPLICATE_ID, RULE_NOT_FOUND; whatever `assess` refuses of a person
 * @example
 * const engine = createEngine({ packs: [national] });
 * const people = [{ id: "p-1", died: null }, { id: "p-2", birthDate: "1950-01-01", died: null }];
 * const { title, people: call } = peopleToCall(engine, { on: "2026-11-21", register: { people }, fact: "/birthDate", rules: ["cn/category.olderPerson"] });
 * title.en //=> "date of birth"
 * call //=> [{ person: "p-1", rules: ["cn/category.olderPerson"] }]
 */
export function peopleToCall(engine: Engine, { on, register, fact, rules, from, most = 100 }: CallQuestion): CallPage {
  const people: CallPage["people"][number][] = [];
  let title: Wording | undefined;
  const page = (next?: string): CallPage => ({ fact, ...(title === undefined ? {} : { title }), people, ...(next === undefined ? {} : { next }) });
  for (const part of answeredPeople(engine, { on, register }, rules, from))
    for (const [row, person] of part.people.entries()) {
      const asked = isDead(person, on) ? undefined : factsToAskOf(part.many, row).find((each) => each.fact === fact);
      if (asked === undefined) continue;
      title ??= asked.title;
      if (people.length >= most) return page(people.at(-1)?.person);
      people.push({ person: person.id, rules: asked.rules });
    }
  return page();
}
