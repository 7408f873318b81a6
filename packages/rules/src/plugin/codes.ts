import { defineCodes } from "@eldercare/core";

/** What can be wrong with a plug-in, and what can go wrong while one is asked. */
export const pluginCodes = {
  PLUGIN_SHAPE: {
    message: { zh: "插件写法不对：{seen}（应为 {expected}）", en: "not a plug-in: {seen} ({expected} is wanted)" },
    advice: { zh: "按 definePlugin 的说明修改", en: "mend it after the description of `definePlugin`" },
  },
  PLUGIN_TWICE: {
    message: { zh: "插件 {seen} 给了两次", en: "plug-in {seen} was given twice" },
    advice: { zh: "每个插件只给一次", en: "give each plug-in once" },
  },
  PLUGIN_THREW: {
    severity: "warning",
    message: {
      zh: "规则 {rule}：插件运算符 {operator} 出错（{seen}），按未知处理",
      en: "rule {rule}: plug-in operator {operator} threw ({seen}); taken as unknown",
    },
    advice: { zh: "请插件提供方修正；可用 checkPlugin 检查", en: "ask the plug-in's author to mend it; `checkPlugin` shows the fault" },
  },
  PLUGIN_OVER_BUDGET: {
    severity: "warning",
    message: {
      zh: "规则 {rule}：插件运算符 {operator} 用了 {seen}，超过限额 {most}，按未知处理",
      en: "rule {rule}: plug-in operator {operator} spent {seen}, over its budget of {most}; taken as unknown",
    },
    advice: { zh: "请插件提供方减少计算量或调整限额", en: "ask the plug-in's author to do less, or to state a larger budget" },
  },
  PLUGIN_WRONG_TYPE: {
    severity: "warning",
    message: {
      zh: "规则 {rule}：插件运算符 {operator} 给出 {seen}，声明的类型是 {expected}，按未知处理",
      en: "rule {rule}: plug-in operator {operator} gave {seen}, declared is {expected}; taken as unknown",
    },
    advice: { zh: "请插件提供方修正；可用 checkPlugin 检查", en: "ask the plug-in's author to mend it; `checkPlugin` shows the fault" },
  },
} as const;

/** A code of plug-ins. */
export type PluginCode = keyof typeof pluginCodes;

/** Reports an issue under a code of plug-ins. */
export const reportPlugin = defineCodes<PluginCode>(pluginCodes);
