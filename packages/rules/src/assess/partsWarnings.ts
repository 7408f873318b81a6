import { addRational, type Issue, parseRational, printRational } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { compileValue } from "../logic/closures.js";
import { indexRegister, Scope } from "../logic/scope.js";
import { toRational } from "../logic/value.js";
import type { CompiledRule } from "./compiledRule.js";
import type { ContextOn } from "./context.js";

const nobody = indexRegister(undefined);

const required = (rule: CompiledRule | undefined, on: string) => {
  const node = rule?.parsed.values.value;
  return rule === undefined || node === undefined ? undefined : toRational(compileValue(node, rule.parameters)(new Scope("area", {}, on, nobody)));
};

/** The sentences behind some rules, each once. */
function quotesOf(rules: readonly CompiledRule[]): string {
  const quotes = rules.flatMap(({ parsed: { info, pack } }) =>
    info.clauses.map((id) => `“${pack.clauses[id]?.quote ?? ""}”（${pack.clauses[id]?.section ?? ""}）`),
  );
  return [...new Set(quotes)].join("；");
}

/**
 * Warnings about targets that contradict themselves: parts that do not add up to the total, names that are not as many as
 * the number. The text is reported as it stands, never mended.
 */
export function partsWarnings(context: ContextOn, on: string): ReadonlyMap<string, readonly Issue[]> {
  const warnings = new Map<string, Issue[]>();
  for (const [index, rule] of context.rules.entries()) {
    const { info, rule: written, pack } = rule.parsed;
    if (written.then.kind !== "target") continue;
    const found: Issue[] = [];
    const total = required(rule, on);
    const pointer = `/rules/${pack.rules.indexOf(written)}/then`;
    const { parts, members } = written.then;
    if (total !== undefined && parts !== undefined) {
      const rules = parts.map((part) => context.byKey.get(`${pack.id}/${part}`)).filter((part) => part !== undefined);
      const values = rules.map((part) => required(part, on));
      const sum = values.reduce((acc, value) => (acc === undefined || value === undefined ? undefined : addRational(acc, value)), parseRational("0"));
      if (sum !== undefined && printRational(sum) !== printRational(total)) {
        const added = `${values.map((value) => (value === undefined ? "?" : printRational(value))).join(" + ")} = ${printRational(sum)}`;
        const quotes = quotesOf([rule, ...rules]);
        found.push(
          reportRules("PARTS_DO_NOT_ADD_UP", pointer, {
            values: { total: printRational(total), sum: added, quotes },
          }),
        );
      }
    }
    if (total !== undefined && members !== undefined && printRational(total) !== String(members.length))
      found.push(
        reportRules("MEMBERS_DO_NOT_ADD_UP", pointer, { seen: index, values: { total: printRational(total), named: String(members.length) } }),
      );
    if (found.length > 0) warnings.set(info.key, found);
  }
  return warnings;
}
