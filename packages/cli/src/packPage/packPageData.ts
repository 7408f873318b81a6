import type { CivilDate, Issue, Locale, Wording } from "@eldercare/core";
import { createEngine, type Engine, type Overlay, type Pack, type PolicyCase } from "@eldercare/rules";
import { analysePack, proveOverrides } from "@eldercare/rules/analyse";
import { type ClauseHome, clauseHomes } from "@eldercare/rules/clauses";
import { type ChangeAbove, changesAbove, wordRule } from "@eldercare/rules/explain";
import { type CasesReport, testPack } from "@eldercare/rules/testing";

/** A finding of an analysis that stays, with the reason: an entry of `findings.json`. */
export interface ExplainedFinding {
  readonly code: string;
  readonly pointer: string;
  readonly why: Wording;
}

/** A pack with the files beside it; those that are absent are left out of its page. */
export interface PackPageFiles {
  readonly pack: Pack;
  readonly parents: readonly Pack[];
  readonly overlays: readonly Overlay[];
  readonly cases?: readonly PolicyCase[];
  readonly findings?: readonly ExplainedFinding[];
  /** `clauses.json`, as read. */
  readonly records?: unknown;
}

/** Everything that a pack's page tells. */
export interface PackPageData extends PackPageFiles {
  readonly on: CivilDate;
  readonly engine: Engine;
  /** Rules of the pack in force on the date, in its order. */
  readonly rulesInForce: ReadonlySet<string>;
  /** What the pack makes of the rules and parameters above it. */
  readonly changes: readonly ChangeAbove[];
  /** A rule in a sentence as it is in the area of the pack, without its clauses. */
  readonly sentence: (key: string, locale: Locale) => string;
  readonly report?: CasesReport;
  /** What the analysis found, those that nobody has explained among it. */
  readonly found: readonly { readonly issue: Issue; readonly why?: Wording }[];
  readonly clauses: readonly ClauseHome[];
}

/**
 * Gathers what a pack's page tells: rules in sentences, cases as run, findings of the analysis, clauses with their homes.
 *
 * @throws EldercareError with every issue of the pack or of its cases
 */
export function packPageData(files: PackPageFiles, on: CivilDate): PackPageData {
  const { pack, parents, overlays, cases, findings = [], records } = files;
  const engine = createEngine({ packs: [...parents, pack], overlays, prove: proveOverrides });
  const { findings: found, undecided } = analysePack(pack, { parents, overlays, on });
  return {
    ...files,
    on,
    engine,
    rulesInForce: new Set(engine.rules(on).flatMap((rule) => (rule.pack === pack.id ? [rule.key] : []))),
    changes: changesAbove(engine, pack, on),
    sentence: (key, locale) => wordRule(engine, key, { on, locale, basis: false, ...(pack.area === "" ? {} : { area: pack.area }) }),
    ...(cases === undefined ? {} : { report: testPack(pack, cases, parents) }),
    found: [...found, ...undecided].map((issue) => {
      const explained = findings.find(({ code, pointer }) => code === issue.code && pointer === issue.pointer);
      return { issue, ...(explained === undefined ? {} : { why: explained.why }) };
    }),
    clauses: clauseHomes(pack, { records }).clauses,
  };
}
