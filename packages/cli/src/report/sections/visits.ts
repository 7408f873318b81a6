import { countyMap } from "../countyMap.js";
import { printDay } from "../figures.js";
import { html, type Markup, say, sayInto } from "../markup.js";
import type { ReportData } from "../reportData.js";
import { routeCanvas, type Scene } from "../scene.js";
import { countedWords, pageWords } from "../words.js";

/** The busiest township and its first day with routes: what the page shows before anybody chooses. */
function firstChoice({ townships }: Scene): { readonly township: number; readonly day: number } {
  const busiest = townships.reduce((best, each, i) => (each.visits > (townships[best]?.visits ?? -1) ? i : best), 0);
  const day = townships[busiest]?.days.findIndex((routes) => routes.length > 0) ?? -1;
  return { township: busiest, day: Math.max(0, day) };
}

/** The period's visits: map of the county, and for one township and day the routes on a map and in a timetable. */
export function visitsSection(data: ReportData, scene: Scene): Markup {
  const { caregivers, distanceKm, travelMinutes, serviceMinutes } = data.visits;
  const facts = html`<p class="facts">${say(countedWords.visitFacts(caregivers, Math.round(distanceKm), travelMinutes / 60, serviceMinutes / 60))}</p>`;
  if (scene.townships.every((township) => township.visits === 0))
    return html`<section id="visits"><h2>${say(pageWords.visits)}</h2><p class="none">${say(pageWords.noRoutes)}</p></section>`;
  const chosen = firstChoice(scene);
  const selected = (yes: boolean): string => (yes ? " selected" : "");
  return html`<section id="visits"><h2>${say(pageWords.visits)}</h2>${facts}
<div class="choices"><label><span>${say(pageWords.township)}</span> <select id="township">${scene.townships.map(
    ({ name, visits }, i) =>
      html`<option value="${i}"${selected(i === chosen.township)} ${sayInto("text", countedWords.townshipVisits(name, visits))}>${countedWords.townshipVisits(name, visits).zh}</option>`,
  )}</select></label>
<label><span>${say(pageWords.date)}</span> <select id="day">${scene.dates.map(
    (date, i) => html`<option value="${i}"${selected(i === chosen.day)} ${sayInto("text", printDay(date))}>${printDay(date).zh}</option>`,
  )}</select></label>
<output id="day-figures" for="township day"></output></div>
<noscript><p class="none">${say(pageWords.needsScript)}</p></noscript>
<div class="maps">${countyMap(data, scene)}<figure><figcaption><b>${say(pageWords.routeMap)}</b> <small>${say(pageWords.routeMapNote)}</small></figcaption>
<div class="scroll" tabindex="0" role="region" ${sayInto("aria-label", pageWords.routeMap)}><svg class="map" id="route-map" viewBox="0 0 ${routeCanvas.width} ${routeCanvas.height}" role="img" ${sayInto("aria-label", pageWords.routeMap)}></svg></div><small id="crowded-hint" hidden>${say(pageWords.crowdedHint)}</small></figure></div>
<h3>${say(pageWords.timetable)}</h3>
<div class="legend" aria-hidden="true"><span class="key visit">${say(pageWords.keyVisit)}</span><span class="key travel">${say(pageWords.keyTravel)}</span><span class="key wait">${say(pageWords.keyWait)}</span><span class="key break">${say(pageWords.keyBreak)}</span><button type="button" id="all-caregivers" hidden>${say(pageWords.allCaregivers)}</button></div>
<div class="scroll" tabindex="0" role="region" ${sayInto("aria-label", pageWords.timetable)}><div id="timetable"></div></div>
<details id="itinerary"><summary>${say(pageWords.itinerary)}</summary><div class="scroll" tabindex="0" role="region" ${sayInto("aria-label", pageWords.itinerary)}><table id="itinerary-table"></table></div></details>
</section>`;
}
