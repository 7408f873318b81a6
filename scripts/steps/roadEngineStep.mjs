import { installBeside } from "../installBeside.mjs";
import { vitestStep } from "./vitestStep.mjs";

const title = "travel by an embedded road engine";

/**
 * Travel by Valhalla over a real map. The engine, 87 MB, is installed for this step alone.
 *
 * @type {import("./runSteps.mjs").Step}
 */
export const roadEngineStep = {
  title,
  run: async () => {
    const folder = await installBeside("scripts/roadEngine", "road-engine");
    return vitestStep(title, { args: ["--config", "vitest.engine.config.ts"], env: { ROAD_ENGINE: folder } }).run();
  },
};
