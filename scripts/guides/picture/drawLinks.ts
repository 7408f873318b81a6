import type { Link, Problem } from "@eldercare/scheduler";
import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import { pictureWords } from "../words.js";
import { colours } from "./colours.js";
import type { DrawnStop } from "./drawLane.js";
import { box, line, type Pen } from "./pen.js";
import { sizes, widthOf, words } from "./text.js";

function gapText(link: Extract<Link, { kind: "sequence" }>, { language }: Pen): string {
  const { minMinutes: least = 0, maxMinutes: most } = link;
  const unit = pictureWords.minutes[language];
  if (most === undefined) return least === 0 ? pictureWords.sequence[language] : `≥ ${least} ${unit}`;
  return least === most ? `${least} ${unit}` : `${least}–${most} ${unit}`;
}

function daysText({ minDays: least = 0, maxDays: most }: Extract<Link, { kind: "spacing" }>, { language }: Pen): string {
  const unit = pictureWords.days[language];
  if (most === undefined) return `≥ ${least} ${unit}`;
  return least === most ? `${least} ${unit}` : `${least}–${most} ${unit}`;
}

function textOf(link: Link, pen: Pen): string {
  if (link.kind === "sequence") return gapText(link, pen);
  if (link.kind === "spacing") return daysText(link, pen);
  return `${link.kind === "apart" ? "≠ " : ""}${pictureWords[link.kind][pen.language]}`;
}

function patternText({ sameWeekday, startToleranceMinutes, sameCaregiver }: NonNullable<Problem["patterns"]>[number], { language }: Pen): string {
  const parts = [
    ...(sameWeekday === true ? [pictureWords.sameWeekday[language]] : []),
    ...(startToleranceMinutes === undefined ? [] : [`${pictureWords.within[language]} ≤ ${startToleranceMinutes} ${pictureWords.minutes[language]}`]),
    ...(sameCaregiver === undefined ? [] : [pictureWords[sameCaregiver === "require" ? "sameCaregiver" : "ratherSameCaregiver"][language]]),
  ];
  return parts.join(language === "zh" ? "，" : ", ");
}

/** Visits in a row between which lines are drawn: of a link, or of a pattern. */
export interface Tie {
  readonly kind: Link["kind"] | "pattern";
  readonly visits: readonly string[];
  readonly text: string;
  /** Whether it is about when visits begin, so that lines lead from start to start. */
  readonly isOfStarts: boolean;
}

/** Of two ties between the same visits one line is drawn, with the words of both. */
function onOneLine(ties: readonly Tie[], { language }: Pen): Tie[] {
  const lines = new Map<string, Tie>();
  for (const tie of ties) {
    const visits = tie.visits.join("\n");
    const drawn = lines.get(visits);
    lines.set(visits, drawn === undefined ? tie : { ...drawn, text: `${drawn.text}${language === "zh" ? "，" : ", "}${tie.text}` });
  }
  return [...lines.values()];
}

/** The links whose visits are all in the plan, and the patterns of those that are. */
export function tiesOf({ links = [], patterns = [] }: Problem, planned: ReadonlySet<string>, pen: Pen): Tie[] {
  const kept = links.filter(({ visits }) => visits.every((id) => planned.has(id)));
  return [
    ...onOneLine(
      kept.map((link): Tie => ({ kind: link.kind, visits: link.visits, text: textOf(link, pen), isOfStarts: link.kind === "together" })),
      pen,
    ),
    ...patterns
      .map((pattern): Tie => {
        const visits = pattern.visits.filter((id) => planned.has(id));
        return { kind: "pattern", visits, text: patternText(pattern, pen), isOfStarts: pattern.startToleranceMinutes !== undefined };
      })
      .filter(({ visits }) => visits.length > 1),
  ];
}

const dashed = html`stroke="${colours.ink}" stroke-width="1.8" stroke-dasharray="2 4"`;
const arrow = html`stroke="${colours.ink}" stroke-width="1.8" marker-end="url(#arrow)"`;
const dotted = html`stroke="${colours.ink}" stroke-width="1.8" stroke-dasharray="8 4 2 4"`;
const styles: Readonly<Record<Tie["kind"], Markup>> = {
  together: html`stroke="${colours.ink}" stroke-width="4"`,
  sequence: arrow,
  apart: dashed,
  sameDay: dotted,
  spacing: arrow,
  // of alternatives one is made, so that no line leads from one to another
  oneOf: dashed,
  pattern: html`stroke="${colours.ink}" stroke-width="1.8"`,
};

/** A line between two stops: along the edges that face one another, or below both where they are in one lane. */
function join(link: Tie, a: DrawnStop, b: DrawnStop, pen: Pen): Markup {
  const [upper, lower] = a.top <= b.top ? [a, b] : [b, a];
  const { text } = link;
  const xOf = (stop: DrawnStop): number =>
    link.kind === "together" ? stop.left + 5 : link.kind !== "sequence" ? (stop.left + stop.right) / 2 : stop === a ? stop.right - 3 : stop.left + 3;
  const style = styles[link.kind];
  pen.used.add(link.kind);
  if (upper.top === lower.top) {
    const low = Math.max(a.floor, b.floor) + 8;
    const middle = (xOf(a) + xOf(b)) / 2;
    return html`${line(["M", xOf(a), a.bottom, "V", low, "H", xOf(b), "V", b.bottom + 1], style)}${words(middle, low + 14, text, { size: sizes.small, anchor: "middle", halo: colours.paper })}`;
  }
  const [x0, y0] = a === upper ? [xOf(a), a.bottom] : [xOf(a), a.top];
  const [x1, y1] = b === upper ? [xOf(b), b.bottom] : [xOf(b), b.top];
  const core = link.kind === "together" ? line(["M", x0, y0, "L", x1, y1], html`stroke="${colours.paper}" stroke-width="1.4"`) : "";
  // on the line, at the height of the gap below the upper lane, where nothing else stands
  const labelY = upper.floor + 17;
  const labelX = x0 + ((x1 - x0) * (labelY - 4 - y0)) / (y1 - y0);
  return html`${line(["M", x0, y0, "L", x1, y1], style)}${core}${onPaper(labelX, labelY, text)}`;
}

/** Words with the paper behind them, so that a line is interrupted rather than struck through them. */
function onPaper(middle: number, y: number, text: string): Markup {
  const width = widthOf(text, sizes.small) + 8;
  return html`${box(middle - width / 2, y - 12, width, 16, html`fill="${colours.paper}"`)}${words(middle, y, text, { size: sizes.small, anchor: "middle" })}`;
}

/** Links and patterns, each drawn from visit to visit where both are in the plan. */
export function drawLinks(links: readonly Tie[], stops: ReadonlyMap<string, DrawnStop>, pen: Pen): Markup {
  const joined = links.flatMap((link) =>
    link.visits.slice(1).flatMap((id, i) => {
      const [a, b] = [stops.get(link.visits[i] ?? ""), stops.get(id)];
      return a === undefined || b === undefined ? [] : [join(link, a, b, pen)];
    }),
  );
  return html`${joined}`;
}

/** Whether links need room for their lines below a lane. */
export const linkRoom = 22;
