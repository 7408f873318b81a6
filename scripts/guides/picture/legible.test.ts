import { describe, expect, it } from "vitest";
import { schedulerPages } from "../scheduler/schedulerPages.js";
import { workPage } from "../workPage.js";
import { drawPicture } from "./drawPicture.js";
import { sheet } from "./scale.js";
import { sizes } from "./text.js";
import { type WrittenText, writtenTexts } from "./writtenTexts.js";

const pictures = (await Promise.all(schedulerPages.map(workPage))).flatMap((made) =>
  (["zh", "en"] as const).map((language) => [`${made.page.name} in ${language}`, drawPicture(made, language)] as const),
);

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
