import { EldercareError, type Issue } from "@eldercare/core";

/**
 * Asks about the rows of a table; issues about the nth subject then point to its row: `/people/17/facts/needsCarePlace`.
 *
 * @param placed says where in the caller's files that row stands
 */
export function ofTable<Answer>(pointerOf: (row: number) => string, placed: (issue: Issue) => Issue, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    throw new EldercareError(
      error.issues.map((issue) => {
        const [, row = "", , ...rest] = issue.pointer.split("/");
        return /^\d+$/.test(row) ? placed({ ...issue, pointer: [pointerOf(Number(row)), ...rest].join("/") }) : issue;
      }),
    );
  }
}
