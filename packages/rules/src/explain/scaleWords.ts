import type { CivilDate, Wording } from "@eldercare/core";
import type { Node } from "../logic/node.js";
import { type Speaking, unitOf, wordQuantity } from "./quantityWords.js";
import type { Said } from "./said.js";
import { say } from "./saying.js";

/** One step of a scale: of whom it speaks, all others where it says nothing, and what it gives. */
export interface ScaleStep {
  readonly when: Said | undefined;
  readonly gives: Wording;
}

/** An amount that depends on the case: by the rows of a table, or by a case distinction. */
export interface Scale {
  readonly steps: readonly ScaleStep[];
  /** True where all steps that apply are added up, rather than the first of them taken. */
  readonly summed: boolean;
}

/** A condition on a date, without the periods in which its parts are in force: false where it never holds then. */
function onDate(node: Node, on: CivilDate): Node | boolean {
  if (node.op === "literal") return node.value === true;
  if (node.op === "and") {
    const parts = node.args.map((arg) => onDate(arg, on));
    if (parts.includes(false)) return false;
    const open = parts.filter((part): part is Node => typeof part !== "boolean");
    const [only] = open;
    return only === undefined ? true : open.length === 1 ? only : { ...node, args: open };
  }
  if (!("left" in node) || node.op === ("table" as string)) return node;
  const { left, right, op } = node;
  const [asked, day] = left.op === "dateAsked" ? [left, right] : [right, left];
  if (asked.op !== "dateAsked" || day.op !== "literal" || typeof day.value !== "string") return node;
  const order = on < day.value ? -1 : on > day.value ? 1 : 0;
  const from = left.op === "dateAsked" ? order : -order;
  return { "<": from < 0, "<=": from <= 0, ">": from > 0, ">=": from >= 0, "==": from === 0, "!=": from !== 0 }[op];
}

function stepsOf(node: Node, speaking: Speaking, on: CivilDate): ScaleStep[] {
  const gives = (value: Node): Wording => wordQuantity(value, unitOf(value, speaking), speaking);
  if (node.op === "table")
    return node.rows.flatMap(({ when, then }) => {
      const asked = onDate(when, on);
      return asked === false ? [] : [{ when: asked === true ? undefined : say(asked, true, speaking), gives: gives(then) }];
    });
  if (node.op !== "if") return [{ when: undefined, gives: gives(node) }];
  return [{ when: say(node.condition, true, speaking), gives: gives(node.whenTrue) }, ...stepsOf(node.whenFalse, speaking, on)];
}

/** The amounts that an expression can come to, each as it is reckoned. */
export function amountsIn(node: Node): readonly Node[] {
  if (node.op === "table") return node.held === undefined ? node.rows.map(({ then }) => then) : [node];
  return node.op === "if" ? [...amountsIn(node.whenTrue), ...amountsIn(node.whenFalse)] : [node];
}

/**
 * The scale behind an amount, on a date.
 *
 * @returns undefined where the amount is one for everybody
 */
export function scaleOf(node: Node | undefined, speaking: Speaking, on: CivilDate): Scale | undefined {
  if (node === undefined || (node.op !== "table" && node.op !== "if") || (node.op === "table" && node.held !== undefined)) return undefined;
  const steps = stepsOf(node, speaking, on);
  return steps.length === 0 ? undefined : { steps, summed: node.op === "table" && node.hit === "sum" };
}
