import type { Wording } from "@eldercare/core";
import type { ManyDecisions } from "../assess/engine.js";
import type { FactToAsk } from "./identifiedPerson.js";

const undetermined = 2;

/** Facts of a place: no call to a person settles them. */
const ofPlace = /^\/(?:village|township|county)\//;

/** The facts each of which could by itself grant something to one of many people; parameters and places are not theirs to tell. */
export function factsToAskOf(many: ManyDecisions, row: number): FactToAsk[] {
  const found = new Map<string, { readonly title: Wording | undefined; readonly rules: string[] }>();
  const width = many.rules.length;
  for (let column = 0; column < width; column += 1) {
    if (many.status[row * width + column] !== undetermined) continue;
    const [only, second] = many.decision(row, column).missing?.toGrant ?? [];
    if (only === undefined || second !== undefined || !("fact" in only) || ofPlace.test(only.fact)) continue;
    const known = found.get(only.fact) ?? { title: only.title, rules: [] };
    found.set(only.fact, known);
    known.rules.push(many.rules[column] as string);
  }
  return [...found].map(([fact, { title, rules }]) => ({ fact, ...(title === undefined ? {} : { title }), rules }));
}
