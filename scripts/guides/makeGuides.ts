import { isDeepStrictEqual } from "node:util";
import type { GuidePage } from "./guidePage.js";
import { printJson } from "./page/excerpt.js";
import { renderIndex } from "./page/renderIndex.js";
import { pageFile, pictureFile, problemFile, renderPage } from "./page/renderPage.js";
import { drawPicture } from "./picture/drawPicture.js";
import type { Language } from "./words.js";
import type { WorkedPage } from "./workPage.js";

const languages: readonly Language[] = ["zh", "en"];

/** The claims of a page that its plans do not bear out, with what is seen instead. */
export function falseClaims({ page, planOf }: WorkedPage): string[] {
  return page.claims.flatMap(({ says, seen, is }) => {
    const found = seen(planOf);
    return isDeepStrictEqual(found, is) ? [] : [`${page.name}: ${says.en}: expected ${JSON.stringify(is)}, seen ${JSON.stringify(found)}`];
  });
}

/** Every file of a page by its path within the guide's folder. */
export function filesOf(made: WorkedPage): Map<string, string> {
  const { page, worked } = made;
  return new Map([
    ...languages.flatMap((language): [string, string][] => [
      [pageFile(page.name, language), renderPage(made, language)],
      [pictureFile(page.name, language), drawPicture(made, language)],
    ]),
    ...worked.map(({ example, problem }): [string, string] => [problemFile(page, example.name), `${printJson(problem)}\n`]),
  ]);
}

/** The indexes by their paths. */
export function indexFiles(pages: readonly GuidePage[]): Map<string, string> {
  return new Map([
    ["README.md", renderIndex(pages, "zh")],
    ["README.en.md", renderIndex(pages, "en")],
  ]);
}
