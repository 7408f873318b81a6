/** Work that is measured: the same for all engines of a table. */
export interface MeasuredEngine {
  readonly name: string;
  /** How many of the people it is given: slow engines get the first few. */
  readonly people: number;
  /** What it takes to read and check packs and records, in milliseconds, where that is told apart from `buildMs`. */
  readonly readMs?: number;
  /** What it does once before it is asked, in milliseconds, where that is stated apart. */
  readonly buildMs?: number;
  /** Answers every rule for all its people; how many each rule grants (in the table of amounts: the fen it grants in all). */
  run(): readonly number[] | Promise<readonly number[]>;
}
