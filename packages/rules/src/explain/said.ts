import type { Wording } from "@eldercare/core";
import type { CompareOperator, Join } from "../logic/node.js";

/** Whether what is said holds, does not hold, or is not known. */
export type Holds = boolean | undefined;

/** Something with a value: how it is called, and what it is, where that is to be said. */
export interface Measured {
  readonly title: Wording;
  readonly seen?: Wording;
}

/** What a condition, or a part of it, says of its subject, before it is put into words of one language. */
export type Said =
  /** A word of the document or a yes-or-no field, with what it rests on. */
  | { readonly kind: "concept"; readonly title: Wording; readonly holds: Holds; readonly join?: Join; readonly because: readonly Said[] }
  /** An age; `since` names the date that it counts from where that is no date of birth. */
  | {
      readonly kind: "age";
      readonly op: CompareOperator;
      readonly years: Wording;
      readonly holds: Holds;
      readonly seen?: string;
      readonly since?: Wording;
    }
  /** A number, an amount or a date held against another. */
  | {
      readonly kind: "compare";
      readonly what: Measured;
      readonly op: CompareOperator;
      readonly bound: Wording;
      readonly holds: Holds;
      readonly family: "counted" | "measured" | "date";
    }
  /** The date asked, held against a day. */
  | { readonly kind: "day"; readonly op: CompareOperator; readonly date: Wording; readonly holds: Holds }
  /** A field that is, or is not, one of some choices. */
  | { readonly kind: "choice"; readonly what: Measured; readonly choices: readonly Wording[]; readonly holds: Holds }
  /** A list that holds, or does not hold, one thing. */
  | { readonly kind: "member"; readonly list: Wording; readonly item: Wording; readonly holds: Holds }
  /** A field of which it is known, or not, that there is none. */
  | { readonly kind: "none"; readonly title: Wording; readonly holds: Holds }
  /** An entry of a checklist that has no title but its rule's. */
  | { readonly kind: "item"; readonly title: Wording; readonly holds: Holds }
  | { readonly kind: "inside"; readonly title: Wording; readonly area: Wording; readonly holds: Holds }
  /** That the place has decided to apply a clause that only offers. */
  | { readonly kind: "adopted"; readonly holds: Holds }
  /** How an ambiguous sentence of the document is read. */
  | { readonly kind: "reading"; readonly title: Wording; readonly readings: readonly Wording[]; readonly holds: Holds }
  | { readonly kind: "quantified"; readonly how: "some" | "all" | "none"; readonly list: Wording; readonly each: Said; readonly holds: Holds }
  | { readonly kind: "all" | "any"; readonly parts: readonly Said[]; readonly holds: Holds }
  | { readonly kind: "case"; readonly when: Said; readonly then: Said; readonly otherwise: Said; readonly holds: Holds }
  | { readonly kind: "same"; readonly one: Said; readonly other: Said; readonly holds: Holds }
  /** Always, or never. */
  | { readonly kind: "constant"; readonly holds: Holds };

const opposites: Readonly<Record<CompareOperator, CompareOperator>> = { "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<" };

/** The comparison that holds where another does not. */
export const oppositeOf = (op: CompareOperator): CompareOperator => opposites[op];

const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The same comparison seen from its other side. */
export const mirrorOf = (op: CompareOperator): CompareOperator => mirrored[op];

/** Whether something said names the value that it rests on. */
export const isMeasure = ({ kind }: Said): boolean => kind === "age" || kind === "compare";

/** What to tell of the reasons of a defined word: of what holds, the values; of what fails, whatever failed and is not the word itself. */
export function detailsOf({ because, holds, title }: Extract<Said, { kind: "concept" }>): readonly Said[] {
  const inner = because.flatMap((each): readonly Said[] => {
    if (each.kind !== "concept") return [each];
    // what merely does not stand in the way is no reason
    if (holds === true && each.holds !== true) return [];
    return each.because.length > 0 && each.because.every(isMeasure) ? each.because : [{ ...each, because: [] }];
  });
  if (holds === true) return inner.filter(isMeasure).slice(0, 2);
  const [only] = inner;
  return inner.length === 1 && only !== undefined && !tells(only, title) ? [] : inner;
}

/** Whether a single reason tells more than the word that it stands behind. */
function tells(said: Said, title: Wording): boolean {
  if (said.kind === "choice") return said.what.seen !== undefined && !said.choices.some(({ zh }) => zh === title.zh);
  return isMeasure(said) || said.kind === "concept";
}
