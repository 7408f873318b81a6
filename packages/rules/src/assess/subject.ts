import { type Area, EldercareError, type Facility, type Household, type OlderPerson, type SubjectKind } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";

/** Whom or what to assess: exactly one record, under the name of its kind. */
export type Subject =
  | { readonly person: Partial<OlderPerson> }
  | { readonly household: Partial<Household> }
  | { readonly village: Partial<Area> }
  | { readonly township: Partial<Area> }
  | { readonly facility: Partial<Facility> }
  | { readonly area: Partial<Area> };

const kinds = ["person", "household", "village", "township", "facility", "area"] as const;

/**
 * The kind and the record of a subject.
 *
 * @throws EldercareError SUBJECT_SHAPE where there is not exactly one
 */
export function readSubject(subject: Subject): { kind: SubjectKind; record: Readonly<Record<string, unknown>> } {
  const named = Object.entries(subject);
  const [kind, record] = named[0] ?? [];
  if (named.length !== 1 || !kinds.includes(kind as (typeof kinds)[number]) || typeof record !== "object" || record === null)
    throw new EldercareError([reportRules("SUBJECT_SHAPE", "", { seen: Object.keys(subject) })]);
  return { kind: kind as SubjectKind, record };
}
