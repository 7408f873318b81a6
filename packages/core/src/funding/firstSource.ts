import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import { boundsOfFen, checkFenBounds, type FenBounds, toFenBounds } from "../subsidy/fenBounds.js";
import { printYuanBetween } from "../subsidy/printYuanBetween.js";

/** A source that a project may be paid from. */
export interface SourceOption {
  readonly id: string;
  readonly title: Wording;
  /** Whether the project may have it; absent where that is not known. */
  readonly open?: boolean;
  /** What it still holds, fen; absent where that is not known. */
  readonly availableFen?: number | FenBounds;
}

/** A project in search of money. */
export interface FirstSourceQuestion {
  readonly neededFen: number;
  /** In the order in which they are asked. */
  readonly sources: readonly SourceOption[];
  readonly clauses: readonly string[];
}

/** Which source pays. */
export interface FirstSource {
  readonly state: "found" | "none" | "undetermined";
  readonly source?: string;
  /** Where it is not known: the sources that it may come to, in their order. */
  readonly candidates: readonly string[];
}

/**
 * The first source that is open to a project and holds what it needs: the central budget, else the municipal award, …
 *
 * An earlier source of which it is not known whether it is open, or holds enough, leaves the answer undetermined.
 *
 * @param question fen needed; sources in the order in which they are asked
 * @returns the source, or the candidates among which what is unknown decides
 * @throws EldercareError DUPLICATE_ID, BOUNDS_REVERSED, and those of numbers
 * Source: CK-3.2-c (中央预算内资金), CK-3.2-b (未纳入中央预算项目…市级奖补): both aspirational, so what is found is asked for, not owed.
 * @example
 * const sources = [{ id: "central", title: { zh: "中央预算内资金", en: "central budget" }, open: false }, { id: "municipal", title: { zh: "市级奖补", en: "municipal award" }, open: true, availableFen: 900000 }];
 * firstSource({ neededFen: 500000, sources, clauses: ["CK-3.2-c", "CK-3.2-b"] }).value.source //=> "municipal"
 */
export function firstSource({ neededFen, sources, clauses }: FirstSourceQuestion): Counted<FirstSource> {
  const check = new QuestionCheck();
  check.whole("/neededFen", neededFen);
  check.unique(
    (index) => `/sources/${index}/id`,
    sources.map(({ id }) => id),
  );
  for (const [index, { availableFen }] of sources.entries()) checkFenBounds(check, `/sources/${index}/availableFen`, availableFen);
  check.done();
  const candidates: string[] = [];
  const steps: Step[] = [];
  let surely: string | undefined;
  for (const { id, title, open, availableFen } of sources) {
    const { least, most } = boundsOfFen(availableFen);
    const pays = open === false || most < neededFen ? "no" : open === true && least >= neededFen ? "yes" : "?";
    const held = printYuanBetween(least, toFenBounds(least, most).most);
    steps.push({
      zh: `${title.zh}：${open === undefined ? "是否可申请未知" : open ? "可申请" : "不可申请"}，可用 ${held}`,
      en: `${title.en}: ${open === undefined ? "not known whether open" : open ? "open" : "not open"}, holds ${held}`,
      value: pays,
    });
    if (pays !== "no") candidates.push(id);
    surely = pays === "yes" ? id : undefined;
    if (surely !== undefined) break;
  }
  const found = candidates.length === 1 && surely !== undefined;
  const value: FirstSource = found
    ? { state: "found", source: surely ?? "", candidates: [] }
    : { state: candidates.length === 0 ? "none" : "undetermined", candidates };
  return { value, unit: "source", steps, clauses };
}
