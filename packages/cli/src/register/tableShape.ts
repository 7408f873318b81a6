import { childSchema, type FieldSpec, fieldsOf, parseShape, type Register, registerTables } from "@eldercare/core";
import type { CellType } from "../table/readCell.js";

/** The name of a table of the register. */
export type TableName = keyof Register;

/** One field, or record of fields, of a table, as columns see it. */
export interface TableField {
  /** Keys from the row to the value: `["residence", "area"]`. */
  readonly path: readonly string[];
  readonly type: CellType;
  /** Where `null` stands if the cell says 无: the field itself, or the record that it belongs to. */
  readonly nonePath: readonly string[] | undefined;
  readonly title: string | undefined;
}

/** The fields of a table by dotted path: leaves, records (`residence`), and for maps the type of an entry. */
export interface TableShape {
  readonly schema: (typeof registerTables)[TableName];
  readonly leaves: readonly TableField[];
  readonly records: readonly TableField[];
  /** The fields that every row must have. */
  readonly required: readonly string[];
  /** What an entry of a map holds, by the map's dotted path. */
  readonly entryTypes: ReadonlyMap<string, CellType>;
}

/** The dotted path of a field. */
export const dotted = (path: readonly (string | number)[]): string => path.join(".");

function describe(schema: TableShape["schema"]): TableShape {
  const fields = fieldsOf(schema);
  const mayBeNone = (path: readonly string[]): boolean => {
    const field = childSchema(schema, path);
    return field !== undefined && parseShape(field, null).issues.length === 0;
  };
  const nonePath = (path: readonly string[]): readonly string[] | undefined =>
    path.map((_, index) => path.slice(0, path.length - index)).find((ancestor) => mayBeNone(ancestor));
  const asField = (path: readonly string[], type: CellType, title?: string): TableField => ({ path, type, title, nonePath: nonePath(path) });
  const leaves = fields.map((field) => asField(field.path.split("."), field.type, field.title?.zh));
  const recordPaths = new Set(leaves.flatMap(({ path }) => path.slice(0, -1).map((_, index) => dotted(path.slice(0, index + 1)))));
  const inside = (record: string): FieldSpec[] => fields.filter(({ path }) => path.startsWith(`${record}.`));
  return {
    schema,
    leaves,
    required: parseShape(schema, {}).issues.map(({ pointer }) => pointer.slice(1)),
    records: [...recordPaths].map((record) => asField(record.split("."), { kind: "record", fields: inside(record) })),
    entryTypes: new Map(
      fields.flatMap(({ path, type }): [string, CellType][] => {
        if (type.kind !== "map") return [];
        // local facts may be of any type: their cells tell it
        const mixed = childSchema(schema, [...path.split("."), ""])?.type === "union";
        return [[path, mixed ? { kind: "mixed" } : type.of]];
      }),
    ),
  };
}

const shapes = new Map<TableName, TableShape>();

/** The shape of a table, worked out once. */
export function tableShape(table: TableName): TableShape {
  const known = shapes.get(table) ?? describe(registerTables[table]);
  shapes.set(table, known);
  return known;
}
