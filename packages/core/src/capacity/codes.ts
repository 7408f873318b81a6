import { defineCodes } from "../errors/issue.js";

/** What may be wrong with a plan of capacity. */
export const capacityCodes = {
  SHARES_NOT_WHOLE: {
    message: { zh: "各类养老方式的占比合计为 {seen}，不是 1（100%）", en: "the shares of the settings add up to {seen}, not to 1 (100 %)" },
    advice: { zh: "核对各项占比，使合计为 100%", en: "check the shares so that they add up to 100 %" },
  },
} as const;

export const reportCapacityIssue = defineCodes<keyof typeof capacityCodes>(capacityCodes);
