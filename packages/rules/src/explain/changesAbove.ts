import type { CivilDate, Wording } from "@eldercare/core";
import type { Engine } from "../assess/engine.js";
import { holdsOn, periodOf } from "../override/periodOf.js";
import { targetOf, verbsOf } from "../override/verbs.js";
import type { Override, OverrideVerb, Pack } from "../pack/pack.js";
import { type Basis, basisOf } from "./basis.js";
import { wordParameterValue } from "./wordParameterValue.js";

/** What a pack makes of one rule or parameter of the packs above it. */
export interface ChangeAbove {
  /** Its place among the overrides of the pack. */
  readonly index: number;
  /** The rule by its key, or the parameter by its id. */
  readonly rule?: string;
  readonly parameter?: string;
  readonly title: Wording;
  /** Of a parameter, what it is here. */
  readonly value?: Wording;
  readonly does: readonly OverrideVerb[];
  readonly from: CivilDate;
  /** Absent where no end is set. */
  readonly to?: CivilDate;
  /** Whether it holds on the date asked. */
  readonly holds: boolean;
  /** Keys of the rules above that read otherwise by it on the date asked; none of a rule that is withdrawn. */
  readonly rules: readonly string[];
  /** The clauses of what was laid down above. */
  readonly above: readonly Basis[];
  /** The clauses by which the pack changes it. */
  readonly here: readonly Basis[];
}

/** What is changed, as the packs above have it. */
function declaredAbove(
  { rule, parameter, value }: Override,
  above: readonly Pack[],
): Pick<ChangeAbove, "title" | "value"> & { clauses: readonly string[] } {
  const stated = above.flatMap(({ id, rules }) => rules.filter((each) => `${id}/${each.id}` === rule))[0];
  const declared = above.flatMap(({ parameters }) => parameters[parameter ?? ""] ?? [])[0];
  const named = rule ?? parameter ?? "";
  const clauses = [declared?.clause, ...(declared?.values ?? []).map(({ clause }) => clause)].filter((id) => id !== undefined);
  return {
    title: stated?.title ?? declared?.title ?? { zh: named, en: named },
    ...(declared === undefined || value === undefined ? {} : { value: wordParameterValue(declared, value) }),
    clauses: stated?.clauses ?? [...new Set(clauses)],
  };
}

/**
 * What a pack makes of the rules and parameters of the packs above it: which, how, from when, which rules read otherwise by
 * it, and the clauses of both sides.
 *
 * @param engine an engine with the pack and the packs that it stands on
 * @param pack one of the packs of the engine
 * @param on civil date asked about
 * @returns one for each of its overrides, in the order of the pack
 * @example
 * changesAbove(createEngine({ packs: [national] }), national, "2026-11-21") //=> []
 */
export function changesAbove(engine: Engine, pack: Pack, on: CivilDate): ChangeAbove[] {
  const area = pack.area === "" ? undefined : pack.area;
  const above = engine.packs.filter(({ id }) => id !== pack.id);
  const changed = engine.rules(on).flatMap(({ key }) => {
    const info = engine.ruleFor(key, on, area)?.rule.parsed.info;
    return (info?.overriddenBy ?? []).flatMap((by) => (by.pack === pack.id ? [{ key, by }] : []));
  });
  return (pack.overrides ?? []).map((override, index) => {
    const { rule, parameter, to } = override;
    const { clauses, ...named } = declaredAbove(override, above);
    const holds = holdsOn(pack, override, on);
    const reads = changed.filter(({ key, by }) =>
      rule === undefined ? by.parameter === parameter : by.parameter === undefined && key === targetOf(override),
    );
    const end = to ?? pack.inForce.to;
    return {
      index,
      ...(rule === undefined ? {} : { rule }),
      ...(parameter === undefined ? {} : { parameter }),
      ...named,
      does: verbsOf(override),
      from: periodOf(pack, override).from,
      ...(end === undefined ? {} : { to: end }),
      holds,
      rules: holds ? [...new Set(reads.map(({ key }) => key))] : [],
      above: basisOf(engine, clauses),
      here: basisOf(engine, override.clauses),
    };
  });
}
