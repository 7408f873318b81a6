import {
  areaSchema,
  caregiverSchema,
  type Facility,
  type FieldSpec,
  type FieldType,
  facilitySchema,
  facilityStates,
  fieldsOf,
  householdSchema,
  isInside,
  jsonPointer,
  olderPersonSchema,
  providerSchema,
  type SubjectKind,
  stateOn,
} from "@eldercare/core";
import type { Join, Leaf, Node } from "./node.js";
import { type Row, readPath, type Scope } from "./scope.js";
import { toRational, type Value } from "./value.js";

const areaFields = fieldsOf(areaSchema);

const schemaFields: Record<SubjectKind, readonly FieldSpec[]> = {
  person: fieldsOf(olderPersonSchema),
  household: fieldsOf(householdSchema),
  facility: fieldsOf(facilitySchema),
  workforce: fieldsOf(caregiverSchema),
  provider: fieldsOf(providerSchema),
  village: areaFields,
  township: areaFields,
  area: areaFields,
};

const joinsOf: Partial<Record<SubjectKind, readonly Join[]>> = {
  person: ["household", "village", "township", "county"],
  household: ["village", "township", "county"],
  facility: ["village", "township", "county"],
  workforce: ["facility"],
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
  facility: "facility",
};

const state: FieldSpec = {
  path: "state",
  type: { kind: "enum", values: [...facilityStates] },
  nullable: false,
  title: { zh: "设施状态", en: "state of the facility" },
};

/** The fields of the register that a subject has of itself. */
export function ownFields(subject: SubjectKind): readonly FieldSpec[] {
  const fields = schemaFields[subject];
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
  const reading = { type: spec.type, nullable: spec.nullable, title: spec.title, join, partOf: recordOf(subject, path) };
  const keyOf = (keys: readonly string[]): string => jsonPointer([...(join === undefined ? [] : [join]), ...keys]);
  if (subject !== "facility" || spec.path !== "state")
    return readingNode({ ...reading, key: keyOf(path), valueIn: (record) => readPath(record, path), absentMeans });
  // events that all lie ahead say something, if not which state it is: only no record of events is silence
  const stateIn = (record: Row, on: string): Value => (record.events === undefined ? absentMeans : stateOn(record as unknown as Facility, on));
  return readingNode({ ...reading, key: keyOf(["events"]), valueIn: stateIn });
}

/** The record within the record that a field is part of, where it may be none as a whole: each of its fields then may. */
function recordOf(subject: SubjectKind, [head = "", ...rest]: readonly string[]): readonly string[] | undefined {
  const fields = rest.length === 0 ? [] : ownFields(subject).filter(({ path }) => path.startsWith(`${head}.`));
  return fields.length > 0 && fields.every(({ nullable }) => nullable) ? [head] : undefined;
}

/** The same of a field of a fact: a fact that has fields is a record. */
function recordOfFact(key: string, join: Join | undefined): readonly string[] | undefined {
  const [facts, name, ...fields] = key.split("/").slice(join === undefined ? 1 : 2);
  return facts === "facts" && name !== undefined && fields.length === 1 ? [facts, name] : undefined;
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
  /** Path of the record that it is a field of, where that may be none as a whole; a fact with fields is found by its key. */
  readonly partOf?: readonly string[] | undefined;
}

/** A number with which can be counted exactly; one that is too large or too small for that says nothing. */
const countable = (value: Value): Value => (typeof value === "number" && toRational(value) === undefined ? undefined : value);

/** A known value, as it is where more is known of it: an area that lies within it, a list that holds more. */
function closer(value: Value, more: Value): Value {
  if (typeof value === "string" && typeof more === "string") return isInside(more, value) ? more : value;
  return Array.isArray(value) && Array.isArray(more) ? [...new Set<unknown>([...value, ...more])] : value;
}

/** A leaf that reads a value, falling back on the closed world, then on what is supposed. */
export function readingNode({ key, type, nullable, title, join, valueIn, absentMeans, open, partOf }: Reading): Node {
  const sound = type.kind === "number" && !type.integer ? countable : (value: Value): Value => value;
  const recordIn = (scope: Scope): Row | undefined => (join === undefined ? scope.record : scope.joined(join));
  const read = (scope: Scope): Value => {
    const record = recordIn(scope);
    const value = record === undefined ? undefined : sound(valueIn(record, scope.on));
    if (value !== undefined) return value;
    return record === undefined || absentMeans === undefined ? scope.supposed?.get(key) : absentMeans;
  };
  const readClosely = (scope: Scope): Value => {
    const value = read(scope);
    return scope.supposed === undefined ? value : closer(value, scope.supposed.get(key));
  };
  const path = partOf ?? (nullable ? recordOfFact(key, join) : undefined);
  const leaf: Leaf = {
    key,
    pointer: key,
    type,
    nullable,
    ...(title === undefined ? {} : { title }),
    ...(open === true ? { open } : {}),
    ...(path === undefined ? {} : { record: { key: `${join ?? ""}/${path.join("/")}`, isThere: (scope) => isRow(readPath(recordIn(scope), path)) } }),
  };
  return { op: "fact", leaf, read: open === true || type.kind === "area" ? readClosely : read, type, nullable };
}

const isRow = (value: Value): boolean => typeof value === "object" && value !== null;
