import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isNodeRecentEnough } from "./nodeVersion.mjs";
import { packageFolders, readManifest, root } from "./workspace.mjs";

it.each(["v20.19.0", "v20.20.2", "v22.0.0", "v26.9.0"])("Node.js %s is recent enough", (version) => {
  expect(isNodeRecentEnough(version)).toBe(true);
});

it.each(["v20.18.3", "v18.20.0", "v9.11.2"])("Node.js %s is too old", (version) => {
  expect(isNodeRecentEnough(version)).toBe(false);
});

it("every published package asks for the same version of Node.js as the workspace", () => {
  const asked = [root, ...packageFolders()]
    .filter((folder) => folder === root || readManifest(folder).private !== true)
    .map((folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).engines.node);
  expect(new Set(asked)).toEqual(new Set([">=20.19.0"]));
  expect(isNodeRecentEnough("20.19.0")).toBe(true);
});
