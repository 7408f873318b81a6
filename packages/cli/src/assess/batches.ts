import type { Area, FilePosition, Register, SubjectKind } from "@eldercare/core";
import type { Subject } from "@eldercare/rules";
import { type PersonLine, readPeopleLines } from "./readPeopleLines.js";

/** Records that are asked about together, each with where it came from. */
export interface Batch {
  readonly subjects: readonly Subject[];
  /** Pointer of a record into the register, or its line in a file. */
  readonly origin: (row: number) => { readonly pointer: string; readonly at?: FilePosition };
}

// read at once: enough to be fast, few enough to bound the memory
const atOnce = 4000;

const placeOf = (area: Area): Subject => (area.tier === "village" ? { village: area } : area.tier === "township" ? { township: area } : { area });

/** The records of a register that rules of some kinds speak of, a batch at a time. */
export function* registerBatches(register: Partial<Register>, kinds: ReadonlySet<SubjectKind>): Generator<Batch> {
  function* batches<Row>(table: keyof Register, rows: readonly (readonly [number, Row])[], subjectOf: (row: Row) => Subject): Generator<Batch> {
    for (let from = 0; from < rows.length; from += atOnce) {
      const part = rows.slice(from, from + atOnce);
      yield { subjects: part.map(([, row]) => subjectOf(row)), origin: (row) => ({ pointer: `/${table}/${part[row]?.[0] ?? row}` }) };
    }
  }
  const all = <Row>(rows: readonly Row[] | undefined): (readonly [number, Row])[] => [...(rows ?? []).entries()];
  if (kinds.has("person")) yield* batches("people", all(register.people), (person) => ({ person }));
  if (kinds.has("household")) yield* batches("households", all(register.households), (household) => ({ household }));
  if (kinds.has("facility")) yield* batches("facilities", all(register.facilities), (facility) => ({ facility }));
  const places = all(register.areas).filter(([, { tier }]) => kinds.has(tier === "village" || tier === "township" ? tier : "area"));
  yield* batches("areas", places, placeOf);
}

/** The people of a file with one JSON object on each line, a batch at a time. */
export async function* lineBatches(file: string): AsyncGenerator<Batch> {
  for await (const lines of readPeopleLines(file, atOnce)) {
    const subjects = lines.map(({ person }: PersonLine) => ({ person }));
    yield { subjects, origin: (row) => ({ pointer: "", at: { file, line: lines[row]?.line ?? 0 } }) };
  }
}
