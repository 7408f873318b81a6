import type { Locale } from "@eldercare/core";
import type { Basis } from "./basis.js";
import { quoted } from "./quoted.js";

/** A place in a document as a sentence names it: numbers are those of its parts, other headings stand for themselves. */
export const zhSection = (section: string): string =>
  /^第/.test(section) ? section : /^[一二三四五六七八九十\d（(]/.test(section) ? `第${section}部分` : `“${section}”部分`;

/** How one language names a document, a place in it and a sentence. */
interface BasisWords {
  readonly named: (basis: Basis) => string;
  readonly section: (section: string) => string;
  readonly quote: (quote: string) => string;
  readonly between: string;
}

const words: Readonly<Record<Locale, BasisWords>> = {
  zh: {
    named: ({ document, number }) => `《${document.replaceAll("《", "〈").replaceAll("》", "〉")}》${number === undefined ? "" : `（${number}）`}`,
    section: zhSection,
    quote: quoted,
    between: "、",
  },
  en: {
    named: ({ document, number }) => `${document}${number === undefined ? "" : ` (${number})`}, `,
    section: (section) => `${section}: `,
    quote: (quote) => `“${quote}”`,
    between: "; ",
  },
};

/**
 * The clauses behind a rule in one line: document, number, section and quote. What stands in the document, or the section,
 * just named does not name it again.
 *
 * @example
 * const { basis } = explain(createEngine({ packs: [national] }), { person: {} }, "cn/category.olderPerson", { on: "2026-11-21", locale: "zh" });
 * wordBasis(basis, "zh") //=> "《中华人民共和国老年人权益保障法》第二条“本法所称老年人是指六十周岁以上的公民”"
 */
export function wordBasis(basis: readonly Basis[], locale: Locale): string {
  const { named, section, quote, between } = words[locale];
  return basis
    .map((each, at) => {
      const last = basis[at - 1];
      const sentence = quote(each.quote.replace(/[。；，]$/, ""));
      if (last?.document !== each.document) return `${named(each)}${section(each.section)}${sentence}`;
      return last.section === each.section ? sentence : `${section(each.section)}${sentence}`;
    })
    .join(between);
}
