import type { Wording } from "@eldercare/core";
import { type SitingAnswer, type SitingProblem, site, verifySiting } from "@eldercare/scheduler/siting";
import { byExample } from "../byExample.js";
import type { GuideTexts } from "../guidePage.js";

/** What was found, by the name of an example; asking for one that is not there throws. */
export type AnswerOf = (example: string) => SitingAnswer;

/** One question of siting on a page. */
export interface SitingGuideExample {
  /** Part of file names; the first example of a page is its main one. */
  readonly name: string;
  readonly title: Wording;
  readonly about: Wording;
  readonly problem: SitingProblem;
  /** Pointers of the parts of the problem that the page shows; none shows nothing. */
  readonly shown?: readonly string[];
}

/** A page of a guide about where facilities are to be. */
export interface SitingGuidePage extends GuideTexts {
  /** Tells it from a page of plans. */
  readonly sites: true;
  readonly examples: readonly [SitingGuideExample, ...SitingGuideExample[]];
  readonly claims: readonly { readonly says: Wording; readonly seen: (answers: AnswerOf) => unknown; readonly is: unknown }[];
}

/** A page with what was found. */
export interface WorkedSites {
  readonly page: SitingGuidePage;
  readonly worked: readonly { readonly example: SitingGuideExample; readonly answer: SitingAnswer }[];
  readonly answerOf: AnswerOf;
}

/**
 * Answers every question of a page, with the options that `site` has by itself.
 *
 * @throws RangeError where the checker does not accept a plan, naming what it found
 */
export async function workSites(page: SitingGuidePage): Promise<WorkedSites> {
  const worked = await Promise.all(page.examples.map(async (example) => ({ example, answer: await site(example.problem) })));
  for (const { example, answer } of worked) {
    const breaches = answer.outcome === "found" ? verifySiting(example.problem, answer.plan) : [];
    if (breaches.length > 0) throw new RangeError(`${page.name}, ${example.name}: ${breaches.map(({ message }) => message.en).join("; ")}`);
  }
  const find = byExample(page.name, worked);
  const answerOf: AnswerOf = (name) => find(name).answer;
  return { page, worked, answerOf };
}
