const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/**
 * Whether two JSON values say the same: the order of the members of objects does not matter, that of lists does.
 *
 * @example
 * sameJson({ a: 1, b: [2] }, { b: [2], a: 1 }) //=> true
 */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]));
}

/** The members in which two objects differ, remarks aside, in the order of their names. */
export function changedMembers(before: object, after: object, ignored: readonly string[] = []): string[] {
  const members = (thing: object, name: string): unknown =>
    Object.hasOwn(thing, name) ? (thing as Readonly<Record<string, unknown>>)[name] : undefined;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => name !== "note" && !ignored.includes(name) && !sameJson(members(before, name), members(after, name)))
    .sort();
}
