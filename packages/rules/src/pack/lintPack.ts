import { EldercareError, type Issue, jsonPointer } from "@eldercare/core";
import { Context } from "../assess/context.js";
import { reportLint } from "../lint/codes.js";
import { definedFactsOf, type Node, nodesOf, parametersOf } from "../logic/node.js";
import { overrideReading } from "../override/overrideReading.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { Plugin } from "../plugin/plugin.js";
import { PluginLibrary } from "../plugin/pluginLibrary.js";
import { checkLinkages } from "./linkages.js";
import type { Pack } from "./pack.js";
import { checkPack } from "./parsePack.js";

/**
 * Everything that can be said of a pack without asking about anybody: errors of shape, names and types; overrides that do
 * not do what they say, or narrow a floor of a parent, each with somebody who shows it; warnings about
 * what is never used; notes on what the document leaves open.
 *
 * @param json the pack, as read from its file
 * @param parents the packs that it extends
 * @param plugins whose operators and facts it may use
 * @returns errors, then warnings, then notes; pointers lead into the pack
 * @example
 * lintPack(county, [national]).filter((issue) => issue.severity === "error") //=> []
 * lintPack(county)[0].code //=> "PACK_NOT_FOUND"
 */
export function lintPack(json: unknown, parents: readonly Pack[] = [], plugins: readonly Plugin[] = []): Issue[] {
  const shape = checkPack(json);
  if (shape.length > 0) return shape;
  const pack = json as Pack;
  const issues = new Map<string, Issue[]>();
  const library = new PluginLibrary(plugins);
  const context = new Context(pack, new Map([...parents, pack].map((each) => [each.id, each])), [], issues, library, overrideReading);
  const linkages = checkLinkages(pack, context.chain);
  // a pack that stands on a broken parent is broken too
  const found = [
    ...(issues.get(pack.id) ?? []),
    ...linkages,
    ...parents.flatMap((parent) => (issues.get(parent.id) ?? []).map((issue) => ({ ...issue, at: { file: parent.id } }))),
  ];
  // what a condition that could not be read would have used is not known
  const idle = found.length > 0 ? [] : [...proveOverrides(context), ...unused(pack, context)];
  const all = [...found, ...adoption(pack), ...idle, ...open(pack)];
  const order = { error: 0, warning: 1, note: 2 };
  return all.sort((a, b) => order[a.severity] - order[b.severity]);
}

/**
 * Refuses a pack with errors.
 *
 * @throws EldercareError with the errors of `lintPack`
 */
export function requireSound(json: unknown, parents: readonly Pack[] = []): Pack {
  const errors = lintPack(json, parents).filter((issue) => issue.severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
  return json as Pack;
}

const adoption = (pack: Pack): Issue[] =>
  pack.rules.flatMap((rule, index) => {
    const clause = rule.clauses[0] ?? "";
    const offers = pack.clauses[clause]?.modality === "permitted-or-encouraged";
    return offers && rule.whereAdopted !== true && rule.note === undefined
      ? [reportLint("ADOPTION_NOT_DECLARED", `/rules/${index}`, { seen: clause })]
      : [];
  });

function unused(pack: Pack, context: Context): Issue[] {
  const parameters = new Set<string>();
  const facts = new Set<string>();
  const pointers = new Set<string>();
  const read = (node: Node | undefined): void => {
    if (node === undefined) return;
    for (const id of parametersOf(node)) parameters.add(id);
    for (const name of definedFactsOf(node)) facts.add(name);
    for (const part of nodesOf(node)) if (part.op === "fact") pointers.add(part.leaf.key);
  };
  for (const { condition, values } of context.rules) for (const node of [condition, ...Object.values(values)]) read(node);
  for (const { instead } of context.versions.overrides) for (const node of [instead.when, ...Object.values(instead.values ?? {})]) read(node);
  // a national pack defines words for those that stand on it
  if (pack.area === "") return [];
  return [
    ...Object.keys(pack.parameters).flatMap((id) =>
      parameters.has(id) ? [] : [reportLint("PARAMETER_UNUSED", jsonPointer(["parameters", id]), { seen: id })],
    ),
    ...Object.keys(pack.facts).flatMap((name) => {
      const isRead = facts.has(name) || [...pointers].some((key) => `${key}/`.includes(`/facts/${name}/`));
      return isRead ? [] : [reportLint("FACT_UNUSED", jsonPointer(["facts", name]), { seen: name })];
    }),
    ...Object.keys(pack.tables ?? {}).flatMap((name) =>
      context.meaning.tablesUsed.has(name) ? [] : [reportLint("TABLE_UNUSED", jsonPointer(["tables", name]), { seen: name })],
    ),
  ];
}

const open = (pack: Pack): Issue[] =>
  Object.entries(pack.parameters).flatMap(([id, parameter]) =>
    parameter.open === true ? [reportLint("PARAMETER_OPEN", jsonPointer(["parameters", id]), { seen: id })] : [],
  );
