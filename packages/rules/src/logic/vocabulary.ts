import {
  areaSchema,
  type Facility,
  type FieldSpec,
  type FieldType,
  facilitySchema,
  facilityStates,
  fieldsOf,
  householdSchema,
  jsonPointer,
  olderPersonSchema,
  type SubjectKind,
  stateOn,
} from "@eldercare/core";
import type { Join, Node } from "./node.js";
import { type Row, readPath, type Scope } from "./scope.js";
import { toRational, type Value } from "./value.js";

const areaFields = fieldsOf(areaSchema);

const schemaFields: Partial<Record<SubjectKind, readonly FieldSpec[]>> = {
  person: fieldsOf(olderPersonSchema),
  household: fieldsOf(householdSchema),
  facility: fieldsOf(facilitySchema),
  village: areaFields,
  township: areaFields,
  area: areaFields,
};

const joinsOf: Partial<Record<SubjectKind, readonly Join[]>> = {
  person: ["household", "village", "township", "county"],
  household: ["village", "township", "county"],
  facility: ["village", "township", "county"],
  village: ["township", "county"],
  township: ["county"],
};

/** What kind of subject a join leads to. */
export const joinSubject: Record<Join, SubjectKind> = {
  household: "household",
  village: "village",
  township: "township",
  county: "area",
  person: "person",
};

const state: FieldSpec = {
  path: "state",
  type: { kind: "enum", values: [...facilityStates] },
  nullable: false,
  title: { zh: "设施状态", en: "state of the facility" },
};

/** The fields of the register that a subject has of itself. */
export function ownFields(subject: SubjectKind): readonly FieldSpec[] {
  const fields = schemaFields[subject] ?? [];
  return subject === "facility" ? [...fields, state] : fields;
}

/** The joins that a subject has. */
export function ownJoins(subject: SubjectKind): readonly Join[] {
  return joinsOf[subject] ?? [];
}

/** A field, resolved: where it is read, and what it holds. */
export interface ResolvedField {
  readonly spec: FieldSpec;
  readonly path: readonly string[];
}

/** Finds a field of a subject by its dotted path; an entry of a map (`checklist.premises`) has the map's type. */
export function resolveField(subject: SubjectKind, dotted: string): ResolvedField | undefined {
  const fields = ownFields(subject);
  const exact = fields.find((field) => field.path === dotted);
  if (exact !== undefined) return { spec: exact, path: dotted.split(".") };
  const map = fields.find((field) => field.type.kind === "map" && dotted.startsWith(`${field.path}.`) && field.path !== "facts");
  if (map === undefined || map.type.kind !== "map") return undefined;
  const key = dotted.slice(map.path.length + 1);
  return key.includes(".") || key === "" ? undefined : { spec: { path: dotted, type: map.type.of, nullable: false }, path: [map.path, key] };
}

/** The node that reads a field of the subject, or of the record that a join leads to. */
export function factNode(subject: SubjectKind, field: ResolvedField, join: Join | undefined, absentMeans: Value): Node {
  const { spec, path } = field;
  const reading = { type: spec.type, nullable: spec.nullable, title: spec.title, join };
  const keyOf = (keys: readonly string[]): string => jsonPointer([...(join === undefined ? [] : [join]), ...keys]);
  if (subject !== "facility" || spec.path !== "state")
    return readingNode({ ...reading, key: keyOf(path), valueIn: (record) => readPath(record, path), absentMeans });
  // events that all lie ahead say something, if not which state it is: only no record of events is silence
  const stateIn = (record: Row, on: string): Value => (record.events === undefined ? absentMeans : stateOn(record as unknown as Facility, on));
  return readingNode({ ...reading, key: keyOf(["events"]), valueIn: stateIn });
}

/** How a leaf is read from a record. */
export interface Reading {
  readonly key: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  readonly title: FieldSpec["title"] | undefined;
  readonly join: Join | undefined;
  readonly valueIn: (record: Row, on: string) => Value;
  /** What the closed world makes of a record that does not say; a record that is not there says nothing at all. */
  readonly absentMeans?: Value;
  /** True of a list that may hold more than the record says. */
  readonly open?: boolean;
}

/** A number with which can be counted exactly; one that is too large or too small for that says nothing. */
const countable = (value: Value): Value => (typeof value === "number" && toRational(value) === undefined ? undefined : value);

/** A leaf that reads a value, falling back on the closed world, then on what is supposed. */
export function readingNode({ key, type, nullable, title, join, valueIn, absentMeans, open }: Reading): Node {
  const sound = type.kind === "number" && !type.integer ? countable : (value: Value): Value => value;
  const read = (scope: Scope): Value => {
    const record = join === undefined ? scope.record : scope.joined(join);
    const value = record === undefined ? undefined : sound(valueIn(record, scope.on));
    if (value !== undefined) return value;
    return record === undefined || absentMeans === undefined ? scope.supposed?.get(key) : absentMeans;
  };
  const leaf = { key, pointer: key, type, nullable, ...(title === undefined ? {} : { title }), ...(open === true ? { open } : {}) };
  return { op: "fact", leaf, read, type, nullable };
}
