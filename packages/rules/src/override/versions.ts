import type { CivilDate } from "@eldercare/core";
import { type ChainVersions, type RuleVersions, rulesInForce } from "../assess/chainVersions.js";
import type { AppliedOverride, ParsedRule } from "../assess/compiledRule.js";
import { parametersReadBy } from "../assess/parametersReadBy.js";
import { conditionOf } from "../assess/parseRule.js";
import type { ChainMeaning } from "../pack/meaning.js";
import type { Override, Pack, Rule } from "../pack/pack.js";
import type { ParsedOverride } from "./parsedOverride.js";
import { holdsOn } from "./periodOf.js";
import { verbsOf } from "./verbs.js";

/** Whether a rule of a pack above reads the parameter that an override changes. */
export const readsOverridden = (rule: ParsedRule, { above, override: { parameter } }: ParsedOverride): boolean =>
  parameter !== undefined && above.has(rule.info.pack) && parametersReadBy(rule).has(parameter);

const appliedOf = ({ pack, override }: ParsedOverride): AppliedOverride => ({
  pack: pack.id,
  does: verbsOf(override),
  clauses: override.clauses,
  ...(override.parameter === undefined ? {} : { parameter: override.parameter }),
});

function writtenRule({ floor: _, ...before }: Rule, { when, whereAdopted, then, floor }: Override, clauses: readonly string[]): Rule {
  return {
    ...before,
    clauses,
    ...(when === undefined ? {} : { when }),
    ...(whereAdopted === undefined ? {} : { whereAdopted }),
    ...(then === undefined ? {} : { then }),
    ...(floor === undefined ? {} : { floor }),
  };
}

/** The pack of a rule as it would be if it said what an override says. */
function packWith(pack: Pack, before: Rule, rule: Rule, by: Pack, clauses: readonly string[]): Pack {
  const cited = clauses.flatMap((id) => {
    const clause = by.clauses[id];
    return clause === undefined ? [] : [[id, clause] as const];
  });
  return { ...pack, clauses: { ...pack.clauses, ...Object.fromEntries(cited) }, rules: pack.rules.map((each) => (each === before ? rule : each)) };
}

/** A rule as an override makes it: what the override does not give stays. */
function overridden(before: ParsedRule, by: ParsedOverride, meaning: ChainMeaning): ParsedRule {
  const { override, pack, instead } = by;
  const { info } = before;
  const clauses = [...new Set([...override.clauses, ...info.clauses])];
  const rule = writtenRule(before.rule, override, clauses);
  const adopted = instead.adopted === undefined ? before.adopted : (instead.adopted ?? undefined);
  const when = instead.when ?? before.when;
  const sameCondition = adopted === before.adopted && when === before.when;
  // a parameter has another value, and the rule all the strength that it had
  const modality = override.parameter === undefined ? (pack.clauses[override.clauses[0] ?? ""]?.modality ?? info.modality) : info.modality;
  return {
    info: { ...info, modality, clauses, overrides: info.key, overriddenBy: [appliedOf(by), ...(info.overriddenBy ?? [])] },
    rule,
    pack: packWith(before.pack, before.rule, rule, pack, override.clauses),
    condition: sameCondition ? before.condition : conditionOf(adopted, when),
    adopted,
    when,
    values: instead.values ?? before.values,
    unit: "metric" in rule.then ? meaning.unitOf(info.subject, rule.then.metric) : undefined,
    before,
  };
}

/** The rules of a chain of packs, as its overrides make them; each version is made once. */
export class Versions implements ChainVersions {
  private readonly rules: readonly ParsedRule[];
  /** Parents' before children's, each pack's in its order. */
  readonly overrides: readonly ParsedOverride[];
  private readonly meaning: ChainMeaning;
  private readonly made = new WeakMap<ParsedRule, Map<ParsedOverride, ParsedRule>>();

  constructor(rules: readonly ParsedRule[], overrides: readonly ParsedOverride[], meaning: ChainMeaning) {
    this.rules = rules;
    this.overrides = overrides;
    this.meaning = meaning;
  }

  private version(before: ParsedRule, by: ParsedOverride): ParsedRule {
    const known = this.made.get(before) ?? new Map<ParsedOverride, ParsedRule>();
    this.made.set(before, known);
    const made = known.get(by) ?? overridden(before, by, this.meaning);
    known.set(by, made);
    return made;
  }

  /** The rules in force on a date under some of the overrides that hold then: all of them unless said. */
  on(date: CivilDate, wanted: (by: ParsedOverride) => boolean = () => true): RuleVersions {
    const holding = this.overrides.filter((by) => holdsOn(by.pack, by.override, date) && wanted(by));
    const inForce = rulesInForce(this.rules, date);
    if (holding.length === 0) return { rules: inForce, withdrawn: new Set() };
    const withdrawn = new Set<string>();
    const rules = inForce.flatMap((rule) => {
      let version = rule;
      let speaks = true;
      for (const by of holding) {
        const { override } = by;
        if (override.rule !== rule.info.key && !readsOverridden(version, by)) continue;
        speaks = !verbsOf(override).includes("withdraw") && (speaks || override.rule !== undefined);
        version = this.version(version, by);
      }
      if (!speaks) withdrawn.add(rule.info.key);
      return speaks ? [version] : [];
    });
    return { rules, withdrawn };
  }
}
