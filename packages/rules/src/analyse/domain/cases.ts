import { allOf, always, type Formula, never, not } from "./formula.js";
import type { Linear } from "./linear.js";
import type { ChoiceVariable } from "./variable.js";

/** What an expression gives: a number (days for dates), perhaps a share of two, one of some choices, or none. */
export type Meaning =
  | { readonly kind: "number"; readonly form: Linear /** Above nought wherever the case applies. */; readonly divisor?: Linear }
  | { readonly kind: "choice"; readonly of: ChoiceVariable | string }
  /** A number of members, which can be held against numbers only. */
  | { readonly kind: "tally"; readonly among: (most: number, passes: (count: number) => boolean) => Formula }
  | { readonly kind: "none" }
  | { readonly kind: "unsettled" };

/** What an expression gives where a condition holds; the conditions of all cases exclude one another and leave nothing out. */
export interface Case {
  readonly guard: Formula;
  readonly value: Meaning;
}

/** The meaning of a number. */
export type NumberMeaning = Extract<Meaning, { kind: "number" }>;

/** No expression is taken apart into more cases than this. */
export const mostCases = 64;

export const number = (form: Linear, divisor?: Linear): NumberMeaning => ({ kind: "number", form, ...(divisor === undefined ? {} : { divisor }) });
export const surely = (value: Meaning): Case[] => [{ guard: always, value }];

/** Cases that apply only where a condition holds. */
export const when = (condition: Formula, cases: readonly Case[]): Case[] =>
  cases.map(({ guard, value }) => ({ guard: allOf([condition, guard]), value })).filter(({ guard }) => guard !== never);

/** The cases of one expression or another, by a condition. */
export function branch(condition: Formula, then: Case[] | undefined, otherwise: Case[] | undefined): Case[] | undefined {
  if (condition === always) return then;
  if (condition === never) return otherwise;
  if (then === undefined || otherwise === undefined) return undefined;
  return [...when(condition, then), ...when(not(condition), otherwise)];
}

/** Combines the cases of all arguments, from the left; none and what is not settled go through. */
export function folded(args: readonly (Case[] | undefined)[], combined: (a: Meaning, b: Meaning) => Case[] | undefined): Case[] | undefined {
  return args.reduce((left, right) => {
    if (left === undefined || right === undefined || left.length * right.length > mostCases) return undefined;
    const made = left.flatMap((a) =>
      right.map((b) => {
        const guard = allOf([a.guard, b.guard]);
        const goesThrough = [a, b].find(({ value }) => value.kind === "none" || value.kind === "unsettled");
        const cases = goesThrough === undefined ? combined(a.value, b.value) : surely(goesThrough.value);
        return cases === undefined ? undefined : when(guard, cases);
      }),
    );
    return made.every((part) => part !== undefined) ? made.flat() : undefined;
  });
}

/** Reads each number among some cases in another way. */
export function read(cases: Case[] | undefined, reader: (form: Linear) => Meaning | undefined): Case[] | undefined {
  const made = cases?.map(({ guard, value }) => {
    if (value.kind === "none" || value.kind === "unsettled") return { guard, value };
    const found = value.kind === "number" && value.divisor === undefined ? reader(value.form) : undefined;
    return found === undefined ? undefined : { guard, value: found };
  });
  return made?.every((part) => part !== undefined) ? made : undefined;
}

/** Two numbers that are no shares. */
export function plain(a: Meaning, b: Meaning, made: (a: Linear, b: Linear) => Case[] | undefined): Case[] | undefined {
  const whole = a.kind === "number" && b.kind === "number" && a.divisor === undefined && b.divisor === undefined;
  return whole ? made(a.form, b.form) : undefined;
}

/** Whether a sum has a constant alone. */
export const isConstant = ({ terms }: Linear): boolean => terms.length === 0;
