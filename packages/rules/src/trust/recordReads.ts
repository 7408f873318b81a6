import type { AreaCode, CivilDate, Facility, OlderPerson, SubjectKind } from "@eldercare/core";
import { jsonPointer } from "@eldercare/core";
import { type RegisterIndex, type Row, Scope } from "../logic/scope.js";

/** One thing that was read: where, and what was there; nothing where nothing was. */
export type Read = readonly [pointer: string] | readonly [pointer: string, value: unknown];

/** What has been read of some records. */
export class Reads {
  private readonly found = new Map<string, Read>();

  note(pointer: string, value: unknown): void {
    this.found.set(pointer, value === undefined ? [pointer] : [pointer, value]);
  }

  /** All that was read, in the order of the pointers. */
  get all(): readonly Read[] {
    return [...this.found.values()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** A record that notes what is read of it, at any depth. */
  watched<Thing>(thing: Thing, pointer: string): Thing {
    return typeof thing === "object" && thing !== null ? (this.watchedObject(thing, pointer) as Thing) : thing;
  }

  private watchedObject(thing: object, pointer: string): object {
    const parts = new Map<string, object>();
    const read = (key: string): unknown => {
      const at = pointer + jsonPointer([key]);
      const value: unknown = Reflect.get(thing, key);
      if (typeof value !== "object" || value === null) {
        this.note(at, value);
        return value;
      }
      this.note(at, Array.isArray(value) ? [] : {});
      const part = parts.get(key) ?? this.watchedObject(value, at);
      parts.set(key, part);
      return part;
    };
    const isOwn = (key: string): boolean => Object.hasOwn(thing, key);
    // stands in front of an empty object, as what is frozen may not be shown otherwise than it is
    const shadow: object = Array.isArray(thing) ? [] : {};
    return new Proxy(shadow, {
      get: (_shadow, key) => {
        if (typeof key === "symbol") return Reflect.get(thing, key);
        if (isOwn(key)) return read(key);
        // the methods of lists are no facts
        const inherited: unknown = Reflect.get(shadow, key);
        if (inherited === undefined) this.note(pointer + jsonPointer([key]), undefined);
        return inherited;
      },
      has: (_shadow, key) => {
        if (typeof key === "string") this.note(pointer + jsonPointer([key]), isOwn(key) ? plain(Reflect.get(thing, key)) : undefined);
        return Reflect.has(thing, key);
      },
      getOwnPropertyDescriptor: (_shadow, key) => {
        if (typeof key === "symbol") return Reflect.getOwnPropertyDescriptor(thing, key);
        if (!isOwn(key)) {
          this.note(pointer + jsonPointer([key]), undefined);
          return undefined;
        }
        const isLength = Array.isArray(thing) && key === "length";
        return { value: read(key), writable: true, enumerable: !isLength, configurable: !isLength };
      },
      ownKeys: () => {
        const keys = Reflect.ownKeys(thing);
        this.note(`${pointer}#keys`, keys.filter((key) => typeof key === "string").sort());
        return keys;
      },
    });
  }
}

const plain = (value: unknown): unknown => (typeof value !== "object" || value === null ? value : Array.isArray(value) ? [] : {});

/** The register, noting what is looked up in it and what is read of the records found. */
function watchedIndex(index: RegisterIndex, reads: Reads): RegisterIndex {
  const watchedMap = <Key extends string, Thing>(map: ReadonlyMap<Key, Thing>, name: string): ReadonlyMap<Key, Thing> => {
    const watched = new Map<Key, Thing>();
    return new Proxy(map, {
      get: (target, property) => {
        if (property !== "get") throw new TypeError(`a rule looks records up, it does not use ${String(property)}`);
        return (key: Key): Thing | undefined => {
          const thing = target.get(key);
          const pointer = jsonPointer([name, key]);
          if (thing === undefined) reads.note(pointer, undefined);
          else if (!watched.has(key)) watched.set(key, reads.watched(thing, pointer));
          return watched.get(key);
        };
      },
    });
  };
  return {
    households: watchedMap(index.households, "households"),
    areas: watchedMap(index.areas, "areas"),
    get facilitiesKnown() {
      reads.note("/facilities#known", index.facilitiesKnown);
      return index.facilitiesKnown;
    },
    staffOf: (facility, roles) => {
      const present = index.staffOf(facility, roles);
      reads.note(jsonPointer(["staff", facility, ...roles]), present);
      return present;
    },
    facilitiesIn: (area: AreaCode): readonly Facility[] => {
      const facilities = index.facilitiesIn(area);
      reads.note(`${jsonPointer(["facilitiesIn", area])}`, facilities.map(({ id }) => id).sort());
      return facilities.map((facility) => reads.watched(facility, jsonPointer(["facilities", facility.id])));
    },
    facility: (id: string): Facility | undefined => {
      const facility = index.facility(id);
      const pointer = jsonPointer(["facilities", id]);
      if (facility === undefined) reads.note(pointer, undefined);
      return reads.watched(facility, pointer);
    },
    person: (id: string): OlderPerson | undefined => {
      const person = index.person(id);
      const pointer = jsonPointer(["people", id]);
      if (person === undefined) reads.note(pointer, undefined);
      return reads.watched(person, pointer);
    },
  };
}

/** What is asked of one record, noting apart what is read of it and of the register. */
export interface WatchedScope {
  readonly scope: Scope;
  readonly ofSubject: Reads;
  readonly ofRegister: Reads;
}

/** A scope that notes what is read. */
export function watchedScope(subject: SubjectKind, record: Row, on: CivilDate, index: RegisterIndex): WatchedScope {
  const [ofSubject, ofRegister] = [new Reads(), new Reads()];
  return { scope: new Scope(subject, ofSubject.watched(record, ""), on, watchedIndex(index, ofRegister)), ofSubject, ofRegister };
}
