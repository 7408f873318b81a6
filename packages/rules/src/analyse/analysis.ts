import { type CivilDate, jsonPointer, type SubjectKind, type Wording } from "@eldercare/core";
import type { ParsedRule } from "../assess/compiledRule.js";
import type { Context } from "../assess/context.js";
import { booleanType, type CompareOperator, type Node } from "../logic/node.js";
import { holdsOn } from "../override/periodOf.js";
import type { EffectDeclaration, Pack } from "../pack/pack.js";
import { parametersOn } from "../pack/parametersOn.js";
import type { Formula } from "./domain/formula.js";
import { type World, worldOf } from "./domain/world.js";
import { type Finding, undecided } from "./finding.js";
import { type Found, findPerson, loweringOf, opaqueIn, type Wanted } from "./findPerson.js";
import { type Goal, satisfy } from "./satisfy.js";

/** A rule in force, with where it stands in the pack analysed; a parent's rule stands nowhere in it. */
export interface RuleAt {
  readonly parsed: ParsedRule;
  readonly key: string;
  readonly pointer: string | undefined;
  /** What must hold for the rule to speak. */
  readonly condition: Node;
}

/** Where a pack states a rule, or rewrites one of a pack above; undefined where it does neither. */
function placeOf({ pack, rule, info }: ParsedRule, own: Pack, on: CivilDate): string | undefined {
  if (pack === own) return jsonPointer(["rules", own.rules.indexOf(rule)]);
  const rewrites = (own.overrides ?? []).findIndex((override) => override.rule === info.key && holdsOn(own, override, on));
  return rewrites < 0 ? undefined : jsonPointer(["overrides", rewrites]);
}

const truth = (value: boolean): Node => ({ op: "literal", value, type: booleanType });

/** The condition that two expressions compare so. */
export const compared = (op: CompareOperator, left: Node, right: Node): Node => ({ op, left, right, type: booleanType });

/** One pack under analysis on one date: its rules, and the worlds in which they are looked at. */
export class Analysis {
  readonly pack: Pack;
  readonly context: Context;
  readonly on: CivilDate;
  readonly rules: readonly RuleAt[];
  readonly undecided: Finding[] = [];
  private readonly written = new Map<SubjectKind, World>();
  private readonly supplied = new Map<SubjectKind, World>();

  constructor(context: Context, on: CivilDate) {
    this.context = context;
    this.pack = context.pack;
    this.on = on;
    this.rules = context.on(on).rules.map(({ parsed }) => {
      return {
        parsed,
        key: parsed.info.key,
        pointer: placeOf(parsed, context.pack, on),
        condition: parsed.condition ?? truth(true),
      };
    });
  }

  /** The pack as it is written: whatever values deployers supply for what is open. */
  asWritten(subject: SubjectKind): World {
    const known = this.written.get(subject);
    if (known !== undefined) return known;
    const made = worldOf(this.context, subject, this.on, parametersOn(this.context.chain, [], this.on).all);
    this.written.set(subject, made);
    return made;
  }

  /** The pack with the values of the overlays given. */
  asSupplied(subject: SubjectKind): World {
    if (this.context.overlays.length === 0) return this.asWritten(subject);
    const known = this.supplied.get(subject);
    if (known !== undefined) return known;
    const made = worldOf(this.context, subject, this.on, this.context.on(this.on).parameters.all);
    this.supplied.set(subject, made);
    return made;
  }

  /** What the search decides of a condition. */
  formula(world: World, condition: Node): Formula {
    return loweringOf(world).of(condition);
  }

  /** Whether goals can be met together, as far as that can be told; takes note where it cannot. */
  isPossible(goals: readonly Goal[], { pointer, question, rules }: Asked): boolean {
    const found = satisfy(goals);
    const because = found.kind === "undecided" ? found.because : found.kind === "found" && !found.sure ? opaqueIn(goals) : [];
    if (because.length > 0) this.undecided.push(undecided(pointer, question, because, rules));
    return found.kind !== "none";
  }

  /** Looks for somebody; takes note where that could not be decided. */
  find(world: World, conditions: readonly Wanted[], asked: Asked): Found {
    const found = findPerson(conditions, world);
    if (found.kind === "undecided") this.undecided.push(undecided(asked.pointer, asked.question, found.because, asked.rules));
    return found;
  }
}

/** A question, for where it cannot be answered. */
export interface Asked {
  readonly pointer: string;
  readonly question: Wording;
  readonly rules: readonly string[];
}

/** What kind of thing an effect grants, and which; undefined of effects that ask instead of granting. */
export function grantOf(then: EffectDeclaration): { readonly kind: Wording; readonly name: string; readonly ranked: boolean } | undefined {
  const named = (zh: string, en: string, name: string, ranked = false) => ({
    kind: { zh: `${zh}（${name}）`, en: `${en} (${name})` },
    name: `${en} ${name}`,
    ranked,
  });
  switch (then.kind) {
    case "category":
      return named("认定", "category", then.category);
    case "service":
      return named("服务", "service", then.service);
    case "benefit":
      return named("待遇", "benefit", then.benefit);
    case "device":
      return named("设备", "device", then.device);
    case "pairing":
      return named("结对", "pairing", then.mode);
    case "model":
      return named("模式", "model", then.model);
    case "siting":
      return named("布点", "siting", `${then.siting} ${then.of}`);
    case "priority":
      return named("优先次序", "priority", then.queue, true);
    default:
      return undefined;
  }
}
