import { printRational, type Register, type Wording } from "@eldercare/core";
import type { CompiledRule } from "../assess/compiledRule.js";
import type { Engine } from "../assess/engine.js";
import { sameJson } from "../compare/sameJson.js";
import { leafOf } from "../explain/change/substitute.js";
import { nodesHere } from "../explain/nodesHere.js";
import { joined, leafTitle, type Speaking, unitOf, wordSeen } from "../explain/quantityWords.js";
import { speakingOf } from "../explain/telling.js";
import { compileTruth, compileValue, type ValueOf } from "../logic/closures.js";
import type { Join, Leaf, Node } from "../logic/node.js";
import { readPath, type Scope } from "../logic/scope.js";
import { FALSE, TRUE, toRational, type Value } from "../logic/value.js";
import type { ChangedFact } from "./identifiedPerson.js";

/** A fact that a rule reads, and how it is read from a record. */
interface ReadFact {
  readonly leaf: Leaf;
  readonly node: Node;
  readonly value: ValueOf;
}

const joins = /^\/(household|village|township|county)\//;

/** A value as plain JSON: exact fractions as text. */
function plain(value: Value): unknown {
  const exact = typeof value === "object" && value !== null && !Array.isArray(value) ? toRational(value) : undefined;
  return exact === undefined ? value : printRational(exact);
}

/** The value of a node; whether a place has adopted a clause is a truth. */
function readerOf(node: Node, rule: CompiledRule): ValueOf {
  if (node.op !== "adopted" && node.type.kind !== "boolean") return compileValue(node, rule.parameters);
  const truth = compileTruth(node, rule.parameters);
  return (scope) => {
    const found = truth(scope);
    return found === TRUE ? true : found === FALSE ? false : undefined;
  };
}

/** What a record itself says of a fact: what a pack reads into its silence is not there to be shown. */
function stated({ leaf, node }: ReadFact, scope: Scope, read: Value): Value {
  if (node.op !== "fact" || leaf.pointer === undefined) return read;
  const [first = "", ...rest] = leaf.pointer
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const join = joins.exec(leaf.pointer)?.[1] as Join | undefined;
  return join === undefined ? readPath(scope.record, [first, ...rest]) : readPath(scope.joined(join), rest);
}

function factsRead(rule: CompiledRule): ReadFact[] {
  const { condition, values } = rule.parsed;
  const found = new Map<string, ReadFact>();
  for (const root of [condition, ...Object.values(values)])
    for (const node of root === undefined ? [] : nodesHere(root)) {
      const leaf = leafOf(node);
      if (leaf !== undefined && !found.has(leaf.key)) found.set(leaf.key, { leaf, node, value: readerOf(node, rule) });
    }
  return [...found.values()];
}

/** What the rules of an engine read of a person, compared between two days. */
export class RuleFacts {
  private readonly engine: Engine;
  private readonly register: Partial<Register>;
  private readonly read = new Map<CompiledRule, readonly ReadFact[]>();
  private readonly speaking = new Map<CompiledRule, Speaking>();

  /** @param register areas are called by the names that it gives */
  constructor(engine: Engine, register: Partial<Register>) {
    this.engine = engine;
    this.register = register;
  }

  /** The facts that a rule reads of a person and that differ between two days, in the order in which it reads them. */
  changed(key: string, before: Scope, after: Scope): ChangedFact[] {
    const spoken = this.engine.ruleFor(key, after.on, after.area) ?? this.engine.ruleFor(key, before.on, before.area);
    if (spoken === undefined) return [];
    const { rule } = spoken;
    const facts = this.read.get(rule) ?? factsRead(rule);
    this.read.set(rule, facts);
    const speaking = this.speaking.get(rule) ?? speakingOf(spoken, this.register);
    this.speaking.set(rule, speaking);
    return facts.flatMap((fact) => {
      const [was, is] = [fact.value(before), fact.value(after)];
      return sameJson(was, is) ? [] : [changedFact(fact, stated(fact, before, was), stated(fact, after, is), speaking)];
    });
  }
}

function changedFact({ leaf, node }: ReadFact, was: Value, is: Value, speaking: Speaking): ChangedFact {
  const pointer = leaf.pointer ?? leaf.key;
  const title: Wording = joined(joins.exec(pointer)?.[1], leafTitle(leaf));
  const unit = unitOf(node, speaking);
  const [from, to] = [wordSeen(node, was, speaking, unit), wordSeen(node, is, speaking, unit)];
  return {
    fact: pointer,
    title,
    ...(was === undefined ? {} : { before: plain(was) }),
    ...(is === undefined ? {} : { after: plain(is) }),
    words: { zh: `${title.zh}：${from.zh} → ${to.zh}`, en: `${title.en}: ${from.en} → ${to.en}` },
  };
}
