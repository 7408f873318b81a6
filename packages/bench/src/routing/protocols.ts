import { instanceKey } from "./bestKnown.js";

/** One run that a protocol asks for. */
export interface PlannedRun {
  /** Line of the table that it belongs to. */
  readonly set: string;
  readonly format: "solomon" | "lilim";
  /** Below the folder of instances. */
  readonly file: string;
  /** Table of best known values, below the same folder. */
  readonly best: string;
  readonly seconds: number;
  readonly seed: number;
}

export const protocolNames = ["quick", "full"] as const;

export type ProtocolName = (typeof protocolNames)[number];

const distances = "bks/vrptw-distance-dimacs.csv";
const hierarchical = "bks/lilim-hierarchical.csv";
const sizes = [200, 400, 1000] as const;
const classes = ["c1", "c2", "r1", "r2", "rc1", "rc2"] as const;

/** So many of a list, spread over it. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const taken = Math.min(count, items.length);
  return Array.from({ length: taken }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / taken)] as Item);
}

const seedsUpTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Instances of Gehring & Homberger of a size: so many of each class. */
function homberger(files: readonly string[], size: number, ofAClass: number): string[] {
  return classes.flatMap((kind) =>
    spread(
      files.filter((file) => instanceKey(file).startsWith(`${kind}_${size / 100}_`)),
      ofAClass,
    ),
  );
}

/**
 * The runs of a protocol, in the order in which they are made.
 *
 * `full` is the table of record: all instances of Solomon, three seeds at 1 and 10 s and every third at 60 s; of each size of
 * Gehring & Homberger two of a class, two seeds at 10 s and one at 60 s; those of Li & Lim once at 10 s. `quick` steers the work:
 * four instances of a set, one seed.
 *
 * @param files names of the instances of each set, in order
 */
export function runsOf(
  protocol: ProtocolName,
  files: { readonly solomon: readonly string[]; readonly gh: readonly string[]; readonly lilim: readonly string[] },
): PlannedRun[] {
  const full = protocol === "full";
  const runs = (set: string, folder: "solomon" | "gh" | "lilim", names: readonly string[], seconds: number, seeds: number): PlannedRun[] =>
    names.flatMap((name) =>
      seedsUpTo(seeds).map((seed) => ({
        set,
        format: folder === "lilim" ? ("lilim" as const) : ("solomon" as const),
        file: `${folder}/${name}`,
        best: folder === "lilim" ? hierarchical : distances,
        seconds,
        seed,
      })),
    );
  const chosen = (names: readonly string[]): readonly string[] => (full ? names : spread(names, 4));
  const ofSize = (size: number): readonly string[] => (full ? homberger(files.gh, size, 2) : spread(homberger(files.gh, size, 1), 4));
  const pairs = (large: boolean): readonly string[] => chosen(files.lilim.filter((file) => instanceKey(file).includes("_2_") === large));
  const everyThird = full ? files.solomon.filter((_, index) => index % 3 === 0) : [];
  return [
    ...[1, 10].flatMap((seconds) => runs("Solomon", "solomon", chosen(files.solomon), seconds, full ? 3 : 1)),
    ...runs("Solomon", "solomon", everyThird, 60, 1),
    ...sizes.flatMap((size) => [
      ...(full || size === 200 ? runs(`Gehring & Homberger ${size}`, "gh", ofSize(size), 10, full ? 2 : 1) : []),
      ...runs(`Gehring & Homberger ${size}`, "gh", ofSize(size), 60, 1),
    ]),
    ...runs("Li & Lim 100", "lilim", pairs(false), 10, 1),
    ...runs("Li & Lim 200", "lilim", pairs(true), 10, 1),
  ];
}
