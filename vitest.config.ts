import { configDefaults, defineConfig } from "vitest/config";

const conditions = ["@eldercare/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "scripts/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "**/*.browser.test.ts", "**/*.engine.test.ts"],
    setupFiles: ["./scripts/vitest.setup.ts"],
    // our tests share no state: with all cores, and modules loaded once for each, 92 s became 45 s on 2 cores
    maxWorkers: "100%",
    isolate: false,
    // a wide run asks every property ten times as often
    testTimeout: process.env.FC_RUNS === undefined ? 30_000 : 300_000,
  },
});
