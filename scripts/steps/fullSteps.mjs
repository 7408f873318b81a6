import { runTool } from "../tool.mjs";
import { browserStep } from "./browserStep.mjs";
import { demoStep } from "./demoStep.mjs";
import { releaseStep } from "./releaseStep.mjs";
import { roadEngineStep } from "./roadEngineStep.mjs";
import { programStep } from "./runSteps.mjs";
import { vitestStep } from "./vitestStep.mjs";
import { countedStep, wideStep } from "./wideStep.mjs";

/** Beside that of `npm test`. */
const otherTimeZones = ["UTC", "America/New_York"];

/** `npm run test:full`: everything that must hold beside `npm test`, which CI runs first. */
export const fullSteps = [
  ...otherTimeZones.map((timeZone) => vitestStep(`all tests in ${timeZone}`, { env: { TZ: timeZone } })),
  wideStep(1, 200),
  countedStep(1, 1000),
  demoStep,
  browserStep,
  roadEngineStep,
  releaseStep,
  programStep("API reference", () => runTool("typedoc", [], { timeoutMinutes: 3 })),
];
