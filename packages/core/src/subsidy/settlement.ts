import type { BenefitCap, Linkage } from "./linkage.js";
import type { LinkageMatrix } from "./linkageMatrix.js";

/** One benefit of one holder, as the settlement of a household sees it. */
export interface SettledItem {
  readonly benefit: string;
  /** Id of the person, empty for the household itself. */
  readonly holder: string;
}

/** Amounts of which only bounds may be known, if they are granted, one pair for each item; `most` is infinite where nothing bounds it. */
export interface Bounds {
  readonly least: number[];
  readonly most: number[];
}

/** What is known of the grant of an item: 0 denied, 1 perhaps granted, 2 granted. */
export type Grant = 0 | 1 | 2;

/** Why an item is not paid in full. */
export type SuppressionCode = "EXCLUDED" | "OFFSET" | "LEVEL_REACHED" | "LOWER" | "CAPPED";

/** Told of each amount that is taken from an item; `by` are the items that take it. */
export type Note = (code: SuppressionCode, item: number, by: readonly number[], source: Linkage | BenefitCap, least: number, most: number) => void;

/** How much of a cap is used up before, in order of the matrix's caps. */
export type UsedOf = (cap: BenefitCap, holder: string) => { readonly least: number; readonly most: number };

interface Group {
  readonly items: readonly number[];
  readonly by: readonly number[];
}

interface Exclusion extends Group {
  readonly linkage: Linkage;
}

interface Cut extends Group {
  readonly linkage: Linkage;
}

interface NodePlan {
  readonly cuts: readonly Cut[];
  readonly contests: readonly { readonly linkage: Linkage; readonly items: readonly number[] }[];
}

/** Which items of a household meet under which line of the matrix; amounts come later. */
export interface SettlementPlan {
  readonly exclusions: readonly Exclusion[];
  readonly nodes: readonly NodePlan[];
  readonly caps: readonly { readonly cap: BenefitCap; readonly holder: string; readonly items: readonly number[] }[];
  readonly size: number;
}

const positive = (value: number): number => Math.max(0, value);

/** Finds which items of a household meet. Items are taken in the order given, so the caller sorts them. */
export function planSettlement(matrix: LinkageMatrix, items: readonly SettledItem[]): SettlementPlan {
  const holders = [...new Set(items.map(({ holder }) => holder))].sort();
  const withBenefits = (benefits: readonly string[], holder: string | undefined): number[] =>
    benefits.flatMap((benefit) =>
      items.flatMap((item, index) => (item.benefit === benefit && (holder === undefined || item.holder === holder) ? [index] : [])),
    );
  const scopes = (within: "holder" | "household" | undefined): readonly (string | undefined)[] => (within === "household" ? [undefined] : holders);
  const groups = (benefit: string, by: readonly string[], linkage: Linkage): Cut[] =>
    scopes(linkage.within)
      .map((holder) => ({ linkage, items: withBenefits([benefit], holder), by: withBenefits(by, holder) }))
      .filter((group) => group.items.length > 0);
  return {
    size: items.length,
    exclusions: matrix.exclusions.flatMap(([benefit, reductions]) =>
      reductions.flatMap(({ by, linkage }) => groups(benefit, by, linkage)).filter((group) => group.by.length > 0),
    ),
    nodes: matrix.nodes.flatMap((node) => {
      const cuts = node.flatMap((benefit) => (matrix.reductions.get(benefit) ?? []).flatMap(({ by, linkage }) => groups(benefit, by, linkage)));
      const linkage = matrix.higher.get(node[0] ?? "");
      const contests =
        linkage === undefined
          ? []
          : scopes(linkage.within)
              .map((holder) => ({ linkage, items: withBenefits(linkage.precedence ?? node, holder) }))
              .filter((contest) => contest.items.length > 1);
      return cuts.length + contests.length === 0 ? [] : [{ cuts, contests }];
    }),
    caps: matrix.caps.flatMap((cap) =>
      scopes(cap.within)
        .map((holder) => ({ cap, holder: holder ?? "", items: withBenefits(cap.benefits, holder) }))
        .filter(({ items: capped }) => capped.length > 0),
    ),
  };
}

/** Items that are excluded because another is granted. */
function exclude(plan: SettlementPlan, paid: Bounds, grants: readonly Grant[], note: Note | undefined): void {
  const left = [...grants];
  for (const { items, by, linkage } of plan.exclusions) {
    const strongest = by.reduce((grant: number, index) => Math.max(grant, left[index] ?? 0), 0);
    if (strongest === 0) continue;
    const surely = strongest === 2;
    for (const item of items) {
      if (left[item] === 0) continue;
      const [least = 0, most = 0] = [paid.least[item], paid.most[item]];
      note?.(
        "EXCLUDED",
        item,
        by.filter((index) => (left[index] ?? 0) > 0),
        linkage,
        surely ? least : 0,
        most,
      );
      paid.least[item] = 0;
      if (surely) paid.most[item] = 0;
      left[item] = surely ? 0 : 1;
    }
  }
}

/** What is left at least of an amount of which another is taken, where either may be without an end. */
const surelyLeft = (amount: number, taken: number): number => (taken === Number.POSITIVE_INFINITY ? 0 : positive(amount - taken));

/** What is left at most. */
const maybeLeft = (amount: number, taken: number): number => (amount === Number.POSITIVE_INFINITY ? amount : positive(amount - taken));

/** Takes from items, in order, what others pay (`offset`), or what exceeds the room below a level (`topUp`, caps). */
function cut(
  code: SuppressionCode,
  paid: Bounds,
  { items, by }: Group,
  source: Linkage | BenefitCap,
  room: { least: number; most: number } | undefined,
  note: Note | undefined,
): void {
  let [takenLeast, takenMost] = [0, 0];
  for (const index of room === undefined ? by : []) {
    takenLeast += paid.least[index] ?? 0;
    takenMost += paid.most[index] ?? 0;
  }
  // what the items before have come to uses up the set-off, or the room
  let [beforeLeast, beforeMost] = [0, 0];
  for (const item of items) {
    const [least = 0, most = 0] = [paid.least[item], paid.most[item]];
    const kept =
      room === undefined
        ? { least: surelyLeft(least, maybeLeft(takenMost, beforeLeast)), most: maybeLeft(most, surelyLeft(takenLeast, beforeMost)) }
        : { least: Math.min(least, positive(room.least - beforeMost)), most: Math.min(most, positive(room.most - beforeLeast)) };
    if (note !== undefined) {
      const lost =
        room === undefined
          ? { least: Math.min(least, positive(takenLeast - beforeMost)), most: Math.min(most, positive(takenMost - beforeLeast)) }
          : { least: positive(least - positive(room.most - beforeLeast)), most: positive(most - positive(room.least - beforeMost)) };
      if (lost.most > 0) note(code, item, by, source, lost.least, lost.most);
    }
    beforeLeast += least;
    beforeMost += most;
    paid.least[item] = kept.least;
    paid.most[item] = kept.most;
  }
}

/** Of competing items, in order of precedence, leaves the highest alone. */
function contest(paid: Bounds, items: readonly number[], linkage: Linkage, note: Note | undefined): void {
  const before = items.map((item) => ({ item, least: paid.least[item] ?? 0, most: paid.most[item] ?? 0 }));
  for (const [at, own] of before.entries()) {
    const mayWin = before.every((other, rank) => rank === at || own.most > other.least || (own.most === other.least && at < rank));
    const surelyWins = before.every((other, rank) => rank === at || own.least > other.most || (own.least === other.most && at < rank));
    if (surelyWins) continue;
    paid.least[own.item] = 0;
    if (!mayWin) paid.most[own.item] = 0;
    if (own.most === 0) continue;
    const by = before
      .filter((other, rank) => rank !== at && (other.most > own.least || (other.most === own.least && rank < at)))
      .map(({ item }) => item);
    note?.("LOWER", own.item, by, linkage, mayWin ? 0 : own.least, own.most);
  }
}

/** What is paid of amounts due within bounds: sound bounds, exact where everything is known. */
export function runSettlement(plan: SettlementPlan, due: Bounds, grants: readonly Grant[], used: UsedOf, note?: Note): Bounds {
  const paid = {
    least: due.least.map((amount, item) => (grants[item] === 2 ? amount : 0)),
    most: due.most.map((amount, item) => (grants[item] === 0 ? 0 : amount)),
  };
  exclude(plan, paid, grants, note);
  for (const { cuts, contests } of plan.nodes) {
    for (const group of cuts) {
      if (group.linkage.rule === "offset") cut("OFFSET", paid, group, group.linkage, undefined, note);
      else cut("LEVEL_REACHED", paid, group, group.linkage, roomBelow(group, paid), note);
    }
    for (const { items, linkage } of contests) contest(paid, items, linkage, note);
  }
  for (const { cap, holder, items } of plan.caps) {
    const spent = used(cap, holder);
    const room = { least: positive(cap.capFen - spent.most), most: positive(cap.capFen - spent.least) };
    cut("CAPPED", paid, { items, by: [] }, cap, room, note);
  }
  return paid;
}

function roomBelow({ linkage, by }: Cut, paid: Bounds): { least: number; most: number } {
  const level = linkage.levelFen ?? 0;
  let room = { least: level, most: level };
  for (const index of by) room = { least: room.least - (paid.most[index] ?? 0), most: room.most - (paid.least[index] ?? 0) };
  return { least: positive(room.least), most: positive(room.most) };
}

const spentAs =
  (used: UsedOf, bound: "least" | "most"): UsedOf =>
  (cap, holder) => {
    const spent = used(cap, holder)[bound];
    return { least: spent, most: spent };
  };

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** So many grants that are open are tried one way and the other; beyond, the bounds of the sum are those of its items. */
const mostGrantsTried = 8;

/** The bounds of what a household receives: tight where a raise never lowers the total, else sound. */
export function totalBounds(
  matrix: LinkageMatrix,
  plan: SettlementPlan,
  due: Bounds,
  grants: readonly Grant[],
  used: UsedOf,
  paid: Bounds,
): { least: number; most: number } {
  const loose = { least: sumOf(paid.least), most: sumOf(paid.most) };
  if (loose.least === loose.most || !matrix.raiseKept) return loose;
  const inExclusions = new Set(plan.exclusions.flatMap(({ items, by }) => [...items, ...by]));
  const open = grants.flatMap((grant, index) => (grant === 1 && inExclusions.has(index) ? [index] : []));
  if (open.length > mostGrantsTried) return loose;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let tried = 0; tried < 1 << open.length; tried++) {
    const settled = [...grants];
    for (const [at, index] of open.entries()) settled[index] = ((tried >> at) & 1) === 1 ? 2 : 0;
    // what is open beside exclusions counts at its worst, then at its best
    const total = (amounts: number[], rest: Grant, spent: UsedOf): number => {
      const given = settled.map((grant): Grant => (grant === 1 ? rest : grant));
      return sumOf(runSettlement(plan, { least: amounts, most: amounts }, given, spent).least);
    };
    least = Math.min(least, total(due.least, 0, spentAs(used, "most")));
    most = Math.max(most, total(due.most, 2, spentAs(used, "least")));
  }
  return { least: Math.max(least, loose.least), most: Math.min(most, loose.most) };
}
