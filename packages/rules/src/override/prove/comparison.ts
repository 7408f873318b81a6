import type { CivilDate, Wording } from "@eldercare/core";
import { type World, worldOf } from "../../analyse/domain/world.js";
import { type Found, findPerson, type Wanted } from "../../analyse/findPerson.js";
import type { ParsedRule } from "../../assess/compiledRule.js";
import type { Context } from "../../assess/context.js";
import { parametersReadBy } from "../../assess/parametersReadBy.js";
import type { ParameterValues } from "../../logic/closures.js";
import { booleanType, type Node } from "../../logic/node.js";
import type { Value } from "../../logic/value.js";
import { type EffectChange, effectChange } from "./effectChange.js";
import { withValues } from "./withValues.js";

/** A rule in one version, with the parameters as they are at that stage; without a rule where it no longer speaks. */
export interface Stage {
  readonly rule: ParsedRule | undefined;
  readonly parameters: ParameterValues;
}

/** What may be shown of two versions of a rule: that somebody loses or gains it, gets less by it, or something else. */
export type Difference = "loses" | "gains" | "getsLess" | "getsOther";

/** The differences, as they are said of somebody. */
export const differenceWords: Readonly<Record<Difference, Wording>> = {
  loses: { zh: "原来符合、改写后不再符合", en: "satisfied it and no longer does" },
  gains: { zh: "原来不符合、改写后符合", en: "did not satisfy it and now does" },
  getsLess: { zh: "得到的或者被要求的少于原规定", en: "gets, or is asked for, less than before" },
  getsOther: { zh: "得到的或者被要求的与原规定不同", en: "gets, or is asked for, something else than before" },
};

const truth: Node = { op: "literal", value: true, type: booleanType };
const holds = (node: Node): Wanted => ({ node, wanted: true });
const fails = (node: Node): Wanted => ({ node, wanted: false });

/** The later of two versions, with the values written in that are others than those of the earlier one. */
interface Later {
  readonly condition: Node;
  readonly change: EffectChange | undefined;
  readonly comparable: boolean;
}

/** Two versions of one rule, looked at on one date in one world. */
export class Comparison {
  private readonly world: World;
  private readonly condition: Node;
  private readonly later: Later | undefined;

  /**
   * @param settled whether a value that was open and no longer is counts as no difference: whoever settles what was left
   * open takes nothing from anybody
   */
  constructor(context: Context, before: ParsedRule, parameters: ParameterValues, after: Stage, on: CivilDate, settled: boolean) {
    const { rule } = after;
    const known = new Map<string, Value>(parameters);
    const instead = new Map<string, Value>();
    for (const id of rule === undefined ? [] : parametersReadBy(rule)) {
      const [was, is] = [parameters.get(id), after.parameters.get(id)];
      if (was === undefined && is !== undefined && settled) known.set(id, is);
      else if (is !== undefined && was !== is) instead.set(id, is);
    }
    this.world = worldOf(context, before.info.subject, on, known);
    this.condition = before.condition ?? truth;
    this.later = rule === undefined ? undefined : laterOf(before, rule, instead);
  }

  /** Whether nothing is different, without looking for anybody. */
  get isSame(): boolean {
    const { later } = this;
    return later !== undefined && later.condition === this.condition && later.change?.other.length === 0;
  }

  /** Looks for somebody who shows a difference; `none` is the proof that there is nobody. */
  find(difference: Difference): Found {
    const { later, condition } = this;
    if (later === undefined) return difference === "loses" ? this.person([holds(condition)]) : { kind: "none" };
    if (!later.comparable) return { kind: "undecided", because: ["count"] };
    if (difference === "loses" || difference === "gains") {
      if (later.condition === condition) return { kind: "none" };
      return this.person(difference === "loses" ? [holds(condition), fails(later.condition)] : [fails(condition), holds(later.condition)]);
    }
    const together = [holds(condition), holds(later.condition)];
    if (later.change === undefined) return this.person(together);
    let undecided: Found | undefined;
    for (const each of difference === "getsLess" ? later.change.less : later.change.other) {
      const found = this.person([...together, holds(each)]);
      if (found.kind === "found") return found;
      if (found.kind === "undecided") undecided ??= found;
    }
    return undecided ?? { kind: "none" };
  }

  private person(conditions: readonly Wanted[]): Found {
    return findPerson(conditions, this.world);
  }
}

function laterOf(before: ParsedRule, after: ParsedRule, instead: ReadonlyMap<string, Value>): Later {
  const condition = withValues(after.condition ?? truth, instead);
  const values = Object.entries(after.values).map(([name, node]) => [name, withValues(node, instead)] as const);
  return {
    condition: condition.node,
    change: effectChange(
      { then: before.rule.then, values: before.values },
      { then: after.rule.then, values: Object.fromEntries(values.map(([name, { node }]) => [name, node])) },
    ),
    comparable: condition.comparable && values.every(([, { comparable }]) => comparable),
  };
}
