import type { CivilDate, FieldType, Issue, SubjectKind } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { type RegisterIndex, Scope } from "../logic/scope.js";
import { fitsType, printType } from "../logic/typeWords.js";
import { readSubject, type Subject } from "./subject.js";

/**
 * Reads one record as conditions see it, and adds what is wrong with it, and with its facts, to the issues.
 *
 * @param factsAskedOf the facts that the packs which speak of the record ask, with the types that they declare
 */
export function readRecord(
  subject: Subject,
  pointer: string,
  { on, index }: { readonly on: CivilDate; readonly index: RegisterIndex },
  factsAskedOf: (scope: Scope) => ReadonlyMap<string, FieldType>,
  issues: Issue[],
): { readonly scope: Scope; readonly kind: SubjectKind; readonly sound: boolean } {
  const { kind, record, problems } = readSubject(subject, pointer);
  issues.push(...problems);
  const scope = new Scope(kind, record, on, index);
  if (problems.length > 0) return { scope, kind, sound: false };
  const facts = record.facts as Readonly<Record<string, unknown>> | null | undefined;
  if (typeof facts !== "object" || facts === null) return { scope, kind, sound: true };
  const types = factsAskedOf(scope);
  for (const [name, value] of Object.entries(facts)) {
    const type = types.get(name);
    if (type !== undefined && !fitsType(value, type))
      issues.push(reportRules("FACT_VALUE", `${pointer}/${kind}/facts/${name}`, { seen: value, values: { expected: printType(type) } }));
  }
  return { scope, kind, sound: true };
}
