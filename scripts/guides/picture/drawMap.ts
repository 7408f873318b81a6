import type { Place, PlanRoute } from "@eldercare/scheduler";
import { type LabelledDot, placeLabels } from "../../../packages/cli/src/report/geometry/placeLabels.js";
import { type DrawnPoint, fitProjection, scaleBar } from "../../../packages/cli/src/report/geometry/projection.js";
import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import { clockSeconds } from "../clockSeconds.js";
import type { WorkedExample } from "../workPage.js";
import { colours, dashOf, hueOf, letterOf } from "./colours.js";
import { leavingsOf } from "./leavings.js";
import { crumbs, mapPaper } from "./mapParts.js";
import { box, line, type Pen } from "./pen.js";
import { sizes, words } from "./text.js";

/** One leg of a route: from place to place, with the minutes on the road. */
interface Leg {
  readonly caregiver: number;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

function legsOf({ problem, plan }: WorkedExample): Leg[] {
  const nightBefore = ({ caregiver, date }: PlanRoute): string | undefined => {
    const before = plan.routes.filter((route) => route.caregiver === caregiver && route.date < date).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
    return before?.stops.find(({ kind }) => kind === "lodging")?.place;
  };
  const legs = (route: PlanRoute): Leg[] => {
    const { caregiver, date, departs, returns, stops } = route;
    const row = problem.caregivers.findIndex(({ id }) => id === caregiver);
    const shift = problem.caregivers[row]?.shifts.find((each) => each.date === date);
    let [at, since] = [nightBefore(route) ?? shift?.start ?? "", clockSeconds(departs)];
    const leavings = leavingsOf(problem, route);
    const all: Leg[] = [];
    for (const [index, { place, arrive, end }] of stops.entries()) {
      const leaves = Math.max(since, leavings?.[index] ?? since);
      if (place !== at) all.push({ caregiver: row, from: at, to: place, minutes: (clockSeconds(arrive) - leaves) / 60 });
      [at, since] = [place, clockSeconds(end)];
    }
    const home = shift?.end;
    const staysOut = stops.some(({ kind }) => kind === "lodging");
    return staysOut || home === undefined || home === at
      ? all
      : [...all, { caregiver: row, from: at, to: home, minutes: (clockSeconds(returns) - since) / 60 }];
  };
  return plan.routes.flatMap(legs);
}

/** A leg as drawn: beside the straight line, so that ways there and back, and of two caregivers, are told apart. */
interface DrawnLeg {
  readonly leg: Leg;
  readonly from: DrawnPoint;
  readonly to: DrawnPoint;
}

const clearance = 9;

function besideLine(leg: Leg, [x0, y0]: DrawnPoint, [x1, y1]: DrawnPoint, hasReturn: boolean): DrawnLeg {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [east, south] = [(x1 - x0) / length, (y1 - y0) / length];
  const aside = (hasReturn ? 4 : 0) + 5 * (leg.caregiver % 3);
  const [dx, dy] = [-south * aside + east * clearance, east * aside + south * clearance];
  const [ex, ey] = [-south * aside - east * clearance, east * aside - south * clearance];
  return { leg, from: [x0 + dx, y0 + dy], to: [x1 + ex, y1 + ey] };
}

function drawLeg({ leg, from, to }: DrawnLeg): Markup {
  const dash = dashOf(leg.caregiver);
  const dashed = dash === "" ? "" : html`stroke-dasharray="${dash}"`;
  return line(["M", ...from, "L", ...to], html`stroke="${hueOf(leg.caregiver)}" stroke-width="2.4" marker-end="url(#way${leg.caregiver})" ${dashed}`);
}

const sameWay = (a: Leg, b: Leg): boolean => (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);

/** Where on a leg its minutes stand: at the middle, and further along where others take the same way. */
function alongside(from: DrawnPoint, to: DrawnPoint, earlier: number): DrawnPoint {
  const share = [0.5, 0.32, 0.68][earlier % 3] ?? 0.5;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** A map of an example: the places used, the ways between them with their minutes, and a scale. */
export function drawMap(
  worked: WorkedExample,
  left: number,
  top: number,
  size: { readonly width: number; readonly height: number },
  pen: Pen,
): Markup {
  const { problem } = worked;
  const legs = legsOf(worked);
  const starts = new Set(problem.caregivers.flatMap(({ shifts }) => shifts.flatMap(({ start, end = start }) => [start, end])));
  const wanted = new Set([
    ...starts,
    ...problem.visits.map(({ place }) => place),
    ...(problem.transports ?? []).flatMap(({ from, to }) => [from, to]),
    ...(problem.tours ?? []).flatMap(({ lodgings = [] }) => lodgings),
  ]);
  const places: Place[] = problem.places.filter(({ id }) => wanted.has(id));
  // names stand to the left and right of places rather than above and below
  const aside = 44;
  const { project, metresPerUnit } = fitProjection(places, { ...size, width: size.width - 2 * aside, margin: 40 });
  const points = new Map(
    places.map((place): [string, DrawnPoint] => {
      const [x, y] = project(place);
      return [place.id, [x + aside, y]];
    }),
  );
  const drawn = legs.flatMap((leg) => {
    const [a, b] = [points.get(leg.from), points.get(leg.to)];
    const hasReturn = legs.some(({ from, to }) => from === leg.to && to === leg.from);
    return a === undefined || b === undefined ? [] : [besideLine(leg, a, b, hasReturn)];
  });
  const dots: LabelledDot[] = places.map(({ id }) => ({ at: points.get(id) ?? [0, 0], radius: 8, text: pen.names(id)[pen.language] }));
  // there and back in the same time is said once
  const told = drawn.filter(
    ({ leg }, i) =>
      !drawn
        .slice(0, i)
        .some((earlier) => sameWay(earlier.leg, leg) && earlier.leg.caregiver === leg.caregiver && earlier.leg.minutes === leg.minutes),
  );
  const minutes: LabelledDot[] = told.map(({ leg, from, to }, i) => ({
    at: alongside(from, to, told.slice(0, i).filter((earlier) => sameWay(earlier.leg, leg)).length),
    radius: 4,
    text: `${letterOf(leg.caregiver)} ${Math.round(leg.minutes)}`,
  }));
  const labels = placeLabels([...dots, ...minutes, ...drawn.flatMap(({ from, to }) => crumbs(from, to))], size, sizes.plain);
  const lines = drawn.map(drawLeg);
  const times = minutes.map(({ text }, i) => {
    const label = labels[dots.length + i];
    const hue = hueOf(told[i]?.leg.caregiver ?? 0);
    return label === undefined
      ? ""
      : words(label.x, label.y, text, { size: sizes.small, anchor: label.anchor, fill: hue, bold: true, halo: mapPaper });
  });
  const marks = places.map(({ id }, i) => {
    const [x, y] = points.get(id) ?? [0, 0];
    const label = labels[i];
    const isStart = starts.has(id);
    pen.used.add(isStart ? "start" : "place");
    const mark = isStart
      ? box(x - 6, y - 6, 12, 12, html`fill="${colours.paper}" stroke="${colours.ink}" stroke-width="2"`)
      : html`<circle cx="${x}" cy="${y}" r="6" fill="${colours.ink}" stroke="${colours.paper}" stroke-width="1.5"/>
`;
    return html`${mark}${label === undefined ? "" : words(label.x, label.y, dots[i]?.text ?? "", { anchor: label.anchor, halo: mapPaper })}`;
  });
  if (legs.length > 0) pen.used.add("way");
  const scale = scaleBar(metresPerUnit, 90);
  const base = size.height - 12;
  const bar = line(["M", 12, base - 5, "v", 5, "h", scale.units, "v", -5], html`stroke="${colours.ink}" stroke-width="1.4"`);
  const title = words(10, 18, worked.example.title[pen.language], { size: sizes.small, bold: true, halo: colours.paper });
  const scaleText = words(18 + scale.units, base, scale.metres < 1000 ? `${scale.metres} m` : `${scale.metres / 1000} km`, { size: sizes.small });
  return html`<g transform="translate(${left} ${top})">${box(0, 0, size.width, size.height, html`rx="6" fill="${mapPaper}" stroke="${colours.line}"`)}${lines}${times}${marks}${bar}${scaleText}${title}</g>
`;
}
