import type { Wording } from "../errors/issue.js";

/** A number taken from a standard, and whether it was checked against a copy of its text. */
export interface StandardNumber {
  readonly value: number;
  /** False where it is recalled, to be confirmed before use. */
  readonly verified: boolean;
  readonly source: string;
}

/** One item of a scale of ability: more points, more able. */
export interface AbilityItem {
  readonly id: string;
  readonly title: Wording;
  readonly group: string;
  /** Most points, whole; the least is 0. */
  readonly most: number;
  readonly verified: boolean;
}

/** One level of a scale: from so many points up to the level before. */
export interface AbilityBand {
  /** 0 is able; each higher number is worse. */
  readonly level: number;
  readonly title: Wording;
  readonly leastPoints: number;
  readonly verified: boolean;
}

/** How a level found by points is made worse. */
export interface AbilityAdjustments {
  /** Level of a person in a coma, whatever the points; a worse level by points stays. */
  readonly comaLevel: StandardNumber;
  /** Care-risk incidents from which on the level is made worse, and the days in which they are counted. */
  readonly incidents: StandardNumber;
  readonly incidentDays: StandardNumber;
  /** Levels that one reason makes worse, and all reasons together. */
  readonly levelsPerReason: StandardNumber;
  readonly levelsInAll: StandardNumber;
  /** Best level that a reason makes worse: 0 where an able person's level changes too, 1 where it does not. */
  readonly fromLevel: StandardNumber;
}

/** A scale of ability as data: a vendor may replace any of its values. */
export interface AbilityScale {
  readonly id: string;
  readonly title: Wording;
  readonly items: readonly AbilityItem[];
  /** From level 0 on. */
  readonly bands: readonly AbilityBand[];
  readonly adjustments: AbilityAdjustments;
}
