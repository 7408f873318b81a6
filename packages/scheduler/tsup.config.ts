import { defineConfig } from "tsup";
import { libraryBuild } from "../../scripts/tsup.js";
import manifest from "./package.json" with { type: "json" };

/** The source of every entry point that the manifest promises. */
const entries = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? [] : [target["@eldercare/source"]]));

export default defineConfig(libraryBuild(entries));
