import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import { pictureWords } from "../words.js";
import { colours, hueOf } from "./colours.js";
import { box, type Kind, line, type Pen } from "./pen.js";
import { sheet } from "./scale.js";
import { sizes, widthOf, words } from "./text.js";

const swatchWidth = 30;
const rowHeight = 24;

/** A small picture of each kind, in a box of 30 by 16 at its left top. */
const swatches: Partial<Record<Kind, () => Markup>> = {
  shift: () => box(0, 0, swatchWidth, 16, html`fill="${colours.band}" stroke="${colours.line}"`),
  overtimeRoom: () => box(0, 0, swatchWidth, 16, html`fill="none" stroke="${colours.soft}" stroke-dasharray="4 3"`),
  overtime: () => box(0, 0, swatchWidth, 16, html`fill="url(#overtime)" stroke="${colours.alarm}"`),
  visit: () => box(0, 0, swatchWidth, 16, html`rx="3" fill="${hueOf(0)}"`),
  travel: () => box(0, 5, swatchWidth, 6, html`fill="${colours.travel}"`),
  wait: () => box(0, 0, swatchWidth, 16, html`fill="${colours.paper}" stroke="${colours.soft}" stroke-dasharray="4 3"`),
  pause: () => box(0, 0, swatchWidth, 16, html`rx="3" fill="url(#pause)" stroke="${colours.soft}"`),
  window: () => line(["M", 1, 13, "v", -7, "H", swatchWidth - 1, "v", 7], html`stroke="${colours.ink}" stroke-width="1.5"`),
  late: () => box(0, 4, swatchWidth, 8, html`fill="url(#late)" stroke="${colours.alarm}"`),
  missed: () => line(["M", 1, 13, "v", -7, "H", swatchWidth - 1, "v", 7], html`stroke="${colours.alarm}" stroke-width="1.5" stroke-dasharray="4 3"`),
  ride: () =>
    html`${line(["M", 1, 8, "H", swatchWidth - 1], html`stroke="${hueOf(0)}" stroke-width="5"`)}${line(["M", 1, 3, "v", 10, "M", swatchWidth - 1, 3, "v", 10], html`stroke="${hueOf(0)}" stroke-width="2"`)}`,
  boards: () => words(15, 13, "▲", { anchor: "middle", fill: hueOf(0), bold: true }),
  alights: () => words(15, 13, "▼", { anchor: "middle", fill: hueOf(0), bold: true }),
  together: () =>
    html`${line(["M", 0, 8, "H", swatchWidth], html`stroke="${colours.ink}" stroke-width="4"`)}${line(["M", 0, 8, "H", swatchWidth], html`stroke="${colours.paper}" stroke-width="1.4"`)}`,
  sequence: () => line(["M", 0, 8, "H", swatchWidth - 2], html`stroke="${colours.ink}" stroke-width="1.8" marker-end="url(#arrow)"`),
  apart: () => line(["M", 0, 8, "H", swatchWidth], html`stroke="${colours.ink}" stroke-width="1.8" stroke-dasharray="2 4"`),
  sameDay: () => line(["M", 0, 8, "H", swatchWidth], html`stroke="${colours.ink}" stroke-width="1.8" stroke-dasharray="8 4 2 4"`),
  spacing: () => line(["M", 0, 8, "H", swatchWidth - 2], html`stroke="${colours.ink}" stroke-width="1.8" marker-end="url(#arrow)"`),
  pattern: () => line(["M", 0, 8, "H", swatchWidth], html`stroke="${colours.ink}" stroke-width="1.8"`),
  leftOut: () => box(0, 0, swatchWidth, 16, html`rx="3" fill="${colours.paper}" stroke="${colours.alarm}" stroke-dasharray="6 4"`),
  notWanted: () => box(0, 0, swatchWidth, 16, html`rx="3" fill="${colours.paper}" stroke="${colours.soft}" stroke-dasharray="6 4"`),
  village: () => html`<circle cx="15" cy="8" r="6" fill="${hueOf(0)}"/>
`,
  unserved: () => html`<circle cx="15" cy="8" r="6" fill="${colours.paper}" stroke="${colours.alarm}" stroke-width="2" stroke-dasharray="3 2"/>
`,
  opened: () => box(8, 1, 14, 14, html`fill="${hueOf(0)}" stroke="${colours.ink}" stroke-width="2"`),
  candidate: () => box(8, 1, 14, 14, html`fill="${colours.paper}" stroke="${colours.soft}" stroke-width="2"`),
  goesTo: () => line(["M", 0, 8, "H", swatchWidth], html`stroke="${hueOf(0)}" stroke-width="2.4"`),
  person: () => html`<circle cx="15" cy="8" r="6" fill="${hueOf(0)}"/>
`,
  unpaired: () => html`<circle cx="15" cy="8" r="6" fill="${colours.paper}" stroke="${colours.alarm}" stroke-width="2" stroke-dasharray="3 2"/>
`,
  volunteer: () => box(8, 1, 14, 14, html`fill="${hueOf(0)}" stroke="${colours.ink}" stroke-width="2"`),
  oneToOne: () => line(["M", 0, 8, "H", swatchWidth], html`stroke="${hueOf(0)}" stroke-width="2.4"`),
  inGrid: () => line(["M", 0, 8, "H", swatchWidth], html`stroke="${hueOf(0)}" stroke-width="2.4" stroke-dasharray="6 3"`),
  reach: () => html`<circle cx="15" cy="8" r="7" fill="none" stroke="${colours.soft}" stroke-dasharray="3 3"/>
`,
  night: () => words(15, 13, "☾", { anchor: "middle", bold: true }),
  place: () => html`<circle cx="15" cy="8" r="6" fill="${colours.ink}"/>
`,
  start: () => box(9, 2, 12, 12, html`fill="${colours.paper}" stroke="${colours.ink}" stroke-width="2"`),
  way: () => line(["M", 0, 8, "H", swatchWidth - 2], html`stroke="${hueOf(0)}" stroke-width="2.4" marker-end="url(#way0)"`),
};

/** The key of all that was drawn, in rows from a height downwards. */
export function drawKey(
  { used, language }: Pen,
  left: number,
  top: number,
  right = sheet.width - sheet.margin,
): { readonly markup: Markup; readonly bottom: number } {
  let [x, y] = [left, top];
  const parts = (Object.keys(swatches) as Kind[])
    .filter((kind) => used.has(kind))
    .map((kind) => {
      const text = pictureWords[kind][language];
      const width = swatchWidth + 6 + widthOf(text, sizes.small) + 20;
      if (x > left && x + width - 20 > right) [x, y] = [left, y + rowHeight];
      const part = html`<g transform="translate(${x} ${y})">${swatches[kind]?.() ?? ""}${words(swatchWidth + 6, 12.5, text, { size: sizes.small })}</g>
`;
      x = Math.round(x + width);
      return part;
    });
  return { markup: html`${parts}`, bottom: y + rowHeight };
}
