import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import { allocate } from "../money/allocate.js";
import { addRational, compareRational, printRational, type Rational, rational } from "../money/rational.js";
import { type Rounding, roundRational } from "../money/rounding.js";
import { boundsOfFen, checkFenBounds, type FenBounds, toFenBounds } from "../subsidy/fenBounds.js";
import { printYuanBetween } from "../subsidy/printYuanBetween.js";
import { reportFundingIssue } from "./codes.js";

/** One item of cost, such as the adaptation of one home. */
export interface CostItem {
  readonly id: string;
  /** Kind of cost that the rules speak of: `homeAdaptation.urbanSpecialHardship`. */
  readonly cost: string;
  /** Fen; absent where it is not known. */
  readonly amountFen?: number | FenBounds;
}

/** Who bears a kind of cost, by which parts. */
export interface CostRule {
  readonly cost: string;
  readonly bearers: readonly { readonly bearer: string; readonly title: Wording; readonly share: Rational }[];
  readonly clauses: readonly string[];
}

/** Costs, and the rules that say who bears them. */
export interface CostQuestion {
  readonly items: readonly CostItem[];
  readonly rules: readonly CostRule[];
  readonly clauses: readonly string[];
}

/** What each bears, and what nobody has been told to bear. */
export interface CostSplit {
  readonly bearers: readonly { readonly bearer: string; readonly fen: FenBounds; readonly items: readonly string[] }[];
  /** Items of a kind that no rule assigns. */
  readonly unassigned: readonly string[];
  readonly unassignedFen: FenBounds;
  /** Items of which the amount is not known. */
  readonly open: readonly string[];
}

interface Borne {
  least: number;
  most: number;
  readonly items: string[];
}

const partOf = ({ numerator, denominator }: Rational, fen: number, rounding: Rounding): number =>
  Number.isFinite(fen) ? roundRational(rational(BigInt(fen) * numerator, denominator), rounding) : numerator === 0n ? 0 : fen;

function checkQuestion({ items, rules }: CostQuestion): void {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/items/${index}/id`,
    items.map(({ id }) => id),
  );
  check.unique(
    (index) => `/rules/${index}/cost`,
    rules.map(({ cost }) => cost),
  );
  for (const [index, { amountFen }] of items.entries()) checkFenBounds(check, `/items/${index}/amountFen`, amountFen);
  if (check.issues.length === 0) {
    const stated = items.map(({ amountFen }) => boundsOfFen(amountFen));
    const sums = [stated.reduce((sum, { least }) => sum + least, 0), stated.reduce((sum, { most }) => sum + most, 0)];
    for (const fen of sums) if (Number.isFinite(fen)) check.exact("/items", fen);
  }
  for (const [index, { bearers }] of rules.entries()) {
    const before = check.issues.length;
    for (const [at, { share }] of bearers.entries()) check.rational(`/rules/${index}/bearers/${at}/share`, share, { least: 0, most: 1 });
    check.unique(
      (at) => `/rules/${index}/bearers/${at}/bearer`,
      bearers.map(({ bearer }) => bearer),
    );
    if (check.issues.length > before) continue;
    const sum = bearers.reduce((total, { share }) => addRational(total, share), rational(0n, 1n));
    if (compareRational(sum, rational(1n, 1n)) !== 0)
      check.add(reportFundingIssue("SHARES_DO_NOT_ADD_UP", `/rules/${index}/bearers`, { seen: printRational(sum) }));
  }
  check.done();
}

/**
 * Who bears which cost: each item split among the bearers that the rules name, to the fen and without loss; what no rule
 * assigns is named, not given to anyone.
 *
 * @param question items in fen, rules with exact shares that add up to 1
 * @returns fen for each bearer (in the order of ids), items unassigned and of unknown amount
 * @throws EldercareError DUPLICATE_ID, SHARES_DO_NOT_ADD_UP, BOUNDS_REVERSED, and those of numbers
 * Source: NY-3.3.3-a (由县(市、区)财政直接投资建设), NY-3.3.3-b (by agreement: no rule, so unassigned).
 * @example
 * const county = { bearer: "countyFinance", title: { zh: "县财政", en: "county finance" }, share: { numerator: 1n, denominator: 1n } };
 * const rules = [{ cost: "adaptation.hardship", bearers: [county], clauses: ["NY-3.3.3-a"] }];
 * const items = [{ id: "home-1", cost: "adaptation.hardship", amountFen: 300000 }, { id: "home-2", cost: "adaptation.other", amountFen: 200000 }];
 * const { bearers, unassigned } = costBearers({ items, rules, clauses: [] }).value;
 * bearers //=> [{ bearer: "countyFinance", fen: { least: 300000, most: 300000 }, items: ["home-1"] }]
 * unassigned //=> ["home-2"]
 */
export function costBearers(question: CostQuestion): Counted<CostSplit> {
  checkQuestion(question);
  const { rules, clauses } = question;
  const items = [...question.items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const borne = new Map<string, Borne>();
  const unassigned: Borne = { least: 0, most: 0, items: [] };
  const steps: Step[] = [];
  const used = new Set<string>();
  const add = (to: Borne, item: string, least: number, most: number): void => {
    to.least += least;
    to.most += most;
    to.items.push(item);
  };
  for (const { id, cost, amountFen } of items) {
    const { least, most } = boundsOfFen(amountFen);
    const rule = rules.find((own) => own.cost === cost);
    if (rule === undefined) {
      add(unassigned, id, least, most);
      steps.push({
        zh: `${id}：未规定承担方`,
        en: `${id}: nobody is told to bear it`,
        value: printYuanBetween(least, toFenBounds(least, most).most),
      });
      continue;
    }
    const bearers = [...rule.bearers].sort((a, b) => (a.bearer < b.bearer ? -1 : 1));
    // an unknown amount cannot be split to the fen: what one bears lies between the parts of its bounds
    const exact =
      least === most
        ? allocate(
            least,
            bearers.map(({ share }) => share),
          )
        : undefined;
    for (const clause of rule.clauses) used.add(clause);
    for (const [index, { bearer, title, share }] of bearers.entries()) {
      const own = borne.get(bearer) ?? { least: 0, most: 0, items: [] };
      borne.set(bearer, own);
      const part =
        exact === undefined
          ? { least: partOf(share, least, "down"), most: partOf(share, most, "up") }
          : { least: exact[index] ?? 0, most: exact[index] ?? 0 };
      add(own, id, part.least, part.most);
      const print = printYuanBetween(part.least, toFenBounds(part.least, part.most).most);
      steps.push({ zh: `${id}：${title.zh}承担 ${printRational(share)}`, en: `${id}: ${title.en} bears ${printRational(share)}`, value: print });
    }
  }
  return {
    value: {
      bearers: [...borne]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([bearer, { least, most, items: own }]) => ({ bearer, fen: toFenBounds(least, most), items: own })),
      unassigned: unassigned.items,
      unassignedFen: toFenBounds(unassigned.least, unassigned.most),
      open: items.filter(({ amountFen }) => boundsOfFen(amountFen).least !== boundsOfFen(amountFen).most).map(({ id }) => id),
    },
    unit: "fen",
    steps,
    clauses: [...new Set([...clauses, ...used])],
  };
}
