import { weekdayOf } from "@eldercare/core";
import { html, type Markup, nothing } from "../../../packages/cli/src/report/markup.js";
import { dayWords, pictureWords } from "../words.js";
import { colours, hueOf, letterOf } from "./colours.js";
import { drawMarks } from "./drawMarks.js";
import type { Lane, LaneStop } from "./lane.js";
import { levelsBelow } from "./levels.js";
import { box, clock, line, type Pen, span } from "./pen.js";
import { sheet } from "./scale.js";
import { sizes, widthOf, words } from "./text.js";

const barHeight = 44;
const labelHeight = 17;
const thinHeight = 24;

/** Where a stop is drawn. */
export interface DrawnStop {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What stands in the way of lines that leave downwards. */
  readonly floor: number;
}

/** A lane as drawn. */
export interface DrawnLane {
  /** The shift, which lines between stops are drawn upon. */
  readonly ground: Markup;
  /** What stands upon such lines. */
  readonly markup: Markup;
  readonly bottom: number;
  readonly stops: readonly DrawnStop[];
}

/** Who goes, by name. */
const whoOf = ({ crew }: Lane, { language, names }: Pen): string => crew.map((id) => names(id)[language]).join(language === "zh" ? "、" : ", ");

function heading(lane: Lane, top: number, pen: Pen): Markup {
  const { caregiver, date, from, to } = lane;
  const { language } = pen;
  const [x, middle] = [sheet.margin, top + barHeight / 2];
  return html`<circle cx="${x + 11}" cy="${middle}" r="11" fill="${hueOf(caregiver)}"/>
${words(x + 11, middle + 4.5, letterOf(caregiver), { anchor: "middle", fill: colours.paper, bold: true })}${words(x + 28, middle - 9, whoOf(lane, pen), { bold: true })}${words(x + 28, middle + 6, dayWords(date, weekdayOf(date), language), { size: sizes.small, fill: colours.soft })}${words(x + 28, middle + 20, span(from, to), { size: sizes.small, fill: colours.soft })}`;
}

function drawShift({ from, to, overtime, returns }: Lane, top: number, { scale, used }: Pen, height: number = barHeight): Markup {
  const [left, right, late] = [scale.at(from), scale.at(to), scale.at(to + overtime)];
  used.add("shift");
  const band = box(left, top, right - left, height, html`fill="${colours.band}" stroke="${colours.line}"`);
  if (overtime === 0) return band;
  used.add("overtimeRoom");
  const room = box(right, top, late - right, height, html`fill="none" stroke="${colours.soft}" stroke-dasharray="4 3"`);
  if (returns === undefined || returns <= to) return html`${band}${room}`;
  used.add("overtime");
  const worked = box(right, top, scale.at(returns) - right, height, html`fill="url(#overtime)" stroke="${colours.alarm}"`);
  return html`${band}${room}${worked}`;
}

function drawWays(lane: Lane, top: number, { scale, used, language, names }: Pen): Markup {
  const middle = top + barHeight / 2;
  let since = lane.departs ?? 0;
  const parts: Markup[] = [];
  const way = (from: number, to: number): void => {
    if (to <= from) return;
    used.add("travel");
    const [left, right] = [scale.at(from), scale.at(to)];
    parts.push(box(left, middle - 3, right - left, 6, html`fill="${colours.travel}"`));
    const text = `${Math.round((to - from) / 60)} ${pictureWords.minutes[language]}`;
    const fits = widthOf(text, sizes.small) <= right - left - 2;
    if (fits) parts.push(words((left + right) / 2, middle - 7, text, { size: sizes.small, anchor: "middle", fill: colours.soft }));
  };
  for (const stop of lane.stops) {
    way(Math.max(since, stop.leaves ?? since), stop.arrive);
    if (stop.start > stop.arrive) {
      used.add("wait");
      const [left, right] = [scale.at(stop.arrive), scale.at(stop.start)];
      parts.push(box(left, middle - 9, right - left, 18, html`fill="${colours.paper}" stroke="${colours.soft}" stroke-dasharray="4 3"`));
      const text = pictureWords.wait[language];
      if (widthOf(text, sizes.small) <= right - left - 4)
        parts.push(words((left + right) / 2, middle + 4, text, { size: sizes.small, anchor: "middle", fill: colours.soft }));
    }
    since = stop.end;
  }
  way(since, lane.returns ?? 0);
  if (lane.night !== undefined) {
    used.add("night");
    const name = `☾ ${names(lane.night)[language]}`;
    parts.push(words(scale.at(lane.returns ?? 0) + 6, middle + 4, name, { size: sizes.small, bold: true, halo: colours.band }));
  }
  return html`${parts}`;
}

function stopName({ kind, id }: LaneStop, { language, names }: Pen): string {
  if (kind === "break") return pictureWords.pause[language];
  const name = names(id)[language];
  if (kind === "board") return `▲ ${name}`;
  return kind === "alight" ? `▼ ${name}` : name;
}

/** The two lines in a stop's box, or undefined where it is too narrow for them. */
function inside(stop: LaneStop, width: number, pen: Pen): readonly [string, string] | undefined {
  const lines = [stopName(stop, pen), span(stop.start, stop.end)] as const;
  return widthOf(lines[0], sizes.plain, true) <= width - 4 && widthOf(lines[1], sizes.small) <= width - 3 ? lines : undefined;
}

function drawStops(lane: Lane, top: number, pen: Pen): { readonly markup: Markup; readonly labels: number; readonly stops: readonly DrawnStop[] } {
  const hue = hueOf(lane.caregiver);
  const placed = lane.stops.map((stop) => {
    const [left, right] = [pen.scale.at(stop.start), pen.scale.at(stop.end)];
    return { stop, left, right, lines: inside(stop, right - left, pen) };
  });
  const outside = placed.filter(({ lines }) => lines === undefined);
  const texts = outside.map(({ stop }) => `${stopName(stop, pen)} ${stop.kind === "break" ? span(stop.start, stop.end) : clock(stop.start)}`);
  const stretches = outside.map(({ left }, i) => {
    const width = widthOf(texts[i] ?? "", sizes.small, true);
    const from = Math.min(left + 4, sheet.width - sheet.margin / 2 - width);
    return { from, to: from + width };
  });
  const levels = levelsBelow(stretches);
  const labels = Math.max(-1, ...levels) + 1;
  const bottom = top + barHeight;
  const boxes = placed.map(({ stop, left, right, lines }) => {
    pen.used.add(stop.kind === "break" ? "pause" : stop.kind === "board" ? "boards" : stop.kind === "alight" ? "alights" : "visit");
    const isBreak = stop.kind === "break";
    const fill = isBreak ? html`fill="url(#pause)" stroke="${colours.soft}"` : html`fill="${hue}" stroke="${colours.paper}"`;
    const ink = isBreak ? colours.ink : colours.paper;
    const halo = isBreak ? { halo: colours.paper } : {};
    const middle = (left + right) / 2;
    return html`${box(left, top + 4, right - left, barHeight - 8, html`rx="3" ${fill}`)}${
      lines === undefined
        ? nothing
        : html`${words(middle, top + 19, lines[0], { anchor: "middle", fill: ink, bold: true, ...halo })}${words(middle, top + 34, lines[1], { size: sizes.small, anchor: "middle", fill: ink, ...halo })}`
    }`;
  });
  const named = outside.map(({ left }, i) => {
    const y = bottom + labelHeight * ((levels[i] ?? 0) + 1);
    return html`${line(["M", left + 1, bottom - 6, "V", y], html`stroke="${hue}"`)}${words(stretches[i]?.from ?? 0, y, texts[i] ?? "", { size: sizes.small, fill: hue, bold: true, halo: colours.paper })}`;
  });
  const floor = bottom + labelHeight * labels;
  return {
    markup: html`${boxes}${named}`,
    labels,
    stops: placed.map(({ stop, left, right }) => ({ id: stop.id, left, right, top: top + 4, bottom: bottom - 4, floor })),
  };
}

/** A shift of one of several days with nothing in it: a thin band that says so. */
function drawThin(lane: Lane, top: number, pen: Pen): DrawnLane {
  const { caregiver, date, to } = lane;
  const { language, scale } = pen;
  const middle = top + thinHeight / 2;
  const said = `${whoOf(lane, pen)} · ${pictureWords.nothing[language]}`;
  return {
    ground: drawShift(lane, top, pen, thinHeight),
    markup: html`<circle cx="${sheet.margin + 11}" cy="${middle}" r="9" fill="${hueOf(caregiver)}"/>
${words(sheet.margin + 11, middle + 4, letterOf(caregiver), { size: sizes.small, anchor: "middle", fill: colours.paper, bold: true })}${words(sheet.margin + 28, middle + 4, dayWords(date, weekdayOf(date), language), { size: sizes.small, fill: colours.soft })}${words(scale.at(to) - 10, middle + 4, said, { size: sizes.small, anchor: "end", fill: colours.soft, halo: colours.band })}`,
    bottom: top + thinHeight,
    stops: [],
  };
}

/** A caregiver's day from a height downwards. */
export function drawLane(lane: Lane, from: number, pen: Pen): DrawnLane {
  if (lane.isThin) return drawThin(lane, from, pen);
  const marks = drawMarks(lane.marks, lane.caregiver, pen);
  const top = from + marks.height;
  const { markup, labels, stops } = drawStops(lane, top, pen);
  return {
    ground: drawShift(lane, top, pen),
    markup: html`${heading(lane, top, pen)}${drawWays(lane, top, pen)}${markup}${marks.draw(top - 2)}`,
    bottom: top + barHeight + labelHeight * labels,
    stops,
  };
}
