import type { KnownShare } from "../counting/knownShare.js";
import { rational } from "../money/rational.js";

/** Whether something belongs to those of which a share is taken, and whether it has reached what is counted; undefined where unknown. */
export interface AnswerWithin {
  readonly id: string;
  readonly within: boolean | undefined;
  readonly answer: boolean | undefined;
}

/** A share with how many it is taken of, for sure. */
export interface ShareWithin extends KnownShare {
  readonly of: number;
}

/**
 * The share among those who belong, where belonging may itself be unknown: who belongs and has reached it only raises a
 * share, who belongs and has not only lowers it.
 *
 * @param unrecorded how many more belong, of whom nothing is recorded
 * @returns exact bounds, absent where it might be a share of nothing, and the three groups in the order of their ids
 * @example
 * shareWithin([{ id: "a", within: true, answer: true }, { id: "b", within: undefined, answer: false }]).share //=> { least: rational(1n, 2n), most: rational(1n, 1n) }
 */
export function shareWithin(answers: readonly AnswerWithin[], unrecorded = 0): ShareWithin {
  const pick = (within: boolean | undefined, answer: boolean | undefined): string[] =>
    answers.filter((each) => each.within === within && each.answer === answer).map(({ id }) => id);
  const [yes, no, open] = [pick(true, true), pick(true, false), pick(true, undefined)];
  const [perhapsYes, perhapsNo, perhapsOpen] = [pick(undefined, true), pick(undefined, false), pick(undefined, undefined)];
  const of = yes.length + no.length + open.length + unrecorded;
  const leastOf = of + perhapsNo.length + perhapsOpen.length;
  const mostOf = of + perhapsYes.length + perhapsOpen.length;
  const most = mostOf - no.length;
  const groups = { yes: yes.sort(), no: no.sort(), unknown: [...open, ...perhapsYes, ...perhapsNo, ...perhapsOpen].sort() };
  if (leastOf === 0 || mostOf === 0) return { of, ...groups };
  return { of, share: { least: rational(BigInt(yes.length), BigInt(leastOf)), most: rational(BigInt(most), BigInt(mostOf)) }, ...groups };
}
