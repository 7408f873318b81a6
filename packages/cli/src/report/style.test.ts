import { describe, expect, it } from "vitest";
import { reportStyle } from "./style.js";

/** Relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of WCAG 2.2. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const variable = (name: string): string => new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(reportStyle)?.[1] ?? "";
const hues = [...reportStyle.matchAll(/\.c\d\{--hue:(#[0-9a-f]{6})\}/g)].map(([, colour = ""]) => colour);

describe("the page's colours", () => {
  it("let white letters be read on every caregiver's colour", () => {
    expect(hues.length).toBe(8);
    for (const hue of hues) expect(contrast(hue, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });

  it("give every text the contrast of WCAG AA", () => {
    const pairs = [
      ["ink", "ground"],
      ["soft", "ground"],
      ["soft", "amber-pale"],
      ["accent", "ground"],
      ["green", "green-pale"],
      ["amber", "amber-pale"],
      ["red", "red-pale"],
      ["ink", "amber-pale"],
    ] as const;
    for (const [text, ground] of pairs) expect(contrast(variable(text), variable(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});
