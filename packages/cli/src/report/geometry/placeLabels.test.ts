import { describe, expect, it } from "vitest";
import { chengkouTownships } from "../testing/places.js";
import { type Box, type LabelledDot, labelBox, placeLabels, textWidth } from "./placeLabels.js";
import { fitProjection } from "./projection.js";

const canvas = { width: 480, height: 450, margin: 34 };
const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("labels of a map", () => {
  it("names the townships of Chengkou without one name covering another", () => {
    const places = chengkouTownships().flatMap(({ name, lng, lat }) => (lng === undefined || lat === undefined ? [] : [{ name, lng, lat }]));
    const { project } = fitProjection(places, canvas);
    const dots: LabelledDot[] = places.map((place) => ({ at: project(place), radius: 7, text: place.name }));
    const labels = placeLabels(dots, canvas, 13);
    const boxes = labels.map((label, i) => labelBox(label, dots[i]?.text ?? "", 13));
    expect(labels.length).toBe(24);
    expect(labels.filter((label) => label.crowded)).toEqual([]);
    for (const [i, box] of boxes.entries()) {
      expect(boxes.slice(i + 1).filter((other) => overlaps(box, other))).toEqual([]);
      expect(box.left >= 0 && box.right <= canvas.width && box.top >= 0 && box.bottom <= canvas.height).toBe(true);
    }
  });

  it("says so where there is no room", () => {
    const dots: LabelledDot[] = Array.from({ length: 12 }, () => ({ at: [50, 50], radius: 3, text: "村" }));
    expect(placeLabels(dots, { width: 100, height: 100 }, 12).some((label) => label.crowded)).toBe(true);
  });

  it("takes Chinese characters as square and others as about half", () => {
    expect(textWidth("高燕镇", 12)).toBe(36);
    expect(textWidth("Gaoyan", 10)).toBeCloseTo(34.8);
  });
});
