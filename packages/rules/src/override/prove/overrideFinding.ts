import type { CivilDate, Wording } from "@eldercare/core";
import type { Witness } from "../../analyse/witness.js";
import type { OverrideIssue } from "../prover.js";
import { type ProofCode, reportProof } from "./codes.js";

/** Something found in checking an override; the pointer leads into the pack that states it. */
export interface OverrideFinding extends OverrideIssue {
  /** The date on which it is so. */
  readonly on: CivilDate;
  /** Somebody who shows it, whom the engine itself has judged so; absent where it could not be decided. */
  readonly witness?: Witness;
}

/** What stood in the way of a proof, in words. */
const obstacles: Readonly<Record<string, Wording>> = {
  search: { zh: "情况过多", en: "too many cases" },
  arithmetic: { zh: "算式超出可推算的范围", en: "arithmetic beyond what can be reckoned" },
  count: { zh: "参数决定统计哪些设施", en: "the parameter decides which facilities are counted" },
  unread: { zh: "上级没有规则使用该参数", en: "no rule above reads the parameter" },
};

const wordObstacles = (because: readonly string[]): Wording => {
  const words = because.map((reason) => obstacles[reason] ?? { zh: reason, en: reason });
  return { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", ") };
};

/** Where a finding stands, and on which rule and date it is. */
export interface FoundAt {
  readonly pointer: string;
  readonly rule: string;
  readonly on: CivilDate;
}

const both = (name: string, { zh, en }: Wording): Record<string, string> => ({ [`${name}.zh`]: zh, [`${name}.en`]: en });

/** A finding with somebody who shows it. */
export function shownBy(code: ProofCode, { pointer, rule, on }: FoundAt, witness: Witness, what: Wording, does: Wording): OverrideFinding {
  const values = { rule, on, ...both("what", what), ...both("does", does) };
  return { ...reportProof(code, pointer, { seen: witness.subject, values }), rules: [rule], on, witness };
}

/** A finding that something could not be decided. */
export function undecided(code: ProofCode, { pointer, rule, on }: FoundAt, because: readonly string[], does: Wording): OverrideFinding {
  return {
    ...reportProof(code, pointer, { values: { rule, ...both("because", wordObstacles(because)), ...both("does", does) } }),
    rules: [rule],
    on,
  };
}
