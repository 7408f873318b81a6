import { findChromium } from "../findChromium.mjs";
import { vitestStep } from "./vitestStep.mjs";

const withBrowser = vitestStep("browser tests", { args: ["--config", "vitest.browser.config.ts"] });

/**
 * The tests that drive a browser. Where none is found they are skipped with a word, except that on CI their absence fails.
 *
 * @type {import("./runSteps.mjs").Step}
 */
export const browserStep = {
  title: withBrowser.title,
  run: async () => {
    if (findChromium() !== undefined) return withBrowser.run();
    process.stdout.write("no Chromium found (CHROMIUM_PATH, chromium, google-chrome): the browser tests did not run\n");
    return process.env.CI === "true" ? { passed: 0, failed: 1, note: "no Chromium" } : { passed: 0, failed: 0, note: "skipped: no Chromium" };
  },
};
