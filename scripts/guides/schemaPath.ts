import type { Wording } from "@eldercare/core";

/** What this needs to know of a valibot schema. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly Shape[];
  readonly pipe?: readonly { readonly type: string; readonly metadata?: { readonly title?: Wording } }[];
}

const below = (shape: Shape): Shape => (shape.wrapped === undefined ? shape : below(shape.wrapped));

function enter(shape: Shape, key: string): Shape[] {
  const inner = below(shape);
  if (key === "[]") return inner.item === undefined ? [] : [inner.item];
  if (key === "{}") return inner.value === undefined ? [] : [inner.value];
  const within = [inner, ...(inner.options ?? []).map(below)];
  return within.flatMap(({ entries }) => entries?.[key] ?? []);
}

function titleIn(shape: Shape): Wording | undefined {
  const own = shape.pipe?.flatMap(({ metadata }) => metadata?.title ?? []).at(-1);
  return own ?? (shape.wrapped === undefined ? undefined : titleIn(shape.wrapped));
}

/**
 * The title of the field that a path leads to.
 *
 * @param path names joined by dots, `[]` for any entry of a list and `{}` for any of a record: `visits[].needs.skills{}`
 * @returns undefined where the field has no title of its own
 * @throws RangeError where the schema has no such field
 */
export function fieldTitle(schema: unknown, path: string): Wording | undefined {
  const keys = path.match(/\[\]|\{\}|[^.[\]{}]+/g) ?? [];
  let at: Shape[] = [schema as Shape];
  for (const key of keys) {
    at = at.flatMap((shape) => enter(shape, key));
    if (at.length === 0) throw new RangeError(`problems have no field ${path}: it ends before ${key}`);
  }
  return at.map(titleIn).find((title) => title !== undefined);
}
