import { ageOn, type FieldType, isCivilDate } from "@eldercare/core";
import { compileValue, type ParameterValues } from "../closures.js";
import type { Node } from "../node.js";
import { toRational, type Value } from "../value.js";
import { civilDateOf, dayNumberOf, firstDayNumber, lastDayNumber } from "./dayNumber.js";
import type { Reading } from "./reads.js";
import { type Asked, suppose } from "./suppose.js";

type Comparison = Extract<Node, { left: Node }>;

const comparisons = new Set(["==", "!=", "<", "<=", ">", ">="]);

export const isComparison = (node: Node): node is Comparison => comparisons.has(node.op);

/** What a node is once the definitions around it are opened. */
const opened = (node: Node): Node => (node.op === "defined" && node.join === undefined ? opened(node.body) : node);

/** The largest whole number not above an exact number, where it is safe to compute with. */
function floorOf(value: Value): number | undefined {
  const exact = toRational(value);
  if (exact === undefined) return undefined;
  const quotient = exact.numerator / exact.denominator;
  const floor = Number(exact.numerator < 0n && quotient * exact.denominator !== exact.numerator ? quotient - 1n : quotient);
  return Number.isSafeInteger(floor) && Number.isSafeInteger(floor + 1) ? floor : undefined;
}

/** The first day on which a question that changes its answer once gives its last one. */
function turningDay(asked: (day: number) => boolean): number {
  let [before, after] = [firstDayNumber, lastDayNumber];
  const last = asked(lastDayNumber);
  if (asked(firstDayNumber) === last) return firstDayNumber;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (asked(middle) === last) after = middle;
    else before = middle;
  }
  return after;
}

/**
 * Where the answer of a comparison of one whole number or date with a constant can change: between two neighbouring
 * thresholds all values give the same answer. Dates are counted in days from 1970-01-01.
 *
 * @returns the least value of each further stretch; undefined where the comparison is of another form
 */
export function thresholdsOf(node: Node, parameters: ParameterValues, reading: Reading, asked: Asked): readonly number[] | undefined {
  if (!isComparison(node)) return undefined;
  const isConstant = (side: Node): boolean => {
    const reads = reading.of(side);
    return reads !== "everything" && reads.size === 0;
  };
  const [varying, constant] = isConstant(node.right) ? [opened(node.left), node.right] : [opened(node.right), node.left];
  if (!isConstant(constant)) return undefined;
  const value = compileValue(constant, parameters)(suppose(asked, []));
  if (varying.op === "fact") return ofField(varying.type, value);
  return ofTime(varying, value, parameters, asked);
}

/** Whether a field holds whole numbers or dates, so that its values stand in a row with nothing between neighbours. */
export const isStepped = (type: FieldType): boolean => type.kind === "date" || (type.kind === "number" && type.integer);

function ofField(type: FieldType, value: Value): readonly number[] | undefined {
  if (!isStepped(type)) return undefined;
  // what is held against something unknown, or none, has one answer for all its values
  if (value === undefined || value === null) return [];
  if (type.kind === "date" && !isCivilDate(value)) return undefined;
  const least = type.kind === "date" ? dayNumberOf(String(value)) : floorOf(value);
  return least === undefined ? undefined : [least, least + 1];
}

/** The field whose age or distance in time is counted, with the date it is counted to or from. */
function timeOf(node: Node, parameters: ParameterValues, asked: Asked): { readonly field: Node; readonly count: (day: string) => Value } | undefined {
  if (node.op === "ageOn") return { field: opened(node.date), count: (day) => ageOn(day, asked.on) };
  if (node.op !== "daysBetween" && node.op !== "monthsBetween" && node.op !== "yearsBetween") return undefined;
  const [from, to] = [opened(node.from), opened(node.to)];
  const field = from.op === "fact" ? from : to;
  if (field.op !== "fact" || (from.op === "fact" && to.op === "fact")) return undefined;
  const span = compileValue(node, parameters);
  return { field, count: (day) => span(suppose(asked, [[field.leaf.key, day]])) };
}

/** Years, months and days between a date and a fixed one only grow, or only shrink, as the date moves on. */
function ofTime(node: Node, value: Value, parameters: ParameterValues, asked: Asked): readonly number[] | undefined {
  const time = timeOf(node, parameters, asked);
  if (time?.field.op !== "fact") return undefined;
  if (value === undefined || value === null) return [];
  const floor = floorOf(value);
  // where the field does not stand where its pointer says, nothing can be supposed of it
  const { field, count } = time;
  if (floor === undefined || field.read(suppose(asked, [[field.leaf.key, asked.on]])) !== asked.on) return undefined;
  const reaches = (least: number) => (day: number) => {
    const counted = count(civilDateOf(day));
    return typeof counted === "number" && counted >= least;
  };
  return [turningDay(reaches(floor)), turningDay(reaches(floor + 1))];
}
