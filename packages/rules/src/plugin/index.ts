export type { PluginCode } from "./codes.js";
export { pluginCodes } from "./codes.js";
export { definePlugin } from "./definePlugin.js";
export type { DefinedPlugin, Plugin, PluginBudget, PluginFact, PluginOperator, PluginTools, PluginType, PluginValue } from "./plugin.js";
