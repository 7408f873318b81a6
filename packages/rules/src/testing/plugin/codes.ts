import { defineCodes } from "@eldercare/core";

/** What `checkPlugin` finds besides the failures that an engine would meet. */
export const pluginTestingCodes = {
  PLUGIN_NOT_REPEATABLE: {
    message: { zh: "插件运算符 {operator} 对 {seen} 前后给出不同结果", en: "plug-in operator {operator} gave different results on {seen}" },
    advice: {
      zh: "结果只能取决于参数：不用时钟、随机数和记住的状态",
      en: "let the result depend on the arguments alone: no clock, no chance, nothing remembered",
    },
  },
  PLUGIN_CHANGES_ARGUMENTS: {
    message: { zh: "插件运算符 {operator} 改动了参数 {seen}", en: "plug-in operator {operator} changed its arguments {seen}" },
    advice: { zh: "先复制再改动", en: "copy them before changing anything" },
  },
  PLUGIN_BACK_ENDS_DIFFER: {
    message: {
      zh: "插件运算符 {operator} 对 {seen} 的结论因执行方式而异：{answers}",
      en: "plug-in operator {operator} is answered otherwise on {seen} by different back-ends: {answers}",
    },
    advice: {
      zh: "结果只能取决于参数：不用时钟、随机数和记住的状态",
      en: "let the result depend on the arguments alone: no clock, no chance, nothing remembered",
    },
  },
} as const;

/** A code of the test kit for plug-ins. */
export type PluginTestingCode = keyof typeof pluginTestingCodes;

/** Reports a finding of the test kit for plug-ins. */
export const reportPluginTesting = defineCodes<PluginTestingCode>(pluginTestingCodes);
