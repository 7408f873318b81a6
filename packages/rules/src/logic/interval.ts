import { addRational, compareRational, type Interval, type Rational, rational, surelySatisfies } from "@eldercare/core";
import { compileTruth, compileValue, type ParameterValues } from "./closures.js";
import type { CompareOperator, Node } from "./node.js";
import type { Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, toRational, UNKNOWN, type Value } from "./value.js";

type Aggregate = Extract<Node, { op: "aggregate" }>;

const exactly = (value: Value): Interval | undefined => {
  const exact = toRational(value);
  return exact === undefined ? undefined : { least: exact, most: exact };
};

const fraction = (numerator: number, denominator: number) => rational(BigInt(numerator), BigInt(Math.max(1, denominator)));

/** Counts the facilities of an area by what is known of them: those that surely count, and those that may. */
function compileAggregate(node: Aggregate, parameters: ParameterValues): (scope: Scope) => Interval | undefined {
  const among = node.among === undefined ? undefined : compileTruth(node.among, parameters);
  const where = compileTruth(node.where, parameters);
  const { name, join } = node;
  const bounds = (outer: Scope): Interval | undefined => {
    const record = join === undefined ? outer.record : outer.joined(join);
    // what the area reports itself goes before what its facilities show
    const reported = (record?.facts as Readonly<Record<string, Value>> | undefined)?.[name];
    if (reported !== undefined) return exactly(reported);
    if (typeof record?.code !== "string" || !outer.index.facilitiesKnown) return undefined;
    let [members, mayBeMembers, mayBeMembersThatCount, mayBeMembersThatSurelyCount, hits, mayBeHits] = [0, 0, 0, 0, 0, 0];
    for (const facility of outer.index.facilitiesIn(record.code)) {
      const scope = outer.about("facility", facility as unknown as Readonly<Record<string, unknown>>);
      const belongs = among === undefined ? TRUE : among(scope);
      if (belongs === FALSE) continue;
      const hit = where(scope);
      if (belongs === TRUE) members += 1;
      else mayBeMembers += 1;
      if (hit === FALSE) continue;
      if (belongs === UNKNOWN) mayBeMembersThatCount += 1;
      if (belongs === UNKNOWN && hit === TRUE) mayBeMembersThatSurelyCount += 1;
      if (hit === TRUE && belongs === TRUE) hits += 1;
      else mayBeHits += 1;
    }
    if (among === undefined) return { least: fraction(hits, 1), most: fraction(hits + mayBeHits, 1) };
    if (members + mayBeMembers === 0) return undefined;
    // one that surely counts can only raise the share by belonging: least where just the others belong and do not count,
    // most where just those belong that count
    const others = members + mayBeMembers - mayBeMembersThatSurelyCount;
    return { least: others === 0 ? fraction(1, 1) : fraction(hits, others), most: fraction(hits + mayBeHits, members + mayBeMembersThatCount) };
  };
  return (scope) => {
    const found = bounds(scope);
    const known = found !== undefined && compareRational(found.least, found.most) === 0;
    return known ? found : (exactly(scope.supposed?.get(node.leaf.key)) ?? found);
  };
}

const opposite = (a: Rational): Rational => rational(-a.numerator, a.denominator);

/** Sums and differences keep the bounds of what they are made of. */
function compileSum(node: Extract<Node, { args: readonly Node[] }>, parameters: ParameterValues): (scope: Scope) => Interval | undefined {
  const args = node.args.map((arg) => compileInterval(arg, parameters));
  return (scope) => {
    let sum: Interval | undefined;
    for (const arg of args) {
      const next = arg(scope);
      if (next === undefined) return undefined;
      const signed = sum !== undefined && node.op === "-" ? { least: opposite(next.most), most: opposite(next.least) } : next;
      sum = sum === undefined ? signed : { least: addRational(sum.least, signed.least), most: addRational(sum.most, signed.most) };
    }
    return sum;
  };
}

/** Makes a number executable of which only the bounds may be known; undefined where nothing is. */
export function compileInterval(node: Node, parameters: ParameterValues): (scope: Scope) => Interval | undefined {
  if (node.op === "aggregate") return compileAggregate(node, parameters);
  if (node.op === "+" || node.op === "-") return compileSum(node, parameters);
  if (node.op === "defined" && node.join === undefined) return compileInterval(node.body, parameters);
  const value = compileValue(node, parameters);
  return (scope) => exactly(value(scope));
}

/** Whether a value is counted over the register, so that only its bounds may be known. */
export function isCounted(node: Node): boolean {
  if (node.op === "aggregate") return true;
  if (node.op === "+" || node.op === "-") return node.args.some(isCounted);
  return node.op === "defined" && node.join === undefined && isCounted(node.body);
}

const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** Whether bounds satisfy a comparison with an exact number for sure. */
function decide(bounds: Interval, op: CompareOperator, exact: Rational): Truth {
  // "below" and "unlike" are what "not below" and "like" are not
  const [positive, negated] =
    op === "<" ? ([">=", true] as const) : op === ">" ? (["<=", true] as const) : op === "!=" ? (["==", true] as const) : ([op, false] as const);
  const sure = surelySatisfies(bounds, positive, exact);
  return sure === undefined ? UNKNOWN : sure !== negated ? TRUE : FALSE;
}

/** Makes a comparison executable of which one side is counted: bounds that cannot make a difference are an answer. */
export function compileBounds(op: CompareOperator, left: Node, right: Node, parameters: ParameterValues): (scope: Scope) => Truth {
  const [a, b] = [compileInterval(left, parameters), compileInterval(right, parameters)];
  const exact = (interval: Interval): boolean => compareRational(interval.least, interval.most) === 0;
  return (scope) => {
    const [one, other] = [a(scope), b(scope)];
    if (one === undefined || other === undefined) return UNKNOWN;
    if (exact(other)) return decide(one, op, other.least);
    return exact(one) ? decide(other, mirrored[op], one.least) : UNKNOWN;
  };
}
