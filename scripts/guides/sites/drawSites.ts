import type { Wording } from "@eldercare/core";
import { type LabelledDot, placeLabels } from "../../../packages/cli/src/report/geometry/placeLabels.js";
import { type DrawnPoint, fitProjection, scaleBar } from "../../../packages/cli/src/report/geometry/projection.js";
import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import { colours, hueOf } from "../picture/colours.js";
import { drawKey } from "../picture/drawKey.js";
import { sheetOf } from "../picture/drawPicture.js";
import { box, line, type Pen } from "../picture/pen.js";
import { sheet, timeScale } from "../picture/scale.js";
import { sizes, tenth, words } from "../picture/text.js";
import { type Language, pictureWords } from "../words.js";
import type { WorkedSites } from "./workSites.js";

/** Width and height of a map, what lies between two, and what they are drawn on. */
export const mapSize = { width: 410, height: 330 } as const;
export const mapGap = 12;
export const mapPaper = "#f8fafb";

/** Points along a line that names keep off. */
export function crumbs([x0, y0]: DrawnPoint, [x1, y1]: DrawnPoint): LabelledDot[] {
  const count = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 8));
  return Array.from({ length: count + 1 }, (_, i) => ({ at: [x0 + ((x1 - x0) * i) / count, y0 + ((y1 - y0) * i) / count], radius: 3, text: "" }));
}

function drawOne({ example, answer }: WorkedSites["worked"][number], left: number, top: number, pen: Pen): Markup {
  const { language, names, used } = pen;
  const { demands, sites, travel, rules = {} } = example.problem;
  const { project, metresPerUnit } = fitProjection([...demands, ...sites], { ...mapSize, margin: 52 });
  const plan = answer.outcome === "found" ? answer.plan : undefined;
  const hues = new Map((plan?.opened ?? []).map(({ site }, i) => [site, hueOf(i)]));
  const at = new Map([...demands, ...sites].map((each) => [each.id, project(each)] as const));
  const pointOf = (id: string): DrawnPoint => at.get(id) ?? [0, 0];
  const goes = plan?.assignments ?? [];
  const siteOf = new Map(goes.map(({ demand, site }) => [demand, site]));
  // a village with a site in it is told by the site's name
  const samePlace = (a: DrawnPoint, b: DrawnPoint): boolean => a[0] === b[0] && a[1] === b[1];
  const isWithSite = (id: string): boolean => sites.some((site) => samePlace(pointOf(site.id), pointOf(id)));
  const legs = goes.filter(({ demand, site }) => !samePlace(pointOf(demand), pointOf(site)));
  const dots: LabelledDot[] = demands.map(({ id, persons }) => ({
    at: pointOf(id),
    radius: isWithSite(id) ? 10 : 8,
    text: `${names(id)[language]} ${persons}`,
  }));
  const told = legs.map(({ demand, site, distanceMetres = 0 }): LabelledDot => {
    const [[x0, y0], [x1, y1]] = [pointOf(demand), pointOf(site)];
    return { at: [(x0 + x1) / 2, (y0 + y1) / 2], radius: 4, text: String(Math.round(distanceMetres / 100) / 10) };
  });
  const labels = placeLabels([...dots, ...told, ...legs.flatMap(({ demand, site }) => crumbs(pointOf(demand), pointOf(site)))], mapSize, sizes.small);
  const written = (i: number, dot: LabelledDot, fill: string, bold: boolean): Markup | "" => {
    const label = labels[i];
    return label === undefined ? "" : words(label.x, label.y, dot.text, { size: sizes.small, anchor: label.anchor, fill, bold, halo: mapPaper });
  };
  const reach =
    travel.kind === "straightLine" && rules.furthestMetres !== undefined ? rules.furthestMetres / travel.circuity / metresPerUnit : undefined;
  const circles = [...hues].map(([site, hue]) => {
    if (reach === undefined) return "";
    used.add("reach");
    const [x, y] = pointOf(site);
    return html`<circle cx="${x}" cy="${y}" r="${tenth(reach)}" fill="none" stroke="${hue}" stroke-dasharray="3 3" clip-path="url(#map)"/>
`;
  });
  const lines = legs.map(({ demand, site }) => {
    used.add("goesTo");
    return line(["M", ...pointOf(demand), "L", ...pointOf(site)], html`stroke="${hues.get(site) ?? colours.ink}" stroke-width="2.4"`);
  });
  const squares = sites.map(({ id }) => {
    const [x, y] = pointOf(id);
    const hue = hues.get(id);
    used.add(hue === undefined ? "candidate" : "opened");
    const style =
      hue === undefined
        ? html`fill="${colours.paper}" stroke="${colours.soft}" stroke-width="2"`
        : html`fill="${hue}" stroke="${colours.ink}" stroke-width="2"`;
    return box(x - 9, y - 9, 18, 18, style);
  });
  const villages = demands.map(({ id }) => {
    const [x, y] = pointOf(id);
    const site = siteOf.get(id);
    used.add(site === undefined ? "unserved" : "village");
    const fill = site === undefined ? colours.paper : (hues.get(site) ?? colours.ink);
    const style =
      site === undefined
        ? html`stroke="${colours.alarm}" stroke-width="2" stroke-dasharray="3 2"`
        : html`stroke="${colours.paper}" stroke-width="1.5"`;
    return html`<circle cx="${x}" cy="${y}" r="6" fill="${fill}" ${style}/>
`;
  });
  const texts = [
    ...dots.map((dot, i) => written(i, dot, siteOf.has(demands[i]?.id ?? "") ? colours.ink : colours.alarm, false)),
    ...told.map((dot, i) => written(dots.length + i, dot, hues.get(legs[i]?.site ?? "") ?? colours.ink, true)),
  ];
  const bar = scaleBar(metresPerUnit, 90);
  const base = mapSize.height - 12;
  const cost = plan === undefined ? pictureWords.none[language] : `${pictureWords.cost[language]} ${plan.cost.total}`;
  return html`<g transform="translate(${left} ${top})">${words(0, 14, example.title[language], { bold: true })}<g transform="translate(0 22)">${box(0, 0, mapSize.width, mapSize.height, html`rx="6" fill="${mapPaper}" stroke="${colours.line}"`)}${circles}${lines}${squares}${villages}${texts}${line(["M", 12, base - 5, "v", 5, "h", bar.units, "v", -5], html`stroke="${colours.ink}" stroke-width="1.4"`)}${words(18 + bar.units, base, `${bar.metres / 1000} km`, { size: sizes.small })}${words(mapSize.width - 10, base, cost, { size: sizes.small, anchor: "end", fill: colours.soft, halo: mapPaper })}</g></g>
`;
}

/** The picture of a page about where facilities are to be: a map of each example, two beside one another, and a key. SVG of fixed bytes. */
export function drawSites(made: WorkedSites, language: Language): string {
  const { page, worked } = made;
  const names = (id: string): Wording => page.names[id] ?? { zh: id, en: id };
  const pen: Pen = { language, names, scale: timeScale([0, 24]), used: new Set() };
  const corner = (i: number): readonly [number, number] => [
    sheet.margin + (i % 2) * (mapSize.width + mapGap),
    sheet.margin + Math.floor(i / 2) * (mapSize.height + 22 + 2 * mapGap),
  ];
  const maps = worked.map((each, i) => drawOne(each, ...corner(i), pen));
  const clip = html`<clipPath id="map">${box(0, 0, mapSize.width, mapSize.height, html`rx="6"`)}</clipPath>
`;
  const isBeside = worked.length % 2 === 1;
  const [x, y] = corner(worked.length);
  const key = drawKey(pen, isBeside ? x : sheet.margin, isBeside ? y + 30 : y);
  const last = corner(worked.length - 1)[1] + mapSize.height + 22;
  return sheetOf(page, language, Math.ceil(Math.max(key.bottom, last) + 12), 0, html`${clip}${maps}${key.markup}`);
}
