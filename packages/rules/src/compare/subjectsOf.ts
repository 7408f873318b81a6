import type { Area, Register, SubjectKind } from "@eldercare/core";
import type { Subject } from "../assess/subject.js";

/** A record of a register as something that rules speak of, under its id. */
export interface Named {
  readonly id: string;
  readonly subject: Subject;
}

const placeOf = (area: Area): Subject => (area.tier === "village" ? { village: area } : area.tier === "township" ? { township: area } : { area });

/** The records of a register that rules of some kinds speak of, a part at a time, so that not all are read at once. */
export function* subjectsOf(register: Partial<Register>, kinds: ReadonlySet<SubjectKind>, atOnce: number): Generator<readonly Named[]> {
  function* part<Row>(rows: readonly Row[], named: (row: Row) => Named): Generator<readonly Named[]> {
    for (let from = 0; from < rows.length; from += atOnce) yield rows.slice(from, from + atOnce).map(named);
  }
  if (kinds.has("person")) yield* part(register.people ?? [], (person) => ({ id: person.id, subject: { person } }));
  if (kinds.has("household")) yield* part(register.households ?? [], (household) => ({ id: household.id, subject: { household } }));
  if (kinds.has("facility")) yield* part(register.facilities ?? [], (facility) => ({ id: facility.id, subject: { facility } }));
  if (kinds.has("workforce")) yield* part(register.caregivers ?? [], (workforce) => ({ id: workforce.id, subject: { workforce } }));
  const places = (register.areas ?? []).filter(({ tier }) => kinds.has(tier === "village" || tier === "township" ? tier : "area"));
  yield* part(places, (area) => ({ id: area.code, subject: placeOf(area) }));
}
