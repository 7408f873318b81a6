import {
  type Area,
  type AreaCode,
  areaAtTier,
  type CivilDate,
  type Facility,
  type Household,
  type OlderPerson,
  type Register,
  type SubjectKind,
  type Tier,
  tierDigits,
} from "@eldercare/core";
import type { Join } from "./node.js";
import type { Value } from "./value.js";

/** A record of the register, as conditions read it. */
export type Row = Readonly<Record<string, unknown>>;

/** The register, ready to be looked things up in. */
export interface RegisterIndex {
  readonly households: ReadonlyMap<string, Household>;
  readonly areas: ReadonlyMap<AreaCode, Area>;
  /** False where the register says nothing of facilities: none listed is then not none there. */
  readonly facilitiesKnown: boolean;
  /** Staff of a facility in one of some roles; undefined where the register says nothing of staff. */
  staffOf(facility: string, roles: readonly string[]): number | undefined;
  facilitiesIn(area: AreaCode): readonly Facility[];
  /** The facility of an id; undefined where the register does not have it. */
  facility(id: string): Facility | undefined;
  /** The older person of an id; undefined where the register does not have them. */
  person(id: string): OlderPerson | undefined;
}

/** The codes of an area and of all that contain it, the whole country included. */
export const areasAround = (area: AreaCode): AreaCode[] => [
  "",
  ...Object.values(tierDigits).flatMap((digits) => (digits <= area.length ? [area.slice(0, digits)] : [])),
];

const indexes = new WeakMap<object, RegisterIndex>();

/** The index of a register, made once for each register object: a register that changes is a new object. */
export function indexOf(register: Partial<Register> | undefined): RegisterIndex {
  if (register === undefined) return indexRegister(undefined);
  const known = indexes.get(register);
  if (known !== undefined) return known;
  const made = indexRegister(register);
  indexes.set(register, made);
  return made;
}

/** Indexes what rules look up through joins: households, areas, facilities, staff. */
export function indexRegister(register: Partial<Register> | undefined): RegisterIndex {
  const facilityList = register?.facilities ?? [];
  const staff = new Map<string, (readonly string[])[]>();
  for (const { facility, roles } of register?.caregivers ?? []) {
    if (facility === undefined) continue;
    const rows = staff.get(facility);
    if (rows === undefined) staff.set(facility, [roles]);
    else rows.push(roles);
  }
  let people: ReadonlyMap<string, OlderPerson> | undefined;
  let facilities: ReadonlyMap<string, Facility> | undefined;
  const byArea = new Map<AreaCode, Facility[]>();
  for (const facility of facilityList) for (const code of areasAround(facility.area)) byArea.set(code, [...(byArea.get(code) ?? []), facility]);
  return {
    households: new Map((register?.households ?? []).map((household) => [household.id, household])),
    areas: new Map((register?.areas ?? []).map((area) => [area.code, area])),
    facilitiesKnown: register?.facilities !== undefined,
    staffOf: (facility, roles) =>
      register?.caregivers === undefined ? undefined : (staff.get(facility) ?? []).filter((own) => own.some((role) => roles.includes(role))).length,
    facilitiesIn: (area) => byArea.get(area) ?? [],
    facility: (id) => {
      facilities ??= new Map(facilityList.map((each) => [each.id, each]));
      return facilities.get(id);
    },
    person: (id) => {
      // most rules look up nobody: the index of people is made when the first is asked for
      people ??= new Map((register?.people ?? []).map((each) => [each.id, each]));
      return people.get(id);
    },
  };
}

const tierOf: Partial<Record<Join, Tier>> = { village: "village", township: "township", county: "county" };

const residenceArea = ["residence", "area"];

/** A member of a record, if it has it itself: what every object inherits is no fact. */
const own = (record: Row, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);

/** What a condition is asked about: one record on one date, with the register around it. */
export class Scope {
  readonly subject: SubjectKind;
  readonly record: Row;
  readonly on: CivilDate;
  readonly index: RegisterIndex;
  /** Values supposed for what is unknown, by leaf key; used to ask "what if". */
  supposed: ReadonlyMap<string, Value> | undefined;

  constructor(subject: SubjectKind, record: Row, on: CivilDate, index: RegisterIndex) {
    this.subject = subject;
    this.record = record;
    this.on = on;
    this.index = index;
    this.supposed = undefined;
  }

  /** The same question about another record; what is supposed here is not supposed of it. */
  about(subject: SubjectKind, record: Row): Scope {
    return new Scope(subject, record, this.on, this.index);
  }

  /** The area in which the record stands, as far as it is known. */
  get area(): AreaCode | undefined {
    const { record } = this;
    const code = this.subject === "person" ? readPath(record, residenceArea) : (own(record, "area") ?? own(record, "code"));
    return typeof code === "string" ? code : undefined;
  }

  /** The record that a join leads to; undefined where the way there is unknown. */
  joined(join: Join): Row | undefined {
    const { record, index } = this;
    if (join === "household" || join === "person" || join === "facility") {
      const id = own(record, join);
      if (typeof id !== "string") return undefined;
      return (join === "household" ? index.households.get(id) : index[join](id)) as Row | undefined;
    }
    const tier = tierOf[join];
    const code = tier === undefined || this.area === undefined ? undefined : areaAtTier(this.area, tier);
    return code === undefined ? undefined : (index.areas.get(code) as Row | undefined);
  }
}

/** Walks a path through own members only; `undefined` on the way is unknown, `null` is none. */
export function readPath(record: Row | undefined, path: readonly string[]): Value {
  let value: unknown = record;
  for (const key of path) {
    if (value === undefined || value === null) return value;
    value = Object.hasOwn(value as object, key) ? (value as Row)[key] : undefined;
  }
  return value as Value;
}
