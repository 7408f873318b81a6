import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolFile } from "../tool.mjs";
import { readManifest } from "../workspace.mjs";
import { entryPointsOf } from "./entryPoints.mjs";

const listing = (/** @type {readonly string[]} */ specifiers, /** @type {string} */ load) =>
  `const names = {};\nfor (const specifier of ${JSON.stringify(specifiers)}) names[specifier] = Object.keys(${load}).filter((name) => name !== "default" && name !== "module.exports").sort();\nconsole.log(JSON.stringify(names));\n`;

// a type that got lost would be `any`, and the line that expects an error would then find none
const typedUse = `import { ageOn, type OlderPerson } from "@eldercare/core";
export const age: number = ageOn("1942-06-01", "2026-11-21");
export const person: OlderPerson = { id: "p-1", ability: { level: 3 } };
// @ts-expect-error a date is a text
ageOn(1942, "2026-11-21");
`;

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: "ES2022",
  lib: ["ES2023"],
  module: "node16",
  moduleResolution: "node16",
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  types: ["node"],
};

/**
 * What is tried in a project that has the tarballs installed: every entry point from ES modules, from CommonJS and by the
 * type checker, and every command.
 *
 * @param {string} folder of the consumer
 * @param {readonly import("./packTarballs.mjs").Tarball[]} tarballs
 * @returns {import("../steps/runChecks.mjs").Check[]}
 */
export function consumerChecks(folder, tarballs) {
  const installed = tarballs.map(({ name, contents }) => ({ manifest: readManifest(join(folder, "node_modules", name)), contents }));
  const entryPoints = installed.map(({ manifest, contents }) => entryPointsOf(manifest, contents));
  const modules = entryPoints.flatMap((points) => points.modules);
  const data = entryPoints.flatMap((points) => points.data);
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
  const node = (/** @type {readonly string[]} */ args) => execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", timeout: 60_000 });

  const everyName = modules.map(
    (specifier, nth) => `import * as module${nth} from "${specifier}";\nexport const names${nth} = Object.keys(module${nth});\n`,
  );
  const checks = [
    {
      title: "every module gives ES modules and CommonJS the same names",
      run: () => {
        write("names.mjs", listing(modules, "await import(specifier)"));
        write("names.cjs", listing(modules, "require(specifier)"));
        const [esm, cjs] = [node(["names.mjs"]), node(["names.cjs"])];
        if (esm !== cjs) throw new Error(`import gives ${esm}require gives ${cjs}`);
      },
    },
    {
      title: "every data file is found",
      run: () => {
        write("data.cjs", data.map((specifier) => `require("${specifier}");\n`).join(""));
        node(["data.cjs"]);
      },
    },
    {
      title: "an age is counted",
      run: () => {
        write("age.mjs", `import { ageOn } from "@eldercare/core";\nconsole.log(ageOn("1942-06-01", "2026-11-21"));\n`);
        const printed = node(["age.mjs"]);
        if (printed !== "84\n") throw new Error(`expected 84, printed ${printed}`);
      },
    },
    ...["mts", "cts"].map((extension) => ({
      title: `types hold for a consumer in .${extension}, strict, module node16`,
      run: () => {
        write(`consumer.${extension}`, typedUse + everyName.join(""));
        write(`tsconfig.${extension}.json`, JSON.stringify({ compilerOptions, files: [`consumer.${extension}`] }));
        node([toolFile("typescript", "tsc"), "-p", `tsconfig.${extension}.json`]);
      },
    })),
  ];
  const commands = installed.flatMap(({ manifest: { name, bin = {} } }) =>
    Object.entries(typeof bin === "string" ? { [name]: bin } : bin).map(([command, file]) => ({
      title: `the command ${command} shows its help`,
      run: () => {
        const path = join(folder, "node_modules", name, file);
        if (!existsSync(path)) throw new Error(`${path} is missing`);
        if (!node([path, "--help"]).includes(command)) throw new Error("the help does not name the command");
      },
    })),
  );
  return [...checks, ...commands];
}
