import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { printYuan } from "../money/printYuan.js";
import { checkLinkages } from "./checkLinkages.js";
import { boundsOfFen, checkFenBounds, type FenBounds, toFenBounds } from "./fenBounds.js";
import type { BenefitCap, Linkage } from "./linkage.js";
import { type LinkageMatrix, linkageMatrix, nameOfLinkage } from "./linkageMatrix.js";
import { printYuanBetween } from "./printYuanBetween.js";
import { type Bounds, type Grant, planSettlement, runSettlement, type SuppressionCode, totalBounds, type UsedOf } from "./settlement.js";

/** One benefit of a person, or of the household, for one month. */
export interface DueBenefit {
  readonly benefit: string;
  readonly title?: Wording;
  /** Person who holds it; absent for a benefit of the household. */
  readonly person?: string;
  /** What the rules decided; a benefit that is granted excludes others whatever its amount. */
  readonly status: "granted" | "denied" | "undetermined";
  /** Fen if it is granted; absent where the amount is not known. */
  readonly amountFen?: number | FenBounds;
}

/** What a cap has already let through in its period, before this month. */
export interface CapUse {
  readonly cap: string;
  /** Person whose cap it is; absent for a cap of the household. */
  readonly person?: string;
  readonly usedFen: number | FenBounds;
}

/** The benefits of one household for one month, with how they meet. */
export interface SettlementQuestion {
  readonly benefits: readonly DueBenefit[];
  readonly linkages: readonly Linkage[];
  readonly caps?: readonly BenefitCap[];
  /** Use of yearly caps; where it is not given, it is unknown. */
  readonly used?: readonly CapUse[];
  readonly clauses: readonly string[];
}

/** Why part of a benefit is not paid. */
export interface Suppression {
  readonly code: SuppressionCode;
  /** Linkage or cap. */
  readonly source: string;
  /** The benefits that take its place. */
  readonly by: readonly string[];
  readonly fen: FenBounds;
  readonly reason: Wording;
  readonly clauses: readonly string[];
}

/** What is paid of one benefit. */
export interface SettledBenefit {
  readonly benefit: string;
  readonly person?: string;
  readonly due: FenBounds;
  readonly paid: FenBounds;
  readonly suppressed: readonly Suppression[];
}

/** What a household is paid. */
export interface Settlement {
  readonly benefits: readonly SettledBenefit[];
  readonly total: FenBounds;
  /** What is unknown and decides what is paid: the grant or amount of a benefit, or the use of a cap so far. */
  readonly undetermined: readonly ({ readonly benefit: string; readonly person?: string } | { readonly cap: string; readonly person?: string })[];
}

const ofPerson = (person: string | undefined): { readonly person?: string } => (person === undefined ? {} : { person });
const grantOf = ({ status }: DueBenefit): Grant => (status === "granted" ? 2 : status === "denied" ? 0 : 1);

function checkQuestion({ benefits, linkages, caps = [], used = [] }: SettlementQuestion): void {
  const check = new QuestionCheck();
  for (const issue of checkLinkages(linkages, caps)) if (issue.severity === "error") check.add(issue);
  check.unique(
    (index) => `/benefits/${index}`,
    benefits.map(({ benefit, person = "" }) => `${benefit}\n${person}`),
  );
  check.unique(
    (index) => `/used/${index}`,
    used.map(({ cap, person = "" }) => `${cap}\n${person}`),
  );
  const capIds = new Set(caps.map(({ id }) => id));
  for (const [index, { cap }] of used.entries()) if (!capIds.has(cap)) check.add(reportMissing("cap", `/used/${index}/cap`, cap));
  for (const [index, { amountFen }] of benefits.entries()) checkFenBounds(check, `/benefits/${index}/amountFen`, amountFen);
  for (const [index, { usedFen }] of used.entries()) checkFenBounds(check, `/used/${index}/usedFen`, usedFen);
  check.done();
}

function reasonOf(code: SuppressionCode, names: Wording, source: Linkage | BenefitCap): Wording {
  switch (code) {
    case "EXCLUDED":
      return { zh: `已享受${names.zh}，不重复享受`, en: `not paid beside ${names.en}` };
    case "LOWER":
      return { zh: `就高发放${names.zh}`, en: `the higher is paid: ${names.en}` };
    case "OFFSET":
      return { zh: `冲抵${names.zh}`, en: `set off against ${names.en}` };
    case "LEVEL_REACHED":
      return {
        zh: `与${names.zh}合计补足至 ${printYuan("levelFen" in source ? (source.levelFen ?? 0) : 0)} 元`,
        en: `topped up with ${names.en} to ${printYuan("levelFen" in source ? (source.levelFen ?? 0) : 0)} yuan`,
      };
    case "CAPPED":
      return {
        zh: `合计封顶 ${printYuan("capFen" in source ? source.capFen : 0)} 元`,
        en: `capped at ${printYuan("capFen" in source ? source.capFen : 0)} yuan`,
      };
  }
}

/** The benefits whose unknown grant or amount changes something that is paid. */
function decisive(matrix: LinkageMatrix, due: Bounds, grants: readonly Grant[], settle: (due: Bounds, grants: readonly Grant[]) => string): number[] {
  const open = grants.flatMap((grant, item) => (grant === 1 || (grant === 2 && due.least[item] !== due.most[item]) ? [item] : []));
  if (!matrix.raiseKept) return open;
  return open.filter((item) => {
    const fixed = (amounts: readonly number[], grant: Grant): string => {
      const one = (row: readonly number[]): number[] => row.map((amount, at) => (at === item ? (amounts[at] ?? 0) : amount));
      return settle(
        { least: one(due.least), most: one(due.most) },
        grants.map((own, at) => (at === item ? grant : own)),
      );
    };
    return fixed(due.least, grants[item] === 1 ? 0 : 2) !== fixed(due.most, 2) || (grants[item] === 1 && fixed(due.least, 2) !== fixed(due.most, 2));
  });
}

/**
 * What is paid of the benefits of one household for one month, and what is suppressed, by how much, why and by which clause.
 *
 * The order in which benefits, linkages and caps are given never matters. Exclusions come first, by who is granted; then
 * each benefit after those that reduce it, set-offs before top-ups; then the higher of those that compete; caps last, inner
 * before outer. An unknown grant or amount gives bounds, and is named where it decides what is paid.
 *
 * @param question benefits with status and fen; the linkage matrix of the pack
 * @returns fen due and paid of each benefit, sorted by person and benefit, and the total
 * @throws EldercareError what `checkLinkages` reports as errors; BOUNDS_REVERSED, DUPLICATE_ID, REFERENCE_NOT_FOUND and those of numbers
 * Source: CL-2.2.3-b, CL-2.2.3-e; CL-1.2-g.
 * @example
 * const benefits = [{ benefit: "nursing", person: "p-1", status: "granted", amountFen: 10000 }, { benefit: "severeDisability", person: "p-1", status: "granted", amountFen: 12000 }];
 * const linkages = [{ benefits: ["nursing", "severeDisability"], rule: "higher", clauses: ["CL-2.2.3-e"] }];
 * const { total, benefits: settled } = settleBenefits({ benefits, linkages, clauses: [] }).value;
 * total //=> { least: 12000, most: 12000 }
 * settled[0].suppressed[0].reason.en //=> "the higher is paid: severeDisability"
 */
export function settleBenefits(question: SettlementQuestion): Counted<Settlement> {
  checkQuestion(question);
  const { linkages, caps = [], used = [], clauses } = question;
  const key = ({ person = "", benefit }: DueBenefit): string => `${person}\n${benefit}`;
  const benefits = [...question.benefits].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const matrix = linkageMatrix(linkages, caps);
  const plan = planSettlement(
    matrix,
    benefits.map(({ benefit, person = "" }) => ({ benefit, holder: person })),
  );
  const amounts = benefits.map(({ amountFen }) => boundsOfFen(amountFen));
  const due = { least: amounts.map(({ least }) => least), most: amounts.map(({ most }) => most) };
  const grants = benefits.map(grantOf);
  const usedOf: UsedOf = (cap, holder) => {
    if (cap.period === "month") return { least: 0, most: 0 };
    const found = used.find((use) => use.cap === cap.id && (use.person ?? "") === holder);
    return found === undefined ? { least: 0, most: cap.capFen } : boundsOfFen(found.usedFen);
  };

  const suppressed = benefits.map((): Suppression[] => []);
  const titleOf = (index: number): Wording => benefits[index]?.title ?? { zh: benefits[index]?.benefit ?? "", en: benefits[index]?.benefit ?? "" };
  const paid = runSettlement(plan, due, grants, usedOf, (code, item, by, source, least, most) => {
    const names = { zh: by.map((index) => titleOf(index).zh).join("、"), en: by.map((index) => titleOf(index).en).join(", ") };
    suppressed[item]?.push({
      code,
      source: "capFen" in source ? source.id : nameOfLinkage(source),
      by: [...new Set(by.map((index) => benefits[index]?.benefit ?? ""))],
      fen: toFenBounds(least, most),
      reason: reasonOf(code, names, source),
      clauses: source.clauses,
    });
  });
  const total = totalBounds(matrix, plan, due, grants, usedOf, paid);
  const outcome = (given: Bounds, granted: readonly Grant[], use = usedOf): string => {
    const settled = runSettlement(plan, given, granted, use);
    return [settled.least, settled.most, Object.values(totalBounds(matrix, plan, given, granted, use, settled))].join(";");
  };
  const decisiveCaps = plan.caps.filter(({ cap, holder }) => {
    const { least, most } = usedOf(cap, holder);
    const withUse = (fen: number): string =>
      outcome(due, grants, (other, whose) => (other === cap && whose === holder ? { least: fen, most: fen } : usedOf(other, whose)));
    return least !== most && withUse(least) !== withUse(most);
  });

  const settled = benefits.map(({ benefit, person }, index): SettledBenefit => {
    const grant = grants[index] ?? 0;
    return {
      benefit,
      ...ofPerson(person),
      due: grant === 0 ? { least: 0, most: 0 } : toFenBounds(grant === 2 ? (due.least[index] ?? 0) : 0, due.most[index] ?? 0),
      paid: toFenBounds(paid.least[index] ?? 0, paid.most[index] ?? 0),
      suppressed: suppressed[index] ?? [],
    };
  });
  const steps = settled.map((item, index): Step => {
    const { zh, en } = titleOf(index);
    const dueYuan = printYuanBetween(item.due.least, item.due.most);
    const reasons = (locale: "zh" | "en"): string =>
      item.suppressed.map(({ reason, fen }) => ` − ${printYuanBetween(fen.least, fen.most)} (${reason[locale]})`).join("");
    return {
      zh: `${zh} ${dueYuan}${reasons("zh")}`,
      en: `${en} ${dueYuan}${reasons("en")}`,
      value: printYuanBetween(item.paid.least, item.paid.most),
    };
  });
  steps.push({ zh: "合计", en: "sum", value: printYuanBetween(total.least, toFenBounds(total.least, total.most).most) });
  return {
    value: {
      benefits: settled,
      total: toFenBounds(total.least, total.most),
      undetermined: [
        ...decisive(matrix, due, grants, outcome).map((index) => ({ benefit: benefits[index]?.benefit ?? "", ...ofPerson(benefits[index]?.person) })),
        ...decisiveCaps.map(({ cap, holder }) => ({ cap: cap.id, ...ofPerson(holder || undefined) })),
      ],
    },
    unit: "fen",
    steps,
    clauses: [...new Set([...clauses, ...settled.flatMap((item) => item.suppressed.flatMap((reason) => reason.clauses))])],
  };
}
