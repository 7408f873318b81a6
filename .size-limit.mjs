/** Chunks imported for nothing but their order are dropped, which is meant and needs no warning for each. */
const modifyEsbuildConfig = (config) => ({ ...config, logOverride: { "ignored-bare-import": "silent" } });

const limits = [
  { name: "@eldercare/core, all of it", path: "packages/core/dist/index.js", import: "*", limit: "40 kB" },
  { name: "@eldercare/core, ageOn alone", path: "packages/core/dist/index.js", import: "{ ageOn }", limit: "9 kB" },
  { name: "@eldercare/rules, with core", path: "packages/rules/dist/index.js", import: "*", limit: "59.7 kB" },
  { name: "@eldercare/scheduler, with core", path: "packages/scheduler/dist/index.js", import: "*", limit: "112 kB" },
  { name: "@eldercare/scheduler, solve alone", path: "packages/scheduler/dist/index.js", import: "{ solve }", limit: "98 kB" },
  { name: "@eldercare/scheduler/pairing, with core", path: "packages/scheduler/dist/pairing/index.js", import: "*", limit: "42 kB" },
  { name: "@eldercare/scheduler/dispatch, with core", path: "packages/scheduler/dist/dispatch/index.js", import: "*", limit: "102.5 kB" },
  { name: "@eldercare/scheduler/siting, with core", path: "packages/scheduler/dist/siting/index.js", import: "*", limit: "30 kB" },
];

export default [
  ...limits.map((limit) => ({ ...limit, modifyEsbuildConfig })),
  { name: "@eldercare/cli, its own code", path: ["packages/cli/dist/*.js"], disablePlugins: ["@size-limit/esbuild"], limit: "153 kB" },
];
