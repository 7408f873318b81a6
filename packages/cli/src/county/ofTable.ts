import { EldercareError } from "@eldercare/core";

/** Asks about the rows of a table; issues about the nth subject then point to its row: `/people/17/facts/needsCarePlace`. */
export function ofTable<Answer>(pointerOf: (row: number) => string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    throw new EldercareError(
      error.issues.map((issue) => {
        const [, row = "", , ...rest] = issue.pointer.split("/");
        return /^\d+$/.test(row) ? { ...issue, pointer: [pointerOf(Number(row)), ...rest].join("/") } : issue;
      }),
    );
  }
}
