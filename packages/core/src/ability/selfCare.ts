import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { jsonPointer, type Wording } from "../errors/issue.js";
import { didYouMean } from "../errors/suggest.js";

/** Care classes of destitute persons: 全自理 · 半护理 · 全护理. */
export type CareClass = "selfCaring" | "partlyDependent" | "whollyDependent";

/** A test of self-care: indicators that a person manages or fails, and the class by the number failed. */
export interface SelfCareTest {
  readonly source: string;
  readonly indicators: readonly { readonly id: string; readonly title: Wording }[];
  /** By rising number of failed indicators, from 0 on. */
  readonly classes: readonly { readonly class: CareClass; readonly leastFailed: number; readonly title: Wording; readonly titleVerified: boolean }[];
  readonly verified: boolean;
}

/**
 * The national test of destitute persons' self-care: none failed, 1 to 3, 4 and more of six. The names of the classes are
 * recalled and to be confirmed.
 *
 * Source: 特困人员认定办法 (民发〔2021〕43号), as local rules quote it; CK-1.1-c.
 */
export const destituteSelfCareTest: SelfCareTest = {
  source: "特困人员认定办法",
  indicators: [
    { id: "eating", title: { zh: "自主吃饭", en: "eating" } },
    { id: "dressing", title: { zh: "穿衣", en: "dressing" } },
    { id: "bedTransfer", title: { zh: "上下床", en: "getting in and out of bed" } },
    { id: "toileting", title: { zh: "如厕", en: "toileting" } },
    { id: "walkingIndoors", title: { zh: "室内行走", en: "walking indoors" } },
    { id: "bathing", title: { zh: "洗澡", en: "bathing" } },
  ],
  classes: [
    { class: "selfCaring", leastFailed: 0, title: { zh: "全自理", en: "self-caring" }, titleVerified: false },
    { class: "partlyDependent", leastFailed: 1, title: { zh: "半护理", en: "partly dependent" }, titleVerified: false },
    { class: "whollyDependent", leastFailed: 4, title: { zh: "全护理", en: "wholly dependent" }, titleVerified: false },
  ],
  verified: true,
};

/** What a person manages, by indicator; absent where unknown. */
export interface SelfCareQuestion {
  readonly test: SelfCareTest;
  readonly manages: Readonly<Record<string, boolean>>;
  readonly clauses: readonly string[];
}

/** The care class as far as it is known. */
export interface SelfCareFinding {
  /** Absent where the unknown indicators leave more than one class open. */
  readonly careClass?: CareClass;
  /** Class if the person managed everything unknown, and if they failed it. */
  readonly best: CareClass;
  readonly worst: CareClass;
  readonly failed: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The care class of a destitute person by the indicators failed. An indicator that nobody has told counts neither as
 * managed nor as failed: the class lies between both.
 *
 * @throws EldercareError where an indicator is not of the test, or the test's classes do not rise from 0 failed on
 * @example
 * const manages = { eating: true, bedTransfer: true, bathing: false, dressing: false, toileting: false, walkingIndoors: false };
 * classifySelfCare({ test: destituteSelfCareTest, manages, clauses: ["CK-1.1-c"] }).value.careClass //=> "whollyDependent"
 * Source: 特困人员认定办法; CK-1.1-c, CK-1.1-d.
 */
export function classifySelfCare({ test, manages, clauses }: SelfCareQuestion): Counted<SelfCareFinding> {
  const check = new QuestionCheck();
  const known = test.indicators.map(({ id }) => id);
  for (const id of Object.keys(manages))
    if (!known.includes(id)) check.add(reportIssue("UNKNOWN_KEY", jsonPointer(["manages", id]), { seen: id, values: didYouMean(id, known) }));
  if (test.classes.length === 0) check.add(reportIssue("EMPTY_LIST", "/test/classes"));
  for (const [index, { leastFailed }] of test.classes.entries()) {
    const before = test.classes[index - 1]?.leastFailed;
    check.whole(`/test/classes/${index}/leastFailed`, leastFailed, before === undefined ? { least: 0, most: 0 } : { least: before + 1 });
  }
  check.done();
  // an indicator may be called what every object has
  const told = (id: string): boolean | undefined => (Object.hasOwn(manages, id) ? manages[id] : undefined);
  const failed = known.filter((id) => told(id) === false);
  const missing = known.filter((id) => told(id) === undefined);
  const classOf = (count: number): CareClass => test.classes.findLast((each) => count >= each.leastFailed)?.class ?? "selfCaring";
  const best = classOf(failed.length);
  const worst = classOf(failed.length + missing.length);
  const title = (id: string, locale: "zh" | "en"): string => test.indicators.find((each) => each.id === id)?.title[locale] ?? id;
  const list = (ids: readonly string[], locale: "zh" | "en"): string => ids.map((id) => title(id, locale)).join(locale === "zh" ? "、" : ", ") || "0";
  return {
    value: { ...(best === worst ? { careClass: best } : {}), best, worst, failed, missing },
    unit: "care class",
    steps: [
      { zh: `不能自理：${list(failed, "zh")}`, en: `failed: ${list(failed, "en")}`, value: String(failed.length) },
      ...(missing.length === 0 ? [] : [{ zh: `未知：${list(missing, "zh")}`, en: `unknown: ${list(missing, "en")}`, value: String(missing.length) }]),
      { zh: "照护等级", en: "care class", value: best === worst ? best : `${best}–${worst}` },
    ],
    clauses,
  };
}
