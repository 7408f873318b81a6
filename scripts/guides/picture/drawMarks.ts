import { weekdayOf } from "@eldercare/core";
import { html, type Markup, nothing } from "../../../packages/cli/src/report/markup.js";
import { dayWords, pictureWords } from "../words.js";
import { colours, hueOf } from "./colours.js";
import type { Mark } from "./lane.js";
import { levelsOf } from "./levels.js";
import { box, clock, line, type Pen, span } from "./pen.js";
import { sheet } from "./scale.js";
import { sizes, widthOf, words } from "./text.js";

/** Height of one level of marks above a lane. */
export const markHeight = 26;

/** A mark with its words and the room that it takes. */
interface Placed {
  readonly mark: Mark;
  readonly text: string;
  readonly middle: number;
  readonly from: number;
  readonly to: number;
}

const shown = ({ from, to }: Mark, [first, last]: readonly [number, number]): boolean => to >= first * 3600 && from <= last * 3600;

function textOf({ kind, from, to, ids, of, lateUntil, dates }: Mark, { language, names }: Pen): string {
  const sign = of === "board" ? "▲ " : of === "alight" ? "▼ " : "";
  const called = ids.map((id) => (id.startsWith("break-") ? pictureWords.pause[language] : names(id)[language]));
  const comma = language === "zh" ? "、" : ", ";
  const days = dates === undefined ? "" : ` ${dates.map((date) => dayWords(date, weekdayOf(date), language)).join(comma)}`;
  const name = sign + called.join(comma) + days;
  const minutes = `${Math.round((to - from) / 60)} ${pictureWords.minutes[language]}`;
  const gap = language === "zh" ? "" : " ";
  if (kind === "overtime") return `${pictureWords.overtime[language]} ${minutes}`;
  if (kind === "missed") return `✕ ${pictureWords.missed[language]} ${span(from, to)}`;
  if (kind === "ride") return `${name}${gap}${pictureWords.ride[language]} ${minutes}`;
  if (from === 0 && to === 24 * 3600) return name;
  if (from === 0) return `${name} ≤ ${clock(to)}`;
  if (to === 24 * 3600) return `${name} ≥ ${clock(from)}`;
  const late =
    lateUntil === undefined ? "" : ` · ${pictureWords.late[language]} ${Math.round((lateUntil - to) / 60)} ${pictureWords.minutes[language]}`;
  return (from === to ? `${name} ${clock(from)}` : `${name} ${span(from, to)}`) + late;
}

function place(mark: Mark, pen: Pen): Placed {
  const [left, right] = [pen.scale.at(mark.from), pen.scale.at(mark.lateUntil ?? mark.to)];
  const text = textOf(mark, pen);
  const half = widthOf(text, sizes.small) / 2 + 2;
  const middle = Math.min(sheet.width - sheet.margin / 2 - half, Math.max(sheet.plotFrom + half, (left + right) / 2));
  return { mark, text, middle, from: Math.min(left, middle - half), to: Math.max(right, middle + half) };
}

function drawMark({ mark, text, middle }: Placed, top: number, caregiver: number, { scale }: Pen): Markup {
  const [left, right] = [scale.at(mark.from), scale.at(mark.to)];
  const ink = mark.kind === "missed" || mark.kind === "overtime" || mark.lateUntil !== undefined ? colours.alarm : colours.ink;
  const label = words(middle, top + 11, text, { size: sizes.small, anchor: "middle", fill: ink, halo: colours.paper });
  const stroke = html`stroke="${mark.kind === "window" ? colours.ink : colours.alarm}" stroke-width="1.5"`;
  if (mark.kind === "ride") {
    const hue = hueOf(caregiver);
    return html`${line(["M", left, top + 19, "H", right], html`stroke="${hue}" stroke-width="5"`)}${line(["M", left, top + 14, "v", 10, "M", right, top + 14, "v", 10], html`stroke="${hue}" stroke-width="2"`)}${label}`;
  }
  const late =
    mark.lateUntil === undefined
      ? nothing
      : box(right + 1, top + 16, scale.at(mark.lateUntil) - right - 1, 7, html`fill="url(#late)" stroke="${colours.alarm}"`);
  if (left === right) return html`${line(["M", left, top + 15, "v", 9], stroke)}${late}${label}`;
  const dashed = mark.kind === "missed" ? html`${stroke} stroke-dasharray="4 3"` : stroke;
  return html`${line(["M", left, top + 23, "v", -6, "H", right, "v", 6], dashed)}${late}${label}`;
}

/** The marks above a lane, the nearest to it first, and how high they stand together. */
export function drawMarks(
  marks: readonly Mark[],
  caregiver: number,
  pen: Pen,
): { readonly height: number; readonly draw: (bottom: number) => Markup } {
  const placed = marks.filter((mark) => shown(mark, pen.scale.hours)).map((mark) => place(mark, pen));
  const levels = levelsOf(placed, 8);
  for (const { kind, lateUntil } of marks) {
    pen.used.add(kind);
    if (lateUntil !== undefined) pen.used.add("late");
  }
  const height = markHeight * (Math.max(-1, ...levels) + 1);
  const draw = (bottom: number): Markup =>
    placed.length === 0 ? nothing : html`${placed.map((each, i) => drawMark(each, bottom - markHeight * ((levels[i] ?? 0) + 1), caregiver, pen))}`;
  return { height, draw };
}
