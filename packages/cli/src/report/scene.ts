import { datesBetween, type Wording } from "@eldercare/core";
import { secondsOfDay } from "./figures.js";
import { type Box, type LabelledDot, labelBox, placeLabels } from "./geometry/placeLabels.js";
import { type DrawnPoint, fitProjection, type Projection, type ScaleBar, scaleBar, type Transfer, transferBetween } from "./geometry/projection.js";
import { spreadMarks } from "./geometry/spreadMarks.js";
import type { GeoPoint, ReportData, ReportPlace, ReportRoute } from "./reportData.js";

/** Size of the drawing of a township's routes. */
export const routeCanvas = { width: 640, height: 450, margin: 46 } as const;
/** Size of the drawing of the county. */
export const countyCanvas = { width: 480, height: 450, margin: 34 } as const;
/** Least distance between the numbered marks of two stops, in units of the drawing. */
const markSpacing = 23;
/** Most visits of a day whose marks are all numbered at once; above, one caregiver's at a time. */
const numberedAtMost = 70;
const villageFontSize = 12;
const longestScaleBar = 120;

/** A village as drawn: name, dot, and where the name stands (anchor 0 start, 1 middle, 2 end); no name where there is no room. */
export type SceneVillage =
  | readonly [name: string, x: number, y: number, labelX: number, labelY: number, anchor: 0 | 1 | 2]
  | readonly [name: string, x: number, y: number];

/** A stop as drawn; `service` is an index into `services`, -1 for none, times are seconds since midnight. */
export type SceneStop = readonly [
  kind: 0 | 1,
  id: string,
  person: string,
  service: number,
  x: number,
  y: number,
  markX: number,
  markY: number,
  arrive: number,
  start: number,
  end: number,
];

/** A caregiver's day as drawn; `caregiver` is an index into the township's caregivers. */
export type SceneRoute = readonly [
  caregiver: number,
  departs: number,
  returns: number,
  startX: number,
  startY: number,
  endX: number,
  endY: number,
  stops: readonly SceneStop[],
];

/** A township as drawn, with the routes of each day of the period. */
export interface SceneTownship {
  readonly code: string;
  readonly name: string;
  /** Visits of the period. */
  readonly visits: number;
  readonly caregivers: readonly string[];
  readonly villages: readonly SceneVillage[];
  readonly scale: ScaleBar;
  /** Carries this drawing over to the map of the county. */
  readonly toCounty: Transfer;
  /** By day of the period, in the order of `dates`. */
  readonly days: readonly (readonly SceneRoute[])[];
}

/** What the page draws on demand: places already projected, times already in seconds. */
export interface Scene {
  readonly dates: readonly string[];
  /** First and last full hour of the timetable. */
  readonly hours: readonly [from: number, to: number];
  /** Most visits of a day whose marks are all numbered at once. */
  readonly numberedAtMost: number;
  readonly services: readonly Wording[];
  readonly townships: readonly SceneTownship[];
}

/** A place whose coordinates are known. */
export const isPlaced = (place: ReportPlace): place is ReportPlace & GeoPoint => place.lng !== undefined && place.lat !== undefined;

/** The projection of the county map: all its townships and villages. */
export function countyProjection(data: Pick<ReportData, "townships" | "villages">): Projection {
  return fitProjection([...data.townships.filter(isPlaced), ...data.villages.filter(isPlaced)], countyCanvas);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const anchors = { start: 0, middle: 1, end: 2 } as const;

/** The villages as drawn, and the rectangles that their names cover. */
function drawVillages(
  villages: readonly (ReportPlace & GeoPoint)[],
  project: Projection["project"],
): { readonly villages: readonly SceneVillage[]; readonly names: readonly Box[] } {
  const dots: LabelledDot[] = villages.map((village) => ({ at: project(village), radius: 2.5, text: village.name }));
  const labels = placeLabels(dots, routeCanvas, villageFontSize);
  const names: Box[] = [];
  const drawn = dots.map(({ at: [x, y], text }, i): SceneVillage => {
    const label = labels[i];
    if (label === undefined || label.crowded) return [text, x, y];
    names.push(labelBox(label, text, villageFontSize));
    return [text, x, y, label.x, label.y, anchors[label.anchor]];
  });
  return { villages: drawn, names };
}

function drawDay(
  routes: readonly ReportRoute[],
  caregivers: readonly string[],
  services: ReadonlyMap<string, number>,
  project: Projection["project"],
  names: readonly Box[],
): SceneRoute[] {
  const ordered = [...routes].sort((a, b) => caregivers.indexOf(a.caregiver) - caregivers.indexOf(b.caregiver) || byText(a.departs, b.departs));
  const points = ordered.map((route): DrawnPoint[] => route.stops.filter((stop) => stop.kind === "visit").map(project));
  const shownTogether = points.flat().length > numberedAtMost ? points : [points.flat()];
  const marks = shownTogether.flatMap((each) => spreadMarks(each, markSpacing, routeCanvas, names)).values();
  return ordered.map((route) => [
    caregivers.indexOf(route.caregiver),
    secondsOfDay(route.departs),
    secondsOfDay(route.returns),
    ...project(route.start),
    ...project(route.end),
    route.stops.map((stop): SceneStop => {
      const at = project(stop);
      const mark = stop.kind === "visit" ? (marks.next().value ?? at) : at;
      const service = stop.service === undefined ? -1 : (services.get(stop.service) ?? -1);
      const times = [secondsOfDay(stop.arrive), secondsOfDay(stop.start), secondsOfDay(stop.end)] as const;
      return [stop.kind === "visit" ? 0 : 1, stop.id, stop.person ?? "", service, ...at, ...mark, ...times];
    }),
  ]);
}

function drawTownship(
  { code, name }: ReportPlace,
  data: ReportData,
  routes: readonly ReportRoute[],
  dates: readonly string[],
  services: ReadonlyMap<string, number>,
  county: Projection,
): SceneTownship {
  const villages = data.villages.filter(isPlaced).filter((village) => village.code.startsWith(code));
  const seat = data.townships.filter(isPlaced).filter((township) => township.code === code);
  const routePlaces = routes.flatMap((route): GeoPoint[] => [route.start, route.end, ...route.stops]);
  const projection = fitProjection([...villages, ...routePlaces, ...(villages.length + routePlaces.length === 0 ? seat : [])], routeCanvas);
  const { project, metresPerUnit } = projection;
  const drawn = drawVillages(villages, project);
  const caregivers = [...new Set(routes.map((route) => route.caregiver))].sort(byText);
  const byDate = new Map(dates.map((date): [string, ReportRoute[]] => [date, []]));
  for (const route of routes) byDate.get(route.date)?.push(route);
  return {
    code,
    name,
    visits: routes.reduce((sum, route) => sum + route.stops.filter((stop) => stop.kind === "visit").length, 0),
    caregivers,
    villages: drawn.villages,
    scale: scaleBar(metresPerUnit, longestScaleBar),
    toCounty: transferBetween(projection, county),
    days: [...byDate.values()].map((ofDay) => drawDay(ofDay, caregivers, services, project, drawn.names)),
  };
}

/**
 * Prepares the routes for drawing: each township has a projection of its own that holds for every day, so that a place keeps
 * its spot when the day changes. Townships without routes are kept, in the order given; routes of a township that is not
 * listed come last under its code.
 */
export function sceneOf(data: ReportData): Scene {
  const dates = datesBetween(data.period.from, data.period.to);
  const serviceIds = Object.keys(data.services).sort(byText);
  const services = new Map(serviceIds.map((id, index) => [id, index]));
  const byTownship = new Map<string, ReportRoute[]>();
  for (const route of data.routes) byTownship.set(route.township, [...(byTownship.get(route.township) ?? []), route]);
  const listed = new Set(data.townships.map((township) => township.code));
  const others = [...byTownship.keys()].filter((code) => !listed.has(code)).sort(byText);
  const places: readonly ReportPlace[] = [...data.townships, ...others.map((code) => ({ code, name: code }))];
  let [first, last] = [24, 0];
  for (const { departs, returns } of data.routes) {
    first = Math.min(first, Math.floor(secondsOfDay(departs) / 3600));
    last = Math.max(last, Math.ceil(secondsOfDay(returns) / 3600));
  }
  const county = countyProjection(data);
  return {
    dates,
    hours: first < last ? [first, last] : [8, 18],
    numberedAtMost,
    services: serviceIds.map((id) => data.services[id] ?? { zh: id, en: id }),
    townships: places.map((place) => drawTownship(place, data, byTownship.get(place.code) ?? [], dates, services, county)),
  };
}
