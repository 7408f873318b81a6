import { addDays, type CivilDate, datesBetween, type Wording } from "@eldercare/core";
import type { Engine, RuleInForce } from "../../assess/engine.js";
import { compileTruth, compileValue } from "../../logic/closures.js";
import { type Node, nodesOf, parametersOf } from "../../logic/node.js";
import { Scope } from "../../logic/scope.js";
import { TRUE, type Value } from "../../logic/value.js";
import { bareTitle, type Speaking, wordParameter } from "../quantityWords.js";
import { goalOf } from "./goal.js";
import { turningDays } from "./turningDays.js";

/** The day on which time alone makes a rule grant, and what comes about on it. */
export interface FoundDate {
  readonly on: CivilDate;
  readonly because: readonly Wording[];
}

/** Days on which a parameter, an overlay's value, an override or a pack of the chain begins, or has ended. */
function boundaries({ jurisdiction }: RuleInForce, ids: ReadonlySet<string>): CivilDate[] {
  const declared = [...ids].flatMap((id) => jurisdiction.meaning.parameters.get(id)?.thing.values ?? []);
  const supplied = jurisdiction.overlays.flatMap(({ parameters }) => [...ids].flatMap((id) => parameters[id] ?? []));
  const packs = jurisdiction.chain.flatMap(({ inForce, overrides = [] }) => [inForce, ...overrides]);
  return [...declared, ...supplied, ...packs].flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined || to === "9999-12-31" ? [] : [addDays(to, 1)]),
  ]);
}

/** What a rule asks on one day. */
interface OnDay {
  readonly found: RuleInForce | undefined;
  readonly scope: Scope;
}

/**
 * Finds the first day after the one asked on which a rule grants while nothing else changes: the days on which its condition
 * may turn are tried in order, so that on the day before it is still refused.
 */
export function searchDates(engine: Engine, asked: RuleInForce, scope: Scope, until: CivilDate, speaking: Speaking): FoundDate | undefined {
  const goal = goalOf(asked.rule.parsed);
  if (goal === undefined) return undefined;
  const key = asked.rule.parsed.info.key;
  const ids = parametersOf(goal);
  const starts = [scope.on, ...boundaries(asked, ids).filter((day) => day > scope.on && day <= until)].sort();
  const inForce = new Map<CivilDate, RuleInForce | undefined>();
  const onDay = (day: CivilDate): OnDay => {
    const start = starts.filter((each) => each <= day).at(-1) ?? scope.on;
    if (!inForce.has(start)) inForce.set(start, engine.ruleFor(key, start, scope.area));
    return { found: inForce.get(start), scope: new Scope(scope.subject, scope.record, day, scope.index) };
  };
  const days = new Set<CivilDate>(starts.slice(1));
  for (const start of new Set(starts)) {
    const found = onDay(start).found;
    const asks = found === undefined ? undefined : goalOf(found.rule.parsed);
    if (found === undefined || asks === undefined) continue;
    const turning = turningDays(asks, scope, until, found.context.parameters.all);
    if (turning.everyDay && scope.on < until) for (const day of datesBetween(addDays(scope.on, 1), until)) days.add(day);
    for (const day of turning.days) days.add(day);
  }
  for (const day of [...days].sort()) {
    const now = onDay(day);
    // an override may have put another condition in its place by then
    const asks = now.found === undefined ? undefined : goalOf(now.found.rule.parsed);
    if (now.found !== undefined && asks !== undefined && compileTruth(asks, now.found.context.parameters.all)(now.scope) === TRUE)
      return { on: day, because: whatComesAbout(goal, onDay(addDays(day, -1)), now, speaking) };
  }
  return undefined;
}

/** What differs between a day and the day before it, as far as a condition reads it. */
function whatComesAbout(goal: Node, before: OnDay, now: OnDay, speaking: Speaking): Wording[] {
  if (before.found === undefined) return [{ zh: "该规定自该日起施行", en: "the rule comes into force" }];
  if (now.found !== undefined && before.found.rule.parsed !== now.found.rule.parsed)
    return [{ zh: "该规定自该日起有所调整", en: "the rule is amended" }];
  const [was, is] = [before.found.context.parameters.all, now.found?.context.parameters.all ?? new Map<string, Value>()];
  const said: Wording[] = [];
  for (const node of nodesOf(goal)) {
    if (node.op === "param" && node.leaf.parameter !== undefined && was !== is && text(was.get(node.id)) !== text(is.get(node.id))) {
      const title = bareTitle(node.leaf.title ?? { zh: node.id, en: node.id });
      const value = wordParameter(node, undefined, { ...speaking, parameters: is });
      said.push({ zh: `“${title.zh}”自该日起为${value.zh}`, en: `“${title.en}” becomes ${value.en}` });
    }
    if (node.op !== "ageOn") continue;
    const [younger, older] = [compileValue(node, was)(before.scope), compileValue(node, is)(now.scope)];
    if (typeof older === "number" && older !== younger) said.push({ zh: `届时年满${older}周岁`, en: `the age of ${older} is reached` });
  }
  const distinct = [...new Map(said.map((each) => [each.zh, each])).values()];
  return distinct.length > 0 ? distinct : [{ zh: "有关期限届至", en: "a period begins or ends" }];
}

const text = (value: Value): string => JSON.stringify(value, (_key, each: unknown) => (typeof each === "bigint" ? String(each) : each)) ?? "";
