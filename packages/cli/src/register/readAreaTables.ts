import type { Buffer } from "node:buffer";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Area, areaSchema, EldercareError, type Issue, parseShape } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { asUtf8 } from "../table/asUtf8.js";
import { readCsv } from "../table/readCsv.js";

type Place = NonNullable<Area["place"]>;

/** A row of a table of areas by header, with its line. */
interface SourceRow {
  readonly file: string;
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

async function readRows(file: string, needed: readonly string[]): Promise<{ readonly rows: SourceRow[]; readonly issues: Issue[] }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { rows: [], issues: [reportCliIssue("FILE_NOT_READABLE", "/areas", { values: reasonOf(error), at: { file } })] };
  }
  const utf8 = asUtf8(bytes);
  if (typeof utf8 === "string") return { rows: [], issues: [reportCliIssue(utf8, "/areas", { at: { file } })] };
  const rows: SourceRow[] = [];
  let headers: readonly string[] | undefined;
  const fault = readCsv(utf8, (cells, line) => {
    if (headers === undefined) headers = cells.map((cell) => cell.trim());
    else rows.push({ file, line, cells: new Map(headers.map((header, index) => [header, (cells[index] ?? "").trim()])) });
  });
  const missing = needed.filter((header) => headers?.includes(header) !== true);
  return {
    rows,
    issues: [
      ...(fault === undefined
        ? []
        : [reportCliIssue("CSV_MALFORMED", "/areas", { values: { reason: fault.reason }, at: { file, line: fault.line } })]),
      ...missing.map((header) => reportCliIssue("COLUMN_MISSING", "/areas", { values: { column: header }, at: { file, line: 1, column: header } })),
    ],
  };
}

const numberIn = (row: SourceRow, header: string): number | undefined => {
  const text = row.cells.get(header) ?? "";
  return text === "" ? undefined : Number(text);
};

const townshipKind = (name: string): string => ["街道", "苏木", "镇", "乡"].find((ending) => name.endsWith(ending)) ?? "";

function county(row: SourceRow, population: number | undefined): unknown {
  const { cells } = row;
  return { code: cells.get("countyCode"), name: cells.get("countyName"), tier: "county", ...(population === undefined ? {} : { population }) };
}

function township(row: SourceRow, assumed: Place | undefined): unknown {
  const name = row.cells.get("name") ?? "";
  const kind = townshipKind(name);
  const lng = numberIn(row, "lng_wgs84");
  const lat = numberIn(row, "lat_wgs84");
  const known = lng === undefined || lat === undefined ? undefined : { lng, lat, crs: "WGS84" };
  return {
    code: row.cells.get("code"),
    name,
    tier: "township",
    ...(kind === "" ? {} : { kind }),
    ...(known === undefined && assumed === undefined ? {} : { place: known ?? { ...assumed, crs: "WGS84" } }),
    ...(known === undefined && assumed !== undefined ? { facts: { assumed: ["place"] } } : {}),
  };
}

const village = (row: SourceRow): unknown => ({
  code: row.cells.get("code"),
  name: row.cells.get("shortName"),
  tier: "village",
  kind: row.cells.get("kind"),
});

type AssumedPlace = { readonly area: string; readonly place: Place };

const isAssumedPlace = (value: unknown): value is AssumedPlace =>
  typeof value === "object" &&
  value !== null &&
  "area" in value &&
  typeof value.area === "string" &&
  "place" in value &&
  typeof value.place === "object";

/** The places of `assumptions.json`, as `{"places": [{"area": "500229002", "place": {"lng": …, "lat": …}}]}`. */
async function readAssumedPlaces(file: string): Promise<{ readonly places: ReadonlyMap<string, Place>; readonly issues: Issue[] }> {
  try {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    const places = typeof content === "object" && content !== null && "places" in content ? content.places : undefined;
    if (Array.isArray(places) && places.every(isAssumedPlace)) return { places: new Map(places.map(({ area, place }) => [area, place])), issues: [] };
  } catch {
    // reported below, as is JSON of another shape and what is no file
  }
  return { places: new Map(), issues: [reportCliIssue("ASSUMPTIONS_MALFORMED", "/areas", { at: { file } })] };
}

/**
 * Reads a county's areas from tables of statistical codes: `*-towns.csv` (code, name, countyCode, countyName, lng_wgs84,
 * lat_wgs84), `*-villages.csv` (code, shortName, kind), and where present `*-population.csv` (code, population) and
 * `assumptions.json` with places for townships that have none at the source; such an area says so in `facts.assumed`.
 *
 * @param directory path of the folder that holds them
 * @returns counties, townships and villages, each in the order of its table
 * @throws EldercareError with every issue: a table or column that is missing, a row that fits no area
 */
export async function readAreaTables(directory: string): Promise<Area[]> {
  const names = await readdir(directory).catch(() => {
    throw new EldercareError([reportCliIssue("REGISTER_NOT_FOUND", "", { seen: directory, at: { file: directory } })]);
  });
  const table = async (ending: string, needed: readonly string[], optional = false) => {
    const name = names.find((candidate) => candidate.endsWith(`-${ending}.csv`));
    if (name !== undefined) return readRows(join(directory, name), needed);
    return {
      rows: [],
      issues: optional ? [] : [reportCliIssue("TABLE_MISSING", "/areas", { values: { table: `*-${ending}` }, at: { file: directory } })],
    };
  };
  const towns = await table("towns", ["code", "name", "countyCode", "countyName", "lng_wgs84", "lat_wgs84"]);
  const villages = await table("villages", ["code", "shortName", "kind"]);
  const populations = await table("population", ["code", "population"], true);
  const assumed = names.includes("assumptions.json")
    ? await readAssumedPlaces(join(directory, "assumptions.json"))
    : { places: new Map<string, Place>(), issues: [] };
  const population = new Map(populations.rows.map((row) => [row.cells.get("code"), numberIn(row, "population")]));
  const firstOfCounty = new Map(towns.rows.toReversed().map((row) => [row.cells.get("countyCode"), row]));
  const sources = [
    ...[...firstOfCounty.values()].reverse().map((row) => [row, county(row, population.get(row.cells.get("countyCode")))] as const),
    ...towns.rows.map((row) => [row, township(row, assumed.places.get(row.cells.get("code") ?? ""))] as const),
    ...villages.rows.map((row) => [row, village(row)] as const),
  ];
  const parsed = sources.map(([{ file, line }, raw], index) => {
    const { value, issues } = parseShape(areaSchema, raw, `/areas/${index}`);
    return { value, issues: issues.map((issue) => ({ ...issue, at: { file, line } })) };
  });
  const issues = [...towns.issues, ...villages.issues, ...populations.issues, ...assumed.issues, ...parsed.flatMap((area) => area.issues)];
  if (issues.length > 0) throw new EldercareError(issues);
  return parsed.flatMap(({ value }) => (value === undefined ? [] : [value]));
}
