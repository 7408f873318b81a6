import { defineConfig } from "tsup";
import { libraryBuild, programBuild } from "../../scripts/tsup.js";

export default defineConfig([libraryBuild(["src/index.ts"]), programBuild(["src/main.ts"])]);
