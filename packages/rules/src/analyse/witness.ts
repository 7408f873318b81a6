import { type Area, areaAtTier, type FieldSpec, type Rational, type Register, type SubjectKind, tierDigits } from "@eldercare/core";
import { readSubject, type Subject } from "../assess/subject.js";
import { compileTruth, type ParameterValues } from "../logic/closures.js";
import type { Node } from "../logic/node.js";
import { indexRegister, type Row, Scope } from "../logic/scope.js";
import { FALSE, TRUE, type Value } from "../logic/value.js";
import { ownFields } from "../logic/vocabulary.js";
import { put } from "./domain/members.js";
import { jsonValueOf, representativeOf } from "./domain/representative.js";
import { everyCell } from "./domain/test.js";
import type { Variable } from "./domain/variable.js";
import { add, negative } from "./domain/variable.js";
import { isElsewhere } from "./domain/variables.js";
import type { World } from "./domain/world.js";
import type { Assignment } from "./satisfy.js";

/** A synthetic record that shows something about a pack, with all that its rules look up. */
export interface Witness {
  readonly subject: Subject;
  /** The household and areas that rules look up through joins; synthetic as well. */
  readonly register: Partial<Register>;
  /** Values of open parameters with which it holds. */
  readonly parameters: Readonly<Record<string, number | boolean | string>>;
}

const absolute = (value: Rational): Rational => (value.numerator < 0n ? negative(value) : value);
const isNearer = (a: Rational, b: Rational): boolean => a.numerator * b.denominator < b.numerator * a.denominator;

/** The value to show of a variable: the one that was worked out, else a natural one from the cells left to it. */
export function shownValue(variable: Variable, { domains, values }: Assignment): unknown {
  const worked = values.get(variable);
  if (worked !== undefined) return jsonValueOf(variable, worked);
  const left = domains.get(variable) ?? everyCell(variable);
  let best: { value: Value | Rational; distance: Rational } | undefined;
  for (const [index, cell] of variable.cells().entries()) {
    if (((left >> BigInt(index)) & 1n) === 0n) continue;
    const value = representativeOf(variable, cell);
    if (value === undefined) continue;
    if (cell.kind === "value") return jsonValueOf(variable, value);
    const distance = absolute(add(value as Rational, negative(variable.hint)));
    if (best === undefined || isNearer(distance, best.distance)) best = { value, distance };
  }
  return best === undefined ? undefined : jsonValueOf(variable, best.value);
}

const padded = (area: string, digits: number): string => area.padEnd(digits, "9").slice(0, Math.max(digits, area.length));
const village = tierDigits.village;

/** Codes of the areas around a record that stands in a jurisdiction; those around its household, or its facility, are others. */
const codeAt = (place: string, own: string): string | undefined => {
  const around = isElsewhere(place.split("/")[0] ?? "") ? otherVillage(own) : own;
  const join = place.split("/").at(-1) as "village" | "township" | "county";
  return areaAtTier(around, join);
};

const otherVillage = (own: string): string => {
  const last = own.slice(tierDigits.county - 1, tierDigits.county) === "8" ? "7" : "8";
  return `${own.slice(0, tierDigits.county - 1)}${last}${"8".repeat(village - tierDigits.county)}`;
};

/** Fills in what the shape of a record requires beside what conditions read. */
function completed(subject: SubjectKind, record: Record<string, unknown>): void {
  for (let round = 0; round < 3; round += 1) {
    const missing = readSubject({ [subject]: record } as unknown as Subject, "").problems.filter(({ code }) => code === "MISSING_FIELD");
    if (missing.length === 0) return;
    for (const { pointer } of missing) fillAt(record, ownFields(subject), pointer.split("/").slice(2));
  }
}

function fillAt(record: Record<string, unknown>, fields: readonly FieldSpec[], path: readonly string[]): void {
  const at = path.findIndex((segment) => /^\d+$/.test(segment));
  if (at < 0) {
    const spec = fields.find((field) => field.path === path.join("."));
    put(record, path, plainValue(spec));
    return;
  }
  const list = fields.find((field) => field.path === path.slice(0, at).join("."));
  const inner = list?.type.kind === "list" && list.type.of.kind === "record" ? list.type.of.fields : [];
  const members = path.slice(0, at).reduce<unknown>((node, key) => (node as Row | undefined)?.[key], record) as Record<string, unknown>[] | undefined;
  const member = members?.[Number(path[at])];
  if (member !== undefined) fillAt(member, inner, path.slice(at + 1));
}

function plainValue(spec: FieldSpec | undefined): unknown {
  switch (spec?.type.kind) {
    case "boolean":
      return false;
    case "number":
      return spec.type.least ?? 0;
    case "date":
      return "2000-01-01";
    case "area":
      return "9".repeat(village);
    case "enum":
      return spec.type.values[0];
    case "list":
      return [];
    default:
      return "synthetic";
  }
}

const tierNames = Object.entries(tierDigits);

function ownArea(subject: SubjectKind, { area }: World, record: Row): string {
  const named =
    subject === "person"
      ? (record.residence as Row | undefined)?.area
      : subject === "area" || subject === "village" || subject === "township"
        ? record.code
        : record.area;
  if (typeof named === "string") return named;
  if (subject === "area") return padded(area, tierDigits[record.tier as keyof typeof tierDigits] ?? tierDigits.county);
  return padded(area, subject === "township" ? tierDigits.township : village);
}

const valueAt = (record: Row, path: readonly string[]): unknown => path.reduce<unknown>((node, key) => (node as Row | undefined)?.[key], record);

/** Writes the values of variables into a record and the register around it. */
export function imagine(world: World, shown: ReadonlyMap<Variable, unknown>): Witness {
  const records = new Map<string, Record<string, unknown>>([["", {}]]);
  const parameters: Record<string, number | boolean | string> = {};
  const adopts: string[] = [];
  let adoptionAsked = false;
  const recordAt = (place: string): Record<string, unknown> => {
    const known = records.get(place) ?? {};
    records.set(place, known);
    return known;
  };
  const absent = new Set(
    [...shown].flatMap(([{ role }, value]) => (role.kind === "absence" && value === true ? [`${role.place}|${role.path[0]}`] : [])),
  );
  for (const [{ role }, value] of shown) {
    // what the closed world makes something of is left out
    if (value === undefined) continue;
    if (role.kind === "parameter") parameters[role.id] = value as number | boolean | string;
    else if (role.kind === "adoption") {
      adoptionAsked = true;
      if (value === true) adopts.push(role.clause);
    } else if (role.kind === "absence") {
      // a record that is not none is completed with what its shape requires
      const record = recordAt(role.place);
      record[role.path[0] ?? ""] = value === true ? null : (record[role.path[0] ?? ""] ?? {});
    } else if (absent.has(`${role.place}|${role.path[0]}`)) continue;
    else if (role.kind === "field") {
      const record = recordAt(role.place);
      // a list of which no item matters may have items that do not
      if (!(role.type.kind === "list" && valueAt(record, role.path) !== undefined)) put(record, role.path, value);
    } else {
      const record = recordAt(role.place);
      const before = valueAt(record, role.path) as readonly unknown[] | undefined;
      put(record, role.path, value === true ? [...(before ?? []), role.item] : (before ?? []));
    }
  }
  return { ...around(world, records, adoptionAsked ? adopts : undefined), parameters };
}

/** Gives the record its place in the world, and its neighbours theirs in the register. */
function around(
  world: World,
  records: ReadonlyMap<string, Record<string, unknown>>,
  adopts: readonly string[] | undefined,
): Pick<Witness, "subject" | "register"> {
  const { subject } = world;
  const own = records.get("") ?? {};
  const code = ownArea(subject, world, own);
  if (subject === "person") put(own, ["residence", "area"], code);
  else if (subject === "village" || subject === "township" || subject === "area") own.code = code;
  else if (subject !== "provider") own.area = code;
  const areas = new Map<string, Record<string, unknown>>();
  const areaOf = (areaCode: string): Record<string, unknown> => {
    const tier = tierNames.find(([, digits]) => digits === areaCode.length)?.[0] ?? "village";
    const known = areas.get(areaCode) ?? { code: areaCode, name: areaCode, tier };
    areas.set(areaCode, known);
    return known;
  };
  const places = [...records].filter(([place]) => place !== "" && !isElsewhere(place));
  for (const [place, record] of places) {
    const areaCode = codeAt(place, code);
    if (areaCode !== undefined) Object.assign(areaOf(areaCode), record, { code: areaCode });
  }
  if (adopts !== undefined)
    // what county, township and village have all said is known; the record itself speaks where it is an area
    for (const tier of ["county", "township", "village"] as const) {
      const areaCode = areaAtTier(code, tier);
      if (areaCode !== undefined) areaOf(areaCode).adopts = tier === "county" ? adopts : [];
    }
  if (own.code === code && areas.has(code)) own.adopts ??= areas.get(code)?.adopts;
  completed(subject, own);
  const reached = (join: "household" | "facility"): Record<string, unknown> | undefined => {
    const record = records.get(join) ?? (places.some(([place]) => place.startsWith(`${join}/`)) ? {} : undefined);
    if (record === undefined) return undefined;
    own[join] = `synthetic-${join}`;
    Object.assign(record, { id: `synthetic-${join}`, area: otherVillage(code) });
    completed(join, record);
    return record;
  };
  const [home, institution] = [reached("household"), reached("facility")];
  for (const area of areas.values()) completed("area", area);
  const register = {
    ...(home === undefined ? {} : { households: [home] }),
    ...(institution === undefined ? {} : { facilities: [institution] }),
    ...(areas.size === 0 ? {} : { areas: [...areas.values()].map((area) => area as unknown as Area) }),
  };
  return { subject: { [subject]: own } as unknown as Subject, register: register as unknown as Partial<Register> };
}

const supplied = new WeakMap<ParameterValues, Map<string, ParameterValues>>();

/** Parameters with the values of a witness for those that are open; the same values give the same map. */
function withValues(parameters: ParameterValues, values: Witness["parameters"]): ParameterValues {
  const key = JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = supplied.get(parameters) ?? new Map<string, ParameterValues>();
  supplied.set(parameters, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = new Map<string, Value>(parameters);
  for (const [id, value] of Object.entries(values)) {
    const exact = typeof value === "string" ? toRationalText(value) : undefined;
    made.set(id, exact ?? value);
  }
  known.set(key, made);
  return made;
}

function toRationalText(text: string): Value | undefined {
  const match = /^-?\d+\/\d+$/.test(text) ? text.split("/").map(BigInt) : undefined;
  const [numerator = 0n, denominator = 1n] = match ?? [];
  return match === undefined ? undefined : { numerator, denominator };
}

/** Whether the engine itself, asked about the witness, says of each condition what is wanted. */
export function confirms(world: World, witness: Witness, conditions: readonly { readonly node: Node; readonly wanted: boolean }[]): boolean {
  const record = Object.values(witness.subject)[0] as Row;
  if (readSubject(witness.subject, "").problems.length > 0) return false;
  const scope = new Scope(world.subject, record, world.on, indexRegister(witness.register));
  const parameters = withValues(world.parameters, witness.parameters);
  return conditions.every(({ node, wanted }) => compileTruth(node, parameters)(scope) === (wanted ? TRUE : FALSE));
}
