import { jsonPointer, type SubjectKind } from "@eldercare/core";
import type { EffectDeclaration, Logic, Pack } from "../pack/pack.js";

/** An expression of a pack, with whom it is about and to what it belongs. */
export interface LogicPlace {
  readonly path: readonly (string | number)[];
  readonly logic: unknown;
  readonly subject: SubjectKind;
  /** The key of a rule, or the name of a fact. */
  readonly owner: { readonly rule: string } | { readonly fact: string };
}

/** One part of an expression: an operator with its arguments. */
export interface LogicPart {
  readonly path: readonly (string | number)[];
  readonly operator: string;
  readonly args: readonly unknown[];
  /** Path of each argument: one may stand without its list. */
  readonly argPaths: readonly (readonly (string | number)[])[];
  /** True inside a condition about the members of a list, which names their fields and not those of the subject. */
  readonly withinList: boolean;
}

const overMembers = new Set(["some", "all", "none", "count", "atLeast"]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every operator of an expression with its arguments, outermost first. */
export function partsOfLogic(logic: unknown, path: readonly (string | number)[], withinList = false): LogicPart[] {
  if (!isObject(logic)) return [];
  return Object.entries(logic).flatMap(([operator, given]): LogicPart[] => {
    const list = Array.isArray(given);
    const args: readonly unknown[] = list ? given : [given];
    const argPaths = args.map((_, index) => (list ? [...path, operator, index] : [...path, operator]));
    const inner = args.flatMap((arg, index) => partsOfLogic(arg, argPaths[index] ?? path, withinList || (overMembers.has(operator) && index === 1)));
    return [{ path, operator, args, argPaths, withinList }, ...inner];
  });
}

/** Members of an effect that hold no expression. */
const isExpression = (value: unknown): boolean => isObject(value);

/** The expressions of a rule, or of what is made of one: its condition, and what its effect holds. */
function placesOfRule(
  { when, then }: { readonly when?: Logic; readonly then?: EffectDeclaration },
  path: readonly (string | number)[],
  subject: SubjectKind,
  rule: string,
): LogicPlace[] {
  const place = (logic: unknown, ...inner: (string | number)[]): LogicPlace => ({ path: [...path, ...inner], logic, subject, owner: { rule } });
  const ratios = then?.kind === "staffing" ? (then.ratios ?? []) : [];
  const tieBreakers = then?.kind === "priority" ? (then.tieBreakers ?? []) : [];
  return [
    ...(when === undefined ? [] : [place(when, "when")]),
    ...Object.entries(then ?? {}).flatMap(([name, value]) => (isExpression(value) ? [place(value, "then", name)] : [])),
    ...tieBreakers.map((logic, nth) => place(logic, "then", "tieBreakers", nth)),
    ...ratios.map((ratio, nth) => place(ratio.residentsPerCarer, "then", "ratios", nth, "residentsPerCarer")),
  ];
}

/**
 * Every condition and expression that a pack states itself.
 *
 * @param chain the pack with its parents, whose rules it may override
 */
export function logicPlaces(pack: Pack, chain: readonly Pack[]): LogicPlace[] {
  const rules = pack.rules.flatMap((rule, index) => placesOfRule(rule, ["rules", index], rule.subject, `${pack.id}/${rule.id}`));
  const overrides = (pack.overrides ?? []).flatMap((override, index) => {
    const overridden = chain.flatMap((link) => link.rules.filter(({ id }) => `${link.id}/${id}` === override.rule));
    return overridden.flatMap(({ subject }) => placesOfRule(override, ["overrides", index], subject, override.rule ?? ""));
  });
  const facts = Object.entries(pack.facts).flatMap(([name, fact]): LogicPlace[] => {
    const place = (logic: unknown, subject: SubjectKind, ...path: string[]): LogicPlace => ({
      path: ["facts", name, ...path],
      logic,
      subject,
      owner: { fact: name },
    });
    return [
      ...(fact.is === undefined ? [] : [place(fact.is, fact.subject, "is")]),
      ...(fact.count === undefined ? [] : [place(fact.count.where, "facility", "count", "where")]),
      ...(fact.share === undefined
        ? []
        : [place(fact.share.among, "facility", "share", "among"), place(fact.share.where, "facility", "share", "where")]),
    ];
  });
  return [...rules, ...overrides, ...facts];
}

/** The pointer of a path. */
export const pointerOf = (path: readonly (string | number)[]): string => jsonPointer(path);
