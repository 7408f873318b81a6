import { surelySatisfies } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { rational } from "../money/rational.js";
import { type ChecklistItem, hasItem } from "../progress/checkItems.js";
import { byText, tick, type Verdict, verdictOf } from "../progress/verdict.js";
import type { CivilDate } from "../time/civilDate.js";
import type { HomeCareBed } from "./homeCareBed.js";

/** What a bed at home must have before it counts. */
export interface HomeBedStandard {
  /** Whether it takes an agreement, in force on the date. */
  readonly agreement: boolean;
  /** Whether it takes an institution that manages it. */
  readonly institution: boolean;
  readonly adaptations: readonly ChecklistItem[];
  readonly devices: readonly ChecklistItem[];
  readonly services: readonly ChecklistItem[];
}

/** Beds at home, the standard that they must reach, and how many there should be. */
export interface HomeBedQuestion {
  readonly beds: readonly HomeCareBed[];
  readonly standard: HomeBedStandard;
  /** Beds to be reached, whole; absent where there is no target. */
  readonly target?: number;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** A bed with what it lacks and what is unknown of it. */
export interface HomeBedGap {
  readonly id: string;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** Which beds count, which do not, and how the number compares. */
export interface HomeBedCount {
  readonly complete: readonly string[];
  readonly incomplete: readonly HomeBedGap[];
  readonly undetermined: readonly HomeBedGap[];
  /** Beds that count, for sure and at most. */
  readonly counted: { readonly least: number; readonly most: number };
  /** Present where there is a target. */
  readonly outcome?: Verdict;
}

const startedBy = (day: CivilDate | null | undefined, on: CivilDate): boolean | undefined =>
  day === undefined ? undefined : day !== null && day <= on;

function gapsOf(bed: HomeCareBed, standard: HomeBedStandard, on: CivilDate): HomeBedGap {
  const ended = startedBy(bed.endedOn, on);
  const answers: (readonly [string, boolean | undefined])[] = [
    ["inUse", ended === undefined ? undefined : !ended],
    ...(standard.agreement ? [["agreement", startedBy(bed.agreedOn, on)] as const] : []),
    ...(standard.institution ? [["institution", bed.institution === undefined ? undefined : bed.institution !== null] as const] : []),
    ...(["adaptations", "devices", "services"] as const).flatMap((list) =>
      standard[list].map((item) => [`${list}.${item.id}`, hasItem(bed[list], item.id)] as const),
    ),
  ];
  const those = (answer: boolean | undefined): string[] => answers.filter((each) => each[1] === answer).map(([name]) => name);
  return { id: bed.id, missing: those(false), unknown: those(undefined) };
}

/**
 * Counts beds for care at home. A bed counts when it has all that the standard asks: one without emergency call is
 * incomplete; one of which that is not recorded is undetermined, and named with what to ask.
 *
 * @returns ids in their order, with `inUse`, `agreement`, `institution`, `devices.<item>` … for what is missing or unknown
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_DATE`, `NOT_A_WHOLE_NUMBER`
 * @example
 * const standard = { agreement: true, institution: false, adaptations: [], devices: [{ id: "emergencyCall", title: { zh: "紧急呼叫", en: "emergency call" } }], services: [] };
 * countHomeBeds({ beds: [{ id: "b-1", agreedOn: "2022-05-01", devices: [], endedOn: null }], standard, on: "2022-12-31", clauses: ["NY-3.3.2-b"] }).value.incomplete //=> [{ id: "b-1", missing: ["devices.emergencyCall"], unknown: [] }]
 * Source: NY-2-h, NY-3.3.2-a, NY-3.3.2-b, NY-3.3.2-c, NY-3.3.3-b.
 */
export function countHomeBeds({ beds, standard, target, on, clauses }: HomeBedQuestion): Counted<HomeBedCount> {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.unique(
    (index) => `/beds/${index}/id`,
    beds.map(({ id }) => id),
  );
  if (target !== undefined) check.whole("/target", target);
  check.done();
  const gaps = beds.map((bed) => gapsOf(bed, standard, on)).sort((a, b) => byText(a.id, b.id));
  const complete = gaps.filter(({ missing, unknown }) => missing.length + unknown.length === 0).map(({ id }) => id);
  const incomplete = gaps.filter(({ missing }) => missing.length > 0);
  const undetermined = gaps.filter(({ missing, unknown }) => missing.length === 0 && unknown.length > 0);
  const counted = { least: complete.length, most: complete.length + undetermined.length };
  const steps: Step[] = [
    { zh: `家庭养老床位 ${beds.length} 张，要素齐全`, en: `${beds.length} beds at home, complete`, value: String(complete.length) },
    { zh: "要素不全，不计入", en: "incomplete, not counted", value: String(incomplete.length) },
    { zh: "情况不明", en: "unknown", value: String(undetermined.length) },
  ];
  const value = { complete, incomplete, undetermined, counted };
  if (target === undefined) return { value, unit: "bed", steps, clauses };
  const exact = (count: number) => rational(BigInt(count), 1n);
  const met = surelySatisfies({ least: exact(counted.least), most: exact(counted.most) }, ">=", exact(target));
  steps.push({ zh: `目标 ${target} 张`, en: `target ${target}`, value: tick(met) });
  return { value: { ...value, outcome: verdictOf(met) }, unit: "bed", steps, clauses };
}
