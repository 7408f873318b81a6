import type { Wording } from "@eldercare/core";
import { scaleBar } from "../../../packages/cli/src/report/geometry/projection.js";
import { html, type Markup, nothing } from "../../../packages/cli/src/report/markup.js";
import type { GuideTexts } from "../guidePage.js";
import type { Language } from "../words.js";
import { colours } from "./colours.js";
import { drawKey } from "./drawKey.js";
import { sheetOf } from "./drawPicture.js";
import { mapPaper } from "./mapParts.js";
import { box, line, type Pen } from "./pen.js";
import { sheet, timeScale } from "./scale.js";
import { sizes, words } from "./text.js";

/** Width and height of a map on a page that shows nothing but maps. */
export const mapSize = { width: 410, height: 330 } as const;

const titleHeight = 22;
const gap = 12;

/** A map with its title above, a scale, and what the answer costs. */
export function mapFrame(title: string, drawn: Markup, metresPerUnit: number, cost: string, left: number, top: number): Markup {
  const bar = scaleBar(metresPerUnit, 90);
  const base = mapSize.height - gap;
  const length = bar.metres < 1000 ? `${bar.metres} m` : `${bar.metres / 1000} km`;
  return html`<g transform="translate(${left} ${top})">${words(0, 14, title, { bold: true })}<g transform="translate(0 ${titleHeight})">${box(0, 0, mapSize.width, mapSize.height, html`rx="6" fill="${mapPaper}" stroke="${colours.line}"`)}${drawn}${line(["M", 12, base - 5, "v", 5, "h", bar.units, "v", -5], html`stroke="${colours.ink}" stroke-width="1.4"`)}${words(18 + bar.units, base, length, { size: sizes.small })}${words(mapSize.width - 10, base, cost, { size: sizes.small, anchor: "end", fill: colours.soft, halo: mapPaper })}</g></g>
`;
}

/** The picture of a page of maps: one of each example, two beside one another, and a key. SVG of fixed bytes. */
export function drawMaps<Worked>(
  page: GuideTexts,
  worked: readonly Worked[],
  language: Language,
  drawOne: (worked: Worked, left: number, top: number, pen: Pen) => Markup,
  definitions: Markup = nothing,
): string {
  const names = (id: string): Wording => page.names[id] ?? { zh: id, en: id };
  const pen: Pen = { language, names, scale: timeScale([0, 24]), used: new Set() };
  const corner = (i: number): readonly [number, number] => [
    sheet.margin + (i % 2) * (mapSize.width + gap),
    sheet.margin + Math.floor(i / 2) * (mapSize.height + titleHeight + 2 * gap),
  ];
  const maps = worked.map((each, i) => drawOne(each, ...corner(i), pen));
  const isBeside = worked.length % 2 === 1;
  const [x, y] = corner(worked.length);
  const key = drawKey(pen, isBeside ? x : sheet.margin, isBeside ? y + 30 : y);
  const last = corner(worked.length - 1)[1] + mapSize.height + titleHeight;
  return sheetOf(page, language, Math.ceil(Math.max(key.bottom, last) + gap), 0, html`${definitions}${maps}${key.markup}`);
}
