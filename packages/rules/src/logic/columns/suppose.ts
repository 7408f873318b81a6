import type { CivilDate, SubjectKind } from "@eldercare/core";
import { type RegisterIndex, Scope } from "../scope.js";
import type { Value } from "../value.js";
import { joinOfKey } from "./reads.js";

/** The kind of subject, the date and the register of a question about many. */
export interface Asked {
  readonly subject: SubjectKind;
  readonly on: CivilDate;
  readonly index: RegisterIndex;
}

const unescaped = (segment: string): string => segment.replaceAll("~1", "/").replaceAll("~0", "~");

type Growing = { [key: string]: unknown };

function plant(record: Growing, key: string, value: Value): void {
  const path = key.split("/").slice(1).map(unescaped);
  const last = path.pop() ?? "";
  let at = record;
  for (const segment of path) {
    const inner = at[segment];
    // none on the way says that everything below is none
    if (inner === null) return;
    if (inner === undefined) at[segment] = Object.create(null);
    at = at[segment] as Growing;
  }
  at[last] = value;
}

/**
 * A subject of whom so much is known and no more: fields of its own at their pointers, fields of other records under their
 * whole key.
 */
export function suppose({ subject, on, index }: Asked, values: Iterable<readonly [key: string, value: Value]>): Scope {
  const record: Growing = Object.create(null);
  const joined = new Map<string, Value>();
  for (const [key, value] of values) {
    if (value === undefined) continue;
    if (joinOfKey(key) === undefined) plant(record, key, value);
    else joined.set(key, value);
  }
  const scope = new Scope(subject, record, on, index);
  if (joined.size > 0) scope.supposed = joined;
  return scope;
}
