import type { ParsedRule } from "../assess/compiledRule.js";
import type { Engine } from "../assess/engine.js";
import { clausesQuoted } from "./overrideWords.js";

/** A clause that a decision stands on, with the document that it is from. */
export interface Basis {
  readonly clause: string;
  readonly document: string;
  readonly number?: string;
  readonly issuer: string;
  readonly section: string;
  readonly quote: string;
}

/** The clauses of a rule, in its order. */
export function basisOf(engine: Engine, clauses: readonly string[]): Basis[] {
  return clauses.flatMap((id) => {
    const found = engine.clause(id);
    if (found === undefined) return [];
    const { document, section, quote } = found;
    return [
      {
        clause: id,
        document: document.title,
        ...(document.number === undefined ? {} : { number: document.number }),
        issuer: document.issuer,
        section,
        quote,
      },
    ];
  });
}

const quotedFor = new WeakMap<Engine, WeakMap<ParsedRule, readonly Basis[]>>();

/** The clauses that an explanation of a rule quotes; found once for each rule of an engine. */
export function basisQuoted(engine: Engine, parsed: ParsedRule): readonly Basis[] {
  const known = quotedFor.get(engine) ?? new WeakMap<ParsedRule, readonly Basis[]>();
  quotedFor.set(engine, known);
  const before = known.get(parsed);
  if (before !== undefined) return before;
  const made = basisOf(engine, clausesQuoted(engine, parsed));
  known.set(parsed, made);
  return made;
}
