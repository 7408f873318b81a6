import type { Wording } from "@eldercare/core";
import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import type { GuideTexts } from "../guidePage.js";
import type { Language } from "../words.js";
import type { WorkedPage } from "../workPage.js";
import { colours, hueOf } from "./colours.js";
import { drawKey } from "./drawKey.js";
import { drawMap } from "./drawMap.js";
import { drawPanel } from "./drawPanel.js";
import type { Pen } from "./pen.js";
import { hoursOf, sheet, timeScale } from "./scale.js";

const fonts = `system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif`;
const panelGap = 26;
const mapHeight = 240;
const mapGap = 12;

/** Patterns and arrow heads. */
function definitions(caregivers: number): Markup {
  const head = (id: string, fill: string): Markup =>
    html`<marker id="${id}" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${fill}"/></marker>
`;
  return html`<defs>
<pattern id="pause" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#f7f9fa"/><rect width="3" height="8" fill="#c3ccd4"/></pattern>
<pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="6" height="6" fill="${colours.paper}"/><rect width="3" height="6" fill="${colours.alarm}"/></pattern>
<pattern id="overtime" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="${colours.paper}"/><path d="M0 0L7 7M7 0L0 7" stroke="${colours.alarm}" stroke-width="1"/></pattern>
${head("arrow", colours.ink)}${Array.from({ length: caregivers }, (_, caregiver) => head(`way${caregiver}`, hueOf(caregiver)))}</defs>
`;
}

/** A page's picture: a timetable of each example one below the other, maps where ways matter, and a key. SVG of fixed bytes. */
export function drawPicture({ page, worked }: WorkedPage, language: Language): string {
  const scale = timeScale(page.hours ?? hoursOf(worked));
  const names = (id: string): Wording => page.names[id] ?? { zh: id, en: id };
  const pen: Pen = { language, names, scale, used: new Set() };
  let bottom: number = sheet.margin;
  const panels = worked.map((each, i) => {
    const panel = drawPanel(each, bottom + (i === 0 ? 0 : panelGap), pen, page.words ?? {});
    bottom = panel.bottom;
    return panel.markup;
  });
  const mapped = worked.filter(({ example }) => page.maps?.includes(example.name) === true);
  const width = (sheet.width - 2 * sheet.margin - mapGap) / 2;
  const corner = (i: number): readonly [number, number] => [
    sheet.margin + (i % 2) * (width + mapGap),
    bottom + 18 + Math.floor(i / 2) * (mapHeight + mapGap),
  ];
  const maps = mapped.map((each, i) => drawMap(each, ...corner(i), { width, height: mapHeight }, pen));
  // the key stands beside a map that has no other beside it
  const [x, y] = corner(mapped.length);
  const beside = mapped.length % 2 === 1;
  const key = drawKey(pen, beside ? x : sheet.margin, y + (beside ? 4 : 2));
  const last = Math.max(key.bottom, mapped.length === 0 ? 0 : corner(mapped.length - 1)[1] + mapHeight + 8);
  const height = Math.ceil(last + 6);
  const caregivers = Math.max(...worked.map(({ problem }) => problem.caregivers.length));
  return sheetOf(page, language, height, caregivers, html`${panels}${maps}${key.markup}`);
}

/** An SVG of fixed bytes: the sheet with what is drawn on it, and what it is called. */
export function sheetOf(page: GuideTexts, language: Language, height: number, caregivers: number, drawn: Markup): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${height}" width="${sheet.width}" height="${height}" role="img" lang="${language === "zh" ? "zh-CN" : "en"}" font-family="${fonts}" fill="${colours.ink}">
<title>${page.title[language]}</title>
<desc>${page.summary[language]}</desc>
${definitions(caregivers)}<rect width="${sheet.width}" height="${height}" rx="8" fill="${colours.paper}"/>
${drawn}</svg>
`.text;
}
