type Entry = Readonly<Record<string, unknown>>;

/** Ids lead to other records; the others are required where their record is given. */
const kept = new Set(["id", "household", "relation", "facts", "area", "level"]);
/** Lists of which the pack says that they may hold more than is known. */
const openLists = new Set(["heard", "sightings"]);

/**
 * What is left of something that is known wholly when some of it is forgotten: fields of records at any depth, and members
 * of lists that are declared open. Members of other lists lose fields and stay.
 *
 * @param keeps asked once for each thing that could be forgotten
 */
export function forget(known: Entry, keeps: () => boolean): Entry {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]): [string, unknown][] => {
      if (!kept.has(name) && !keeps()) return [];
      if (openLists.has(name)) return [[name, (value as readonly unknown[]).filter(keeps)]];
      if (Array.isArray(value)) return [[name, value.map((member: unknown) => (isEntry(member) ? forget(member, keeps) : member))]];
      return [[name, isEntry(value) ? forget(value, keeps) : value]];
    }),
  );
}

const isEntry = (value: unknown): value is Entry => typeof value === "object" && value !== null && !Array.isArray(value);
