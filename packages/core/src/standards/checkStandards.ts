import { type Comparison, comparisonTitles, satisfies } from "../counting/comparison.js";
import { printPercent, printShare } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Modality } from "../decision/decision.js";
import { jsonPointer, type Wording } from "../errors/issue.js";
import { printDecimal } from "../money/printDecimal.js";
import type { Rational } from "../money/rational.js";
import { type Verdict, verdictOfAll } from "../progress/verdict.js";
import { reportStandardsIssue } from "./codes.js";
import type { Metrics } from "./facilityMetrics.js";

/** One requirement on a facility: 用地一般不低于3亩. */
export interface StandardItem {
  readonly id: string;
  readonly title: Wording;
  /** Name of the metric that is compared. */
  readonly metric: string;
  readonly op: Comparison;
  /** Exact; a share is a fraction, 55 % being 11/20. */
  readonly required: Rational;
  /** How values are printed; `share` prints percentages. */
  readonly unit: string;
  readonly modality: Modality;
  /** Name of the condition on which it binds; only with `conditional`, and there always. */
  readonly condition?: string;
  readonly clauses: readonly string[];
}

/** The standards that concern a facility, and what is known of it. */
export interface StandardsQuestion {
  readonly items: readonly StandardItem[];
  /** See `facilityMetrics`. */
  readonly metrics: Metrics;
  /** Whether each named condition holds; absent where unknown. */
  readonly conditions?: Readonly<Record<string, boolean>>;
}

/** How a facility stands to one requirement; `softNotMet` where the text does not make it binding. */
export type StandardOutcome = "met" | "notMet" | "softNotMet" | "undetermined" | "notApplicable";

/** How a facility stands to its standards. */
export interface StandardsResult {
  /** Settled by the binding requirements alone. */
  readonly status: Verdict;
  readonly items: readonly {
    readonly id: string;
    readonly outcome: StandardOutcome;
    readonly observed?: Rational;
    /** What is unknown and would settle it. */
    readonly missing: readonly string[];
    readonly clauses: readonly string[];
  }[];
  /** Ids of binding requirements that are not met. */
  readonly failed: readonly string[];
  /** Ids of requirements in principle, aspired to or encouraged that are not met. */
  readonly softFailed: readonly string[];
}

const words: Readonly<Record<Modality, string>> = {
  required: "应",
  "in-principle": "原则上",
  aspirational: "力争",
  "permitted-or-encouraged": "鼓励",
  conditional: "符合条件的应",
};

const read = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The outcome of one requirement, with the names of what is unknown. */
function judge(item: StandardItem, { metrics, conditions = {} }: StandardsQuestion): readonly [StandardOutcome, ...string[]] {
  const { modality, condition } = item;
  const holds = modality === "conditional" && condition !== undefined ? read(conditions, condition) : undefined;
  const observed = read(metrics, item.metric);
  if (observed === null || (modality === "conditional" && holds === false)) return ["notApplicable"];
  const open = modality === "conditional" && holds === undefined && condition !== undefined ? [condition] : [];
  if (observed === undefined) return ["undetermined", item.metric, ...open];
  if (satisfies(observed, item.op, item.required)) return ["met"];
  if (open.length > 0) return ["undetermined", ...open];
  return [modality === "required" || modality === "conditional" ? "notMet" : "softNotMet"];
}

/**
 * Checks a facility against the standards for its kind. Only what the text requires (应, 不低于), and a conditional standard
 * once its condition holds, makes it fail; what is asked in principle, aspired to or encouraged is reported apart.
 *
 * @returns each requirement as met, notMet, softNotMet, undetermined (its metric or condition is unknown) or notApplicable
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_NUMBER`, `CONDITION_NOT_NAMED`
 * @example
 * const item = { id: "site", title: { zh: "用地面积", en: "site area" }, metric: "siteMu", op: ">=", required: rational(3n, 1n), unit: "mu", modality: "in-principle", clauses: ["NY-3.1.2-g"] };
 * checkStandards({ items: [item], metrics: { siteMu: rational(5n, 2n) } }).value.softFailed //=> ["site"]
 * checkStandards({ items: [item], metrics: {} }).value.items[0].missing //=> ["siteMu"]
 * Source: CK-2.1-c, CK-2.3-a, NY-3.1.2-a, NY-3.1.2-g, NY-3.1.2-l, NY-3.2.2-a.
 */
export function checkStandards(question: StandardsQuestion): Counted<StandardsResult> {
  const { items, metrics } = question;
  const check = new QuestionCheck();
  check.unique(
    (index) => `/items/${index}/id`,
    items.map(({ id }) => id),
  );
  for (const [index, item] of items.entries()) {
    check.rational(`/items/${index}/required`, item.required, {});
    if (item.modality === "conditional" && item.condition === undefined)
      check.add(reportStandardsIssue("CONDITION_NOT_NAMED", `/items/${index}/condition`, { seen: item.id }));
  }
  for (const [name, value] of Object.entries(metrics)) if (value !== null) check.rational(jsonPointer(["metrics", name]), value, {});
  check.done();
  const judged = items.map((item) => {
    const [outcome, ...missing] = judge(item, question);
    return { item, outcome, missing, observed: read(metrics, item.metric) ?? undefined };
  });
  const those = (wanted: StandardOutcome): string[] => judged.filter(({ outcome }) => outcome === wanted).map(({ item }) => item.id);
  const binding = judged
    .filter(({ item, outcome }) => (item.modality === "required" || item.modality === "conditional") && outcome !== "notApplicable")
    .map(({ outcome }) => (outcome === "undetermined" ? undefined : outcome === "met"));
  const value: StandardsResult = {
    status: verdictOfAll(binding),
    items: judged.map(({ item, outcome, missing, observed }) => ({
      id: item.id,
      outcome,
      ...(observed === undefined ? {} : { observed }),
      missing,
      clauses: item.clauses,
    })),
    failed: those("notMet"),
    softFailed: those("softNotMet"),
  };
  const steps = judged.map(({ item, outcome, observed }): Step => {
    const isShare = item.unit === "share";
    const print = (exact: Rational): string => `${printDecimal(exact)} ${item.unit}`;
    const seen = observed === undefined ? "?" : isShare ? printPercent(observed) : print(observed);
    const asked = isShare ? printShare(item.required) : print(item.required);
    return {
      zh: `${item.title.zh} ${seen}，${words[item.modality]}${comparisonTitles[item.op].zh} ${asked}`,
      en: `${item.title.en} ${seen}, ${item.modality}: ${comparisonTitles[item.op].en} ${asked}`,
      value: outcome,
    };
  });
  return { value, unit: "outcome", steps, clauses: [...new Set(items.flatMap(({ clauses }) => clauses))] };
}
