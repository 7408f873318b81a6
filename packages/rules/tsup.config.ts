import { defineConfig } from "tsup";
import { libraryBuild } from "../../scripts/tsup.js";
import { exports } from "./package.json" with { type: "json" };

/** The source of every entry point that the manifest promises. */
const entries = Object.values(exports).flatMap((target) => (typeof target === "string" ? [] : [target["@eldercare/source"]]));

export default defineConfig(libraryBuild(entries));
