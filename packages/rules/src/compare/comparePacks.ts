import type { CivilDate, Register, SubjectKind } from "@eldercare/core";
import type { RuleInfo } from "../assess/compiledRule.js";
import { createEngine, type Engine } from "../assess/engine.js";
import { pointingTo } from "../assess/pointingTo.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { type Answer, type OutcomeChange, type OutcomeKind, OutcomeTally, outcomeOf } from "./outcomeTally.js";
import { subjectsOf } from "./subjectsOf.js";
import { renamedRules, type TextChanges, textChanges } from "./textChanges.js";

/** With whom, and when, two versions of a pack are compared. */
export interface ComparisonQuestion {
  readonly on: CivilDate;
  /** People, households, facilities and areas who are asked about under both versions; without it, the texts are compared. */
  readonly population?: Partial<Register>;
  /** All that both versions stand on. */
  readonly parents?: readonly Pack[];
  /** Values for open parameters, used in each version where the parameter is open in it. */
  readonly overlays?: readonly Overlay[];
  /** How many ids to give of those touched in one way; 10 unless told. */
  readonly mostIds?: number;
}

/** What a new version of a pack changes, in its text and for whom. */
export interface PackComparison {
  readonly on: CivilDate;
  readonly text: TextChanges;
  /** Records asked about. */
  readonly subjects: number;
  /** In the order of the rules; under one rule in the order of `OutcomeKind`. */
  readonly outcomes: readonly OutcomeChange[];
}

const kinds: readonly OutcomeKind[] = ["gained", "lost", "amountChanged", "nowUndetermined", "nowDenied", "nowNotMet", "noLongerAsked"];

// subjects read at once: enough to be fast, few enough to bound the memory
const atOnce = 2000;
const notApplicable = 3;
const nothing: Answer = { status: notApplicable, amountFen: Number.NaN };

/** An engine of one version; values for parameters that it does not leave open are not its concern. */
function engineOf(pack: Pack, parents: readonly Pack[], overlays: readonly Overlay[]): Engine {
  const packs = [...parents, pack];
  const open = new Set(packs.flatMap(({ parameters }) => Object.keys(parameters).filter((id) => parameters[id]?.open === true)));
  const fitting = overlays
    .filter((overlay) => packs.some(({ id }) => id === overlay.for))
    .map((overlay) => ({ ...overlay, parameters: Object.fromEntries(Object.entries(overlay.parameters).filter(([id]) => open.has(id))) }));
  return createEngine({ packs, overlays: fitting, prove: proveOverrides });
}

/** A rule of either version, or of both. */
interface ComparedRule {
  readonly before: RuleInfo | undefined;
  readonly after: RuleInfo | undefined;
  readonly tallies: Map<OutcomeKind, OutcomeTally>;
}

/** The rules of both versions, those that belong together side by side: by id, or where only the id changed. */
function comparedRules(
  before: readonly RuleInfo[],
  after: readonly RuleInfo[],
  versions: { readonly before: Pack; readonly after: Pack },
): ComparedRule[] {
  const renamed = renamedRules(versions.before, versions.after);
  const keyAfter = ({ key, pack }: RuleInfo): string => {
    if (pack !== versions.before.id) return key;
    const id = key.slice(pack.length + 1);
    return `${versions.after.id}/${renamed.get(id) ?? id}`;
  };
  const earlier = new Map(before.map((rule) => [keyAfter(rule), rule]));
  const later = new Set(after.map(({ key }) => key));
  return [
    ...after.map((rule) => ({ before: earlier.get(rule.key), after: rule, tallies: new Map<OutcomeKind, OutcomeTally>() })),
    ...[...earlier].flatMap(([key, rule]) =>
      later.has(key) ? [] : [{ before: rule, after: undefined, tallies: new Map<OutcomeKind, OutcomeTally>() }],
    ),
  ];
}

/**
 * Says what a new version of a pack changes: in its text (rules added, removed, renamed and changed; parameters with the
 * periods concerned; clauses, definitions and tables), and for whom on a date: under each rule, how many gain, lose, get
 * another amount or can no longer be decided, and who comes first among them. What is undetermined is counted as such, never
 * as denied.
 *
 * @param before the version that holds
 * @param after the version that is to hold
 * @throws EldercareError with every issue of the packs, the overlays, the date or a record of the population
 * @example
 * const later = { ...national, parameters: { ...national.parameters, "olderPerson.fromAge": { ...national.parameters["olderPerson.fromAge"], values: [{ from: "2012-12-28", value: 65 }] } } };
 * const people = [{ id: "p-1", birthDate: "1964-01-01" }, { id: "p-2", birthDate: "1941-01-01" }, { id: "p-3" }];
 * const { outcomes } = comparePacks(national, later, { on: "2026-11-21", population: { people } });
 * outcomes.map(({ after, kind, count, first }) => [after, kind, count, first])[0] //=> ["cn/category.olderPerson", "lost", 1, ["p-1"]]
 */
export function comparePacks(
  before: Pack,
  after: Pack,
  { on, population = {}, parents = [], overlays = [], mostIds = 10 }: ComparisonQuestion,
): PackComparison {
  const [earlier, later] = [engineOf(before, parents, overlays), engineOf(after, parents, overlays)];
  const rules = comparedRules(earlier.rules(on), later.rules(on), { before, after });
  const asked = new Set<SubjectKind>(rules.flatMap((rule) => [rule.before, rule.after].flatMap((info) => info?.subject ?? [])));
  let subjects = 0;
  for (const named of subjectsOf(population, asked, atOnce)) {
    subjects += named.length;
    const records = named.map(({ subject }) => subject);
    const pointerOf = (row: number): string => `/population${named[row]?.pointer}`;
    const [was, is] = [earlier, later].map((engine) => pointingTo(pointerOf, () => engine.assessMany(records, { on, register: population })));
    if (was === undefined || is === undefined) continue;
    for (const { before: first, after: second, tallies } of rules) {
      const [columnBefore, columnAfter] = [was.rules.indexOf(first?.key ?? ""), is.rules.indexOf(second?.key ?? "")];
      const kind = (second ?? first)?.kind;
      if (kind === undefined || (columnBefore < 0 && columnAfter < 0)) continue;
      for (const [row, { id }] of named.entries()) {
        const [one, other] = [answerAt(was, row, columnBefore), answerAt(is, row, columnAfter)];
        const outcome = outcomeOf(kind, one, other);
        if (outcome === undefined) continue;
        const tally = tallies.get(outcome) ?? new OutcomeTally(mostIds);
        tallies.set(outcome, tally);
        tally.add(id, one, other);
      }
    }
  }
  return { on, text: textChanges(before, after), subjects, outcomes: rules.flatMap(outcomesOf) };
}

function answerAt(many: ReturnType<Engine["assessMany"]>, row: number, column: number): Answer {
  if (column < 0) return nothing;
  const at = row * many.rules.length + column;
  return { status: many.status[at] ?? notApplicable, amountFen: many.amountFen[at] ?? Number.NaN };
}

function outcomesOf({ before, after, tallies }: ComparedRule): OutcomeChange[] {
  const info = after ?? before;
  if (info === undefined) return [];
  return kinds.flatMap((kind): OutcomeChange[] => {
    const tally = tallies.get(kind);
    if (tally === undefined) return [];
    const { count, first, amountBeforeFen, amountAfterFen } = tally;
    const money = info.kind === "benefit" || info.kind === "funding";
    const amounts = {
      ...(money && amountBeforeFen !== undefined ? { amountBeforeFen } : {}),
      ...(money && amountAfterFen !== undefined ? { amountAfterFen } : {}),
    };
    const keys = { ...(before === undefined ? {} : { before: before.key }), ...(after === undefined ? {} : { after: after.key }) };
    return [{ ...keys, title: info.title, kind, count, first, ...amounts }];
  });
}
