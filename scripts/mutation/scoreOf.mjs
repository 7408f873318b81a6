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
 * The share of mutants that the tests notice, in all and for each file, with the place of each that they do not. Mutants
 * that do not run at all (compile errors, those of what a module does while it loads) count neither way; the latter are told.
 *
 * @param {readonly Report[]} reports
 */
export function scoreOf(reports) {
  const files = reports
    .flatMap(({ files: found }) => Object.entries(found))
    .map(([file, { mutants }]) => {
      const killed = mutants.filter(({ status }) => noticed.has(status)).length;
      const survived = mutants
        .filter(({ status }) => unnoticed.has(status))
        .map(
          ({ mutatorName, replacement, location: { start } }) => `${start.line}:${start.column} ${mutatorName} → ${(replacement ?? "").slice(0, 60)}`,
        );
      return { file, score: percent(killed, killed + survived.length), killed, survived };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const notRun = reports
    .flatMap(({ files: found }) => Object.values(found))
    .flatMap(({ mutants }) => mutants)
    .filter(({ status }) => status === "Ignored").length;
  const killed = files.reduce((sum, file) => sum + file.killed, 0);
  const mutants = files.reduce((sum, file) => sum + file.killed + file.survived.length, 0);
  return { score: percent(killed, mutants), mutants, notRun, files };
}
