import { EldercareError } from "@eldercare/core";
import { checkPluginShape } from "./checkPluginShape.js";
import type { DefinedPlugin, Plugin } from "./plugin.js";
import { PluginLibrary } from "./pluginLibrary.js";

/**
 * A plug-in: operators and facts that a vendor adds to the engines that it is given to, and to no other.
 *
 * An operator is computed from known arguments only: where one is unknown the result is unknown, without a call. One that
 * throws, spends more than its budget or gives a value of another type makes what needs it undetermined, with a warning
 * that names the rule and the operator; it never makes an answer wrong. Before giving a plug-in away, run `checkPlugin` of
 * `@eldercare/rules/testing`.
 *
 * @param plugin its id, version, operators by name, facts by name, and the budget of one evaluation
 * @returns the plug-in with all that it takes to ask it, for `createEngine({ packs, plugins: [plugin] })`
 * @throws EldercareError PLUGIN_SHAPE, every fault at once
 * @example
 * const acme = definePlugin({
 *   id: "acme",
 *   version: "1.0.0",
 *   operators: {
 *     isEven: {
 *       title: { zh: "{0}为偶数", en: "{0} is even" },
 *       args: [{ kind: "number", integer: true }],
 *       result: { kind: "boolean" },
 *       evaluate: ([number]) => number % 2 === 0,
 *     },
 *   },
 * });
 * const evenAges = { ...county, rules: [{ ...county.rules[0], subject: "person", when: { "acme.isEven": [{ var: "age" }] }, then: { kind: "category", category: "even" } }] };
 * const engine = createEngine({ packs: [national, evenAges], plugins: [acme] });
 * const status = (birthDate) => engine.assess({ person: { birthDate, residence: { area: "500229" } } }, { on: "2026-11-21" }).at(-1).status;
 * status("1942-11-21") //=> "granted"
 * status("1943-11-21") //=> "denied"
 * status(undefined) //=> "undetermined"
 */
export function definePlugin(plugin: Plugin): DefinedPlugin {
  const issues = checkPluginShape(plugin);
  if (issues.length > 0) throw new EldercareError(issues);
  return { ...plugin, library: (plugins) => new PluginLibrary(plugins) };
}
