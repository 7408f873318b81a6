import { parse } from "csv-parse/sync";

/** The best value known of an instance. */
export interface BestKnown {
  readonly set: string;
  readonly cost: number;
  readonly vehicles: number | null;
}

const valueColumns = ["bks", "distance_double", "revalidated_cost", "objective"] as const;
const vehicleColumns = ["routes_in_sol", "vehicles"] as const;

const number = (text: string | undefined): number | null => (text === undefined || text === "" ? null : Number(text));

/** The name by which files and tables know an instance: without folder and extension, in lower case. */
export function instanceKey(name: string): string {
  return name
    .replace(/^.*\//, "")
    .replace(/\.[^.]*$/, "")
    .toLowerCase();
}

/**
 * Reads a table of best values: columns `instance`, `set` or `benchmark`, and one of `bks`, `distance_double`,
 * `revalidated_cost`, `objective`; `routes_in_sol` or `vehicles` where it has them.
 *
 * @throws RangeError where no column holds values
 */
export function readBestKnown(csv: string): ReadonlyMap<string, BestKnown> {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  const column = valueColumns.find((name) => rows[0] !== undefined && name in rows[0]);
  if (column === undefined) throw new RangeError(`no column of values: expected one of ${valueColumns.join(", ")}`);
  return new Map(
    rows.flatMap((row): [string, BestKnown][] => {
      const cost = number(row[column]);
      const vehicles = vehicleColumns.map((name) => number(row[name])).find((value) => value !== null) ?? null;
      return cost === null ? [] : [[instanceKey(row.instance ?? ""), { set: row.set ?? row.benchmark ?? "", cost, vehicles }]];
    }),
  );
}
