import type { Engine } from "../assess/engine.js";
import { inParts } from "./checkedPeople.js";
import type { IdentifiedPerson } from "./identifiedPerson.js";
import { type IdentificationQuestion, SnapshotComparison } from "./snapshotComparison.js";

/**
 * Goes through the people of two snapshots of a register and tells of each who newly gains or loses something, rule by rule
 * with the facts that changed and the clause; who came, left, died or moved; and who is worth a call, because one fact alone
 * could grant something. Nobody has to apply (服务找人).
 *
 * People come in the order of their ids (code units), those only of whom there is something to tell. They are assessed some
 * thousand at a time: beside the two registers, the memory needed does not grow with them.
 *
 * @param engine the rules, which are the same for both snapshots; each is asked on its own day
 * @param from only people whose id comes after this one
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED, DUPLICATE_ID, RULE_NOT_FOUND; whatever `assess` refuses of a person,
 * with its place in the question
 * @example
 * const engine = createEngine({ packs: [national] });
 * const before = { on: "2026-01-01", register: { people: [{ id: "p-1", birthDate: "1966-05-01", died: null }] } };
 * const [found] = identifyPeople(engine, { before, after: { ...before, on: "2026-05-01" }, rules: ["cn/category.olderPerson"] });
 * found.changes.map(({ title, kind, because }) => [title.en, kind, because]) //=> [["older person", "gained", "date"]]
 * Source: CL-2.1.1-e, CL-2.1.1-g.
 */
export function* identifyPeople(engine: Engine, question: IdentificationQuestion, from?: string): Generator<IdentifiedPerson> {
  const comparison = new SnapshotComparison(engine, question);
  const { on, register } = question.after;
  // a rule that does not exist is refused even where there is nobody to ask about
  engine.assessMany([], { on, register, ...(question.rules === undefined ? {} : { rules: question.rules }) });
  const all = new Set([...comparison.before.places.keys(), ...comparison.after.places.keys()]);
  const ids = [...all].filter((id) => from === undefined || id > from).sort();
  for (const part of inParts(ids)) yield* comparison.tell(part);
}
