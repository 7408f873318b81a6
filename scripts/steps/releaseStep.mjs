import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackages } from "../build.mjs";
import { installConsumer } from "../release/consumer.mjs";
import { consumerChecks } from "../release/consumerChecks.mjs";
import { packTarballs } from "../release/packTarballs.mjs";
import { tarballChecks } from "../release/tarballChecks.mjs";
import { runTool } from "../tool.mjs";
import { programCheck, runChecks } from "./runChecks.mjs";

/**
 * The packages as their users receive them: built, packed, examined, and used in a project of its own.
 *
 * @type {import("./runSteps.mjs").Step}
 */
export const releaseStep = {
  title: "packages as published",
  run: async () => {
    if ((await buildPackages()) !== 0) throw new Error("the build failed");
    const folder = mkdtempSync(join(tmpdir(), "eldercare-tarballs-"));
    try {
      const tarballs = await packTarballs(folder);
      const consumer = installConsumer(tarballs);
      try {
        return await runChecks([
          ...tarballChecks(tarballs),
          programCheck("size limits", () => runTool("size-limit", [])),
          ...consumerChecks(consumer.folder, tarballs),
        ]);
      } finally {
        consumer.remove();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
