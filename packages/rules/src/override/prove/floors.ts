import type { ParsedRule } from "../../assess/compiledRule.js";
import type { Context } from "../../assess/context.js";
import type { ParameterValues } from "../../logic/closures.js";
import type { ParsedOverride } from "../parsedOverride.js";
import { wordVerbs } from "../verbs.js";
import { readsOverridden } from "../versions.js";
import { Comparison, type Difference, differenceWords, type Stage } from "./comparison.js";
import { type OverrideFinding, shownBy, undecided } from "./overrideFinding.js";
import type { Stages } from "./stages.js";

/** A version of a rule, or a value of a parameter that a rule reads, below which no pack may go. */
interface Floor {
  readonly key: string;
  readonly rule: ParsedRule;
  readonly parameters: ParameterValues;
  /** What is made of it. */
  readonly after: Stage;
  /** The override that is to blame where it is narrowed. */
  readonly by: ParsedOverride | undefined;
}

/** The override of the pack itself that concerns a rule last; undefined where only its parents do. */
const lastOf = ({ pack }: Context, rule: ParsedRule, { overrides }: Stages): ParsedOverride | undefined =>
  overrides.filter((by) => by.pack === pack && (by.override.rule === rule.info.key || readsOverridden(rule, by))).at(-1);

/** Rules that a pack has marked, each as it was then, with what all overrides together make of it. */
function ruleFloors(context: Context, stages: Stages): Floor[] {
  const end = stages.overrides.length;
  return stages.overrides.flatMap((_, place) =>
    [...stages.rules(place)].flatMap(([key, rule]) => {
      const isNew = place === 0 || stages.rules(place - 1).get(key) !== rule;
      if (rule.rule.floor !== true || !isNew) return [];
      return [{ key, rule, parameters: stages.parameters(place), after: stages.stage(key, end), by: lastOf(context, rule, stages) }];
    }),
  );
}

/** Parameters that their packs have marked: the rules that read one, with its own value and with that of each override. */
function parameterFloors({ meaning, pack }: Context, stages: Stages): Floor[] {
  const declared = stages.parameters(0);
  return stages.overrides.flatMap((by, place) => {
    const { parameter } = by.override;
    if (parameter === undefined || by.pack !== pack || meaning.parameters.get(parameter)?.thing.floor !== true) return [];
    const own = declared.get(parameter);
    if (own === undefined) return [];
    const parameters = new Map(stages.parameters(place)).set(parameter, own);
    return [...stages.rules(place)].flatMap(([key, rule]) =>
      readsOverridden(rule, by) ? [{ key, rule, parameters, after: { rule, parameters: stages.parameters(place + 1) }, by }] : [],
    );
  });
}

const narrowing: readonly Difference[] = ["loses", "getsLess"];

function findingOf(context: Context, { key, rule, parameters, after, by }: Floor, { on }: Stages): OverrideFinding | undefined {
  const at = { pointer: by === undefined ? "/extends" : `/overrides/${by.index}`, rule: key, on };
  const does = by === undefined ? { zh: "", en: "" } : wordVerbs(by.override);
  const comparison = new Comparison(context, rule, parameters, after, on, true);
  if (comparison.isSame) return undefined;
  let open: OverrideFinding | undefined;
  for (const difference of narrowing) {
    const found = comparison.find(difference);
    if (found.kind === "found") return shownBy("FLOOR_NARROWED", at, found.witness, differenceWords[difference], does);
    if (found.kind === "undecided") open ??= undecided("FLOOR_UNDECIDED", at, found.because, does);
  }
  return open;
}

/**
 * Floors above a pack that its overrides narrow, lower or withdraw, alone or together with those of its parents.
 *
 * @param days the days to look at
 * @returns one finding a rule and place in the pack
 */
export function floorFindings(context: Context, days: readonly Stages[]): OverrideFinding[] {
  const found = new Map<string, OverrideFinding>();
  for (const stages of days)
    for (const floor of [...ruleFloors(context, stages), ...parameterFloors(context, stages)]) {
      const place = `${floor.key} ${floor.by?.index}`;
      if (found.has(place)) continue;
      const finding = findingOf(context, floor, stages);
      if (finding !== undefined) found.set(place, finding);
    }
  return [...found.values()];
}
