import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadMarks } from "./spreadMarks.js";

const canvas = { width: 640, height: 450 };
const spacing = 23;
const point = fc.tuple(fc.integer({ min: 0, max: 640 }), fc.integer({ min: 0, max: 450 }));

describe("marks of stops", () => {
  it("never cover each other and stay on the map, however close the stops", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const marks = spreadMarks(points, spacing, canvas);
        expect(marks.length).toBe(points.length);
        for (const [i, [x, y]] of marks.entries()) {
          expect(x >= spacing / 2 && x <= canvas.width - spacing / 2 && y >= spacing / 2 && y <= canvas.height - spacing / 2).toBe(true);
          for (const [ox, oy] of marks.slice(i + 1)) expect(Math.hypot(ox - x, oy - y)).toBeGreaterThanOrEqual(spacing - 0.01);
        }
      }),
    );
  });

  it("stand at the stop itself where it is free", () => {
    expect(
      spreadMarks(
        [
          [100, 100],
          [200, 100],
        ],
        spacing,
        canvas,
      ),
    ).toEqual([
      [100, 100],
      [200, 100],
    ]);
  });

  it("keep off the names of villages", () => {
    const name = { left: 90, top: 90, right: 150, bottom: 110 };
    const [[x, y] = [0, 0]] = spreadMarks([[100, 100]], spacing, canvas, [name]);
    const inside = x > name.left - spacing / 2 && x < name.right + spacing / 2 && y > name.top - spacing / 2 && y < name.bottom + spacing / 2;
    expect(inside).toBe(false);
  });
});
