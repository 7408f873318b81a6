/** A code of 2, 4, 6, 9 or 12 digits (province, prefecture, county, township, village), or `""` for the whole country. */
export type AreaCode = string;

const lengths = new Set([0, 2, 4, 6, 9, 12]);

/**
 * Whether a text is an area code.
 *
 * @example
 * isAreaCode("500229103") //=> true
 * isAreaCode("5002291") //=> false
 */
export function isAreaCode(text: unknown): text is AreaCode {
  return typeof text === "string" && lengths.has(text.length) && /^\d*$/.test(text);
}

/**
 * Whether an area lies in another (or is it): a shorter code contains all that start with it.
 *
 * @example
 * isInside("500229103205", "500229") //=> true
 * isInside("500229", "500229103205") //=> false
 */
export function isInside(area: AreaCode, container: AreaCode): boolean {
  return area.startsWith(container);
}

/** Tiers of the administrative tree, with the digits of their codes. */
export const tierDigits = { province: 2, prefecture: 4, county: 6, township: 9, village: 12 } as const;

/** A tier of the administrative tree. */
export type Tier = keyof typeof tierDigits;

/**
 * The code of the area of a tier that holds an area; undefined where the area is above that tier.
 *
 * @example
 * areaAtTier("500229103205", "township") //=> "500229103"
 */
export function areaAtTier(area: AreaCode, tier: Tier): AreaCode | undefined {
  const digits = tierDigits[tier];
  return area.length >= digits ? area.slice(0, digits) : undefined;
}
