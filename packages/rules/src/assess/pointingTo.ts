import { EldercareError } from "@eldercare/core";

/**
 * Runs a question about many subjects; what is wrong with one of them then leads to where its record stands in the caller's own question.
 *
 * @param pointerOf where the record of a row is, of the kind (`person`, …) that the engine speaks of it as
 */
export function pointingTo<Answer>(pointerOf: (row: number, kind: string) => string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    const placed = error.issues.map((issue) => {
      const [, row = "", kind = "", ...path] = issue.pointer.split("/");
      return /^\d+$/.test(row) ? { ...issue, pointer: [pointerOf(Number(row), kind), ...path].join("/") } : issue;
    });
    throw new EldercareError(placed);
  }
}
