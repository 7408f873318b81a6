import type { QuestionCheck } from "../counting/questionCheck.js";
import { reportSubsidyIssue } from "./codes.js";

/** Fen of which only bounds may be known; `most` is absent where nothing bounds it. */
export interface FenBounds {
  readonly least: number;
  readonly most?: number;
}

/** Known fen, or bounds: absent is anything from nothing; without an upper bound, `most` is infinite. */
export const boundsOfFen = (fen: number | FenBounds | undefined): Required<FenBounds> =>
  typeof fen === "number" ? { least: fen, most: fen } : { least: fen?.least ?? 0, most: fen?.most ?? Number.POSITIVE_INFINITY };

/** Bounds as they are given out: without an upper one where it is infinite. */
export const toFenBounds = (least: number, most: number): FenBounds => (most === Number.POSITIVE_INFINITY ? { least } : { least, most });

/** Adds everything that is wrong with an amount of which only bounds may be known. */
export function checkFenBounds(check: QuestionCheck, pointer: string, fen: number | FenBounds | undefined): void {
  if (fen === undefined) return;
  if (typeof fen === "number") {
    check.whole(pointer, fen);
    return;
  }
  check.whole(`${pointer}/least`, fen.least);
  if (fen.most === undefined) return;
  check.whole(`${pointer}/most`, fen.most);
  if (fen.most < fen.least) check.add(reportSubsidyIssue("BOUNDS_REVERSED", pointer, { seen: `${fen.least} – ${fen.most}` }));
}
