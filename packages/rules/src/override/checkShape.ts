import type { Issue } from "@eldercare/core";
import type { Override, Pack } from "../pack/pack.js";
import { reportOverride } from "./codes.js";
import { periodOf, periodsMeet } from "./periodOf.js";
import { targetOf, verbsOf } from "./verbs.js";

const problem = (pointer: string, zh: string, en: string): Issue =>
  reportOverride("OVERRIDE_SHAPE", pointer, { values: { "problem.zh": zh, "problem.en": en } });

/** What an override of a rule must give, and must not, for what it says that it does. */
function checkRuleOverride(override: Override, pointer: string): Issue[] {
  const { when, whereAdopted, then, value } = override;
  const verbs = verbsOf(override);
  const admits = when !== undefined || whereAdopted !== undefined;
  const admission = verbs.some((verb) => verb === "widen" || verb === "narrow");
  const own: readonly [boolean, string, string, string][] = [
    [value !== undefined, "value", "改写规则不写 value", "`value` is for parameters"],
    [verbs.includes("raise") && then === undefined, "then", "raise 要写改写后的 then", "`raise` needs `then`"],
    [admission && !admits, "when", "widen、narrow 要写改写后的 when 或 whereAdopted", "`widen` and `narrow` need `when` or `whereAdopted`"],
    [verbs.join() === "raise" && admits, "when", "只写 raise 的，条件不变", "`raise` alone leaves the condition as it is"],
    [admission && !verbs.includes("raise") && then !== undefined, "then", "只写 widen、narrow 的，效果不变", "`widen` and `narrow` leave the effect"],
    [verbs.includes("replace") && !admits && then === undefined, "then", "replace 要写 when 或 then", "`replace` needs `when` or `then`"],
    [verbs.includes("withdraw") && (admits || then !== undefined), "does", "withdraw 不写条件和效果", "`withdraw` has neither condition nor effect"],
  ];
  return own.flatMap(([wrong, at, zh, en]) => (wrong ? [problem(`${pointer}/${at}`, zh, en)] : []));
}

function checkParameterOverride(override: Override, pointer: string): Issue[] {
  const { when, whereAdopted, then, value } = override;
  const own: readonly [boolean, string, string, string][] = [
    [value === undefined, "value", "缺少改写后的取值 value", "`value` is missing"],
    [verbsOf(override).includes("withdraw"), "does", "参数不能撤销", "a parameter cannot be withdrawn"],
    [
      when !== undefined || whereAdopted !== undefined || then !== undefined,
      "parameter",
      "参数没有条件和效果",
      "a parameter has no condition or effect",
    ],
  ];
  return own.flatMap(([wrong, at, zh, en]) => (wrong ? [problem(`${pointer}/${at}`, zh, en)] : []));
}

function checkOne(override: Override, pointer: string): Issue[] {
  const { rule, parameter } = override;
  const verbs = verbsOf(override);
  if ((rule === undefined) === (parameter === undefined))
    return [problem(pointer, "rule 和 parameter 须写且只写一个", "give one of `rule` and `parameter`")];
  const pair =
    verbs.length === 1 || (verbs.includes("raise") && new Set(verbs).size === 2)
      ? []
      : [problem(`${pointer}/does`, "同时写两个的，只能是 raise 与 widen、narrow 之一", "two verbs can only be `raise` with `widen` or `narrow`")];
  return [...pair, ...(rule === undefined ? checkParameterOverride(override, pointer) : checkRuleOverride(override, pointer))];
}

/**
 * Where the overrides of a pack, each well formed, contradict themselves or one another: a verb without what it needs or
 * with more than it may change, two overrides of one rule or parameter on the same day.
 *
 * Whether their rules and parameters exist is known with the packs above; whether they do what they say is proven.
 */
export function checkOverrideShapes(pack: Pack): Issue[] {
  const overrides = pack.overrides ?? [];
  return overrides.flatMap((override, index) => {
    const pointer = `/overrides/${index}`;
    const earlier = overrides
      .slice(0, index)
      .findIndex((other) => targetOf(other) === targetOf(override) && periodsMeet(periodOf(pack, other), periodOf(pack, override)));
    const clash =
      earlier < 0 ? [] : [reportOverride("OVERRIDES_CLASH", pointer, { seen: targetOf(override), values: { other: `/overrides/${earlier}` } })];
    return [...checkOne(override, pointer), ...clash];
  });
}
