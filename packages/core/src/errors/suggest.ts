import { distance } from "fastest-levenshtein";

const mostWords = 500;

/**
 * The known word nearest to what was written, for "did you mean"; undefined where nothing is near.
 *
 * @example
 * suggest("brithDate", ["birthDate", "sex"]) //=> "birthDate"
 */
export function suggest(written: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  // a third of the letters may differ, so that two letters changed about in a short word still point to it
  let bestDistance = Math.ceil(written.length / 3) + 1;
  // a name among very many that it is like none of is not worth the wait
  for (const word of known.length > mostWords ? known.slice(0, mostWords) : known) {
    // as many letters must be added or left out at least
    if (Math.abs(word.length - written.length) >= bestDistance) continue;
    const d = distance(written.toLowerCase(), word.toLowerCase());
    if (d < bestDistance) {
      best = word;
      bestDistance = d;
    }
  }
  return best;
}

/**
 * The values `{hint.zh}` and `{hint.en}` of a message: "did you mean …?", or nothing where no known word is near.
 *
 * @example
 * didYouMean("helthy", ["healthy"])["hint.en"] //=> '; did you mean "healthy"?'
 */
export function didYouMean(written: string, known: readonly string[]): { readonly "hint.zh": string; readonly "hint.en": string } {
  const near = suggest(written, known);
  return near === undefined ? { "hint.zh": "", "hint.en": "" } : { "hint.zh": `，是否应为“${near}”？`, "hint.en": `; did you mean "${near}"?` };
}
