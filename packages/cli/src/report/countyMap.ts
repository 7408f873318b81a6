import { type LabelledDot, placeLabels } from "./geometry/placeLabels.js";
import { scaleBar } from "./geometry/projection.js";
import { html, type Markup, nothing, say, sayInto } from "./markup.js";
import type { ReportData } from "./reportData.js";
import { countyCanvas as canvas, countyProjection, isPlaced, type Scene } from "./scene.js";
import { countedWords, pageWords } from "./words.js";

const fontSize = 13;
const [leastRadius, greatestRadius] = [3.5, 10] as const;

/**
 * A map of the county: a dot for each township, growing with its visits of the period, named so that no name covers another;
 * villages as specks behind.
 */
export function countyMap(data: ReportData, scene: Scene): Markup {
  const townships = data.townships.filter(isPlaced);
  if (townships.length === 0) return nothing;
  const unplaced = data.townships.filter((township) => !isPlaced(township)).map((township) => township.name);
  const villages = data.villages.filter(isPlaced);
  const { project, metresPerUnit } = countyProjection(data);
  const visits = new Map(scene.townships.map((township) => [township.code, township.visits]));
  const most = Math.max(1, ...visits.values());
  // area, not radius, grows with the number of visits
  const radiusOf = (code: string): number => leastRadius + (greatestRadius - leastRadius) * Math.sqrt((visits.get(code) ?? 0) / most);
  const dots: LabelledDot[] = townships.map(({ code, name, lng, lat }) => ({ at: project({ lng, lat }), radius: radiusOf(code), text: name }));
  const labels = placeLabels(dots, canvas, fontSize);
  const scale = scaleBar(metresPerUnit, 110);
  const baseline = canvas.height - 14;
  return html`<figure><figcaption><b>${say(pageWords.countyMap)}</b> <small>${say(pageWords.countyMapNote)}</small></figcaption>
<svg class="map" id="county-map" viewBox="0 0 ${canvas.width} ${canvas.height}" role="img" ${sayInto("aria-label", pageWords.countyMap)}>
<g class="specks">${villages.map((village) => {
    const [x, y] = project(village);
    return html`<circle cx="${x}" cy="${y}" r="1.3"/>`;
  })}</g>
<g id="county-routes"></g>
${townships.map(({ code, name }, i) => {
  const dot = dots[i];
  const label = labels[i];
  if (dot === undefined || label === undefined) return nothing;
  const [x, y] = dot.at;
  return html`<g class="town" data-township="${code}"><title>${countedWords.townshipVisits(name, visits.get(code) ?? 0).zh}</title><circle cx="${x}" cy="${y}" r="${Math.round(dot.radius * 10) / 10}"/><text x="${label.x}" y="${label.y}" text-anchor="${label.anchor}">${name}</text></g>
`;
})}<g class="scale"><path d="M14 ${baseline - 4}v4h${scale.units}v-4"/><text x="${18 + scale.units}" y="${baseline}">${scale.metres / 1000} km</text></g>
</svg>${unplaced.length === 0 ? nothing : html`<small>${say(countedWords.notDrawn(unplaced.join("、")))}</small>`}</figure>`;
}
