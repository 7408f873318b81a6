import type { Wording } from "@eldercare/core";
import { html, type Markup, nothing } from "../../../packages/cli/src/report/markup.js";
import { pictureWords } from "../words.js";
import { notWantedIn, type WorkedExample } from "../workPage.js";
import { colours } from "./colours.js";
import { type DrawnStop, drawLane } from "./drawLane.js";
import { drawLinks, linkRoom, tiesOf } from "./drawLinks.js";
import { drawMarks } from "./drawMarks.js";
import { lanesOf, marksOfLeftOut } from "./lane.js";
import { box, line, type Pen } from "./pen.js";
import { reasonText } from "./reasonText.js";
import { sheet } from "./scale.js";
import { sizes, widthOf, words, wrapped } from "./text.js";

const laneGap = 16;
const thinGap = 10;
const dayGap = 22;
const lineHeight = 18;

function drawHours(top: number, bottom: number, { scale }: Pen): { readonly grid: Markup; readonly labels: Markup } {
  const [from, to] = scale.hours;
  const hours = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const text = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
  return {
    grid: html`${hours.map((hour) => line(["M", scale.at(hour * 3600), top, "V", bottom], html`stroke="${colours.grid}"`))}`,
    labels: html`${hours.map((hour) => words(scale.at(hour * 3600), top - 5, text(hour), { size: sizes.small, anchor: hour === to ? "end" : "middle", fill: colours.soft }))}`,
  };
}

/** What is left out, with its hours and the reason in words; and alternatives that are no longer wanted. */
function drawLeftOut(
  worked: WorkedExample,
  from: number,
  pen: Pen,
  own: Readonly<Record<string, Wording>>,
): { readonly markup: Markup; readonly bottom: number } {
  const { problem, plan } = worked;
  const { language, names } = pen;
  const missing = [
    ...plan.unassigned.map(({ visit, reasons }) => ({ id: visit, reasons })),
    ...(plan.unassignedTransports ?? []).map(({ transport, reasons }) => ({ id: transport, reasons })),
  ].map(({ id, reasons }) => ({ id, kind: "leftOut" as const, text: reasonText(reasons, language, names, own) }));
  const spared = notWantedIn(worked).map((id) => ({ id, kind: "notWanted" as const, text: pictureWords.otherMade[language] }));
  let bottom = from;
  const rows = [...missing, ...spared].map(({ id, kind, text }) => {
    pen.used.add(kind);
    const [sign, ink] = kind === "leftOut" ? ["✕", colours.alarm] : ["○", colours.soft];
    const visit = problem.visits.find((each) => each.id === id);
    const marks = drawMarks(visit === undefined ? [] : marksOfLeftOut(problem, visit), 0, pen);
    const top = bottom + marks.height;
    const name = names(id)[language];
    const indent = 30 + widthOf(name, sizes.plain, true) + 14;
    const lines = wrapped(text, sheet.plotTo - sheet.plotFrom - indent - 8, sizes.plain);
    const height = lineHeight * lines.length + 10;
    bottom = top + height + 10;
    return html`${words(sheet.margin + 28, top + 19, pictureWords[kind][language], { bold: true, fill: ink })}${box(sheet.plotFrom, top, sheet.plotTo - sheet.plotFrom, height, html`rx="3" fill="${colours.paper}" stroke="${ink}" stroke-dasharray="6 4"`)}${words(sheet.plotFrom + 12, top + 19, sign, { bold: true, fill: ink })}${words(sheet.plotFrom + 30, top + 19, name, { bold: true })}${lines.map((each, i) => words(sheet.plotFrom + indent, top + 19 + lineHeight * i, each))}${marks.draw(top - 2)}`;
  });
  return { markup: html`${rows}`, bottom };
}

/** The timetable of one example from a height downwards. */
export function drawPanel(
  worked: WorkedExample,
  from: number,
  pen: Pen,
  own: Readonly<Record<string, Wording>>,
): { readonly markup: Markup; readonly bottom: number } {
  const { example, problem, plan } = worked;
  const { language } = pen;
  const title = words(sheet.margin, from + 16, example.title[language], { size: sizes.title, bold: true });
  const cost = `${pictureWords.cost[language]} ${plan.cost.total}`;
  const top = from + 46;
  let bottom = top + 6;
  const planned = new Set(plan.routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const links = tiesOf(problem, planned, pen);
  const stops = new Map<string, DrawnStop>();
  const lanes = lanesOf(problem, plan).map((lane, i, all) => {
    const isNextDay = i > 0 && lane.date !== all[i - 1]?.date;
    const drawn = drawLane(lane, bottom + (i === 0 ? 0 : lane.isThin ? thinGap : isNextDay ? dayGap : laneGap), pen);
    for (const stop of drawn.stops) if (!stop.id.startsWith("break-")) stops.set(stop.id, stop);
    bottom = drawn.bottom + (links.length === 0 || lane.isThin ? 0 : linkRoom);
    return drawn;
  });
  const hours = drawHours(top, bottom + 4, pen);
  const left = drawLeftOut(worked, bottom + laneGap, pen, own);
  const end = left.bottom === bottom + laneGap ? bottom + 4 : left.bottom;
  // lines between stops pass behind other stops and their words
  const markup = html`<g>${title}${words(sheet.plotTo, from + 16, cost, { anchor: "end", fill: colours.soft })}${hours.grid}${hours.labels}${lanes.map(({ ground }) => ground)}${links.length === 0 ? nothing : drawLinks(links, stops, pen)}${lanes.map(({ markup: upon }) => upon)}${left.markup}</g>
`;
  return { markup, bottom: end };
}
