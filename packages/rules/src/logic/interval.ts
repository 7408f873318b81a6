import { addRational, type Comparison, compareRational, type Interval, type Rational, rational, surelySatisfies } from "@eldercare/core";
import { compileTruth, compileValue, type ParameterValues } from "./closures.js";
import type { CompareOperator, Node } from "./node.js";
import { readPath, type Scope } from "./scope.js";
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
  const countIn = (outer: Scope): Interval | undefined => {
    const record = join === undefined ? outer.record : outer.joined(join);
    // what the area reports itself goes before what its facilities show
    const reported = readPath(record, ["facts", name]);
    if (reported !== undefined) return exactly(reported);
    const code = readPath(record, ["code"]);
    if (typeof code !== "string" || !outer.index.facilitiesKnown) return undefined;
    let [members, mayBeMembers, mayBeMembersThatCount, mayBeMembersThatSurelyCount, hits, mayBeHits] = [0, 0, 0, 0, 0, 0];
    for (const facility of outer.index.facilitiesIn(code)) {
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
    const found = countIn(scope);
    const known = found !== undefined && compareRational(found.least, found.most) === 0;
    return known ? found : (exactly(scope.supposed?.get(node.leaf.key)) ?? found);
  };
}

const opposite = (a: Rational): Rational => rational(-a.numerator, a.denominator);

/** A number of which either bound may not be known. */
interface Bounds {
  readonly least?: Rational;
  readonly most?: Rational;
}

/** Counts the members of a list by what is known of them; a list that is open may have more. */
function compileCount(node: Extract<Node, { op: "count" }>, parameters: ParameterValues): (scope: Scope) => Bounds | undefined {
  const list = compileValue(node.list, parameters);
  const body = compileTruth(node.body, parameters);
  const { open } = node;
  return (scope) => {
    const members = list(scope);
    if (members === undefined) return open ? { least: fraction(0, 1) } : undefined;
    let [sure, possible] = [0, 0];
    for (const member of (members ?? []) as readonly Readonly<Record<string, unknown>>[]) {
      const truth = body(scope.about(scope.subject, member));
      if (truth === TRUE) sure += 1;
      else if (truth === UNKNOWN) possible += 1;
    }
    return open ? { least: fraction(sure, 1) } : { least: fraction(sure, 1), most: fraction(sure + possible, 1) };
  };
}

const sum = (a: Rational | undefined, b: Rational | undefined): Rational | undefined =>
  a === undefined || b === undefined ? undefined : addRational(a, b);

const bounds = (least: Rational | undefined, most: Rational | undefined): Bounds => ({
  ...(least === undefined ? {} : { least }),
  ...(most === undefined ? {} : { most }),
});

const negative = ({ least, most }: Bounds): Bounds =>
  bounds(most === undefined ? undefined : opposite(most), least === undefined ? undefined : opposite(least));

/** What is known of a number: bounds, nothing (`undefined`), or that there is none (`null`). */
type BoundsOf = (scope: Scope) => Bounds | undefined | null;

/** Sums and differences keep the bounds of what they are made of; with none, there is no sum. */
function compileSum(node: Extract<Node, { args: readonly Node[] }>, parameters: ParameterValues): BoundsOf {
  const args = node.args.map((arg) => boundsOf(arg, parameters));
  return (scope) => {
    const parts = args.map((arg) => arg(scope));
    if (parts.includes(null)) return null;
    let total: Bounds | undefined;
    for (const next of parts) {
      if (next === undefined || next === null) return undefined;
      const signed = total !== undefined && node.op === "-" ? negative(next) : next;
      total = total === undefined ? signed : bounds(sum(total.least, signed.least), sum(total.most, signed.most));
    }
    return total;
  };
}

/** Makes a number executable of which only one bound, or neither, may be known. */
function boundsOf(node: Node, parameters: ParameterValues): BoundsOf {
  if (node.op === "count") return compileCount(node, parameters);
  if (node.op === "aggregate") return compileAggregate(node, parameters);
  if (node.op === "+" || node.op === "-") return compileSum(node, parameters);
  if (node.op === "defined" && node.join === undefined) return boundsOf(node.body, parameters);
  const value = compileValue(node, parameters);
  return (scope) => {
    const found = value(scope);
    return found === null ? null : exactly(found);
  };
}

/** Makes a number executable of which only the bounds may be known; undefined where one of them is not. */
export function compileInterval(node: Node, parameters: ParameterValues): (scope: Scope) => Interval | undefined {
  const found = boundsOf(node, parameters);
  return (scope) => {
    const { least, most } = found(scope) ?? {};
    return least === undefined || most === undefined ? undefined : { least, most };
  };
}

/** Whether a value is counted, over the register or over a list, so that only its bounds may be known. */
export function isCounted(node: Node): boolean {
  if (node.op === "aggregate" || node.op === "count") return true;
  if (node.op === "+" || node.op === "-") return node.args.some(isCounted);
  return node.op === "defined" && node.join === undefined && isCounted(node.body);
}

const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** Whether bounds satisfy a comparison with an exact number for sure. */
function decide({ least, most }: Bounds, op: CompareOperator, exact: Rational): Truth {
  // "below" and "unlike" are what "not below" and "like" are not
  const [positive, negated] =
    op === "<" ? ([">=", true] as const) : op === ">" ? (["<=", true] as const) : op === "!=" ? (["==", true] as const) : ([op, false] as const);
  const sure = least !== undefined && most !== undefined ? surelySatisfies({ least, most }, positive, exact) : half({ least, most }, positive, exact);
  return sure === undefined ? UNKNOWN : sure !== negated ? TRUE : FALSE;
}

/** The same where the number may lie as high, or as low, as you like. */
function half(
  { least, most }: { readonly least: Rational | undefined; readonly most: Rational | undefined },
  op: Comparison,
  exact: Rational,
): boolean | undefined {
  const reaches = least !== undefined && compareRational(least, exact) >= 0;
  const exceeds = least !== undefined && compareRational(least, exact) > 0;
  const staysWithin = most !== undefined && compareRational(most, exact) <= 0;
  const staysBelow = most !== undefined && compareRational(most, exact) < 0;
  if (op === ">=") return reaches ? true : staysBelow ? false : undefined;
  if (op === "<=") return staysWithin ? true : exceeds ? false : undefined;
  return exceeds || staysBelow ? false : undefined;
}

/** Makes a comparison executable of which one side is counted: bounds that cannot make a difference are an answer. */
export function compileBounds(op: CompareOperator, left: Node, right: Node, parameters: ParameterValues): (scope: Scope) => Truth {
  const [a, b] = [boundsOf(left, parameters), boundsOf(right, parameters)];
  const exact = ({ least, most }: Bounds): Rational | undefined =>
    least !== undefined && most !== undefined && compareRational(least, most) === 0 ? least : undefined;
  return (scope) => {
    const [one, other] = [a(scope), b(scope)];
    // nothing is above or below none, and none is equal to none only
    if (one === null || other === null) {
      if (op !== "==" && op !== "!=") return FALSE;
      return one === undefined || other === undefined ? UNKNOWN : (one === other) === (op === "==") ? TRUE : FALSE;
    }
    if (one === undefined || other === undefined) return UNKNOWN;
    const [first, second] = [exact(one), exact(other)];
    if (second !== undefined) return decide(one, op, second);
    return first === undefined ? UNKNOWN : decide(other, mirrored[op], first);
  };
}
