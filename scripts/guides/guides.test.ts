import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../workspace.mjs";
import { filesIn } from "./filesIn.js";
import { falseClaims, filesOf, indexFiles } from "./makeGuides.js";
import { schedulerPages } from "./scheduler/schedulerPages.js";
import { workPage } from "./workPage.js";

const folder = join(root, "docs", "guides", "scheduler");
const again = "run `npm run guides`";
const made = await Promise.all(schedulerPages.map(workPage));

describe.each(made.map((each) => [each.page.name, each] as const))("the guide page %s", (_name, each) => {
  it("says nothing of its plans that is not so", () => {
    expect(falseClaims(each)).toEqual([]);
  });

  it.each([...filesOf(each)])("has the file %s as the program makes it", (file, text) => {
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
    const files = new Set([...indexFiles(schedulerPages).keys(), ...made.flatMap((each) => [...filesOf(each).keys()])]);
    expect(filesIn(folder).filter((file) => !files.has(file))).toEqual([]);
  });

  it("gives no two pages one name", () => {
    const names = schedulerPages.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
