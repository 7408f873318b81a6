import type { Box } from "./placeLabels.js";
import type { DrawnPoint } from "./projection.js";

// steps of a spiral: each full turn moves a little less than one mark's width outwards
const directions = 12;
const longestSpiral = 20 * directions;

/**
 * Where the numbered marks of stops are drawn so that none covers another or a name: at the stop itself where it is free, else at the
 * nearest free place on a spiral around it.
 *
 * @param points stops in the order of drawing, in units of the drawing
 * @param spacing least distance between the middles of two marks
 * @param names rectangles to keep off
 * @returns one point a stop, in the same order; where a crowd leaves no free place within reach, the last place tried
 * @example
 * spreadMarks([[50, 50], [50, 50]], 20, { width: 100, height: 100 }) //=> [[50, 50], [71, 50]]
 */
export function spreadMarks(
  points: readonly DrawnPoint[],
  spacing: number,
  canvas: { readonly width: number; readonly height: number },
  names: readonly Box[] = [],
): DrawnPoint[] {
  const placed: DrawnPoint[] = [];
  const half = spacing / 2;
  // marks by squares of the spacing's size: only those of a point's own and its neighbours' can be too near
  const squares = new Map<number, DrawnPoint[]>();
  const squareOf = (x: number, y: number): number => Math.floor(y / spacing) * 4096 + Math.floor(x / spacing);
  const near = (x: number, y: number): boolean => {
    for (const dy of [-spacing, 0, spacing])
      for (const dx of [-spacing, 0, spacing])
        for (const [px, py] of squares.get(squareOf(x + dx, y + dy)) ?? []) if ((px - x) ** 2 + (py - y) ** 2 < spacing ** 2) return true;
    return false;
  };
  const onName = (x: number, y: number): boolean =>
    names.some(({ left, top, right, bottom }) => {
      const [east, north] = [x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)];
      return east ** 2 + north ** 2 < half ** 2;
    });
  const free = ([x, y]: DrawnPoint): boolean =>
    x >= half && y >= half && x <= canvas.width - half && y <= canvas.height - half && !near(x, y) && !onName(x, y);
  for (const [x, y] of points) {
    let at: DrawnPoint = [x, y];
    for (let step = 0; !free(at) && step < longestSpiral; step += 1) {
      const turn = (2 * Math.PI * (step % directions)) / directions;
      const reach = spacing * 1.05 * (1 + Math.floor(step / directions) * 0.5);
      at = [Math.round((x + reach * Math.cos(turn)) * 10) / 10, Math.round((y + reach * Math.sin(turn)) * 10) / 10];
    }
    placed.push(at);
    const square = squareOf(at[0], at[1]);
    squares.set(square, [...(squares.get(square) ?? []), at]);
  }
  return placed;
}
