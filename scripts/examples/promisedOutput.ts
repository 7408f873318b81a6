/**
 * The lines that a program says it prints: what follows `//=>`, at the end of a statement or on a line of its own, in the
 * order of the file.
 *
 * @example
 * promisedOutput('console.log("a\\nb");\n//=> a\n//=> b\n') //=> ["a", "b"]
 */
export function promisedOutput(source: string): string[] {
  return [...source.matchAll(/\/\/=> ?(.*)$/gm)].map(([, line = ""]) => line);
}
