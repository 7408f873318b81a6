import type { Caregiver } from "../src/model/caregiver.js";

/** How far somebody is rated below the best; who has no rating is like the average of all who have. */
export function pointsBelow({ rating }: Caregiver, caregivers: readonly Caregiver[]): number {
  const ratings = caregivers.map((each) => each.rating ?? -1).filter((each) => each >= 0);
  if (ratings.length === 0) return 0;
  const total = ratings.reduce((sum, each) => sum + each, 0);
  return Math.max(...ratings) - (rating ?? total / ratings.length);
}
