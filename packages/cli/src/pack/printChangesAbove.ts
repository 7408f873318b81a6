import type { Locale, Wording } from "@eldercare/core";
import { type Basis, type ChangeAbove, wordBasis } from "@eldercare/rules/explain";
import pc from "picocolors";
import { periodText } from "../packPage/periodText.js";
import { tellIn, verbWords, packPageWords as words } from "../packPage/words.js";
import { printable } from "../terminal/printable.js";

const basisLine = (side: Wording, basis: readonly Basis[], locale: Locale): string =>
  basis.length === 0 ? "" : `  ${pc.dim(tellIn(locale)(side))}${tellIn(locale)(words.colon)}${printable(wordBasis(basis, locale))}\n`;

/** What a pack makes of the packs above it, each with the clauses of both sides; nothing where it changes nothing. */
export function printChangesAbove(changes: readonly ChangeAbove[], locale: Locale): string {
  if (changes.length === 0) return "";
  const tell = tellIn(locale);
  const told = changes.map(({ rule, parameter, title, value, does, from, to, holds, above, here }) => {
    const verbs = does.map((verb) => tell(verbWords[verb])).join(tell(words.between));
    const period = periodText({ from, ...(to === undefined ? {} : { to }) }, tell);
    const now = value === undefined ? "" : `${tell(words.colon)}${tell(value)}`;
    const idle = holds ? "" : pc.dim(` ${tell(words.notInForce)}`);
    return `${verbs} ${printable(`${tell(title)}${now}`)} ${pc.dim(`${rule ?? parameter ?? ""} ${period}`)}${idle}\n${basisLine(words.above, above, locale)}${basisLine(words.here, here, locale)}\n`;
  });
  return `${pc.bold(tell(words.overrides))}\n\n${told.join("")}`;
}
