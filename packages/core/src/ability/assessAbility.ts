import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import { parseShape } from "../register/parse.js";
import type { AbilityAdjustments, AbilityItem, AbilityScale } from "./abilityScale.js";
import { type AbilityFindings, findingsSchema } from "./assessmentRecord.js";
import { reportAbility } from "./codes.js";

/** What an assessor found, and the scale it is counted by. */
export interface AbilityQuestion extends AbilityFindings {
  readonly scale: AbilityScale;
  readonly clauses: readonly string[];
}

/** A level of ability as far as it is known: 0 able, higher is worse. */
export interface AbilityFinding {
  /** Absent where what is missing leaves more than one level open. */
  readonly level?: number;
  readonly leastLevel: number;
  readonly mostLevel: number;
  /** Points if everything missing were worst, and if it were best; the same where nothing is missing. */
  readonly leastPoints: number;
  readonly mostPoints: number;
  /** Items without score and conditions that nobody has told, by name. */
  readonly missing: readonly string[];
  /** Values of the scale behind this level that are recalled, not checked against its text. */
  readonly unverified: readonly string[];
}

const levelByPoints = ({ bands }: AbilityScale, points: number): number =>
  bands.find((band) => points >= band.leastPoints)?.level ?? bands.at(-1)?.level ?? 0;

interface Conditions {
  readonly coma: boolean;
  readonly reasons: number;
}

function adjusted(scale: AbilityScale, points: number, { coma, reasons }: Conditions): number {
  const { comaLevel, levelsPerReason, levelsInAll, fromLevel } = scale.adjustments;
  const byPoints = levelByPoints(scale, points);
  const worse = byPoints < fromLevel.value ? 0 : Math.min(levelsInAll.value, reasons * levelsPerReason.value);
  const worst = scale.bands.at(-1)?.level ?? 0;
  return Math.min(worst, Math.max(byPoints + worse, coma ? comaLevel.value : 0));
}

function checkScale(check: QuestionCheck, { items, bands, adjustments }: AbilityScale): void {
  check.unique(
    (index) => `/scale/items/${index}/id`,
    items.map((item) => item.id),
  );
  for (const [index, { most }] of items.entries()) check.whole(`/scale/items/${index}/most`, most);
  for (const [name, number] of Object.entries(adjustments)) check.whole(`/scale/adjustments/${name}/value`, number.value);
  const ordered = bands.every(
    (band, index) => band.level === index && band.leastPoints < (bands[index - 1]?.leastPoints ?? Number.POSITIVE_INFINITY),
  );
  if (bands.length === 0 || !ordered || bands.at(-1)?.leastPoints !== 0)
    check.add(reportAbility("SCALE_BANDS_BROKEN", "/scale/bands", { seen: bands.map((band) => band.leastPoints) }));
}

const conditionTitles = {
  coma: "昏迷 coma",
  dementia: "认知障碍 dementia",
  otherMentalDisorder: "其他精神和行为障碍 other mental disorder",
  incidents: "照护风险事件 care-risk incidents",
} as const;

/**
 * The level of ability by the points of each item and the conditions that make it worse. What is missing is never guessed:
 * the level then lies between the best and the worst that the missing scores and conditions allow, and each is named.
 *
 * @returns level 0 (able) to the scale's worst, with its bounds, the points and what is missing
 * @throws EldercareError where scores lie outside their items, or the scale's bands leave points without a level
 * @example
 * const able = Object.fromEntries(gbt42195.items.map((item) => [item.id, item.most]));
 * const findings = { scores: { ...able, bathing: 0 }, coma: false, dementia: true, otherMentalDisorder: false, incidents: 0 };
 * assessAbility({ scale: gbt42195, ...findings, clauses: ["CL-2.1.1-a"] }).value.level //=> 2
 * Source: GB/T 42195-2022 annex C; CL-2.1.1-a.
 */
export function assessAbility(question: AbilityQuestion): Counted<AbilityFinding> {
  const { scale, clauses, ...findings } = question;
  const check = new QuestionCheck();
  checkScale(check, scale);
  for (const issue of parseShape(findingsSchema(scale), findings).issues) check.add(issue);
  check.done();

  const { scores, coma, dementia, otherMentalDisorder, incidents } = findings;
  // an item may be called what every object has
  const scoreOf = ({ id }: AbilityItem): number | undefined => (Object.hasOwn(scores, id) ? scores[id] : undefined);
  const unscored = scale.items.filter((item) => scoreOf(item) === undefined);
  const leastPoints = scale.items.reduce((sum, item) => sum + (scoreOf(item) ?? 0), 0);
  const mostPoints = leastPoints + unscored.reduce((sum, item) => sum + item.most, 0);
  const reasons = [dementia, otherMentalDisorder, incidents === undefined ? undefined : incidents >= scale.adjustments.incidents.value];
  const sure = reasons.filter((reason) => reason === true).length;
  const possible = reasons.filter((reason) => reason !== false).length;
  const leastLevel = adjusted(scale, mostPoints, { coma: coma === true, reasons: sure });
  const mostLevel = adjusted(scale, leastPoints, { coma: coma !== false, reasons: possible });
  const missing = [
    ...unscored.map((item) => item.id),
    ...(Object.keys(conditionTitles) as (keyof typeof conditionTitles)[]).filter((condition) => findings[condition] === undefined),
  ];
  const value = {
    ...(leastLevel === mostLevel ? { level: leastLevel } : {}),
    ...{ leastLevel, mostLevel, leastPoints, mostPoints, missing, unverified: unverifiedBehind(scale, possible > 0, possible > 1) },
  };
  return { value, unit: "level", steps: stepsOf(question, value, sure), clauses };
}

/** The recalled values that had a part in the level. */
function unverifiedBehind({ items, bands, adjustments }: AbilityScale, worsened: boolean, twice: boolean): string[] {
  const used: (keyof AbilityAdjustments)[] = ["comaLevel", "incidents", "incidentDays"];
  if (worsened) used.push("levelsPerReason", "fromLevel");
  if (twice) used.push("levelsInAll");
  return [
    ...items.filter((item) => !item.verified).map((item) => item.id),
    ...bands.filter((band) => !band.verified).map((band) => `level ${band.level}`),
    ...used.filter((name) => !adjustments[name].verified),
  ];
}

function stepsOf({ scale, coma }: AbilityQuestion, value: AbilityFinding, sure: number): Step[] {
  const span = (least: number, most: number): string => printBounds({ least, most });
  const byPoints = [levelByPoints(scale, value.mostPoints), levelByPoints(scale, value.leastPoints)] as const;
  const names = value.missing.map((name) => {
    const item = scale.items.find(({ id }) => id === name);
    return item === undefined ? conditionTitles[name as keyof typeof conditionTitles] : `${item.title.zh} ${item.title.en}`;
  });
  return [
    { zh: "各项得分之和", en: "sum of the points", value: span(value.leastPoints, value.mostPoints) },
    { zh: "按得分定级", en: "level by points", value: span(...byPoints) },
    ...(sure === 0 ? [] : [{ zh: `加重情形 ${sure} 项`, en: `${sure} reasons to worsen it`, value: span(value.leastLevel, value.mostLevel) }]),
    ...(coma === true ? [{ zh: "昏迷，不轻于该级", en: "coma, at least", value: String(scale.adjustments.comaLevel.value) }] : []),
    ...(names.length === 0 ? [] : [{ zh: "缺少的信息", en: "missing", value: names.join("；") }]),
    { zh: "能力等级", en: "level of ability", value: span(value.leastLevel, value.mostLevel) },
  ];
}
