import type { LabelledDot } from "../../../packages/cli/src/report/geometry/placeLabels.js";
import type { DrawnPoint } from "../../../packages/cli/src/report/geometry/projection.js";

/** What maps are drawn on. */
export const mapPaper = "#f8fafb";

/** Points along a line that names keep off. */
export function crumbs([x0, y0]: DrawnPoint, [x1, y1]: DrawnPoint): LabelledDot[] {
  const count = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 8));
  return Array.from({ length: count + 1 }, (_, i) => ({ at: [x0 + ((x1 - x0) * i) / count, y0 + ((y1 - y0) * i) / count], radius: 3, text: "" }));
}
