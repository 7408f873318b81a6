import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { jsonPointer } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { type CivilMonth, isCivilMonth } from "../time/civilMonth.js";
import { type FenBounds, toFenBounds } from "./fenBounds.js";
import { printYuanBetween } from "./printYuanBetween.js";

/** What an institution has built and whom it houses, and what is granted for it. */
export interface InstitutionGrantQuestion {
  /** Beds for which a grant is due once, and fen for each; `beds` absent where unknown, all of it where there is no such grant. */
  readonly construction?: { readonly beds?: number; readonly fenPerBed: number };
  /** Residents of each month by class, in persons; a class that has a rate and is left out is unknown. */
  readonly months: readonly { readonly month: CivilMonth; readonly residents: Readonly<Record<string, number>> }[];
  /** Fen for one resident of a class for one month. */
  readonly fenPerResidentMonth: Readonly<Record<string, number>>;
  /** Most residents that there can be, such as the beds; absent where nothing bounds the unknown. */
  readonly residentsAtMost?: number;
  readonly clauses: readonly string[];
}

/** What is granted for one month. */
export interface InstitutionGrantMonth {
  readonly month: CivilMonth;
  readonly fen: FenBounds;
  /** Classes whose residents are unknown. */
  readonly missing: readonly string[];
}

/** What an institution is granted. */
export interface InstitutionGrants {
  readonly construction: FenBounds;
  readonly operation: FenBounds;
  readonly months: readonly InstitutionGrantMonth[];
  readonly total: FenBounds;
}

type Span = Required<FenBounds>;

function checkQuestion({ construction, months, fenPerResidentMonth: rates, residentsAtMost }: InstitutionGrantQuestion): void {
  const check = new QuestionCheck();
  if (construction !== undefined) check.whole("/construction/fenPerBed", construction.fenPerBed);
  if (construction?.beds !== undefined) check.whole("/construction/beds", construction.beds);
  for (const [name, fen] of Object.entries(rates)) check.whole(jsonPointer(["fenPerResidentMonth", name]), fen);
  if (residentsAtMost !== undefined) check.whole("/residentsAtMost", residentsAtMost);
  check.unique(
    (index) => `/months/${index}/month`,
    months.map(({ month }) => month),
  );
  for (const [index, { month, residents }] of months.entries()) {
    if (!isCivilMonth(month)) check.add(reportIssue("NOT_A_DATE", `/months/${index}/month`, { seen: month }));
    for (const [name, persons] of Object.entries(residents)) {
      const pointer = jsonPointer(["months", index, "residents", name]);
      check.whole(pointer, persons);
      if (!Object.hasOwn(rates, name)) check.add(reportMissing("class", pointer, name));
    }
    const persons = Object.values(residents).reduce((sum, each) => sum + each, 0);
    if (residentsAtMost !== undefined && persons > residentsAtMost)
      check.add(reportIssue("OUT_OF_RANGE", `/months/${index}/residents`, { seen: persons, values: { expected: `0–${residentsAtMost}` } }));
  }
  check.done();
}

/** What one month comes to: the classes that are not counted may fill the house, all of the class with the highest rate. */
function monthOf(
  residents: Readonly<Record<string, number>>,
  { fenPerResidentMonth: rates, residentsAtMost = Number.POSITIVE_INFINITY }: InstitutionGrantQuestion,
): { readonly fen: Span; readonly missing: readonly string[] } {
  const missing = Object.keys(rates)
    .filter((name) => !Object.hasOwn(residents, name))
    .sort();
  const counted = Object.entries(residents);
  const least = counted.reduce((sum, [name, persons]) => sum + persons * (rates[name] ?? 0), 0);
  const room = residentsAtMost - counted.reduce((sum, [, persons]) => sum + persons, 0);
  const highest = Math.max(0, ...missing.map((name) => rates[name] ?? 0));
  return { fen: { least, most: highest === 0 ? least : least + room * highest }, missing };
}

/**
 * What an institution is granted: once for each bed built, and each month for each resident by class. Residents of a class
 * that nobody has counted leave bounds, never nothing.
 *
 * @returns fen for construction, for each month of operation and in total
 * @throws EldercareError NOT_A_WHOLE_NUMBER, OUT_OF_RANGE, NOT_A_DATE, DUPLICATE_ID; REFERENCE_NOT_FOUND for residents of a class without a rate
 * @example
 * const rates = { disabled: 20000, selfCaring: 5000 };
 * const months = [{ month: "2026-01", residents: { disabled: 30, selfCaring: 10 } }, { month: "2026-02", residents: { disabled: 30 } }];
 * const grants = institutionGrants({ construction: { beds: 40, fenPerBed: 300000 }, months, fenPerResidentMonth: rates, residentsAtMost: 45, clauses: ["CL-2.2.4-b"] });
 * grants.value.construction //=> { least: 12000000, most: 12000000 }
 * grants.value.months[1] //=> { month: "2026-02", fen: { least: 600000, most: 675000 }, missing: ["selfCaring"] }
 * Source: CL-2.2.4-b (养老机构床位建设补助和运营补助制度), whose amounts are left open.
 */
export function institutionGrants(question: InstitutionGrantQuestion): Counted<InstitutionGrants> {
  checkQuestion(question);
  const { construction, clauses } = question;
  const built: Span =
    construction === undefined || construction.fenPerBed === 0
      ? { least: 0, most: 0 }
      : { least: (construction.beds ?? 0) * construction.fenPerBed, most: (construction.beds ?? Number.POSITIVE_INFINITY) * construction.fenPerBed };
  const months = question.months.map(({ month, residents }) => ({ month, ...monthOf(residents, question) }));
  const sum = (spans: readonly Span[], bound: keyof Span): number => spans.reduce((total, span) => total + span[bound], 0);
  const paid = months.map(({ fen }) => fen);
  const operation = { least: sum(paid, "least"), most: sum(paid, "most") };
  const total = { least: sum([built, operation], "least"), most: sum([built, operation], "most") };
  const check = new QuestionCheck();
  check.exact("", total.most === Number.POSITIVE_INFINITY ? total.least : total.most);
  check.done();
  const bounds = ({ least, most }: Span): FenBounds => toFenBounds(least, most);
  const print = ({ least, most }: Span): string => printYuanBetween(least, bounds({ least, most }).most);
  const steps: Step[] = [
    ...(construction === undefined
      ? []
      : [
          {
            zh: `床位建设补助：新建床位 ${construction.beds ?? "?"} 张`,
            en: `grant for ${construction.beds ?? "?"} beds built`,
            value: print(built),
          },
        ]),
    ...months.map(({ month, fen, missing }) => ({
      zh: `${month} 运营补助${missing.length === 0 ? "" : `（${missing.join("、")} 人数未知）`}`,
      en: `${month} operating grant${missing.length === 0 ? "" : ` (${missing.join(", ")} not counted)`}`,
      value: print(fen),
    })),
    { zh: "合计", en: "sum", value: print(total) },
  ];
  return {
    value: {
      construction: bounds(built),
      operation: bounds(operation),
      months: months.map(({ month, fen, missing }) => ({ month, fen: bounds(fen), missing })),
      total: bounds(total),
    },
    unit: "fen",
    steps,
    clauses,
  };
}
