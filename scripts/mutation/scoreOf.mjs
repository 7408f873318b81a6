/**
 * What this workspace reads of a report of Stryker.
 *
 * @typedef {{ files: Record<string, { mutants: { status: string, mutatorName: string, replacement?: string, location: { start: { line: number, column: number } } }[] }> }} Report
 */

/** @type {ReadonlySet<string>} */
const noticed = new Set(["Killed", "Timeout"]);
/** @type {ReadonlySet<string>} */
const unnoticed = new Set(["Survived", "NoCoverage"]);

/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole === 0 ? 100 : Math.round((10_000 * part) / whole) / 100);

/**
 * What the tests noticed of one file: with the place of each mutant that they did not. Mutants that do not run at all
 * (compile errors, those of what a module does while it loads) count neither way; the latter are told.
 *
 * @typedef {{ file: string, score: number, killed: number, notRun: number, survived: string[] }} FileScore
 */

/**
 * The scores of the files of one report.
 *
 * @param {Report} report
 * @returns {FileScore[]}
 */
export function scoresIn({ files }) {
  return Object.entries(files).map(([file, { mutants }]) => {
    const killed = mutants.filter(({ status }) => noticed.has(status)).length;
    const survived = mutants
      .filter(({ status }) => unnoticed.has(status))
      .map(
        ({ mutatorName, replacement, location: { start } }) => `${start.line}:${start.column} ${mutatorName} → ${(replacement ?? "").slice(0, 60)}`,
      );
    const notRun = mutants.filter(({ status }) => status === "Ignored").length;
    return { file, score: percent(killed, killed + survived.length), killed, notRun, survived };
  });
}

/**
 * The share of mutants that the tests notice, in all and for each file in order.
 *
 * @template {FileScore} Score
 * @param {readonly Score[]} scores
 */
export function scoreOf(scores) {
  const files = [...scores].sort((a, b) => (a.file < b.file ? -1 : 1));
  const sum = (/** @type {(score: Score) => number} */ of) => files.reduce((total, score) => total + of(score), 0);
  const killed = sum((score) => score.killed);
  const mutants = killed + sum(({ survived }) => survived.length);
  return { score: percent(killed, mutants), mutants, notRun: sum(({ notRun }) => notRun), files };
}
