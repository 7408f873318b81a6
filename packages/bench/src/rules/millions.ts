import type { Pack } from "@eldercare/rules";
import { planPopulation, type SubjectColumn, type SubjectColumns } from "@eldercare/rules/population";
import { Chance } from "../chance.js";
import { factShapes } from "./facts.js";
import { dateAsked } from "./policy.js";

/** Millions of synthetic people as columns: how long, and how much memory. */
export interface MillionsResult {
  readonly people: number;
  /** Seconds to draw the people. */
  readonly generateSeconds: number;
  /** Seconds from columns to planes, and from planes to answers. */
  readonly buildSeconds: number;
  readonly evaluateSeconds: number;
  readonly peakResidentBytes: number;
  readonly granted: readonly number[];
  readonly undetermined: readonly number[];
}

const wordsFor = (people: number): number => (people + 31) >>> 5;

function drawMissing(people: number, share: number, chance: Chance): Uint32Array {
  const bits = new Uint32Array(wordsFor(people));
  for (let person = 0; person < people; person += 1) if (chance.next() < share) bits[person >>> 5] = (bits[person >>> 5] ?? 0) | (1 << (person & 31));
  return bits;
}

/** Columns of synthetic people, drawn as they are in records. */
export function drawColumns(people: number, seed: number, missing: number): SubjectColumns {
  const chance = new Chance(seed);
  return Object.fromEntries(
    Object.entries(factShapes).map(([name, shape]): [string, SubjectColumn] => {
      const pointer = `/facts/${name}`;
      if (shape.kind === "integer") {
        const values = shape.most > 255 ? new Int32Array(people) : new Uint8Array(people);
        const steps = Math.floor((shape.most - shape.least) / shape.step) + 1;
        for (let person = 0; person < people; person += 1) values[person] = shape.least + shape.step * chance.below(steps);
        return [pointer, { kind: "numbers", values, ...(missing === 0 ? {} : { missing: drawMissing(people, missing, chance) }) }];
      }
      const values = [undefined, ...(shape.kind === "boolean" ? [false, true] : shape.values)];
      const codes = new Uint8Array(people);
      for (let person = 0; person < people; person += 1) codes[person] = chance.next() < missing ? 0 : 1 + chance.below(values.length - 1);
      return [pointer, { kind: "codes", codes, values }];
    }),
  );
}

// people whose planes are made and let go together
const chunk = 1 << 18;

function sliceColumn(column: SubjectColumn, from: number, to: number): SubjectColumn {
  if (column.kind === "codes") return { ...column, codes: column.codes.subarray(from, to) };
  const missing = column.missing === undefined ? {} : { missing: column.missing.subarray(from >>> 5, wordsFor(to)) };
  if (column.kind === "days") return { kind: "days", values: column.values.subarray(from, to), ...missing };
  return { kind: "numbers", values: column.values.subarray(from, to), ...missing };
}

/** Draws people as columns and answers every rule for all of them, piece by piece. */
export function assessMillions(pack: Pack, people: number, seed: number, missing: number): MillionsResult {
  const start = performance.now();
  const columns = drawColumns(people, seed, missing);
  const generateSeconds = (performance.now() - start) / 1000;
  const plan = planPopulation({ packs: [pack] }, { subject: "person", on: dateAsked });
  const granted = plan.rules.map(() => 0);
  const undetermined = plan.rules.map(() => 0);
  let [buildMs, evaluateMs, peakResidentBytes] = [0, 0, process.memoryUsage().rss];
  for (let from = 0; from < people; from += chunk) {
    const to = Math.min(people, from + chunk);
    const before = performance.now();
    const piece = Object.fromEntries(Object.entries(columns).map(([pointer, column]) => [pointer, sliceColumn(column, from, to)]));
    const encoded = plan.encode(plan.fromColumns(piece));
    const built = performance.now();
    for (const [rule, counts] of plan.evaluate(encoded).counts.entries()) {
      granted[rule] = (granted[rule] ?? 0) + counts.granted;
      undetermined[rule] = (undetermined[rule] ?? 0) + counts.undetermined;
    }
    buildMs += built - before;
    evaluateMs += performance.now() - built;
    peakResidentBytes = Math.max(peakResidentBytes, process.memoryUsage().rss);
  }
  return { people, generateSeconds, buildSeconds: buildMs / 1000, evaluateSeconds: evaluateMs / 1000, peakResidentBytes, granted, undetermined };
}
