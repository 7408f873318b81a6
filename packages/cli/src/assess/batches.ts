import type { Area, FilePosition, Issue, Register, SubjectKind } from "@eldercare/core";
import type { Subject } from "@eldercare/rules";
import type { RegisterReading } from "../register/readRegister.js";
import { readPeopleLines } from "./readPeopleLines.js";

/** Records that are asked about together, each with where it came from. */
export interface Batch {
  readonly subjects: readonly Subject[];
  /** An issue about a record, its pointer within that, as one about the place where the record came from. */
  readonly placed: (row: number, pointer: string, issue: Issue) => Issue;
  /** How much of everything has been asked about with this batch, from 0 to 1. */
  readonly share: number;
}

// read at once: enough that many of them share their decisions, few enough to bound the memory (350 MB with all else). Of
// 100,000 people 2^14 at once took 0.8 s longer, for the decisions that each batch made again
const atOnce = 1 << 16;

const placeOf = (area: Area): Subject => (area.tier === "village" ? { village: area } : area.tier === "township" ? { township: area } : { area });

type Table = keyof Register;

/** The records of a register that rules of some kinds speak of, a batch at a time. */
export function* registerBatches(register: Partial<Register>, kinds: ReadonlySet<SubjectKind>, placed: RegisterReading["placed"]): Generator<Batch> {
  const rowsOf = <Row>(rows: readonly Row[] = [], subjectOf: (row: Row) => Subject, wanted: (row: Row) => boolean): [number, Subject][] =>
    [...rows.entries()].flatMap(([index, row]) => (wanted(row) ? [[index, subjectOf(row)]] : []));
  const tables: readonly (readonly [Table, readonly [number, Subject][]])[] = [
    [
      "people",
      rowsOf(
        register.people,
        (person) => ({ person }),
        () => kinds.has("person"),
      ),
    ],
    [
      "households",
      rowsOf(
        register.households,
        (household) => ({ household }),
        () => kinds.has("household"),
      ),
    ],
    [
      "facilities",
      rowsOf(
        register.facilities,
        (facility) => ({ facility }),
        () => kinds.has("facility"),
      ),
    ],
    ["areas", rowsOf(register.areas, placeOf, ({ tier }) => kinds.has(tier === "village" || tier === "township" ? tier : "area"))],
  ];
  const all = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let asked = 0;
  for (const [table, rows] of tables)
    for (let from = 0; from < rows.length; from += atOnce) {
      const part = rows.slice(from, from + atOnce);
      asked += part.length;
      yield {
        subjects: part.map(([, subject]) => subject),
        placed: (row, pointer, issue) => placed({ ...issue, pointer: `/${table}/${part[row]?.[0] ?? row}${pointer}` }),
        share: asked / all,
      };
    }
}

/** The people of a file with one JSON object on each line, a batch at a time. */
export async function* lineBatches(file: string): AsyncGenerator<Batch> {
  for await (const { lines, readShare } of readPeopleLines(file, atOnce))
    yield {
      subjects: lines.map(({ person }) => ({ person })),
      placed: (row, pointer, issue) => {
        const column = pointer.split("/").slice(1).join(".");
        const at: FilePosition = { file, line: lines[row]?.line ?? 0, ...(column === "" ? {} : { column }) };
        return { ...issue, pointer, at };
      },
      share: readShare,
    };
}
