import { addDays, type FieldType, type SubjectKind } from "@eldercare/core";
import { readSubject, type Subject } from "../../assess/subject.js";
import { shiftedBy } from "../../logic/calendar.js";
import type { Join, Leaf } from "../../logic/node.js";
import type { Row } from "../../logic/scope.js";
import { joinSubject, ownJoins } from "../../logic/vocabulary.js";
import { areaCodes, ownAreaCodes } from "./areas.js";
import { type Formula, never } from "./formula.js";
import { dayOf } from "./linear.js";
import { ListVariable } from "./listVariable.js";
import { isOneOf, type Test } from "./test.js";
import { ChoiceVariable, OrderedVariable, type Role, type Variable, wholeNumber } from "./variable.js";
import type { World } from "./world.js";

/** Where a leaf is read: through which joins, of what kind of record, under which path. */
export interface Address {
  /** `""` of the record itself, `"village"`, `"household/township"`, … */
  readonly place: string;
  readonly subject: SubjectKind;
  readonly path: readonly string[];
}

// nobody on record has lived longer than 122 years; dates of birth before that are wrong data, not people
const longestLifeMonths = 150 * 12;
const [firstDay, lastDay] = ["0001-01-01", "9999-12-31"];
/** How old the people shown are where nothing says how old. */
const shownAgeMonths = 70 * 12;

/** Whether a record that a join leads to stands in areas of its own. */
export const isElsewhere = (join: string): boolean => join === "household" || join === "facility";

/** A way through joins; an area around an area is one around the record too. */
export const placeThrough = (place: string, join: string): string => {
  const [first = ""] = place.split("/");
  if (place === "" || join === "household") return join;
  return isElsewhere(first) ? `${first}/${join}` : join;
};

/** Splits the key of a leaf into the place where it is read and the path there. */
export function addressOf(leaf: Leaf, place: string, subject: SubjectKind): Address {
  const segments = leaf.key
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const [head = "", ...rest] = segments;
  const join = rest.length > 0 ? ownJoins(subject).find((name) => name === head) : undefined;
  return join === undefined
    ? { place, subject, path: segments }
    : { place: placeThrough(place, join), subject: joinSubject[join as Join], path: rest };
}

/** A record with one value at a path. */
export const nested = (path: readonly string[], value: unknown): Row => path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Row;

const noneRecords = new Map<string, boolean>();

/** Whether the record that holds a field may be known to be none as a whole. */
function mayBeNone(subject: SubjectKind, path: readonly string[]): boolean {
  if (path.length < 2) return false;
  const key = `${subject}/${path[0]}`;
  const known = noneRecords.get(key);
  if (known !== undefined) return known;
  const found = readSubject({ [subject]: { [path[0] ?? ""]: null } } as unknown as Subject, "").problems.length === 0;
  noneRecords.set(key, found);
  return found;
}

const areaPaths: Partial<Record<SubjectKind, string>> = { person: "residence.area", village: "code", township: "code", area: "code" };

/** Whether a leaf is the state of a facility, which its events tell. */
export const isState = (leaf: Leaf): boolean => leaf.type.kind === "enum" && leaf.key.endsWith("/events");

/** The variables that conditions about one kind of record read, each made once. */
export class Variables {
  readonly world: World;
  /** Path of the list whose members are imagined; absent where whole records are. */
  readonly membersOf: string | undefined;
  private readonly known = new Map<string, Variable>();

  constructor(world: World, membersOf?: string) {
    this.world = world;
    this.membersOf = membersOf;
  }

  get all(): readonly Variable[] {
    return [...this.known.values()];
  }

  private once<Kind extends Variable>(key: string, make: () => Kind): Kind {
    const before = this.known.get(key);
    if (before !== undefined) return before as Kind;
    const made = make();
    this.known.set(key, made);
    return made;
  }

  private address(leaf: Leaf, place: string, subject: SubjectKind): Address {
    // of a member, only the part behind the list is its own
    if (this.membersOf === undefined) return addressOf(leaf, place, subject);
    const behind = leaf.key.slice(`${this.membersOf}/*`.length);
    return { place, subject, path: behind.split("/").slice(1) };
  }

  private key({ place, path }: Address): string {
    return `${place}|${path.join("/")}`;
  }

  private role({ place, subject, path }: Address, type: FieldType): Role {
    return { kind: "field", place, subject, path, type };
  }

  /** Whether a leaf is known to be none. */
  none(leaf: Leaf, place: string, subject: SubjectKind): Formula {
    if (!leaf.nullable) return never;
    const address = this.address(leaf, place, subject);
    if (!mayBeNone(address.subject, address.path)) {
      const variable =
        leaf.type.kind === "number" || leaf.type.kind === "date" ? this.ordered(leaf, place, subject) : this.choice(leaf, place, subject);
      return isOneOf(variable, (value) => value === null);
    }
    const path = address.path.slice(0, 1);
    const key = `${this.key({ ...address, path })} none`;
    const variable = this.once(key, () => new ChoiceVariable(key, { kind: "absence", place: address.place, path }, () => [true, false]));
    return isOneOf(variable, (value) => value === true);
  }

  /** A number or a date. */
  ordered(leaf: Leaf, place: string, subject: SubjectKind): OrderedVariable {
    const { type } = leaf;
    if (leaf.parameter !== undefined) return this.once(leaf.key, () => this.open(leaf));
    const address = this.address(leaf, place, subject);
    const key = this.key(address);
    return this.once(key, () => {
      const nullable = leaf.nullable && !mayBeNone(address.subject, address.path);
      const role = this.role(address, type);
      if (type.kind === "date") return new OrderedVariable(key, role, { ...this.days(address.path), nullable });
      const [integer, declared] = type.kind === "number" ? [type.integer, type] : [false, {}];
      const share = address.path[0] === "facts" && !integer && this.world.isShare(address.subject, address.path[1] ?? "");
      const least = declared.least ?? (share || (type.kind === "number" && type.fen === true) ? 0 : undefined);
      const most = declared.most ?? (share ? 1 : undefined);
      return new OrderedVariable(key, role, { ...bounds(least, most), whole: integer, nullable, hint: wholeNumber(0) });
    });
  }

  /** A number or date that whoever applies the pack supplies. */
  private open({ key, parameter = "", type }: Leaf): OrderedVariable {
    const role: Role = { kind: "parameter", id: parameter, type };
    if (type.kind === "date") return new OrderedVariable(key, role, { ...this.days([]), nullable: false });
    const declared = type.kind === "number" ? type : undefined;
    const least = declared?.least ?? (declared?.fen === true ? 0 : undefined);
    const hint = wholeNumber(Math.ceil(least ?? 0));
    return new OrderedVariable(key, role, { ...bounds(least, declared?.most), whole: declared?.integer === true, nullable: false, hint });
  }

  /** A number that is counted over the register: none below nought, and a share no higher than the whole. */
  aggregate(leaf: Leaf, place: string, subject: SubjectKind): OrderedVariable {
    const address = addressOf(leaf, place, subject);
    const key = this.key(address);
    return this.once(key, () => {
      const whole = leaf.type.kind === "number" && leaf.type.integer;
      return new OrderedVariable(key, this.role(address, leaf.type), {
        ...bounds(0, whole ? undefined : 1),
        whole,
        nullable: false,
        hint: wholeNumber(0),
      });
    });
  }

  private days(path: readonly string[]) {
    const { on } = this.world;
    const day = (date: string) => wholeNumber(dayOf(date));
    if (path.at(-1) !== "birthDate") return { whole: true, least: day(firstDay), most: day(lastDay), hint: day(on) };
    const [oldest, shown] = [-longestLifeMonths, -shownAgeMonths].map((months) => shiftedBy("addMonths", on, months) ?? firstDay) as [string, string];
    return { whole: true, least: day(addDays(oldest, 1)), most: day(on), hint: day(shown) };
  }

  /** A field that holds yes or no, one of some choices, an area or a text. */
  choice(leaf: Leaf, place: string, subject: SubjectKind): ChoiceVariable {
    const { type } = leaf;
    if (leaf.parameter !== undefined)
      return this.once(leaf.key, () => {
        const role: Role = { kind: "parameter", id: leaf.parameter ?? "", type };
        return new ChoiceVariable(leaf.key, role, (constants) => (type.kind === "area" ? areaCodes(constants) : choicesOf(type)));
      });
    const address = this.address(leaf, place, subject);
    const key = this.key(address);
    return this.once(key, () => {
      const none = leaf.nullable && !mayBeNone(address.subject, address.path) ? [null] : [];
      return new ChoiceVariable(key, this.role(address, type), (constants) => [...none, ...this.valuesOf(address, type, constants)]);
    });
  }

  private valuesOf(address: Address, type: FieldType, constants: ReadonlySet<string>) {
    if (type.kind === "area") {
      const isOwn = address.place === "" && address.path.join(".") === (areaPaths[address.subject] ?? "area");
      return isOwn ? ownAreaCodes(this.world.area, address.subject, constants) : areaCodes(constants);
    }
    if (type.kind !== "text") return choicesOf(type);
    let other = "other";
    while (constants.has(other)) other += " one";
    return [other, ...constants];
  }

  /** Whether a list of choices holds an item; each item may be in it or not, whatever else is. */
  member(leaf: Leaf, place: string, subject: SubjectKind, item: string): Test {
    const address = this.address(leaf, place, subject);
    const key = `${this.key(address)} has ${item}`;
    const role: Role = { kind: "member", place: address.place, path: address.path, item };
    return isOneOf(
      this.once(key, () => new ChoiceVariable(key, role, () => [false, true])),
      (value) => value === true,
    );
  }

  /** A list of choices of which no item matters. */
  items(leaf: Leaf, place: string, subject: SubjectKind): Variable {
    const address = this.address(leaf, place, subject);
    const key = `${this.key(address)} items`;
    return this.once(key, () => new ChoiceVariable(key, this.role(address, leaf.type), () => [[]]));
  }

  /** A list of records. */
  list(
    leaf: Leaf,
    place: string,
    subject: SubjectKind,
    members: () => { readonly records: readonly Row[]; readonly complete: boolean },
    version: () => number,
  ): ListVariable {
    const address = addressOf(leaf, place, subject);
    const key = this.key(address);
    return this.once(key, () => new ListVariable(key, this.role(address, leaf.type), members, version));
  }

  /** Whether the county applies a clause. */
  adoption(clause: string): Test {
    const key = `adopts ${clause}`;
    return isOneOf(
      this.once(key, () => new ChoiceVariable(key, { kind: "adoption", clause }, () => [false, true])),
      (value) => value === true,
    );
  }
}

const bounds = (least: number | undefined, most: number | undefined) => ({
  ...(least === undefined ? {} : { least: wholeNumber(least) }),
  ...(most === undefined ? {} : { most: wholeNumber(most) }),
});

function choicesOf(type: FieldType): readonly (string | boolean)[] {
  return type.kind === "boolean" ? [false, true] : type.kind === "enum" ? type.values : [];
}
