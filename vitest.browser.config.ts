import { defineConfig } from "vitest/config";
import { findChromium } from "./scripts/findChromium.mjs";

const conditions = ["@eldercare/source"];
const chromium = findChromium();

/** Tests that drive a browser: `npm run test:full` alone runs them. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/src/**/*.browser.test.ts", "packages/*/test/**/*.browser.test.ts", "examples/**/*.browser.test.ts"],
    setupFiles: ["./scripts/vitest.setup.ts"],
    env: chromium === undefined ? {} : { CHROMIUM_PATH: chromium },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
