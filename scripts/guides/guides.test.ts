import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultObjective } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { builtInReasons } from "../../packages/scheduler/src/features/builtInReasons.js";
import { root } from "../workspace.mjs";
import { filesIn } from "./filesIn.js";
import type { GuideTexts } from "./guidePage.js";
import { indexFiles, makePage } from "./makeGuides.js";
import { pictureFile } from "./page/renderPage.js";
import { sheet } from "./picture/scale.js";
import { sizes } from "./picture/text.js";
import { type WrittenText, writtenTexts } from "./picture/writtenTexts.js";
import { schedulerPages } from "./scheduler/schedulerPages.js";

const folder = join(root, "docs", "guides", "scheduler");
const again = "run `npm run guides`";
const made = await Promise.all(schedulerPages.map(makePage));
const pictures = made.flatMap((each) =>
  (["zh", "en"] as const).map(
    (language) => [`${each.page.name} in ${language}`, each.files.get(pictureFile(each.page.name, language)) ?? ""] as const,
  ),
);

describe.each(made.map((each) => [each.page.name, each] as const))("the guide page %s", (_name, each) => {
  it("says nothing of its plans that is not so", () => {
    expect(each.wrong).toEqual([]);
  });

  it.each([...each.files])("has the file %s as the program makes it", (file, text) => {
    // not compared by toBe: a difference of 20 kB helps nobody
    expect(readFileSync(join(folder, file), "utf8") === text, again).toBe(true);
  });

  it("has no sentence twice and none left empty", () => {
    const { page } = each;
    const wordings = [
      page.title,
      page.summary,
      page.purpose,
      page.guarantee,
      page.otherwise,
      page.price,
      ...page.limits,
      ...page.claims.map(({ says }) => says),
    ];
    for (const language of ["zh", "en"] as const) {
      const texts = wordings.map((wording) => wording[language].trim());
      expect(texts.filter((text, index) => text === "" || texts.indexOf(text) < index)).toEqual([]);
    }
  });
});

describe("the guide", () => {
  it("has an index as the program makes it", () => {
    for (const [file, text] of indexFiles(schedulerPages)) expect(readFileSync(join(folder, file), "utf8") === text, again).toBe(true);
  });

  it("has no files that no page makes", () => {
    const files = new Set([...indexFiles(schedulerPages).keys(), ...made.flatMap((each) => [...each.files.keys()])]);
    expect(filesIn(folder).filter((file) => !files.has(file))).toEqual([]);
  });

  it("tells of every reason of a built-in feature and of every weight", () => {
    const told = new Set(schedulerPages.flatMap(({ reasons = [], weights = [] }: GuideTexts) => [...reasons, ...weights]));
    const codes = Object.values(builtInReasons).flatMap((reasons) => Object.keys(reasons));
    expect([...codes, ...Object.keys(defaultObjective)].filter((name) => !told.has(name))).toEqual([]);
  });

  it("gives no two pages one name", () => {
    const names = schedulerPages.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** How much two texts cover one another; estimated widths are a little too wide, so a hair does not count. */
function overlap(a: WrittenText, b: WrittenText): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 6 && height > 2 ? width * height : 0;
}

describe.each(pictures)("the picture of %s", (_name, svg) => {
  const texts = writtenTexts(svg);

  it("has words, none too small to read", () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(({ size }) => size < sizes.small)).toEqual([]);
  });

  it("cuts no words at the edge of the sheet", () => {
    const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    expect(texts.filter(({ left, right, top, bottom }) => left < 0 || right > sheet.width || top < 0 || bottom > height)).toEqual([]);
  });

  it("writes no words over others", () => {
    const over = texts.flatMap((a, i) => texts.slice(i + 1).flatMap((b) => (overlap(a, b) > 0 ? [`${a.text} / ${b.text}`] : [])));
    expect(over).toEqual([]);
  });
});
