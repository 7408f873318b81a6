import type { CompareOperator } from "../node.js";
import type { Formula } from "../rows/formula.js";
import { factsPerWord } from "../rows/row.js";
import type { Slot } from "../rows/slot.js";
import { FALSE, TRUE } from "../value.js";

const signs = { "==": "===", "!=": "!==", "<": "<", "<=": "<=", ">": ">", ">=": ">=" } as const;
const opposites = { "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

/** A number as it stands in generated text. */
export const numeral = (value: number): string => (Number.isFinite(value) ? `(${Number(value)})` : value > 0 ? "(1 / 0)" : "(-1 / 0)");

const name = ({ store, at }: Slot): string => `${store === "bits" ? "b" : "n"}${Number(at)}`;
const among = (slot: Slot, mask: number): string => `(${name(slot)} & ${numeral(mask)}) !== 0`;
const missing = ({ index }: Slot): string => `(m${Math.floor(index / factsPerWord)} & ${numeral(1 << (index % factsPerWord))}) !== 0`;
const joined = (parts: readonly string[], sign: "&&" | "||"): string => parts.map((part) => `(${part})`).join(` ${sign} `);

/** A formula of which everything is known that it reads, as an expression. */
export function ifKnown(formula: Formula): string {
  switch (formula.op) {
    case "known":
      return formula.truth === TRUE ? "true" : "false";
    case "among":
      return among(formula.slot, formula.mask);
    case "compare":
      return `${name(formula.slot)} ${signs[formula.order]} ${numeral(formula.threshold)}`;
    case "compareSlots":
      return `${name(formula.left)} ${signs[formula.order]} ${name(formula.right)}`;
    case "isNone":
      return `${name(formula.slot)} !== ${name(formula.slot)}`;
    case "opaque":
      throw new RangeError("only the record can answer this: it cannot be written out");
    case "and":
      return joined(formula.args.map(ifKnown), "&&");
    case "or":
      return joined(formula.args.map(ifKnown), "||");
    case "not":
      return `!(${ifKnown(formula.arg)})`;
    case "if":
      return `(${ifKnown(formula.condition)}) ? (${ifKnown(formula.whenTrue)}) : (${ifKnown(formula.whenFalse)})`;
    case "same":
      return `(${ifKnown(formula.left)}) === (${ifKnown(formula.right)})`;
  }
}

/** Whether two numbers of which neither is none surely stand so to one another: `NaN`, the missing, stands so to nothing. */
const surely = (left: string, order: CompareOperator, right: string): string =>
  order === "!=" ? `${left} < ${right} || ${left} > ${right}` : `${left} ${signs[order]} ${right}`;

/** Whether a formula surely holds, whatever is missing. */
export function must(formula: Formula): string {
  switch (formula.op) {
    case "known":
      return formula.truth === TRUE ? "true" : "false";
    case "among":
      return among(formula.slot, formula.mask);
    case "compare": {
      const number = name(formula.slot);
      // none differs from every number, the missing perhaps not
      if (formula.order === "!=" && formula.slot.form === "numberOrNone")
        return `!(${missing(formula.slot)}) && ${number} !== ${numeral(formula.threshold)}`;
      return surely(number, formula.order, numeral(formula.threshold));
    }
    case "compareSlots":
      return surely(name(formula.left), formula.order, name(formula.right));
    case "isNone":
      return `!(${missing(formula.slot)}) && ${ifKnown(formula)}`;
    case "opaque":
      return ifKnown(formula);
    case "and":
      return joined(formula.args.map(must), "&&");
    case "or":
      return joined(formula.args.map(must), "||");
    case "not":
      return `!(${may(formula.arg)})`;
    case "if": {
      const [then, otherwise] = [must(formula.whenTrue), must(formula.whenFalse)];
      // whichever branch it is, where both hold it holds
      return joined(
        [joined([must(formula.condition), then], "&&"), joined([`!(${may(formula.condition)})`, otherwise], "&&"), joined([then, otherwise], "&&")],
        "||",
      );
    }
    case "same": {
      const [left, right] = [formula.left, formula.right];
      return joined([joined([must(left), must(right)], "&&"), `!(${joined([may(left), may(right)], "||")})`], "||");
    }
  }
}

/** Whether a formula may hold, as far as is known. */
export function may(formula: Formula): string {
  switch (formula.op) {
    case "known":
      return formula.truth === FALSE ? "false" : "true";
    case "among":
      // a choice that may be meant has none of the other bits
      return formula.slot.form === "choice"
        ? `!(${among(formula.slot, formula.slot.all & ~formula.mask)})`
        : `${missing(formula.slot)} || ${among(formula.slot, formula.mask)}`;
    case "compare":
      return formula.slot.form === "numberOrNone"
        ? `${missing(formula.slot)} || ${ifKnown(formula)}`
        : `!(${surely(name(formula.slot), opposites[formula.order], numeral(formula.threshold))})`;
    case "compareSlots":
      return `!(${surely(name(formula.left), opposites[formula.order], name(formula.right))})`;
    case "isNone":
    case "opaque":
      return ifKnown(formula);
    case "and":
      return joined(formula.args.map(may), "&&");
    case "or":
      return joined(formula.args.map(may), "||");
    case "not":
      return `!(${must(formula.arg)})`;
    case "if":
      return joined(
        [joined([may(formula.condition), may(formula.whenTrue)], "&&"), joined([`!(${must(formula.condition)})`, may(formula.whenFalse)], "&&")],
        "||",
      );
    case "same": {
      const [left, right] = [formula.left, formula.right];
      return joined([joined([may(left), may(right)], "&&"), `!(${joined([must(left), must(right)], "||")})`], "||");
    }
  }
}
