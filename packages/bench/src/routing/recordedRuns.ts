import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { RoutingResult } from "./summarise.js";

/** A run of a protocol and what came of it. */
export interface RecordedRun extends RoutingResult {
  readonly table: string;
  readonly seconds: number;
}

interface Recorded {
  readonly sources: string;
  readonly machine: string;
  readonly command: string;
  readonly began: string;
  readonly runs: readonly RecordedRun[];
}

const keyOf = ({
  table,
  name,
  seconds,
  seed,
}: {
  readonly table: string;
  readonly name: string;
  readonly seconds: number;
  readonly seed: number;
}): string => `${table} ${name} ${seconds} ${seed}`;

/** The runs of a protocol that are done, in a file, so that an interrupted table goes on where it was. */
export class RecordedRuns {
  private readonly file: string;
  private readonly head: Omit<Recorded, "runs">;
  private readonly done = new Map<string, RecordedRun>();

  /**
   * @param head what the runs were made with; `sources` tells versions of the search apart
   * @throws RangeError where the file holds runs of other sources: a table is of one version
   */
  constructor(file: string, head: Omit<Recorded, "runs">) {
    this.file = file;
    this.head = head;
    if (!existsSync(file)) return;
    const before = JSON.parse(readFileSync(file, "utf8")) as Recorded;
    if (before.sources !== head.sources) throw new RangeError(`${file} holds runs of other sources of the search: give another file, or remove it`);
    this.head = { ...head, began: before.began };
    for (const run of before.runs) this.done.set(keyOf(run), run);
  }

  /** What came of a run; undefined while it has not been made. */
  of({ set, seconds, seed }: { readonly set: string; readonly seconds: number; readonly seed: number }, name: string): RecordedRun | undefined {
    return this.done.get(keyOf({ table: set, name, seconds, seed }));
  }

  add(run: RecordedRun): void {
    this.done.set(keyOf(run), run);
    writeFileSync(this.file, `${JSON.stringify({ ...this.head, runs: [...this.done.values()] }, null, 1)}\n`);
  }
}
