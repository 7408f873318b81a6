import type { CivilDate, Locale } from "@eldercare/core";
import type { ParsedRule } from "../assess/compiledRule.js";
import type { Engine, RuleInForce } from "../assess/engine.js";
import { type Node, nodesOf } from "../logic/node.js";
import type { Scope } from "../logic/scope.js";
import type { ParameterValue } from "../pack/pack.js";
import { bareTitle, type Speaking, wordParameter } from "./quantityWords.js";

/** A parameter that a rule reads, on the date asked. */
export interface ExplainedParameter {
  readonly id: string;
  readonly title: string;
  /** Its value in words; absent where nobody has supplied one. */
  readonly value?: string;
  readonly clause: string;
  /** The period in which the value holds. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  /** The overlay that supplied the value. */
  readonly overlay?: string;
  readonly illustrative: boolean;
}

const inForce = (values: readonly ParameterValue[], on: CivilDate): ParameterValue | undefined =>
  values
    .filter(({ from, to }) => from <= on && (to === undefined || on <= to))
    .reduce<ParameterValue | undefined>((last, each) => (last === undefined || each.from >= last.from ? each : last), undefined);

type ParameterNode = Extract<Node, { op: "param" }>;

const read = new WeakMap<ParsedRule, readonly ParameterNode[]>();

/** The parameters that a rule reads in its condition and its effect, each once; found once for each rule. */
export function parametersIn(parsed: ParsedRule): readonly ParameterNode[] {
  const known = read.get(parsed);
  if (known !== undefined) return known;
  const found = new Map<string, ParameterNode>();
  for (const root of [parsed.condition, ...Object.values(parsed.values)])
    for (const node of root === undefined ? [] : nodesOf(root))
      if (node.op === "param" && node.leaf.parameter !== undefined && !found.has(node.id)) found.set(node.id, node);
  const made = [...found.values()];
  read.set(parsed, made);
  return made;
}

/** Every parameter that a rule reads, in the order in which it reads them. */
export function parametersRead(
  engine: Engine,
  { rule: { parsed } }: RuleInForce,
  scope: Scope,
  speaking: Speaking,
  locale: Locale,
): ExplainedParameter[] {
  const found = new Map<string, ExplainedParameter>();
  for (const node of parametersIn(parsed)) {
    const on = engine.parameter(node.id, scope.on, scope.area);
    if (on === undefined) continue;
    const overlay = engine.overlays.find(({ id }) => id === on.overlay);
    const period = inForce(overlay?.parameters[node.id] ?? on.parameter.values ?? [], scope.on);
    const known = speaking.parameters.get(node.id) !== undefined;
    found.set(node.id, {
      id: node.id,
      title: bareTitle(on.parameter.title)[locale],
      ...(known ? { value: wordParameter(node, undefined, { ...speaking, illustrative: new Set() })[locale] } : {}),
      clause: on.clause,
      ...(period === undefined ? {} : { from: period.from, ...(period.to === undefined ? {} : { to: period.to }) }),
      ...(on.overlay === undefined ? {} : { overlay: on.overlay }),
      illustrative: on.illustrative,
    });
  }
  return [...found.values()];
}
