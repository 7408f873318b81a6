import { runTool } from "../tool.mjs";
import { programStep } from "./runSteps.mjs";
import { vitestStep } from "./vitestStep.mjs";

/** The zone in which the tests run at every change: that of those who use this. */
export const usualTimeZone = "Asia/Shanghai";

/** `npm test`: what one runs at every change; types are checked anew only where something changed. */
export const fastSteps = [
  programStep("types", () =>
    runTool("typescript", ["-p", ".", "--incremental", "--tsBuildInfoFile", ".cache/types.tsbuildinfo"], { command: "tsc", timeoutMinutes: 5 }),
  ),
  programStep("lint, format and import arrows", () =>
    runTool("@biomejs/biome", ["check", "--error-on-warnings", "."], { command: "biome", timeoutMinutes: 2 }),
  ),
  vitestStep("unit, property and example tests", { env: { TZ: usualTimeZone } }),
];
