import type { Wording } from "@eldercare/core";
import { type Pairing, type PairingProblem, pair, verifyPairing } from "@eldercare/scheduler/pairing";
import { byExample } from "../byExample.js";
import type { GuideTexts } from "../guidePage.js";

/** Who is paired, by the name of an example; asking for one that is not there throws. */
export type PairingOf = (example: string) => Pairing;

/** One question of pairing on a page. */
export interface PairingGuideExample {
  /** Part of file names; the first example of a page is its main one. */
  readonly name: string;
  readonly title: Wording;
  readonly about: Wording;
  readonly problem: PairingProblem;
  /** Pointers of the parts of the problem that the page shows; none shows nothing. */
  readonly shown?: readonly string[];
}

/** A page of a guide about who is paired with whom. */
export interface PairingGuidePage extends GuideTexts {
  /** Tells it from the other kinds of pages. */
  readonly pairs: true;
  readonly examples: readonly [PairingGuideExample, ...PairingGuideExample[]];
  readonly claims: readonly { readonly says: Wording; readonly seen: (pairings: PairingOf) => unknown; readonly is: unknown }[];
}

/** A page with what was found. */
export interface WorkedPairs {
  readonly page: PairingGuidePage;
  readonly worked: readonly { readonly example: PairingGuideExample; readonly pairing: Pairing }[];
  readonly pairingOf: PairingOf;
}

/**
 * Answers every question of a page, with the options that `pair` has by itself.
 *
 * @throws RangeError where the checker does not accept a pairing, naming what it found
 */
export async function workPairs(page: PairingGuidePage): Promise<WorkedPairs> {
  const worked = await Promise.all(page.examples.map(async (example) => ({ example, pairing: (await pair(example.problem)).pairing })));
  for (const { example, pairing } of worked) {
    const breaches = verifyPairing(example.problem, pairing);
    if (breaches.length > 0) throw new RangeError(`${page.name}, ${example.name}: ${breaches.map(({ message }) => message.en).join("; ")}`);
  }
  const find = byExample(page.name, worked);
  const pairingOf: PairingOf = (name) => find(name).pairing;
  return { page, worked, pairingOf };
}
