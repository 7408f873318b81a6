import { programCheck } from "../steps/runChecks.mjs";
import { runTool } from "../tool.mjs";

/**
 * What must hold of each package as it is published.
 *
 * @param {readonly import("./packTarballs.mjs").Tarball[]} tarballs
 * @returns {import("../steps/runChecks.mjs").Check[]}
 */
export function tarballChecks(tarballs) {
  return tarballs.flatMap(({ name, file, contents }) => [
    programCheck(`${name}: publint`, () => runTool("publint", ["run", file, "--strict"])),
    programCheck(`${name}: are the types wrong?`, () => runTool("@arethetypeswrong/cli", [file, "--profile", "node16"], { command: "attw" })),
    {
      title: `${name}: licence within, tests without`,
      run: () => {
        const tests = contents.filter((path) => path.includes(".test."));
        if (tests.length > 0) throw new Error(`tests are packed: ${tests.join(", ")}`);
        if (!contents.includes("LICENSE")) throw new Error("LICENSE is missing");
      },
    },
  ]);
}
