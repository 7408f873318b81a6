import { type CivilDate, EldercareError, isCivilDate, reportIssue } from "@eldercare/core";
import { contextsOf } from "../assess/contextsOf.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { Overlay, Pack } from "../pack/pack.js";
import type { Plugin } from "../plugin/plugin.js";
import { PluginLibrary } from "../plugin/pluginLibrary.js";
import { Analysis } from "./analysis.js";
import type { Finding } from "./finding.js";
import { gapsBetweenBands } from "./gaps.js";
import { overlappingGrants } from "./grants.js";
import { idleConditions } from "./idleConditions.js";
import { impossibleRequirements } from "./requirements.js";
import { sourceFindings } from "./sources.js";
import { tableFindings } from "./tables.js";

/** What an analysis found. */
export interface PackAnalysis {
  /** Warnings before notes, each in the order of the pack. */
  readonly findings: readonly Finding[];
  /** Questions that could not be decided, with what stood in the way. */
  readonly undecided: readonly Finding[];
  /** True where every question was decided: what was not found is not there. */
  readonly exact: boolean;
}

/** What goes with the pack analysed. */
export interface AnalysisQuestion {
  /** All that the pack stands on. */
  readonly parents?: readonly Pack[];
  /** Values for open parameters; of those without, any value that they may have counts. */
  readonly overlays?: readonly Overlay[];
  /** Whose operators the packs use: what they say is not known, and not guessed. */
  readonly plugins?: readonly Plugin[];
  /** Date on which the rules are looked at. */
  readonly on: CivilDate;
}

const order = { error: 0, warning: 1, note: 2 };

/**
 * Looks for what a pack says twice, never, or against itself, and shows for each somebody of whom it holds: rules that
 * grant the same to one person, rules and conditions that never matter, gaps between bands and in tables, amounts and
 * standards that contradict one another, thresholds that no value can reach, clauses that nothing cites.
 *
 * What is said to be never so is never so whatever values deployers supply for open parameters; what is shown by a witness
 * holds with the overlays given, and the witness names the values of parameters that are still open. Every witness has
 * been put to the engine. People are complete: every field has a value or is known to be none.
 *
 * Parameters and facts that are never used are reported by `lintPack`.
 *
 * @throws EldercareError NOT_A_DATE, or with every issue of packs and overlays that `createEngine` would refuse
 * @example
 * analysePack(county, { parents: [national], on: "2026-11-21" }).exact //=> true
 */
export function analysePack(pack: Pack, { parents = [], overlays = [], plugins = [], on }: AnalysisQuestion): PackAnalysis {
  if (!isCivilDate(on)) throw new EldercareError([reportIssue("NOT_A_DATE", "/on", { seen: on })]);
  const context = contextsOf([...parents, pack], overlays, new PluginLibrary(plugins), proveOverrides).find((each) => each.pack === pack);
  if (context === undefined) throw new RangeError("the pack analysed is among its own parents");
  const analysis = new Analysis(context, on);
  const findings = [
    ...idleConditions(analysis),
    ...overlappingGrants(analysis),
    ...gapsBetweenBands(analysis),
    ...tableFindings(analysis),
    ...impossibleRequirements(analysis),
    ...sourceFindings(analysis),
  ];
  const sorted = findings
    .map((found, index) => ({ found, index }))
    .sort((a, b) => order[a.found.severity] - order[b.found.severity] || a.index - b.index);
  const { undecided } = analysis;
  return { findings: sorted.map(({ found }) => found), undecided, exact: undecided.length === 0 };
}
