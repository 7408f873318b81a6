import { type CivilDate, type Issue, jsonPointer } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { shiftedBy } from "../logic/calendar.js";
import type { Pack } from "./pack.js";

/** A source that nobody has compared with its public copy for too long, with the clauses that stand on it. */
export interface StaleSource {
  readonly pack: string;
  readonly source: string;
  readonly clauses: readonly string[];
  /** SOURCE_STALE; the pointer leads into the pack. */
  readonly warning: Issue;
}

/**
 * The sources of some packs that were last checked more than so many months before a date.
 *
 * @param chain packs, parents first
 * @param on civil date asked about; a source checked later than that is not stale
 * @param months whole months that a check is good for: on the day so many months later it still is
 * @example
 * staleSources([county], county.sources.notice?.checkedOn ?? "2026-11-21", 0) //=> []
 */
export function staleSources(chain: readonly Pack[], on: CivilDate, months: number): StaleSource[] {
  return chain.flatMap((pack) =>
    Object.entries(pack.sources).flatMap(([source, { checkedOn }]) => {
      // checked so late that no calendar reaches the day on which it grows stale
      const goodUntil = shiftedBy("addMonths", checkedOn, months);
      if (goodUntil === null || goodUntil >= on) return [];
      const values = { checkedOn, months: String(months) };
      const warning = reportRules("SOURCE_STALE", `${jsonPointer(["sources", source])}/checkedOn`, { seen: source, values });
      const clauses = Object.entries(pack.clauses).flatMap(([id, clause]) => (clause.source === source ? [id] : []));
      return [{ pack: pack.id, source, clauses, warning: { ...warning, at: { file: pack.id } } }];
    }),
  );
}
