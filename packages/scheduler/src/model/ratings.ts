import type { Caregiver } from "./caregiver.js";

/** What ratings span: the best and the lowest of all, and what stands for who has none. */
export interface Ratings {
  readonly best: number;
  readonly usual: number;
  readonly lowest: number;
}

/** Who is not rated yet counts as the mean of those who are: neither sought nor passed over. */
export function ratingsOf(caregivers: readonly Pick<Caregiver, "rating">[]): Ratings {
  const known = caregivers.flatMap(({ rating }) => rating ?? []);
  if (known.length === 0) return { best: 0, usual: 0, lowest: 0 };
  return { best: Math.max(...known), usual: known.reduce((sum, rating) => sum + rating, 0) / known.length, lowest: Math.min(...known) };
}
