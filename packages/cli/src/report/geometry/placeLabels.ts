import type { DrawnPoint } from "./projection.js";

/** A dot that wants a name beside it. */
export interface LabelledDot {
  readonly at: DrawnPoint;
  /** Radius of the dot, in units of the drawing. */
  readonly radius: number;
  readonly text: string;
}

/** Where a name stands: its baseline's beginning, middle or end. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** True where it covers another name or leaves the drawing however it is placed. */
  readonly crowded: boolean;
}

/** A rectangle of a drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width of a text in units of its size: Chinese characters are square, others a little over half. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const character of text) units += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.58;
  return units * fontSize;
}

const anchorShare = { start: 0, middle: 0.5, end: 1 } as const;

/** The rectangle that a placed name covers. */
export function labelBox({ x, y, anchor }: Omit<PlacedLabel, "crowded">, text: string, fontSize: number): Box {
  const width = textWidth(text, fontSize);
  const left = x - width * anchorShare[anchor];
  return { left, top: y - fontSize * 0.9, right: left + width, bottom: y + fontSize * 0.2 };
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

function candidates({ at: [x, y], radius }: LabelledDot, fontSize: number): Omit<PlacedLabel, "crowded">[] {
  const gap = radius + 3;
  const middle = y + fontSize * 0.35;
  const above = y - gap;
  const below = y + gap + fontSize * 0.8;
  return [
    { x: x + gap, y: middle, anchor: "start" },
    { x: x - gap, y: middle, anchor: "end" },
    { x, y: above, anchor: "middle" },
    { x, y: below, anchor: "middle" },
    { x: x + gap * 0.7, y: above + 1, anchor: "start" },
    { x: x - gap * 0.7, y: above + 1, anchor: "end" },
    { x: x + gap * 0.7, y: below - 1, anchor: "start" },
    { x: x - gap * 0.7, y: below - 1, anchor: "end" },
  ];
}

/**
 * Names beside dots, each at the first of eight places where it covers no dot and no earlier name; where none is free, the
 * place that covers least.
 *
 * @returns one label a dot, in the order of the dots
 */
export function placeLabels(
  dots: readonly LabelledDot[],
  canvas: { readonly width: number; readonly height: number },
  fontSize: number,
): PlacedLabel[] {
  const marks: Box[] = dots.map(({ at: [x, y], radius }) => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }));
  const taken: Box[] = [];
  const sheet: Box = { left: 2, top: 2, right: canvas.width - 2, bottom: canvas.height - 2 };
  return dots.map((dot) => {
    let best: { label: Omit<PlacedLabel, "crowded">; box: Box; cost: number } | undefined;
    for (const label of candidates(dot, fontSize)) {
      const box = labelBox(label, dot.text, fontSize);
      const outside = (box.right - box.left) * (box.bottom - box.top) - overlap(box, sheet);
      const cost = [...marks, ...taken].reduce((sum, other) => sum + overlap(box, other), outside > 0.01 ? 10 * outside : 0);
      if (best === undefined || cost < best.cost - 0.01) best = { label, box, cost };
      if (cost < 0.01) break;
    }
    if (best === undefined) throw new RangeError("a label without a place to stand");
    taken.push(best.box);
    const { x, y, anchor } = best.label;
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, anchor, crowded: best.cost > 0.01 };
  });
}
