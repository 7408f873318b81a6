import { dayViewScript } from "./client/dayView.js";
import { foldingScript } from "./client/folding.js";
import { lookUpScript } from "./client/lookUp.js";
import { pageScript } from "./client/page.js";

/** The page's script, as it stands in the file: readable, no library, no request. */
export const clientScript = `(() => {
"use strict";
${pageScript}${foldingScript}${dayViewScript}${lookUpScript}
setLanguage(navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
})();`;
