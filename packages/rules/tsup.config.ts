import { defineConfig } from "tsup";
import { libraryBuild } from "../../scripts/tsup.js";

export default defineConfig(libraryBuild(["src/index.ts", "src/reference/index.ts", "src/packs/*.ts", "!src/**/*.test.ts"]));
