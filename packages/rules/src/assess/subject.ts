import {
  type Area,
  areaSchema,
  type Caregiver,
  caregiverSchema,
  type Facility,
  facilitySchema,
  type Household,
  householdSchema,
  type Issue,
  type OlderPerson,
  olderPersonSchema,
  type Provider,
  parsePartialShape,
  providerSchema,
  reportWrongType,
  type SubjectKind,
} from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Row } from "../logic/scope.js";

/**
 * Whom or what to assess: exactly one record, under the name of its kind. What is absent is unknown. `workforce` is one
 * member of staff.
 */
export type Subject =
  | { readonly person: Partial<OlderPerson> }
  | { readonly household: Partial<Household> }
  | { readonly village: Partial<Area> }
  | { readonly township: Partial<Area> }
  | { readonly facility: Partial<Facility> }
  | { readonly workforce: Partial<Caregiver> }
  | { readonly provider: Partial<Provider> }
  | { readonly area: Partial<Area> };

/**
 * A record without those facts that are records, or lists of records, of plain values: the register knows no shape for
 * them. Whether they fit what a pack declares is checked with its other facts.
 */
function withoutRecords(record: unknown): unknown {
  if (!isRow(record) || !isRow(record.facts)) return record;
  const facts = Object.entries(record.facts);
  const plain = facts.filter(([, value]) => !(Array.isArray(value) ? value.length > 0 && value.every(isFlat) : isFlat(value)));
  return plain.length === facts.length ? record : { ...record, facts: Object.fromEntries(plain) };
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

const isFlat = (value: unknown): boolean =>
  isRow(value) && Object.values(value).every((inner) => inner !== undefined && (inner === null || typeof inner !== "object"));

const readers = {
  person: (record: unknown, pointer: string) => parsePartialShape(olderPersonSchema, record, pointer).issues,
  household: (record: unknown, pointer: string) => parsePartialShape(householdSchema, record, pointer).issues,
  village: (record: unknown, pointer: string) => parsePartialShape(areaSchema, record, pointer).issues,
  township: (record: unknown, pointer: string) => parsePartialShape(areaSchema, record, pointer).issues,
  facility: (record: unknown, pointer: string) => parsePartialShape(facilitySchema, record, pointer).issues,
  // rules never ask when somebody works
  workforce: (record: unknown, pointer: string) =>
    parsePartialShape(caregiverSchema, record, pointer).issues.filter(({ code }) => code !== "CAREGIVER_WITHOUT_SHIFTS"),
  provider: (record: unknown, pointer: string) => parsePartialShape(providerSchema, record, pointer).issues,
  area: (record: unknown, pointer: string) => parsePartialShape(areaSchema, record, pointer).issues,
} as const satisfies Record<SubjectKind, unknown>;

/** The kind and the record of a subject, and what is wrong with it: SUBJECT_SHAPE, or the issues of its shape. */
export function readSubject(subject: Subject, pointer: string): { kind: SubjectKind; record: Row; problems: readonly Issue[] } {
  const named: [string, unknown][] = typeof subject === "object" && subject !== null ? Object.entries(subject) : [];
  const [kind, record] = named[0] ?? [];
  if (named.length !== 1 || kind === undefined || !Object.hasOwn(readers, kind))
    return { kind: "person", record: {}, problems: [reportRules("SUBJECT_SHAPE", pointer, { seen: named.map(([name]) => name) })] };
  const known = kind as keyof typeof readers;
  const at = `${pointer}/${known}`;
  const problems = Array.isArray(record) ? [reportWrongType(at, record, "object")] : readers[known](withoutRecords(record), at);
  return { kind: known, record: problems.length === 0 ? (record as Row) : {}, problems };
}
