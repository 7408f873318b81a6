import type { Issue } from "@eldercare/core";
import type { ParameterValues } from "../logic/closures.js";
import type { Node } from "../logic/node.js";
import type { Operator } from "../logic/operator.js";
import type { Scope } from "../logic/scope.js";
import type { PluginFact } from "./plugin.js";

/** The plug-ins of one engine, ready to be read by its packs. */
export interface Plugins {
  readonly ids: readonly string[];
  /** By full name, `<plug-in>.<operator>`. */
  readonly operators: ReadonlyMap<string, Operator>;
  /** By full name, `<plug-in>.<fact>`. */
  readonly facts: ReadonlyMap<string, PluginFact & { readonly plugin: string }>;
  /**
   * Warnings about plug-ins that failed on what they were asked for one record, where the answer is open because of it, each
   * with the rule and the place of the operator in its pack.
   *
   * @param roots the condition, or the values of the effect
   */
  warnings(rule: string, roots: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): readonly Issue[];
}

/** What an engine without plug-ins has. */
export const noPlugins: Plugins = { ids: [], operators: new Map(), facts: new Map(), warnings: () => [] };

/** The name under which issues with the facts of a plug-in are kept: no pack is called so. */
export const ownerOf = (plugin: string): string => `plug-in ${plugin}`;
