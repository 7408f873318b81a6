import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitProjection, scaleBar, transferBetween } from "./projection.js";

const canvas = { width: 640, height: 450, margin: 40 };
const place = fc.record({ lng: fc.double({ min: 108, max: 110, noNaN: true }), lat: fc.double({ min: 31, max: 33, noNaN: true }) });

describe("projection", () => {
  it("keeps every place within the margins", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
        const { project } = fitProjection(places, canvas);
        for (const [x, y] of places.map(project)) {
          expect(x).toBeGreaterThanOrEqual(canvas.margin - 0.1);
          expect(x).toBeLessThanOrEqual(canvas.width - canvas.margin + 0.1);
          expect(y).toBeGreaterThanOrEqual(canvas.margin - 0.1);
          expect(y).toBeLessThanOrEqual(canvas.height - canvas.margin + 0.1);
        }
      }),
    );
  });

  it("puts north up and east to the right, at one scale both ways", () => {
    const south = { lng: 108.5, lat: 31.9 };
    const north = { lng: 108.5, lat: 32.1 };
    // 0.2° of latitude is 0.2 ÷ cos 32° of longitude on the ground
    const east = { lng: 108.5 + 0.2 / Math.cos((32 * Math.PI) / 180), lat: 31.9 };
    const { project, metresPerUnit } = fitProjection([south, north, east], canvas);
    const [[sx, sy], [, ny], [ex]] = [project(south), project(north), project(east)];
    expect(sy).toBeGreaterThan(ny);
    expect(ex - sx).toBeCloseTo(sy - ny, 0);
    expect((sy - ny) * metresPerUnit).toBeCloseTo(22_239, -2);
  });

  it("shows a single place in the middle, and none without failing", () => {
    expect(fitProjection([{ lng: 108.5, lat: 32 }], canvas).project({ lng: 108.5, lat: 32 })).toEqual([320, 225]);
    expect(Number.isFinite(fitProjection([], canvas).metresPerUnit)).toBe(true);
  });

  it("carries a drawing over to the same places in another", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), fc.array(place, { minLength: 2, maxLength: 8 }), (here, there) => {
        const near = fitProjection(here, canvas);
        const far = fitProjection([...here, ...there], canvas);
        const [scaleX, scaleY, moveX, moveY] = transferBetween(near, far);
        for (const each of here) {
          const [x, y] = near.project(each);
          const [farX, farY] = far.project(each);
          expect(Math.abs(scaleX * x + moveX - farX)).toBeLessThan(0.2);
          expect(Math.abs(scaleY * y + moveY - farY)).toBeLessThan(0.2);
        }
      }),
    );
  });
});

describe("scale bar", () => {
  it("is the longest round length that fits", () => {
    expect(scaleBar(100, 120)).toEqual({ units: 100, metres: 10_000 });
    expect(scaleBar(100, 60)).toEqual({ units: 50, metres: 5000 });
    expect(scaleBar(7, 110)).toEqual({ units: 71.4, metres: 500 });
  });
});
