import { runTool } from "../tool.mjs";
import { browserStep } from "./browserStep.mjs";
import { demoStep } from "./demoStep.mjs";
import { releaseStep } from "./releaseStep.mjs";
import { roadEngineStep } from "./roadEngineStep.mjs";
import { programStep } from "./runSteps.mjs";
import { vitestStep } from "./vitestStep.mjs";
import { countedStep, wideStep } from "./wideStep.mjs";

const timeZones = ["Asia/Shanghai", "UTC", "America/New_York"];

/** `npm run test:full`: everything that must hold. */
export const fullSteps = [
  ...timeZones.map((timeZone) => vitestStep(`all tests in ${timeZone}`, { env: { TZ: timeZone } })),
  wideStep(1, 200),
  countedStep(1, 1000),
  demoStep,
  browserStep,
  roadEngineStep,
  releaseStep,
  programStep("API reference", () => runTool("typedoc", [], { timeoutMinutes: 3 })),
];
