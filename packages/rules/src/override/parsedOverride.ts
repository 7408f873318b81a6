import { didYouMean, type Issue } from "@eldercare/core";
import type { ParsedRule } from "../assess/compiledRule.js";
import { adoptionNode } from "../assess/parseRule.js";
import { parseEffect } from "../effects/parseEffect.js";
import { reportRules } from "../errors/codes.js";
import { booleanType, type Node } from "../logic/node.js";
import { parseLogic } from "../logic/parseLogic.js";
import { checkDatedValues } from "../pack/checkConsistency.js";
import type { ChainMeaning } from "../pack/meaning.js";
import type { EffectDeclaration, Override, Pack } from "../pack/pack.js";
import { checkValues } from "../pack/parsePack.js";
import { reportReading } from "./prove/codes.js";
import { verbsOf } from "./verbs.js";

/** An override with the pack that states it, read in a chain of packs. */
export interface ParsedOverride {
  readonly pack: Pack;
  /** Ids of the packs that its pack stands on. */
  readonly above: ReadonlySet<string>;
  /** Its place among the overrides of the pack. */
  readonly index: number;
  readonly override: Override;
  /** What stands instead; a member that is absent stays as it was. */
  readonly instead: {
    readonly when?: Node;
    /** The adoption that is asked instead; `null` where none is asked any more. */
    readonly adopted?: Node | null;
    readonly values?: Readonly<Record<string, Node>>;
  };
}

const pointerOf = (index: number): string => `/overrides/${index}`;

/** Kinds of effect that are had or not had. */
const numberless: ReadonlySet<EffectDeclaration["kind"]> = new Set(["category", "device", "priority", "pairing", "siting", "model"]);

/** What an override of a rule puts in place of its parts. */
function readInstead(pack: Pack, override: Override, index: number, rule: ParsedRule, meaning: ChainMeaning): ParsedOverride["instead"] {
  const issues = meaning.issuesOf(pack);
  const { when, whereAdopted, then, clauses } = override;
  const at = pointerOf(index);
  const { subject } = rule.info;
  const condition = when === undefined ? undefined : parseLogic(when, booleanType, `${at}/when`, meaning.of(subject), issues);
  if (verbsOf(override).includes("raise") && numberless.has(rule.info.kind))
    issues.push(reportReading("OVERRIDE_WITHOUT_NUMBER", `${at}/does`, { seen: rule.info.key }));
  const fitting = then !== undefined && fits(rule, then.kind, `${at}/then/kind`, issues);
  return {
    ...(condition === undefined ? {} : { when: condition }),
    ...(whereAdopted === undefined ? {} : { adopted: whereAdopted ? adoptionNode(pack, clauses) : null }),
    ...(then !== undefined && fitting ? { values: parseEffect(then, subject, `${at}/then`, meaning, issues) } : {}),
  };
}

function fits({ info }: ParsedRule, kind: string, pointer: string, issues: Issue[]): boolean {
  if (kind === info.kind) return true;
  issues.push(reportReading("OVERRIDE_OF_OTHER_KIND", pointer, { seen: kind, values: { expected: info.kind } }));
  return false;
}

/** Reads what a pack makes of the rules and parameters of the packs above it; what does not exist is reported. */
export function parseOverrides(pack: Pack, above: readonly Pack[], rules: readonly ParsedRule[], meaning: ChainMeaning): ParsedOverride[] {
  const issues = meaning.issuesOf(pack);
  const parents = new Set(above.map(({ id }) => id));
  const read = (index: number, override: Override, instead: ParsedOverride["instead"]): ParsedOverride[] => [
    { pack, above: parents, index, override, instead },
  ];
  const overridable = rules.filter(({ info }) => parents.has(info.pack));
  return (pack.overrides ?? []).flatMap((override, index) => {
    const at = pointerOf(index);
    if (override.rule !== undefined) {
      const rule = overridable.find(({ info }) => info.key === override.rule);
      if (rule !== undefined) return read(index, override, readInstead(pack, override, index, rule, meaning));
      issues.push(missingRule(pack, override.rule, `${at}/rule`, overridable));
    } else if (override.parameter !== undefined) {
      const declared = meaning.parameters.get(override.parameter);
      if (declared !== undefined && parents.has(declared.pack.id)) {
        const { value } = override;
        const dated = value === undefined ? [] : [{ from: pack.inForce.from, value }];
        // the value stands in the override itself, not in a list of dated ones
        const wrong = [...checkValues(declared.thing, dated, ""), ...checkDatedValues(declared.thing, dated, "")];
        issues.push(...wrong.map((issue) => ({ ...issue, pointer: `${at}/value` })));
        return read(index, override, {});
      }
      issues.push(missingParameter(pack, override.parameter, `${at}/parameter`, meaning, parents));
    }
    return [];
  });
}

function missingRule(pack: Pack, key: string, pointer: string, overridable: readonly ParsedRule[]): Issue {
  if (key.startsWith(`${pack.id}/`)) return reportReading("OVERRIDE_OF_OWN", pointer, { seen: key });
  const known = overridable.map(({ info }) => info.key);
  return reportRules("RULE_NOT_FOUND", pointer, { seen: key, values: didYouMean(key, known) });
}

function missingParameter(pack: Pack, id: string, pointer: string, { parameters }: ChainMeaning, parents: ReadonlySet<string>): Issue {
  if (parameters.get(id)?.pack.id === pack.id) return reportReading("OVERRIDE_OF_OWN", pointer, { seen: id });
  const known = [...parameters].flatMap(([name, declared]) => (parents.has(declared.pack.id) ? [name] : []));
  return reportRules("PARAMETER_NOT_FOUND", pointer, { seen: id, values: didYouMean(id, known) });
}
