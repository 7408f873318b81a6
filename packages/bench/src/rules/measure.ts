import type { MeasuredEngine } from "./engine.js";

/** What was measured of one engine. */
export interface Measurement {
  readonly table: "complete" | "missing5" | "amounts";
  readonly name: string;
  readonly people: number;
  readonly personsPerSecond: number;
  /** Times as fast as json-logic-js on complete data, in the same run. */
  readonly ratio: number;
  readonly counts: readonly number[];
  readonly buildMs?: number;
}

// what takes less is repeated, so that the clock's grain does not matter
const leastMs = 50;

async function secondsPerRun({ run }: MeasuredEngine): Promise<number> {
  const before = performance.now();
  let elapsed = 0;
  let runs = 0;
  while (elapsed < leastMs) {
    await run();
    runs += 1;
    elapsed = performance.now() - before;
  }
  return elapsed / runs / 1000;
}

/** The middle one of some numbers. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Measures engines by turns, so that what else the machine does meets all of them alike.
 *
 * @param expected what must be counted for the first so many people
 * @returns people a second of each engine, the median over the rounds, and its counts
 * @throws Error where an engine counts otherwise
 */
export async function measureByTurns(
  engines: readonly MeasuredEngine[],
  rounds: number,
  expected: (people: number) => readonly number[] | Promise<readonly number[]>,
): Promise<readonly { readonly engine: MeasuredEngine; readonly personsPerSecond: number; readonly counts: readonly number[] }[]> {
  const counts: (readonly number[])[] = [];
  for (const engine of engines) {
    const [found, wanted] = [await engine.run(), await expected(engine.people)];
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      throw new Error(`${engine.name} counts otherwise: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
    counts.push(found);
  }
  const seconds = engines.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) for (const [place, engine] of engines.entries()) seconds[place]?.push(await secondsPerRun(engine));
  return engines.map((engine, place) => ({ engine, personsPerSecond: engine.people / median(seconds[place] ?? []), counts: counts[place] ?? [] }));
}
