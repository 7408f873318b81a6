import type { Area, Register, SubjectKind } from "@eldercare/core";
import type { Subject } from "../assess/subject.js";

/** A record of a register as something that rules speak of, under its id. */
export interface Named {
  readonly id: string;
  /** Where in the register it is. */
  readonly pointer: string;
  readonly subject: Subject;
}

const kindOf = ({ tier }: Area): SubjectKind => (tier === "village" || tier === "township" ? tier : "area");

const placeOf = (area: Area): Subject => (area.tier === "village" ? { village: area } : area.tier === "township" ? { township: area } : { area });

/** The records of a register that rules of some kinds speak of, a part at a time, so that not all are read at once. */
export function* subjectsOf(register: Partial<Register>, kinds: ReadonlySet<SubjectKind>, atOnce: number): Generator<readonly Named[]> {
  function* part<Row>(rows: readonly Row[], named: (row: Row, index: number) => Named): Generator<readonly Named[]> {
    for (let from = 0; from < rows.length; from += atOnce) yield rows.slice(from, from + atOnce).map((row, index) => named(row, from + index));
  }
  const { people = [], households = [], facilities = [], caregivers = [], areas = [] } = register;
  if (kinds.has("person")) yield* part(people, (person, index) => ({ id: person.id, pointer: `/people/${index}`, subject: { person } }));
  if (kinds.has("household"))
    yield* part(households, (household, index) => ({ id: household.id, pointer: `/households/${index}`, subject: { household } }));
  if (kinds.has("facility"))
    yield* part(facilities, (facility, index) => ({ id: facility.id, pointer: `/facilities/${index}`, subject: { facility } }));
  if (kinds.has("workforce"))
    yield* part(caregivers, (workforce, index) => ({ id: workforce.id, pointer: `/caregivers/${index}`, subject: { workforce } }));
  const asked = areas.flatMap((area, index) => (kinds.has(kindOf(area)) ? [{ area, index }] : []));
  yield* part(asked, ({ area, index }) => ({ id: area.code, pointer: `/areas/${index}`, subject: placeOf(area) }));
}
