import { bitAt, countBits, type Plane } from "../logic/columns/planes.js";
import type { Population } from "../logic/columns/population.js";
import type { Amounts } from "./amounts.js";
import type { PlannedRule } from "./plan.js";
import type { RuleAnswers } from "./settle.js";

/** How many subjects a rule gives each answer; granted also stands for met, denied for not met. */
export interface RuleCounts {
  readonly rule: string;
  readonly granted: number;
  readonly denied: number;
  readonly undetermined: number;
  readonly notApplicable: number;
}

/** Subjects with the answers of every rule, up to the number of a chunk. */
export interface Piece {
  readonly population: Population;
  readonly rules: readonly RuleAnswers[];
  readonly amounts: Amounts;
}

interface Answered {
  readonly size: number;
  readonly chunkSize: number;
  readonly rules: readonly PlannedRule[];
  readonly pieces: readonly Piece[];
  readonly oneByOne: readonly string[];
}

/** What every rule says of everybody in a population. */
export class PopulationAnswers {
  readonly size: number;
  /** Keys of the rules. */
  readonly rules: readonly string[];
  /** Conditions that each subject had to be asked for itself: exact as all others, only slower. */
  readonly oneByOne: readonly string[];
  private readonly answered: Answered;

  constructor(answered: Answered) {
    this.size = answered.size;
    this.rules = answered.rules.map(({ parsed }) => parsed.info.key);
    this.oneByOne = answered.oneByOne;
    this.answered = answered;
  }

  /** 0 denied or not met, 1 granted or met, 2 undetermined, 3 not applicable. */
  status(subject: number, rule: number): 0 | 1 | 2 | 3 {
    const { chunkSize, pieces } = this.answered;
    const answers = pieces[Math.floor(subject / chunkSize)]?.rules[rule];
    if (answers === undefined || subject >= this.size) throw new RangeError(`no such subject or rule: ${subject}, ${rule}`);
    const within = subject % chunkSize;
    if (bitAt(answers.planes.must, within)) return 1;
    if (bitAt(answers.planes.may, within)) return 2;
    return answers.applies === undefined || bitAt(answers.applies, within) ? 0 : 3;
  }

  /** What every rule says of everybody, as `status` does: subject-major `[subject * rules.length + rule]`. */
  get statuses(): Uint8Array {
    const { chunkSize, pieces } = this.answered;
    const width = this.rules.length;
    const statuses = new Uint8Array(this.size * width);
    for (const [number, { population, rules }] of pieces.entries())
      for (const [rule, answers] of rules.entries()) writeStatuses(answers, population.size, statuses, number * chunkSize * width + rule, width);
    return statuses;
  }

  /** How many subjects each rule gives each answer. */
  get counts(): readonly RuleCounts[] {
    return this.rules.map((key, rule) => this.countsOf(key, rule));
  }

  private countsOf(key: string, rule: number): RuleCounts {
    let [granted, possible, applies] = [0, 0, 0];
    for (const { population, rules } of this.answered.pieces) {
      const answers = rules[rule] as RuleAnswers;
      const { must, may } = answers.planes;
      const sure = countBits(must, population.size);
      granted += sure;
      possible += may === must ? sure : countBits(may, population.size);
      applies += answers.applies === undefined ? population.size : countBits(answers.applies, population.size);
    }
    return { rule: key, granted, denied: applies - possible, undetermined: possible - granted, notApplicable: this.size - applies };
  }

  /**
   * Fen that a rule grants each subject; `NaN` where it grants no amount, or one that is not known.
   *
   * Exact arithmetic runs once for each distinct combination of what the amount depends on.
   */
  amountFen(rule: number): Float64Array {
    const { chunkSize } = this.answered;
    const fen = new Float64Array(this.size).fill(Number.NaN);
    for (const [number, { population, rules, amounts }] of this.piecesOf(rule).entries()) {
      const own = fen.subarray(number * chunkSize, number * chunkSize + population.size);
      amounts.write(rule, (rules[rule] as RuleAnswers).planes.must, own);
    }
    return fen;
  }

  /** Fen that a rule grants to everybody together; amounts that are not known are left out. */
  totalFen(rule: number): number {
    return this.piecesOf(rule).reduce((sum, { rules, amounts }) => sum + amounts.total(rule, (rules[rule] as RuleAnswers).planes.must), 0);
  }

  private piecesOf(rule: number): readonly Piece[] {
    if (this.rules[rule] === undefined) throw new RangeError(`no such rule: ${rule}`);
    return this.answered.pieces;
  }
}

const one = (plane: Plane, word: number, bit: number): number => ((plane[word] as number) >>> bit) & 1;

/** Writes what a rule says of the subjects of a piece, whose cells hold 0: words in which all are denied are passed over. */
function writeStatuses({ planes: { must, may }, applies }: RuleAnswers, subjects: number, into: Uint8Array, first: number, width: number): void {
  for (let from = 0; from < subjects; from += 32) {
    const word = from >>> 5;
    if (may[word] === 0 && (applies === undefined || ~(applies[word] as number) === 0)) continue;
    const to = Math.min(subjects, from + 32);
    for (let subject = from; subject < to; subject += 1) {
      const bit = subject & 31;
      const status = one(must, word, bit) === 1 ? 1 : one(may, word, bit) === 1 ? 2 : applies === undefined || one(applies, word, bit) === 1 ? 0 : 3;
      into[first + subject * width] = status;
    }
  }
}
