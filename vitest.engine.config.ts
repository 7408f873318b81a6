import { defineConfig } from "vitest/config";

const conditions = ["@eldercare/source"];

/** Tests with an engine that is installed for them alone: `npm run test:full` runs them. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/src/**/*.engine.test.ts"],
    setupFiles: ["./scripts/vitest.setup.ts"],
    testTimeout: 60_000,
  },
});
