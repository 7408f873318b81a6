import { type LabelledDot, placeLabels } from "../../../packages/cli/src/report/geometry/placeLabels.js";
import { type DrawnPoint, fitProjection } from "../../../packages/cli/src/report/geometry/projection.js";
import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import { colours, hueOf } from "../picture/colours.js";
import { crumbs, mapPaper } from "../picture/mapParts.js";
import { drawMaps, mapFrame, mapSize } from "../picture/mapSheet.js";
import { box, line, type Pen } from "../picture/pen.js";
import { sizes, tenth, words } from "../picture/text.js";
import { type Language, pictureWords } from "../words.js";
import type { WorkedSites } from "./workSites.js";

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
  const cost = plan === undefined ? pictureWords.none[language] : `${pictureWords.cost[language]} ${plan.cost.total}`;
  const drawn = html`${circles}${lines}${squares}${villages}${texts}`;
  return mapFrame(example.title[language], drawn, metresPerUnit, cost, left, top);
}

/** The picture of a page about where facilities are to be. */
export function drawSites({ page, worked }: WorkedSites, language: Language): string {
  const clip = html`<clipPath id="map">${box(0, 0, mapSize.width, mapSize.height, html`rx="6"`)}</clipPath>
`;
  return drawMaps(page, worked, language, drawOne, clip);
}
