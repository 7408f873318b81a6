import { daysBetween, type FieldType, isCivilDate, type SubjectKind } from "@eldercare/core";
import { compileTruth, compileValue, type ParameterValues } from "../../logic/closures.js";
import { type Leaf, type Node, operands } from "../../logic/node.js";
import { representativesOf } from "../../logic/representatives.js";
import type { Scope } from "../../logic/scope.js";
import { compareValues, toRational, type Value } from "../../logic/value.js";
import { nodesHere } from "../nodesHere.js";
import { leafOf, substitute } from "./substitute.js";

/** A fact that may be otherwise, with the values worth supposing of it, the nearest first. */
export interface ChangeableFact {
  readonly leaf: Leaf;
  readonly node: Node;
  readonly current: Value;
  readonly candidates: readonly Value[];
  /** True where the candidates stand for all values, so that what none of them does, no value does. */
  readonly exact: boolean;
}

/**
 * Facts that nobody can change, by kind of subject and dotted path: they are explained, never proposed. Birth and death, sex
 * and honours; when an assessment was made; what a facility or an area is and where it lies.
 */
export const fixedFacts: Readonly<Partial<Record<SubjectKind, readonly string[]>>> = {
  person: ["id", "birthDate", "sex", "died", "honours", "ability.assessedOn"],
  household: ["id"],
  facility: ["id", "kind", "area", "events"],
  workforce: ["id", "birthDate", "sex"],
  provider: ["id", "kind"],
  village: ["code", "tier", "naming", "pastoral", "townSeat"],
  township: ["code", "tier", "naming", "pastoral", "townSeat"],
  area: ["code", "tier", "naming", "pastoral", "townSeat"],
};

/** The pointers of the facts that nobody can change, as a rule about a kind of subject reads them. */
export const fixedPointers = (subject: SubjectKind): readonly string[] => (fixedFacts[subject] ?? []).map((path) => `/${path.replaceAll(".", "/")}`);

const isRecords = (type: FieldType): boolean => type.kind === "record" || (type.kind === "list" && type.of.kind === "record");

/** The nodes of a condition that read something of the record itself, or of others as a whole; each leaf once. */
function readingNodes(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const node of nodesHere(root)) {
    const leaf = leafOf(node);
    if (leaf !== undefined && !isRecords(leaf.type) && !found.has(leaf.key)) found.set(leaf.key, node);
  }
  return found;
}

/** How far one value of a fact lies from another; a value that is not known lies next to all. */
export function distance(from: Value, to: Value): number {
  if (Array.isArray(from) && Array.isArray(to))
    return from.filter((each) => !to.includes(each)).length + to.filter((each) => !from.includes(each)).length;
  if (from === undefined || from === null || to === null) return 1;
  if (isCivilDate(from) && isCivilDate(to)) return Math.abs(daysBetween(from, to));
  const [a, b] = [toRational(from), toRational(to)];
  return a === undefined || b === undefined ? 1 : Math.abs(Number(a.numerator) / Number(a.denominator) - Number(b.numerator) / Number(b.denominator));
}

const same = (a: Value, b: Value): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return distance(a, b) === 0;
  if (a === null || b === null || a === undefined || b === undefined || typeof a !== typeof b) return a === b;
  return !Array.isArray(a) && !Array.isArray(b) && compareValues(a, b) === 0;
};

// beyond this no number of a register is looked for
const farthest = 2 ** 41;

/** The nearest whole numbers on both sides at which a comparison turns, found by doubling steps, then halving them. */
function turns(atom: Node, leaf: Leaf, current: number, scope: Scope, parameters: ParameterValues): number[] {
  if (leaf.type.kind !== "number") return [];
  const { least = -farthest, most = farthest } = leaf.type;
  const supposed = { value: current };
  const truth = compileTruth(
    substitute(atom, new Set([leaf.key]), () => supposed.value),
    parameters,
  );
  const at = (value: number) => {
    supposed.value = value;
    return truth(scope);
  };
  const start = at(current);
  return [1, -1].flatMap((direction) => {
    let near = current;
    for (let step = 1; ; step *= 2) {
      const far = Math.min(most, Math.max(least, current + direction * step));
      if (at(far) !== start) return [firstTurn(near, far, (value) => at(value) !== start)];
      if (far !== current + direction * step || Math.abs(far) >= farthest) return [];
      near = far;
    }
  });
}

function firstTurn(near: number, far: number, turned: (value: number) => boolean): number {
  let [before, after] = [near, far];
  while (Math.abs(after - before) > 1) {
    const middle = Math.trunc((before + after) / 2);
    if (turned(middle)) after = middle;
    else before = middle;
  }
  return after;
}

const arithmetic = new Set<Node["op"]>(["+", "-", "*", "/", "min", "max"]);
const ordering = new Set<Node["op"]>(["<", "<=", ">", ">="]);

// what goes in and what comes out need not rise together
const opaque = new Set<Node["op"]>(["if", "table", "call"]);

/** How often a comparison reads a leaf, and whether it does so within arithmetic or a choice. */
function reading(node: Node, key: string): { readonly times: number; readonly computed: boolean; readonly chosen: boolean } {
  if (leafOf(node)?.key === key) return { times: 1, computed: false, chosen: false };
  if (leafOf(node) !== undefined) return { times: 0, computed: false, chosen: false };
  const parts = operands(node).map((operand) => reading(operand, key));
  const times = parts.reduce((sum, part) => sum + part.times, 0);
  return {
    times,
    computed: times > 0 && (arithmetic.has(node.op) || parts.some((part) => part.computed)),
    chosen: times > 0 && (opaque.has(node.op) || parts.some((part) => part.chosen)),
  };
}

/** The comparisons of a condition that read a leaf. */
export function atomsReading(root: Node, key: string): readonly Node[] {
  const found: Node[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node) || leafOf(node) !== undefined) return;
    seen.add(node);
    if ("left" in node || node.op === "in" || node.op === "inside") {
      if (reading(node, key).times > 0) found.push(node);
    } else operands(node).forEach(visit);
  };
  visit(root);
  return found;
}

/** Lists are changed by what conditions look for in them; what else they hold stays. */
const keepingOthers = (current: Value, candidates: readonly Value[]): Value[] => {
  const mentioned = new Set(candidates.flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [])));
  const others = Array.isArray(current) ? (current as readonly unknown[]).filter((each) => !mentioned.has(each)) : [];
  return candidates.map((value) => (Array.isArray(value) ? [...others, ...(value as readonly unknown[])] : value));
};

/** Every fact of a condition that may be otherwise, with what it may be. */
export function changeableFacts(goal: Node, scope: Scope, parameters: ParameterValues, fixed: ReadonlySet<string>): ChangeableFact[] {
  const { values, sampled } = representativesOf(goal, scope, parameters);
  return [...readingNodes(goal)].flatMap(([key, node]) => {
    const leaf = leafOf(node);
    if (leaf === undefined || fixed.has(leaf.pointer ?? key)) return [];
    const current = compileValue(node, parameters)(scope);
    const found: Value[] = leaf.type.kind === "boolean" ? [true, false] : [...(values.get(key) ?? [])];
    const atoms = atomsReading(goal, key).map((atom) => ({ atom, ...reading(atom, key) }));
    const computed = atoms.filter((each) => each.computed);
    if (typeof current === "number" && Number.isSafeInteger(current))
      for (const { atom } of computed) for (const value of turns(atom, leaf, current, scope, parameters)) found.push(value, value - 1, value + 1);
    const { type } = leaf;
    const allowed = found.filter(
      (value) => typeof value !== "number" || type.kind !== "number" || (value >= (type.least ?? value) && value <= (type.most ?? value)),
    );
    const candidates = (type.kind === "list" ? keepingOthers(current, allowed) : allowed)
      .filter(
        (value, index, all) =>
          value !== undefined && value !== "\u0000" && !same(value, current) && all.findIndex((other) => same(other, value)) === index,
      )
      .sort((a, b) => distance(current, a) - distance(current, b) || (JSON.stringify(a, printed) < JSON.stringify(b, printed) ? -1 : 1));
    // a comparison turns once on each side where the fact stands in it once; a fraction has no nearest value above another
    const monotone = computed.every(({ atom, times, chosen }) => times === 1 && !chosen && ordering.has(atom.op));
    const whole = type.kind !== "number" || type.integer;
    const exact = whole && monotone && (!sampled.has(key) || (computed.length === atoms.length && typeof current === "number"));
    return [{ leaf, node, current, candidates, exact }];
  });
}

const printed = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
