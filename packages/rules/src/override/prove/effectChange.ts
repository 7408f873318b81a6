import { deadlineDay } from "@eldercare/core";
import { tieBreakerName } from "../../effects/parseEffect.js";
import { booleanType, type CompareOperator, type Node } from "../../logic/node.js";
import type { EffectDeclaration } from "../../pack/pack.js";

/** The effect of a rule: as it is written, and its expressions. */
export interface WrittenEffect {
  readonly then: EffectDeclaration;
  readonly values: Readonly<Record<string, Node>>;
}

/** When an effect differs from another. */
export interface EffectChange {
  /** Conditions of which any means that somebody gets less, or is asked for less, than before. */
  readonly less: readonly Node[];
  /** Conditions of which any means that somebody gets, or is asked for, something else. */
  readonly other: readonly Node[];
}

type Of<Kind> = Extract<EffectDeclaration, { kind: Kind }>;

const always: Node = { op: "literal", value: true, type: booleanType };
const not = (arg: Node): Node => ({ op: "!", arg, type: booleanType });
const both = (...args: readonly Node[]): Node => ({ op: "and", args, type: booleanType });
const compared = (op: CompareOperator, left: Node, right: Node): Node => ({ op, left, right, type: booleanType });
const none = ({ type }: Node): Node => ({ op: "literal", value: null, type });

/** That a number falls below another, or is none where the other is a number. */
const below = (number: Node, floor: Node): Node => both(compared("!=", floor, none(floor)), not(compared(">=", number, floor)));
const differ = (one: Node, other: Node): Node => compared("!=", one, other);

/** How two numbers, either of which may not be there, differ; a number that was not there is none too few. */
function numberChange(before: Node | undefined, after: Node | undefined): EffectChange {
  if (before === undefined) return { less: [], other: after === undefined ? [] : [always] };
  if (after === undefined) return { less: [always], other: [always] };
  return before === after ? { less: [], other: [] } : { less: [below(after, before)], other: [differ(after, before)] };
}

/** How two conditions that are to be met differ: meeting the second must mean meeting the first. */
function demandChange(before: Node, after: Node): EffectChange {
  if (before === after) return { less: [], other: [] };
  const eased = both(after, not(before));
  return { less: [eased], other: [eased, both(before, not(after))] };
}

const joined = (changes: readonly EffectChange[]): EffectChange => ({
  less: changes.flatMap(({ less }) => less),
  other: changes.flatMap(({ other }) => other),
});

const if_ = (less: boolean, other: boolean): EffectChange => ({ less: less ? [always] : [], other: other ? [always] : [] });

const monthsInYear = 12;
const timesPerYear: Readonly<Record<string, number>> = { month: monthsInYear, year: 1 };

/** A number a year; undefined where a period cannot be counted in whole years, or months of them. */
function perYear(node: Node | undefined, period: string | undefined): Node | undefined {
  const times = timesPerYear[period ?? ""];
  if (node === undefined || times === undefined) return undefined;
  return times === 1 ? node : { op: "*", args: [{ op: "literal", value: times, type: node.type }, node], type: node.type };
}

function periodicChange(
  before: readonly [Node | undefined, string | undefined],
  after: readonly [Node | undefined, string | undefined],
): EffectChange | undefined {
  if (before[1] === after[1] || before[0] === undefined) return numberChange(before[0], after[0]);
  const [was, is] = [perYear(...before), perYear(...after)];
  return was === undefined || is === undefined ? undefined : joined([numberChange(was, is), if_(false, true)]);
}

function staffingChange(
  before: Of<"staffing">,
  after: Of<"staffing">,
  values: readonly [WrittenEffect["values"], WrittenEffect["values"]],
): EffectChange {
  const [was, is] = values;
  const ratioOf = (then: Of<"staffing">, of: WrittenEffect["values"], wanted: string): Node | undefined => {
    const index = (then.ratios ?? []).findIndex((ratio) => ratio.class === wanted);
    return index < 0 ? undefined : of[`ratio${index}`];
  };
  const classes = [...new Set([...(before.ratios ?? []), ...(after.ratios ?? [])].map((ratio) => ratio.class))];
  const ratios = classes.map((name): EffectChange => {
    const [old, now] = [ratioOf(before, was, name), ratioOf(after, is, name)];
    if (old === undefined || now === undefined) return if_(now === undefined, true);
    // fewer residents to one carer is more
    return old === now ? if_(false, false) : { less: [below(old, now)], other: [differ(old, now)] };
  });
  const roles = if_(
    after.roles.some((role) => !before.roles.includes(role)),
    [...after.roles].sort().join() !== [...before.roles].sort().join(),
  );
  const rounding = if_(before.rounding === "upPerClass" && after.rounding !== "upPerClass", before.rounding !== after.rounding);
  return joined([...ratios, numberChange(was.minimum, is.minimum), roles, rounding]);
}

const sameTerms = (was: Of<"benefit">, is: Of<"benefit">): boolean =>
  (["form", "payee", "proration", "rounding"] as const).every((term) => was[term] === is[term]);

/** How two ranks in a queue differ; undefined where they are of other queues, or decided by other questions. */
function priorityChange(
  before: Of<"priority">,
  after: Of<"priority">,
  [was, is]: readonly [WrittenEffect["values"], WrittenEffect["values"]],
): EffectChange | undefined {
  const questions = before.tieBreakers?.length ?? 0;
  if (before.queue !== after.queue || (after.tieBreakers?.length ?? 0) !== questions) return undefined;
  const ties = Array.from({ length: questions }, (_, index): EffectChange => {
    const [old, now] = [was[tieBreakerName(index)], is[tieBreakerName(index)]];
    if (old === now || old === undefined || now === undefined) return if_(false, false);
    return { less: [both(old, not(now))], other: [differ(old, now)] };
  });
  return joined([...ties, numberChange(was.reservedPlaces, is.reservedPlaces)]);
}

function deadlineChange(before: Of<"target">, after: Of<"target">): EffectChange {
  const [was, is] = [before.by, after.by].map((by) => (by === undefined ? undefined : deadlineDay(by)));
  return if_(was !== undefined && (is === undefined || is > was), was !== is);
}

const product = ({ share, of, persons }: WrittenEffect["values"]): Node | undefined =>
  share === undefined || of === undefined || persons === undefined ? undefined : { op: "*", args: [share, of, persons], type: share.type };

const written = ({ note: _, ...then }: EffectDeclaration & { readonly note?: string }): string => JSON.stringify(Object.entries(then).sort());

/**
 * How the effect of a rule differs from what it was; undefined where the two are no more and no less than one another but
 * different things: another benefit, another metric, a payment once instead of every month.
 */
export function effectChange(before: WrittenEffect, after: WrittenEffect): EffectChange | undefined {
  const [was, is] = [before.then, after.then];
  const [old, now] = [before.values, after.values];
  if (was.kind === "benefit" && is.kind === "benefit")
    return was.benefit === is.benefit && sameTerms(was, is) ? periodicChange([old.amountFen, was.per], [now.amountFen, is.per]) : undefined;
  if (was.kind === "service" && is.kind === "service")
    return was.service === is.service ? periodicChange([old.times, was.per], [now.times, is.per]) : undefined;
  if ((was.kind === "standard" && is.kind === "standard") || (was.kind === "target" && is.kind === "target")) {
    if (was.metric !== is.metric || old.metric === undefined || old.value === undefined) return undefined;
    if (now.metric === undefined || now.value === undefined) return undefined;
    const same = was.op === is.op && old.metric === now.metric && old.value === now.value;
    const demand = same ? if_(false, false) : demandChange(compared(was.op, old.metric, old.value), compared(is.op, now.metric, now.value));
    return was.kind === "target" && is.kind === "target" ? joined([demand, deadlineChange(was, is)]) : demand;
  }
  if (was.kind === "checklist" && is.kind === "checklist")
    return was.item === is.item && old.is !== undefined && now.is !== undefined ? demandChange(old.is, now.is) : undefined;
  if (was.kind === "staffing" && is.kind === "staffing") return staffingChange(was, is, [old, now]);
  if (was.kind === "funding" && is.kind === "funding") {
    const same = old.share === now.share && old.of === now.of && old.persons === now.persons;
    return same ? if_(false, false) : numberChange(product(old), product(now));
  }
  if (was.kind === "priority" && is.kind === "priority") return priorityChange(was, is, [old, now]);
  return written(was) === written(is) ? if_(false, false) : undefined;
}
