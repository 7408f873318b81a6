import type { Wording } from "@eldercare/core";
import { type Analysis, compared, grantOf, type RuleAt } from "./analysis.js";
import type { AnalysisCode } from "./codes.js";
import { type Finding, finding } from "./finding.js";
import type { Found, Wanted } from "./findPerson.js";
import type { Witness } from "./witness.js";

/** Rules that grant the same thing. */
export interface GrantGroup {
  readonly kind: Wording;
  /** True where the order of the rules ranks those who wait. */
  readonly ranked: boolean;
  /** Parents' rules first, then in the order of the pack. */
  readonly rules: readonly RuleAt[];
}

/** Rules by what they grant and to what kind of subject; only groups with a rule of the pack itself. */
export function grantGroups({ rules }: Analysis): GrantGroup[] {
  const groups = new Map<string, GrantGroup & { readonly rules: RuleAt[] }>();
  for (const rule of rules) {
    const grant = grantOf(rule.parsed.rule.then);
    if (grant === undefined) continue;
    const key = `${rule.parsed.info.subject} ${grant.name}`;
    const group = groups.get(key) ?? { kind: grant.kind, ranked: grant.ranked, rules: [] };
    group.rules.push(rule);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.rules.some(({ pointer }) => pointer !== undefined));
}

const holds = (rule: RuleAt): Wanted => ({ node: rule.condition, wanted: true });

const both = (a: RuleAt, b: RuleAt) => ({
  rules: [a.key, b.key],
  clauses: [...new Set([...a.parsed.info.clauses, ...b.parsed.info.clauses])],
});

/** A pair of rules of one group, the later one in or after the pack. */
class PairSearch {
  private readonly analysis: Analysis;
  private readonly group: GrantGroup;
  private readonly first: RuleAt;
  private readonly second: RuleAt;

  constructor(analysis: Analysis, group: GrantGroup, first: RuleAt, second: RuleAt) {
    this.analysis = analysis;
    this.group = group;
    this.first = first;
    this.second = second;
  }

  private get asked() {
    const rules = [this.first.key, this.second.key];
    const question = { zh: `${rules.join(" 与 ")} 的关系`, en: `how ${rules.join(" and ")} relate` };
    return { pointer: this.second.pointer ?? "", question, rules };
  }

  /** Somebody of whom conditions hold, with the values of the overlays. */
  private find(conditions: readonly Wanted[]): Found {
    return this.analysis.find(this.analysis.asSupplied(this.second.parsed.info.subject), conditions, this.asked);
  }

  /** Whether one rule grants to somebody to whom another does not, whatever values deployers supply. */
  private adds(one: RuleAt, other: RuleAt): boolean {
    const world = this.analysis.asWritten(this.second.parsed.info.subject);
    const goals = [
      { formula: this.analysis.formula(world, one.condition), wanted: true },
      { formula: this.analysis.formula(world, other.condition), wanted: false },
    ];
    return this.analysis.isPossible(goals, this.asked);
  }

  private report(code: AnalysisCode, rule: RuleAt, other: RuleAt, witness: Witness): Finding {
    const pointer = rule.pointer ?? other.pointer ?? "";
    const values = { rule: rule.key, other: other.key, "kind.zh": this.group.kind.zh, "kind.en": this.group.kind.en };
    return finding(code, pointer, { values }, { ...both(this.first, this.second), witness });
  }

  /** Somebody to whom both grant, but not the same. */
  private differing(): Found {
    const [one, other] = [this.first.parsed.rule.then, this.second.parsed.rule.then];
    const together = [holds(this.first), holds(this.second)];
    const [a, b] = [this.first, this.second].map(({ parsed: { values } }) => values.amountFen ?? values.times);
    const periods = [one, other].map((then) => ("per" in then ? then.per : undefined));
    if (periods[0] !== periods[1] || (a === undefined) !== (b === undefined)) return this.find(together);
    if (a === undefined || b === undefined) return { kind: "none" };
    return this.find([...together, { node: compared("!=", a, b), wanted: true }]);
  }

  findings(): Finding[] {
    const { first, second } = this;
    const together = this.find([holds(first), holds(second)]);
    if (together.kind !== "found") return [];
    const differing = this.group.ranked ? undefined : this.differing();
    if (differing?.kind === "found") {
      const code = second.parsed.info.kind === "benefit" ? "AMOUNTS_CONTRADICT" : "RULES_OVERLAP";
      return [this.report(code, second, first, differing.witness)];
    }
    const secondAdds = this.adds(second, first);
    const firstAdds = this.adds(first, second);
    const { witness } = together;
    if (!secondAdds && !firstAdds) return [this.report("RULES_DUPLICATE", second, first, witness)];
    if (!secondAdds) return [this.report("RULE_SUBSUMED", second, first, witness)];
    // who waits in an earlier rank keeps it: only a later rank that nobody needs is idle
    if (this.group.ranked) return [];
    if (!firstAdds) return [this.report("RULE_SUBSUMED", first, second, witness)];
    return [this.report("RULES_OVERLAP", second, first, witness)];
  }
}

/** Rules that grant the same to one subject: overlaps, rules that add nothing, amounts that contradict one another. */
export function overlappingGrants(analysis: Analysis): Finding[] {
  return grantGroups(analysis).flatMap((group) =>
    group.rules.flatMap((second, index) =>
      second.pointer === undefined ? [] : group.rules.slice(0, index).flatMap((first) => new PairSearch(analysis, group, first, second).findings()),
    ),
  );
}
