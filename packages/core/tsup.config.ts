import { defineConfig } from "tsup";
import { libraryBuild } from "../../scripts/tsup.js";
import manifest from "./package.json" with { type: "json" };

/** The source of every entry point that the manifest promises. */
const entries = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? [] : [target["@eldercare/source"]]));

export default defineConfig({
  ...libraryBuild(entries),
  // it has ES modules only: bundlers for CommonJS and older loaders could not require it
  noExternal: ["cdigit"],
});
