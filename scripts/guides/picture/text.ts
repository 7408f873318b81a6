import { textWidth } from "../../../packages/cli/src/report/geometry/placeLabels.js";
import { html, type Markup, nothing } from "../../../packages/cli/src/report/markup.js";

/** Sizes of letters, in units of the picture, which pages show at about one pixel each. */
export const sizes = { title: 16, plain: 13, small: 12 } as const;

/** A tenth of a unit is finer than anybody sees, and the same on every machine. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Room that a text takes; bold letters are a little wider. */
export const widthOf = (text: string, size: number, bold = false): number => textWidth(text, size) * (bold ? 1.07 : 1);

/** How a text stands. */
export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Colour of the seam that keeps it apart from lines behind. */
  readonly halo?: string;
}

/** A text at a point. */
export function words(
  x: number,
  y: number,
  text: string,
  { size = sizes.plain, fill, anchor = "start", bold = false, halo }: TextStyle = {},
): Markup {
  const ink = fill === undefined ? nothing : html` fill="${fill}"`;
  const seam = halo === undefined ? nothing : html` stroke="${halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  const side = anchor === "start" ? nothing : html` text-anchor="${anchor}"`;
  const weight = bold ? html` font-weight="700"` : nothing;
  return html`<text x="${tenth(x)}" y="${tenth(y)}" font-size="${size}"${ink}${side}${weight}${seam}>${text}</text>
`;
}

/** Pieces that a line is not broken within: a Chinese character, or a word with what follows it closely. */
const pieces = (text: string): string[] => text.match(/[\u2e80-\uffef][，。；：、）”]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];

/** A text in lines of a width. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}
