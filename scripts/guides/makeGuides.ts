import { isDeepStrictEqual } from "node:util";
import type { GuidePage, GuideTexts } from "./guidePage.js";
import { printJson } from "./page/excerpt.js";
import { renderIndex } from "./page/renderIndex.js";
import { pageFile, pictureFile, problemFile, renderPage } from "./page/renderPage.js";
import { drawPairs } from "./pairs/drawPairs.js";
import { renderPairs } from "./pairs/renderPairs.js";
import { type PairingGuidePage, workPairs } from "./pairs/workPairs.js";
import { drawPicture } from "./picture/drawPicture.js";
import { drawSites } from "./sites/drawSites.js";
import { renderSites } from "./sites/renderSites.js";
import { type SitingGuidePage, workSites } from "./sites/workSites.js";
import type { Language } from "./words.js";
import { workPage } from "./workPage.js";

/** A page of any kind: of plans of visits, of sites, of pairs. */
export type AnyGuidePage = GuidePage | SitingGuidePage | PairingGuidePage;

const languages: readonly Language[] = ["zh", "en"];

/** A page with its files by their paths within the guide's folder, and those of its claims that its examples do not bear out. */
export interface MadePage {
  readonly page: GuideTexts;
  readonly files: ReadonlyMap<string, string>;
  readonly wrong: readonly string[];
}

interface Claim<Found> {
  readonly says: { readonly en: string };
  readonly seen: (found: Found) => unknown;
  readonly is: unknown;
}

function falseClaims<Found>(name: string, claims: readonly Claim<Found>[], found: Found): string[] {
  return claims.flatMap(({ says, seen, is }) => {
    const saw = seen(found);
    return isDeepStrictEqual(saw, is) ? [] : [`${name}: ${says.en}: expected ${JSON.stringify(is)}, seen ${JSON.stringify(saw)}`];
  });
}

function filesOf(page: AnyGuidePage, write: (language: Language) => string, draw: (language: Language) => string): ReadonlyMap<string, string> {
  return new Map([
    ...languages.flatMap((language): [string, string][] => [
      [pageFile(page.name, language), write(language)],
      [pictureFile(page.name, language), draw(language)],
    ]),
    ...page.examples.map(({ name, problem }): [string, string] => [problemFile(page, name), `${printJson(problem)}\n`]),
  ]);
}

/** Solves, checks, writes and draws a page. */
export async function makePage(page: AnyGuidePage): Promise<MadePage> {
  if ("sites" in page) {
    const made = await workSites(page);
    const files = filesOf(
      page,
      (language) => renderSites(made, language),
      (language) => drawSites(made, language),
    );
    return { page, files, wrong: falseClaims(page.name, page.claims, made.answerOf) };
  }
  if ("pairs" in page) {
    const made = await workPairs(page);
    const files = filesOf(
      page,
      (language) => renderPairs(made, language),
      (language) => drawPairs(made, language),
    );
    return { page, files, wrong: falseClaims(page.name, page.claims, made.pairingOf) };
  }
  const made = await workPage(page);
  const files = filesOf(
    page,
    (language) => renderPage(made, language),
    (language) => drawPicture(made, language),
  );
  return { page, files, wrong: falseClaims(page.name, page.claims, made.planOf) };
}

/** The indexes by their paths. */
export function indexFiles(pages: readonly GuideTexts[]): Map<string, string> {
  return new Map([
    ["README.md", renderIndex(pages, "zh")],
    ["README.en.md", renderIndex(pages, "en")],
  ]);
}
