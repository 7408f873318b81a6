import { type Issue, jsonPointer } from "@eldercare/core";
import { reportPack } from "./codes.js";
import type { Contradiction, Pack } from "./pack.js";

/** A clause as a warning cites it: its id, the sentence, and where it stands. */
function cite({ clauses, sources }: Pack, id: string): string {
  const clause = clauses[id];
  const number = clause === undefined ? undefined : sources[clause.source]?.number;
  return `${id}“${clause?.quote ?? ""}”（${number === undefined ? "" : `${number} `}${clause?.section ?? ""}）`;
}

function warningOf(pack: Pack, { clauses, title }: Contradiction, index: number): Issue {
  const quotes = clauses.map((id) => cite(pack, id)).join("；");
  const values = { "title.zh": title.zh, "title.en": title.en, quotes };
  return reportPack("CLAUSES_CONTRADICT", jsonPointer(["contradictions", index]), { values, at: { file: pack.id } });
}

/**
 * The clauses of some packs that their documents contradict elsewhere, each with a warning for each contradiction; the
 * pointer leads into the pack that `at.file` names.
 *
 * @param chain packs, parents first
 * @example
 * contradictedClauses([{ ...county, contradictions: [{ clauses: ["A", "B"], title: { zh: "日期不一", en: "two dates" } }] }]).get("A")?.map(({ code }) => code) //=> ["CLAUSES_CONTRADICT"]
 */
export function contradictedClauses(chain: readonly Pack[]): ReadonlyMap<string, readonly Issue[]> {
  const found = new Map<string, Issue[]>();
  for (const pack of chain)
    for (const [index, contradiction] of (pack.contradictions ?? []).entries()) {
      const warning = warningOf(pack, contradiction, index);
      for (const id of contradiction.clauses) found.set(id, [...(found.get(id) ?? []), warning]);
    }
  return found;
}
