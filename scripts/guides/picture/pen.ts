import { type Content, html, type Markup } from "../../../packages/cli/src/report/markup.js";
import type { Language, pictureWords } from "../words.js";
import type { Names } from "./lane.js";
import type { TimeScale } from "./scale.js";
import { tenth } from "./text.js";

/** A kind of thing that the key explains. */
export type Kind = keyof typeof pictureWords;

/** What every part of a picture is drawn with. */
export interface Pen {
  readonly language: Language;
  readonly names: Names;
  readonly scale: TimeScale;
  /** Kinds drawn so far, for the key. */
  readonly used: Set<Kind>;
}

/** A rectangle. */
export function box(x: number, y: number, width: number, height: number, attributes: Content): Markup {
  return html`<rect x="${tenth(x)}" y="${tenth(y)}" width="${tenth(Math.max(0, width))}" height="${tenth(height)}" ${attributes}/>
`;
}

/** A line along points and steps of the language of SVG paths. */
export function line(path: readonly (string | number)[], attributes: Content): Markup {
  const text = path.map((part) => (typeof part === "number" ? tenth(part) : part)).join(" ");
  return html`<path d="${text}" fill="none" ${attributes}/>
`;
}

/** A time of day as pictures show it, to the minute. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** From–to. */
export const span = (from: number, to: number): string => `${clock(from)}–${clock(to)}`;
