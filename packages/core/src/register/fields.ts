import type * as v from "valibot";
import type { Wording } from "../errors/issue.js";
import type { FieldMeaning } from "./field.js";

/** The type of a field, as policy conditions and tables see it. */
export type FieldType =
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly integer: boolean; readonly least?: number; readonly most?: number; readonly fen?: boolean }
  | { readonly kind: "date" }
  | { readonly kind: "area" }
  | { readonly kind: "text" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly of: FieldType }
  | { readonly kind: "record"; readonly fields: readonly FieldSpec[] }
  | { readonly kind: "map"; readonly of: FieldType };

/** One leaf of a shape: where it stands (`ability.level`), what it holds, whether it may be known to be none. */
export interface FieldSpec {
  readonly path: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  readonly title?: Wording;
}

interface Metadata {
  readonly title?: Wording;
  readonly meaning?: FieldMeaning;
  readonly whenMissing?: string;
}

interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly value?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly (Node & { readonly metadata?: Metadata; readonly requirement?: unknown })[];
}

const asNode = (schema: v.GenericSchema): Node => schema as unknown as Node;

const unwrap = (node: Node): Node => (node.wrapped === undefined ? node : unwrap(node.wrapped));

const isNullable = (node: Node): boolean => node.type === "nullable" || (node.wrapped !== undefined && isNullable(node.wrapped));

const collect = (node: Node): Metadata => ({
  ...(node.wrapped === undefined ? {} : collect(node.wrapped)),
  ...Object.assign(
    {},
    ...(node.pipe ?? []).flatMap((part) => [part === node ? {} : part.pipe === undefined ? {} : collect(part), part.metadata ?? {}]),
  ),
});

/** What a field says of itself beyond its JSON type. */
export function metadataOf(schema: v.GenericSchema): Metadata {
  return collect(asNode(schema));
}

/** The values that a choice field allows; empty where the field is no choice. */
export function choicesOf(schema: v.GenericSchema): string[] {
  return (unwrap(asNode(schema)).options ?? []).map(String);
}

/** The schema at a path within a shape; undefined where the path leads nowhere. */
export function childSchema(schema: v.GenericSchema, path: readonly (string | number)[]): v.GenericSchema | undefined {
  let node: Node | undefined = unwrap(asNode(schema));
  for (const [index, key] of path.entries()) {
    const entries: NonNullable<Node["entries"]> = node.entries ?? {};
    const next: Node | undefined = (Object.hasOwn(entries, key) ? entries[key] : undefined) ?? node.item ?? node.value;
    if (next === undefined) return undefined;
    node = index === path.length - 1 ? next : unwrap(next);
  }
  return node as unknown as v.GenericSchema;
}

const bound = (node: Node, type: string): number | undefined =>
  (node.pipe ?? [])
    .map((part) => (part.type === type ? part.requirement : part !== node && part.pipe !== undefined ? bound(part, type) : undefined))
    .find((value) => typeof value === "number") as number | undefined;

const isInteger = (node: Node): boolean =>
  (node.pipe ?? []).some((part) => part.type === "safe_integer" || (part !== node && part.pipe !== undefined && isInteger(part)));

function typeOf(outer: Node): FieldType {
  const node = unwrap(outer);
  const meaning = collect(outer).meaning;
  if (meaning === "date") return { kind: "date" };
  if (meaning === "area") return { kind: "area" };
  switch (node.type) {
    case "boolean":
      return { kind: "boolean" };
    case "number": {
      const least = bound(node, "min_value");
      const most = bound(node, "max_value");
      return {
        kind: "number",
        integer: isInteger(node),
        ...(least === undefined ? {} : { least }),
        ...(most === undefined || most === Number.MAX_SAFE_INTEGER || most === Number.MAX_VALUE ? {} : { most }),
        ...(meaning === "fen" ? { fen: true } : {}),
      };
    }
    case "picklist":
      return { kind: "enum", values: (node.options ?? []).map(String) };
    case "array":
      return { kind: "list", of: node.item === undefined ? { kind: "text" } : typeOf(node.item) };
    case "strict_object":
      return { kind: "record", fields: leaves(node, "") };
    case "record":
      return { kind: "map", of: node.value === undefined ? { kind: "text" } : typeOf(node.value) };
    default:
      return { kind: "text" };
  }
}

function leaves(node: Node, prefix: string): FieldSpec[] {
  return Object.entries(node.entries ?? {}).flatMap(([key, entry]) => {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    const inner = unwrap(entry);
    const own = collect(entry);
    const self: FieldSpec = { path, type: typeOf(entry), nullable: isNullable(entry), ...(own.title === undefined ? {} : { title: own.title }) };
    if (inner.type !== "strict_object") return [self];
    // a record that may be known to be none makes each of its leaves known to be none with it
    return leaves(inner, path).map((leaf) => (isNullable(entry) ? { ...leaf, nullable: true } : leaf));
  });
}

/**
 * The leaves of a shape in the order of their declaration: what tables have as columns and policy conditions as facts.
 *
 * @example
 * fieldsOf(volunteerSchema).map((field) => field.path).slice(0, 3) //=> ["id", "birthDate", "healthy"]
 */
export function fieldsOf(schema: v.GenericSchema): FieldSpec[] {
  return leaves(unwrap(asNode(schema)), "");
}
