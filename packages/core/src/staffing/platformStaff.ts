import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";

/** One level of a network and the staff that each of its units needs. */
export interface PlatformStaffLevel {
  readonly title: Wording;
  /** Units of the level, whole; absent where unknown. */
  readonly units?: number;
  readonly staffPerUnit: number;
}

/** The levels of a network. */
export interface PlatformStaffQuestion {
  readonly levels: readonly PlatformStaffLevel[];
  readonly clauses: readonly string[];
}

/** Staff of all levels together, in persons. */
export interface PlatformStaff {
  /** Absent where the units of a level are unknown. */
  readonly required?: number;
  /** Staff of the levels whose units are known. */
  readonly atLeast: number;
  /** Levels whose units are unknown, by English title. */
  readonly missing: readonly string[];
}

/**
 * The staff that the levels of a platform take together: units × staff of a unit, added up.
 *
 * @returns persons; only a lower bound where the units of a level are unknown
 * @throws EldercareError where a number is not whole
 * @example
 * const city = { title: { zh: "市级", en: "city" }, units: 1, staffPerUnit: 10 };
 * const county = { title: { zh: "县级", en: "county" }, units: 17, staffPerUnit: 6 };
 * platformStaff({ levels: [city, county], clauses: ["NY-3.4.4-a"] }).value.required //=> 112
 * Source: NY-3.4.4-a (不低于10:6:3:3).
 */
export function platformStaff({ levels, clauses }: PlatformStaffQuestion): Counted<PlatformStaff> {
  const check = new QuestionCheck();
  for (const [index, { units, staffPerUnit }] of levels.entries()) {
    if (units !== undefined) check.whole(`/levels/${index}/units`, units);
    check.whole(`/levels/${index}/staffPerUnit`, staffPerUnit);
  }
  check.done();
  const atLeast = levels.reduce((sum, { units, staffPerUnit }) => sum + (units ?? 0) * staffPerUnit, 0);
  check.exact("/levels", atLeast);
  check.done();
  const missing = levels.filter(({ units }) => units === undefined).map(({ title }) => title.en);
  const steps = levels.map(({ title, units, staffPerUnit }) => ({
    zh: `${title.zh} ${units ?? "?"} 个 × ${staffPerUnit} 人`,
    en: `${units ?? "?"} ${title.en} × ${staffPerUnit}`,
    value: units === undefined ? "?" : String(units * staffPerUnit),
  }));
  const sum = {
    zh: missing.length === 0 ? "合计" : "已知部分合计",
    en: missing.length === 0 ? "sum" : "sum of what is known",
    value: String(atLeast),
  };
  return { value: { ...(missing.length === 0 ? { required: atLeast } : {}), atLeast, missing }, unit: "person", steps: [...steps, sum], clauses };
}
